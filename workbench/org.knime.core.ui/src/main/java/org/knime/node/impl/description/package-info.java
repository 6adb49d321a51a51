/** Descriptions of nodes. */
package org.knime.node.impl.description;
