/** Configuration trees with typed values and their XML form; no KNIME code, its names and behaviour only. */
package org.knime.core.node.config.base;
