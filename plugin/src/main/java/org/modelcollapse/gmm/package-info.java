/**
 * Gaussian mixtures: the distribution, sampling from it and fitting it by expectation-maximisation (EM).
 *
 * <p>The package depends on the Java library and on Commons Math only; nothing here knows of KNIME or Eclipse. Every
 * result is a function of data, settings and seed alone: what reaches a result is computed by operations that IEEE 754
 * fixes (the basic four, square root, fused multiply-add) or by {@link java.lang.StrictMath}, and sums are merged in a
 * fixed order, so that machines, thread counts and just-in-time compilers cannot change a bit of it.
 *
 * <p>Values are immutable and made by {@code of(...)}, which validates; the one mutable public type is
 * {@link org.modelcollapse.gmm.RandomStream}, which is handed in by the caller.
 */
package org.modelcollapse.gmm;
