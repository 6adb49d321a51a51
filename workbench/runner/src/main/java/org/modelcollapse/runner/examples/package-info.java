/** Writes the example workflows, in KNIME's own format, from a description of their nodes. The settings are the nodes' own defaults with a few changed. */
package org.modelcollapse.runner.examples;
