/**
 * The headless runner: an Equinox application that executes a workflow directory or a {@code .knwf} file without a window and writes what comes out of it.
 * Of KNIME it uses only what every KNIME 5.8 to 5.12 has, so that the same bundle runs on the stand-in and in an installation.
 */
package org.modelcollapse.runner;
