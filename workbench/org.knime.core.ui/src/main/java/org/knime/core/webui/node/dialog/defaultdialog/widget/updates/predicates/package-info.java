/** Kinds of conditions in dialogs. */
package org.knime.core.webui.node.dialog.defaultdialog.widget.updates.predicates;
