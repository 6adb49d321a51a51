package org.knime.core.node;

/** A window of a node. The stand-in has no windows: only the type is here. */
public abstract class AbstractNodeView<T extends AbstractNodeView.ViewableModel> {

    /** What a view can show. */
    public interface ViewableModel {
    }

    private final T model;

    protected AbstractNodeView(final T model) {
        this.model = model;
    }

    protected final T getViewableModel() {
        return model;
    }

    protected abstract void callOpenView(String title);

    protected abstract void callCloseView();

    protected abstract void modelChanged();
}
