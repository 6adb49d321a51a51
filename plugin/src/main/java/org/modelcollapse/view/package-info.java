/**
 * What the pages of the node views are sent: summaries of fixed size (bins, thinned lines, a few rows), as JSON text.
 * Uses gmm and collapse; knows nothing of KNIME, so that the headless runner can write the same pages.
 */
package org.modelcollapse.view;
