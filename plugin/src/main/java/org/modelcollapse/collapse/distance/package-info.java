/**
 * Distances between mixtures, and between rows and a mixture: Wasserstein of order 1 and 2, Kullback-Leibler,
 * Jensen-Shannon, by integrals whose panels end where the integrand bends. Knows {@code math} alone.
 */
package org.modelcollapse.collapse.distance;
