/**
 * Tables as the runner reads them, and how they become CSV. Knows nothing of KNIME, so that pictures and files can be tested on plain values.
 */
package org.modelcollapse.runner.table;
