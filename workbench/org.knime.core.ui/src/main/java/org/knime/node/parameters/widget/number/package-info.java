/** Fields with numbers. */
package org.knime.node.parameters.widget.number;
