package org.modelcollapse.collapse;

import java.util.Objects;

/** How the next training set comes about from the original, the fitted model and what there is already. Immutable. */
public sealed interface Regime {

    /** @return the fitted-only recursion ("replace"): each training set comes from the last fit alone */
    static Regime replace() {
        return new Mix(GenerationMix.FITTED_ONLY, OriginalSource.FRESH);
    }

    /**
     * The three-way mix of original, fitted and current points (Shumailov et al., Nature 631, 755, 2024).
     *
     * @param mix the ratios
     * @param source where the original points come from
     */
    record Mix(GenerationMix mix, OriginalSource source) implements Regime {
        /** Neither may be null. */
        public Mix {
            Objects.requireNonNull(mix, "mix");
            Objects.requireNonNull(source, "source");
        }
    }

    /**
     * Each fit sees all data so far: training set t has n original points and n points of each fit before
     * (Gerstgrasser et al., arXiv 2404.01413).
     */
    record Accumulate() implements Regime {
    }

    /**
     * All data so far are kept, but each fit sees n of them, drawn without replacement: accumulate with a fixed budget
     * ("accumulate-subsample", Kazdan et al., arXiv 2410.16713).
     */
    record AccumulateSubsample() implements Regime {
    }

    /**
     * Replace with growing sample sizes: training set t has {@code (int)(n * t^exponent)} points. The variance keeps a
     * share for ever if and only if the sum of 1 / n_t is finite, that is for exponents above 1 (superlinear).
     *
     * @param exponent 0 for constant, 1 for linear, more for superlinear growth; from 0 to 10
     */
    record Growing(double exponent) implements Regime {
        /** @throws IllegalArgumentException if the exponent is outside 0 to 10 or not a number */
        public Growing {
            if (!(exponent >= 0 && exponent <= 10)) {
                throw new IllegalArgumentException("The growth exponent must be from 0 to 10, but is " + exponent);
            }
        }

        /**
         * @param n size of training set 1
         * @param generation number of the training set, from 1
         * @return its size
         * @throws IllegalArgumentException if an array cannot hold as many points
         */
        public int size(final int n, final int generation) {
            final double size = n * StrictMath.pow(generation, exponent);
            return requireArraySize(size, generation);
        }
    }

    /**
     * @param n size of training set 1
     * @param generation number of the training set, from 1
     * @return the number of points in that training set
     * @throws IllegalArgumentException if an array cannot hold as many points
     */
    default int trainingSize(final int n, final int generation) {
        if (this instanceof Growing growing) {
            return growing.size(n, generation);
        }
        return this instanceof Accumulate ? requireArraySize((double)n * generation, generation) : n;
    }

    private static int requireArraySize(final double size, final int generation) {
        if (!(size <= Integer.MAX_VALUE - 8)) {
            throw new IllegalArgumentException("Training set " + generation + " would have " + size
                + " points, more than an array can hold; use fewer generations, less growth or a smaller n");
        }
        return (int)size;
    }
}
