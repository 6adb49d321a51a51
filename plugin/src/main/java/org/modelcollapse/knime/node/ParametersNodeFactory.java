package org.modelcollapse.knime.node;

import java.util.List;

import org.knime.core.node.ConfigurableNodeFactory;
import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeDialogPane;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeView;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.knime.core.webui.node.dialog.NodeDialog;
import org.knime.core.webui.node.dialog.NodeDialogFactory;
import org.knime.core.webui.node.dialog.NodeDialogManager;
import org.knime.core.webui.node.dialog.SettingsType;
import org.knime.core.webui.node.dialog.defaultdialog.DefaultNodeDialog;
import org.knime.node.impl.description.ViewDescription;
import org.knime.node.parameters.NodeParameters;

/**
 * A factory whose dialog is generated from one parameters class and whose description comes from one {@link NodeText}.
 *
 * @param <M> the node's model
 */
public abstract class ParametersNodeFactory<M extends NodeModel> extends ConfigurableNodeFactory<M>
    implements NodeDialogFactory {

    /** @return all that the node says about itself; called once, before the constructor of a subclass has ended */
    protected abstract NodeText text();

    @Override
    public final NodeDescription createNodeDescription() {
        return text().toNodeDescription(viewDescriptions());
    }

    /** @return what the node says about its views, if it has any */
    List<ViewDescription> viewDescriptions() {
        return List.of();
    }

    @Override
    public final NodeDialog createNodeDialog() {
        return createDialog(text().parameters());
    }

    /** @return the dialog of these settings, and of those of the view if there is one */
    NodeDialog createDialog(final Class<? extends NodeParameters> parameters) {
        return new DefaultNodeDialog(SettingsType.MODEL, parameters);
    }

    @Override
    protected final NodeDialogPane createNodeDialogPane(final NodeCreationConfiguration creationConfig) {
        return NodeDialogManager.createLegacyFlowVariableNodeDialog(createNodeDialog());
    }

    @Override
    protected final boolean hasDialog() {
        return true;
    }

    @Override
    protected final int getNrNodeViews() {
        return viewDescriptions().size();
    }

    @Override
    public final NodeView<M> createNodeView(final int viewIndex, final M nodeModel) {
        throw new IndexOutOfBoundsException("This node has no view " + viewIndex + " with a window of its own.");
    }
}
