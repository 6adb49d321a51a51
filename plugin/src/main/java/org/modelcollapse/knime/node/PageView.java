package org.modelcollapse.knime.node;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.webui.data.ApplyDataService;
import org.knime.core.webui.data.InitialDataService;
import org.knime.core.webui.data.RpcDataService;
import org.knime.core.webui.node.dialog.defaultdialog.NodeParametersUtil;
import org.knime.core.webui.node.view.NodeView;
import org.knime.core.webui.page.Page;
import org.modelcollapse.knime.view.ViewParameters;
import org.modelcollapse.view.PageData;
import org.modelcollapse.view.PageSettings;

/**
 * A view whose page comes from the bundle, and whose data are what the model remembers, with the view's settings. The
 * page is read through the class loader, not from files, so that the bundle may be a folder or a jar.
 */
final class PageView implements NodeView {

    /** What the page writes when there is nothing to show yet. */
    private static final PageData NOTHING_YET = () -> """
        {"empty":"There is nothing to show yet. Execute the node; the view shows its last execution."}""";

    private static final Pattern SCRIPT = Pattern.compile("[a-z-]+(/[a-z.-]+)?\\.js");

    private final ViewText text;

    private final Supplier<Optional<PageData>> data;

    /** The defaults until KNIME gives others, which it does before it shows the page. */
    private ViewParameters parameters;

    /**
     * @param text names page and settings
     * @param data what to show, if there is anything
     */
    PageView(final ViewText text, final Supplier<Optional<PageData>> data) {
        this.text = text;
        this.data = data;
        parameters = NodeParametersUtil.createSettings(text.parameters());
    }

    @Override
    public Page getPage() {
        final String file = text.page() + ".html";
        return Page.create().fromString(() -> open(file), StandardCharsets.UTF_8).relativePath(file)
            .addResources(PageView::script, "", true, StandardCharsets.UTF_8);
    }

    private static InputStream script(final String path) {
        return SCRIPT.matcher(path).matches() ? open(path) : null;
    }

    private static InputStream open(final String file) {
        return PageView.class.getResourceAsStream("/view/" + file);
    }

    private PageData data() {
        return data.get().orElse(NOTHING_YET);
    }

    @Override
    @SuppressWarnings("unchecked")
    public Optional<InitialDataService<String>> createInitialDataService() {
        return Optional
            .of(InitialDataService.builder(() -> PageSettings.add(parameters.toPage(), data())).build());
    }

    @Override
    public Optional<RpcDataService> createRpcDataService() {
        return Optional.of(RpcDataService.builder(new PageDetails(this::data)).build());
    }

    @Override
    public <D> Optional<ApplyDataService<D>> createApplyDataService() {
        return Optional.empty();
    }

    @Override
    public void validateSettings(final NodeSettingsRO settings) throws InvalidSettingsException {
        NodeParametersUtil.loadSettings(settings, text.parameters()).validate();
    }

    @Override
    public void loadValidatedSettingsFrom(final NodeSettingsRO settings) {
        try {
            parameters = NodeParametersUtil.loadSettings(settings, text.parameters());
        } catch (InvalidSettingsException e) {
            throw new IllegalStateException("These settings were validated: " + e.getMessage(), e);
        }
    }

    @Override
    public boolean canBeUsedInReport() {
        return true;
    }
}
