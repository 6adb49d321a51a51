package org.modelcollapse.tests.nodes;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;

/** A headless Chromium with one tab, driven through its DevTools protocol as far as the tests of the views need it. */
public final class Browser implements AutoCloseable {

    /** Names the browser to use, or is "none" to do without. */
    private static final String VARIABLE = "MODELCOLLAPSE_BROWSER";

    private static final String MISSING = "The tests of the views need Chromium or Chrome and are skipped without."
        + " Install it (on Debian: apt-get install chromium) or name its program in the environment variable " + VARIABLE + ".";

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");

    private static final String LISTENING = "DevTools listening on ";

    /** Seconds after which an answer of the browser is not expected any more. */
    private static final int PATIENCE = 60;

    private final Process process;

    private final Path profile;

    private final WebSocket socket;

    private final AtomicInteger sent = new AtomicInteger();

    private final Map<Integer, CompletableFuture<Map<String, Object>>> waiting = new ConcurrentHashMap<>();

    private final List<String> problems = new CopyOnWriteArrayList<>();

    private String session;

    /** Starts the browser. */
    public Browser() throws Exception {
        profile = Files.createTempDirectory("views");
        final List<String> command = new ArrayList<>(List.of(find(), "--headless", "--no-sandbox", "--disable-gpu",
            "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--hide-scrollbars", "--remote-debugging-port=0", "--user-data-dir=" + profile,
            "about:blank"));
        process = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address(), new Listener())
            .get(PATIENCE, TimeUnit.SECONDS);
        final Object target = call("Target.createTarget", Map.of("url", "about:blank")).get("targetId");
        session = (String)call("Target.attachToTarget", Map.of("targetId", target, "flatten", true)).get("sessionId");
        call("Page.enable", Map.of());
        call("Runtime.enable", Map.of());
    }

    private static String find() {
        final String given = System.getenv(VARIABLE);
        if (given != null) {
            return given.equals("none") ? doWithout("Skipped, since " + VARIABLE + " is \"none\".") : given;
        }
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name))).filter(Files::isExecutable)
            .map(Path::toString).findFirst().orElseGet(() -> doWithout(MISSING));
    }

    /** Skips the tests, and says so; fails where all tests must run. */
    private static String doWithout(final String why) {
        if (System.getenv("CI") != null) {
            throw new AssertionError(why);
        }
        System.err.println(why);
        return Assumptions.abort(why);
    }

    /** Reads what the browser writes until it tells where it listens, then lets it write on into nowhere. */
    private URI address() throws IOException {
        final var reader =
            new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.startsWith(LISTENING)) {
                final Thread drain = new Thread(() -> reader.lines().forEach(l -> { }), "browser output");
                drain.setDaemon(true);
                drain.start();
                return URI.create(line.substring(LISTENING.length()));
            }
        }
        throw new IOException("the browser ended with code " + process.exitValue());
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(final WebSocket webSocket, final CharSequence data, final boolean last) {
            text.append(data);
            if (last) {
                receive(JsonReader.readObject(text.toString()));
                text.setLength(0);
            }
            webSocket.request(1);
            return null;
        }
    }

    private void receive(final Map<String, Object> message) {
        if (message.get("id") instanceof Double id) {
            waiting.remove(id.intValue()).complete(message);
        } else if ("Runtime.exceptionThrown".equals(message.get("method"))
            || "Runtime.consoleAPICalled".equals(message.get("method"))) {
            problems.add(message.get("params").toString());
        }
    }

    /** Sends a command and waits for its result. */
    @SuppressWarnings("unchecked")
    private Map<String, Object> call(final String method, final Map<String, Object> parameters) throws Exception {
        final int id = sent.incrementAndGet();
        final Map<String, Object> message =
            new LinkedHashMap<>(Map.of("id", id, "method", method, "params", parameters));
        if (session != null) {
            message.put("sessionId", session);
        }
        final CompletableFuture<Map<String, Object>> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        socket.sendText(JsonReader.write(message), true).get(PATIENCE, TimeUnit.SECONDS);
        final Map<String, Object> result = answer.get(PATIENCE, TimeUnit.SECONDS);
        if (result.containsKey("error")) {
            throw new AssertionError(method + ": " + result.get("error"));
        }
        return (Map<String, Object>)result.get("result");
    }

    /** Opens a page and waits until it is loaded. */
    public void open(final String url) throws Exception {
        call("Page.navigate", Map.of("url", url));
        evaluate("new Promise(done => document.readyState === 'complete' && location.href === " + JsonReader.write(url)
            + " ? done() : addEventListener('load', () => done()))");
    }

    /**
     * Evaluates an expression in the page.
     *
     * @param expression JavaScript; of a promise the value is awaited
     * @return its value: text, Double, Boolean, List, Map or null
     */
    @SuppressWarnings("unchecked")
    public Object evaluate(final String expression) throws Exception {
        final Map<String, Object> answer = call("Runtime.evaluate",
            Map.of("expression", expression, "awaitPromise", true, "returnByValue", true, "userGesture", true));
        if (answer.containsKey("exceptionDetails")) {
            throw new AssertionError(expression + " -> " + answer.get("exceptionDetails"));
        }
        return ((Map<String, Object>)answer.get("result")).get("value");
    }

    /** @return the value of an expression that is a text */
    public String text(final String expression) throws Exception {
        return (String)evaluate(expression);
    }

    /** Sets the size of the window and the colours that the system prefers. */
    public void look(final int width, final int height, final String scheme) throws Exception {
        call("Emulation.setDeviceMetricsOverride",
            Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        call("Emulation.setEmulatedMedia",
            Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** Presses and releases a key that prints nothing, such as ArrowRight. */
    public void press(final String key, final int code) throws Exception {
        for (final String type : List.of("rawKeyDown", "keyUp")) {
            call("Input.dispatchKeyEvent",
                Map.of("type", type, "key", key, "code", key, "windowsVirtualKeyCode", code));
        }
    }

    /** Moves the mouse. */
    void moveTo(final double x, final double y) throws Exception {
        call("Input.dispatchMouseEvent", Map.of("type", "mouseMoved", "x", x, "y", y));
    }

    /** Writes a picture of the window, if the environment variable MODELCOLLAPSE_PICTURES names a folder for it. */
    void picture(final String name) throws Exception {
        final Optional<String> folder = Optional.ofNullable(System.getenv("MODELCOLLAPSE_PICTURES"));
        if (folder.isPresent()) {
            final Object data = call("Page.captureScreenshot", Map.of("format", "png")).get("data");
            Files.write(Files.createDirectories(Path.of(folder.get())).resolve(name + ".png"),
                Base64.getDecoder().decode((String)data));
        }
    }

    /** @return what was thrown and nobody caught, and what was written to the console, since the last call */
    public List<String> takeProblems() {
        final List<String> taken = List.copyOf(problems);
        problems.clear();
        return taken;
    }

    @Override
    public void close() throws Exception {
        socket.abort();
        process.destroy();
        if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}
