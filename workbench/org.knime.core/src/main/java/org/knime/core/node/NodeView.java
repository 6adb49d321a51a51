package org.knime.core.node;

/** A Swing window of a node. The stand-in has no windows: only the type is here. */
public abstract class NodeView<T extends NodeModel> extends AbstractNodeView<T> {

    protected NodeView(final T model) {
        super(model);
    }

    protected abstract void onClose();

    protected abstract void onOpen();

    @Override
    public final void callCloseView() {
        onClose();
    }

    @Override
    protected void callOpenView(final String title) {
        onOpen();
    }
}
