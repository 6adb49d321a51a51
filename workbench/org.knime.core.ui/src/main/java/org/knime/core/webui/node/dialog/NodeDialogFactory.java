package org.knime.core.webui.node.dialog;

/** A node factory whose node has a dialog. */
public interface NodeDialogFactory {

    NodeDialog createNodeDialog();
}
