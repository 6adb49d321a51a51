package org.modelcollapse.standin.rpc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * JSON-RPC 2.0 as far as our nodes use it: positional parameters that are texts, whole numbers or truth values, results
 * that are texts. Codes of errors as KNIME has them.
 */
public final class JsonRpc {

    private static final int METHOD_NOT_FOUND = -32601;

    private static final int INTERNAL_ERROR = -32000;

    private static final String TEXT = "\"((?:[^\"\\\\]|\\\\.)*)\"";

    private static final Pattern METHOD = Pattern.compile("\"method\"\\s*:\\s*" + TEXT);

    private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*(\\d+)");

    private static final Pattern PARAMS =
        Pattern.compile("\"params\"\\s*:\\s*\\[((?:[^\\]\"]|\"(?:[^\"\\\\]|\\\\.)*\")*)\\]");

    private static final Pattern PARAM = Pattern.compile(TEXT + "|-?\\d+|true|false");

    private JsonRpc() {
    }

    /**
     * @param handler whose public methods may be called
     * @param request the call
     * @return its answer: a result or an error
     */
    public static String answer(final Object handler, final String request) {
        final String id = first(ID, request).orElse("null");
        final String name = first(METHOD, request).map(JsonRpc::unescape)
            .orElseThrow(() -> new IllegalStateException("A problem occurred while making a rpc call."));
        final List<Object> params = params(first(PARAMS, request).orElse(""));
        final Optional<Method> method = Arrays.stream(handler.getClass().getMethods())
            .filter(m -> m.getName().equals(name) && m.getParameterCount() == params.size()).findFirst();
        if (method.isEmpty()) {
            return answer(id, error(METHOD_NOT_FOUND, "method not found", ""));
        }
        try {
            return answer(id, "\"result\":" + text((String)method.get().invoke(handler, params.toArray())));
        } catch (InvocationTargetException e) {
            final Throwable cause = e.getCause();
            return answer(id, error(INTERNAL_ERROR, cause.getMessage(),
                ",\"data\":{\"typeName\":" + text(cause.getClass().getName()) + ",\"stackTrace\":[]}"));
        } catch (IllegalAccessException e) {
            return answer(id, error(INTERNAL_ERROR, e.getMessage(), ""));
        }
    }

    private static String answer(final String id, final String content) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + "," + content + "}";
    }

    private static String error(final int code, final String message, final String data) {
        return "\"error\":{\"code\":" + code + ",\"message\":" + text(message) + data + "}";
    }

    private static Optional<String> first(final Pattern pattern, final String request) {
        final Matcher matcher = pattern.matcher(request);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static List<Object> params(final String list) {
        final List<Object> params = new ArrayList<>();
        for (final Matcher matcher = PARAM.matcher(list); matcher.find();) {
            if (matcher.group(1) != null) {
                params.add(unescape(matcher.group(1)));
            } else if (matcher.group().matches("true|false")) {
                params.add(Boolean.valueOf(matcher.group()));
            } else {
                params.add(Integer.valueOf(matcher.group()));
            }
        }
        return params;
    }

    private static String unescape(final String text) {
        final StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '\\') {
                plain.append(text.charAt(i));
                continue;
            }
            i++;
            switch (text.charAt(i)) {
                case 'n' -> plain.append('\n');
                case 't' -> plain.append('\t');
                case 'r' -> plain.append('\r');
                case 'b' -> plain.append('\b');
                case 'f' -> plain.append('\f');
                case 'u' -> {
                    plain.append((char)Integer.parseInt(text.substring(i + 1, i + 5), 16));
                    i += 4;
                }
                default -> plain.append(text.charAt(i));
            }
        }
        return plain.toString();
    }

    /** A JSON text, or null. */
    private static String text(final String value) {
        if (value == null) {
            return "null";
        }
        final StringBuilder text = new StringBuilder("\"");
        for (final char c : value.toCharArray()) {
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c < ' ') {
                text.append(String.format("\\u%04x", (int)c));
            } else {
                text.append(c);
            }
        }
        return text.append('"').toString();
    }
}
