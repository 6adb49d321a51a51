/** Nodes: factories, models, settings, tables and what execution needs. */
package org.knime.core.node;
