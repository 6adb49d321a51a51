package org.modelcollapse.runner.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What a page may ask its node for while it is looked at, asked beforehand. The initial data of such a page have a member
 * "details": a list of objects with the members "method" and "params", one a request that the page may make, the most
 * important first.
 *
 * @param json the answers, an object: the names of its members are the texts {@code [method,params]}
 * @param asked how many requests there were
 * @param embedded how many answers are there; the others would have made the page too large
 */
public record Details(String json, int asked, int embedded) {

    /**
     * Makes the requests.
     *
     * @param data the initial data
     * @param call takes a JSON-RPC request and gives the answer
     * @param most characters that the answers may have together
     * @return the answers
     * @throws IllegalArgumentException if the node answers with an error, or with what is no JSON
     */
    public static Details of(final String data, final UnaryOperator<String> call, final long most) {
        final List<Map<String, String>> requests = requests(data);
        final Map<String, String> answers = new LinkedHashMap<>();
        long size = 0;
        for (final Map<String, String> request : requests) {
            final String method = request.get("method");
            final String params = JsonText.canonical(request.get("params"));
            final String answer = result(call.apply("{\"jsonrpc\":\"2.0\",\"id\":" + (answers.size() + 1)
                + ",\"method\":" + method + ",\"params\":" + params + "}"));
            size += answer.length();
            if (size > most) {
                break;
            }
            answers.put("[" + JsonText.canonical(method) + "," + params + "]", answer);
        }
        final String json = answers.entrySet().stream().map(a -> JsonText.quote(a.getKey()) + ":" + a.getValue())
            .collect(Collectors.joining(",\n", "{", "}"));
        return new Details(json, requests.size(), answers.size());
    }

    private static List<Map<String, String>> requests(final String data) {
        final List<Map<String, String>> requests = new ArrayList<>();
        if (data.startsWith("{")) {
            final String list = JsonText.members(data).getOrDefault("details", "[]");
            JsonText.elements(list).forEach(r -> requests.add(JsonText.members(r)));
        }
        return requests;
    }

    private static String result(final String answer) {
        final Map<String, String> members = JsonText.members(answer);
        if (!members.containsKey("result")) {
            throw new IllegalArgumentException(members.getOrDefault("error", answer));
        }
        final String result = members.get("result");
        // an object may come as a string that holds its text
        final String text = result.startsWith("\"") ? JsonText.string(result) : result;
        return text.startsWith("{") || text.startsWith("[") ? text : result;
    }
}
