/** Dialogs that are generated from parameters classes, and what makes, stores and loads these. */
package org.knime.core.webui.node.dialog.defaultdialog;
