package org.modelcollapse.runner;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.workflow.NativeNodeContainer;
import org.knime.core.node.workflow.NodeContainer;
import org.knime.core.webui.node.NodeWrapper;
import org.knime.core.webui.node.view.NodeViewManager;
import org.knime.core.webui.page.Resource;
import org.modelcollapse.runner.page.Details;
import org.modelcollapse.runner.page.JsonText;
import org.modelcollapse.runner.page.SelfContainedPage;

/**
 * A node's own view as a file.
 *
 * @param title what the view is called
 * @param html the page with all that it needs
 * @param details what the page could ask its node for, and how much of it is in the file
 */
record KnimeView(String title, String html, Details details) {

    /** Most characters of details, about as many bytes: more would make a page that is slow to open. */
    private static final long MOST_DETAILS = 20_000_000;

    /**
     * @param node any node
     * @return whether it has a view whose page can be a file: KNIME's own nodes may have pages that only KNIME can show
     */
    static boolean canBeFile(final NodeContainer node) {
        return node instanceof NativeNodeContainer && NodeViewManager.hasNodeView(node)
            && NodeViewManager.getInstance().getPageResourceManager().getPage(NodeWrapper.of(node)).getRelativePath().endsWith(".html");
    }

    /**
     * @param node executed, whose view can be a file
     * @param label what a reader calls the node
     * @return its view, or nothing if there is nothing to see
     * @throws IOException if the page cannot be made; the message says why
     */
    static Optional<KnimeView> of(final NodeContainer node, final String label) throws IOException {
        final NodeViewManager manager = NodeViewManager.getInstance();
        final NodeWrapper wrapper = NodeWrapper.of(node);
        try {
            manager.updateNodeViewSettings((NativeNodeContainer)node);
            final String data = result(manager.getDataServiceManager().callInitialDataService(wrapper));
            if (JsonText.members(data).containsKey("empty")) {
                return Optional.empty();
            }
            final Details details = Details.of(data, r -> manager.getDataServiceManager().callRpcDataService(wrapper, r), MOST_DETAILS);
            final Map<String, String> embedded = new LinkedHashMap<>();
            embedded.put("data", data);
            if (details.asked() > 0) {
                embedded.put("details", details.json());
            }
            final var page = manager.getPageResourceManager().getPage(wrapper);
            final String html = text(page);
            final String title = SelfContainedPage.title(html);
            final SelfContainedPage.Files files = path -> {
                final Optional<Resource> resource = page.getResource(path);
                return resource.isPresent() ? Optional.of(text(resource.get())) : Optional.empty();
            };
            return Optional.of(new KnimeView(title, SelfContainedPage.of(html, files, title + " \u2013 " + label, embedded), details));
        } catch (final InvalidSettingsException | IllegalArgumentException | IllegalStateException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static String result(final String answer) throws IOException {
        final Map<String, String> members = JsonText.members(answer);
        if (!members.containsKey("result")) {
            throw new IOException("the node could not give its data: " + members.values());
        }
        return members.get("result");
    }

    private static String text(final Resource resource) throws IOException {
        try (InputStream in = resource.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
