/** Fields with texts. */
package org.knime.node.parameters.widget.text;
