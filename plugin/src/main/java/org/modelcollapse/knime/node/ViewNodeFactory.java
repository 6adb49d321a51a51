package org.modelcollapse.knime.node;

import java.util.List;

import org.knime.core.webui.node.dialog.NodeDialog;
import org.knime.core.webui.node.dialog.SettingsType;
import org.knime.core.webui.node.dialog.defaultdialog.DefaultNodeDialog;
import org.knime.core.webui.node.view.NodeView;
import org.knime.core.webui.node.view.NodeViewFactory;
import org.knime.node.impl.description.ViewDescription;
import org.knime.node.parameters.NodeParameters;

/**
 * A factory of nodes that have a view: a page that shows what the model remembers of its execution.
 *
 * @param <M> the node's model
 */
public abstract class ViewNodeFactory<M extends ParametersNodeModel<?>> extends ParametersNodeFactory<M>
    implements NodeViewFactory<M> {

    /** @return what the node says about its view; called before the constructor of a subclass has ended */
    protected abstract ViewText view();

    @Override
    final List<ViewDescription> viewDescriptions() {
        return List.of(new ViewDescription(view().name(), view().description(), view().parameters()));
    }

    @Override
    final NodeDialog createDialog(final Class<? extends NodeParameters> parameters) {
        return new DefaultNodeDialog(SettingsType.MODEL, parameters, SettingsType.VIEW, view().parameters());
    }

    @Override
    public final NodeView createNodeView(final M nodeModel) {
        return new PageView(view(), nodeModel::viewData);
    }
}
