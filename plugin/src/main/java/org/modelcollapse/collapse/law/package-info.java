/**
 * The law of a mixture's own components: how far one fit to the points of the fit before moves each weight, mean and
 * variance, and where that leads over the generations. By large samples, so with a range of validity that it states.
 *
 * <p>This package knows {@code org.modelcollapse.gmm} and Commons Math, nothing else of the house.
 */
package org.modelcollapse.collapse.law;
