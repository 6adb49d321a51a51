/**
 * The runner's pictures. One drawing code for SVG and PNG: a {@link org.modelcollapse.runner.picture.Picture} draws on a {@link org.modelcollapse.runner.picture.Canvas}.
 * Knows nothing of KNIME. The SVG text depends on the data alone.
 */
package org.modelcollapse.runner.picture;
