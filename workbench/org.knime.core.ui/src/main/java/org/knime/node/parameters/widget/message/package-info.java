/** Messages in dialogs. */
package org.knime.node.parameters.widget.message;
