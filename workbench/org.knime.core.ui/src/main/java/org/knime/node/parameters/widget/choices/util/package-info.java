/** Usual choices of columns. */
package org.knime.node.parameters.widget.choices.util;
