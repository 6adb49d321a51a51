/** Choices of many columns. */
package org.knime.node.parameters.widget.choices.filter;
