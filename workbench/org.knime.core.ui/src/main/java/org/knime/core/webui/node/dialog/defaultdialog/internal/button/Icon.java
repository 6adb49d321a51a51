package org.knime.core.webui.node.dialog.defaultdialog.internal.button;

/** What a button shows before its text. */
public enum Icon {
    NONE, RELOAD
}
