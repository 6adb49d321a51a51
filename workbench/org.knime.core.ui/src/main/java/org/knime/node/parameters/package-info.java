/** Settings of nodes, as classes with annotated fields. */
package org.knime.node.parameters;
