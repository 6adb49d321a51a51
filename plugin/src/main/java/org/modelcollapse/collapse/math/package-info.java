/**
 * What several rooms compute with: columns of points, moments, order statistics, the normal distribution, and the
 * distribution function and quantiles of a mixture on the line. Knows no model and no recursion.
 */
package org.modelcollapse.collapse.math;
