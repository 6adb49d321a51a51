package org.modelcollapse.tests.nodes;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.knime.core.webui.node.view.NodeView;
import org.knime.core.webui.page.Page;
import org.knime.core.webui.page.Resource;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Serves the pages of views, and the page that hosts them, to a browser on this machine. */
final class ViewHost implements AutoCloseable {

    private static final Map<String, String> TYPES = Map.of("html", "text/html", "js", "text/javascript");

    private final HttpServer server;

    /** The views by the folders in which their pages are. */
    private final Map<String, NodeView> views = new LinkedHashMap<>();

    ViewHost() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** @return the address of the hosting page */
    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/host.html";
    }

    /**
     * Makes a view's page available, as KNIME does: at a path of its own.
     *
     * @return the path of the page
     */
    synchronized String add(final NodeView view) {
        final String folder = "/uiext-view/" + views.size() + "/";
        views.put(folder, view);
        return folder + view.getPage().getRelativePath();
    }

    private void answer(final HttpExchange exchange) throws IOException {
        final String path = exchange.getRequestURI().getPath();
        try (exchange; InputStream content = open(path)) {
            if (path.endsWith("/rpc")) {
                call(exchange, path.substring(0, path.length() - 3));
                return;
            }
            if (content == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", TYPES.get(path.substring(path.lastIndexOf('.') + 1)));
            exchange.sendResponseHeaders(200, 0);
            content.transferTo(exchange.getResponseBody());
        }
    }

    /** Lets the node of a page answer its request. */
    private synchronized void call(final HttpExchange exchange, final String folder) throws IOException {
        final String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        final byte[] answer = views.get(folder).createRpcDataService().orElseThrow().handleRpcRequest(request)
            .getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
    }

    private synchronized InputStream open(final String path) throws IOException {
        if (path.equals("/host.html")) {
            return ViewHost.class.getResourceAsStream("host.html");
        }
        for (final Map.Entry<String, NodeView> entry : views.entrySet()) {
            if (path.startsWith(entry.getKey())) {
                final Page page = entry.getValue().getPage();
                final String file = path.substring(entry.getKey().length());
                final Optional<Resource> resource =
                    file.equals(page.getRelativePath()) ? Optional.of(page) : page.getResource(file);
                return resource.isPresent() ? resource.get().getInputStream() : null;
            }
        }
        return null;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
