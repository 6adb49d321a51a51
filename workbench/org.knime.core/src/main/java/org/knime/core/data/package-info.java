/** Tables, their rows, cells, columns and types: a stand-in by the names of KNIME's API. */
package org.knime.core.data;
