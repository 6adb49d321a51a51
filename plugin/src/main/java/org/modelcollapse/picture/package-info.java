/**
 * Pictures of results, for image ports and for the runner: what tables hold ({@link
 * org.modelcollapse.picture.Trajectory}, {@link org.modelcollapse.picture.Bands}, {@link
 * org.modelcollapse.picture.Samples}), and mixtures over rows. One drawing code for SVG and PNG: a {@link
 * org.modelcollapse.picture.Picture} draws on a {@link org.modelcollapse.picture.Canvas}. Uses gmm and view only, and
 * knows nothing of KNIME. The SVG text depends on the data alone, the PNG also on the fonts that the machine has.
 */
package org.modelcollapse.picture;
