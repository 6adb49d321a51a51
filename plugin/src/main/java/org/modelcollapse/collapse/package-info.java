/**
 * The recursion laboratory: models that are trained on what models made, generation after generation. Training sets
 * and regimes, the metrics of a generation, the exact laws that the regimes obey, and experiments of many runs.
 *
 * <p>This package knows {@code org.modelcollapse.gmm} and Commons Math; it knows nothing of KNIME or Eclipse.
 * Conventions: generations and fits count from 1, fit 1 is made on training set 1; {@code n} is the size of a
 * training set; variances are those with divisor n (ddof 0) unless a name says otherwise.
 *
 * <p>Results depend on data, settings and seed alone: random numbers come from a
 * {@link org.modelcollapse.gmm.RandomStream} that is handed in, in an order that each class documents.
 */
package org.modelcollapse.collapse;
