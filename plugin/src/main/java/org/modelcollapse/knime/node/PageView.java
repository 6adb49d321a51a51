package org.modelcollapse.knime.node;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.knime.core.node.NodeSettingsRO;
import org.knime.core.webui.data.ApplyDataService;
import org.knime.core.webui.data.InitialDataService;
import org.knime.core.webui.data.RpcDataService;
import org.knime.core.webui.node.view.NodeView;
import org.knime.core.webui.page.Page;

/**
 * A view whose page comes from the bundle and whose data are one JSON text, small enough to be sent at once. The page is
 * read through the class loader, not from files, so that the bundle may be a folder or a jar.
 */
final class PageView implements NodeView {

    /** What the page writes when there is nothing to show yet. */
    private static final String NOTHING_YET = """
        {"empty":"There is nothing to show yet. Execute the node; the view shows its last execution."}""";

    private static final Pattern SCRIPT = Pattern.compile("[a-z-]+(/[a-z.-]+)?\\.js");

    private final String name;

    private final Supplier<Optional<String>> data;

    /**
     * @param name of the page, without folder and ending
     * @param data what to show, if there is anything
     */
    PageView(final String name, final Supplier<Optional<String>> data) {
        this.name = name;
        this.data = data;
    }

    @Override
    public Page getPage() {
        final String file = name + ".html";
        return Page.create().fromString(() -> open(file), StandardCharsets.UTF_8).relativePath(file)
            .addResources(PageView::script, "", true, StandardCharsets.UTF_8);
    }

    private static InputStream script(final String path) {
        return SCRIPT.matcher(path).matches() ? open(path) : null;
    }

    private static InputStream open(final String file) {
        return PageView.class.getResourceAsStream("/view/" + file);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Optional<InitialDataService<String>> createInitialDataService() {
        return Optional.of(InitialDataService.builder(() -> data.get().orElse(NOTHING_YET)).build());
    }

    @Override
    public Optional<RpcDataService> createRpcDataService() {
        return Optional.empty();
    }

    @Override
    public <D> Optional<ApplyDataService<D>> createApplyDataService() {
        return Optional.empty();
    }

    @Override
    public void validateSettings(final NodeSettingsRO settings) {
        // the view has no settings
    }

    @Override
    public void loadValidatedSettingsFrom(final NodeSettingsRO settings) {
        // the view has no settings
    }

    @Override
    public boolean canBeUsedInReport() {
        return true;
    }
}
