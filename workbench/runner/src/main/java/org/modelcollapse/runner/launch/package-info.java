/** Starts the runner by plain Java, as {@code run-workflow} does. Not used inside a KNIME installation, which has a launcher of its own. */
package org.modelcollapse.runner.launch;
