/** The sections and rows of a dialog. */
package org.knime.node.parameters.layout;
