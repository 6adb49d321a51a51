/** Dialogs of nodes. */
package org.knime.core.webui.node.dialog;
