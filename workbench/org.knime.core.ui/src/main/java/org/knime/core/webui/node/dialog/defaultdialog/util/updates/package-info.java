/** What values in a dialog are computed by. */
package org.knime.core.webui.node.dialog.defaultdialog.util.updates;
