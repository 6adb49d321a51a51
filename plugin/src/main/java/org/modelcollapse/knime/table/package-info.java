/**
 * Between KNIME's tables and the numerics: rows become points, mixtures become mixture tables and back. Every message
 * names the column and the row.
 */
package org.modelcollapse.knime.table;
