package org.knime.core.webui.node.dialog;

/** A node factory whose node has a dialog. */
public interface NodeDialogFactory {

    default boolean hasNodeDialog() {
        return true;
    }

    NodeDialog createNodeDialog();
}
