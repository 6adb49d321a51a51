package org.modelcollapse.collapse.law;

import org.modelcollapse.collapse.math.Weights;

/**
 * Weights under replace: resampling n points of a categorical distribution is the Wright-Fisher model of genetic drift
 * (Ewens, Mathematical Population Genetics, 2nd ed. 2004, chapter 3). Exact for categories and histogram bins, and the
 * limit for well separated components of a mixture. t counts resamplings. Immutable.
 *
 * @param n points of each training set, at least 2
 */
public record DriftLaw(int n) {

    /** @throws IllegalArgumentException if n is less than 2 */
    public DriftLaw {
        if (n < 2) {
            throw new IllegalArgumentException("Drift needs at least 2 points, not " + n);
        }
    }

    /**
     * @param n points of each training set, at least 2
     * @return the laws
     */
    public static DriftLaw of(final int n) {
        return new DriftLaw(n);
    }

    /**
     * @param initial H0 = 1 - sum of the squared weights of the original
     * @param t resamplings
     * @return E[1 - sum w^2]: H0 (1 - 1/n)^t
     */
    public double expectedDiversity(final double initial, final int t) {
        return initial * StrictMath.pow(1 - 1.0 / n, t);
    }

    /**
     * @param p weight in the original, from 0 to 1
     * @param t resamplings
     * @return Var[w]: p (1 - p) (1 - (1 - 1/n)^t)
     */
    public double varianceOfWeight(final double p, final int t) {
        return p * (1 - p) * (1 - StrictMath.pow(1 - 1.0 / n, t));
    }

    /**
     * @param p weight in the original, from 0 to 1
     * @return probability that this category is the one that survives: p
     */
    public double probabilityOfFixation(final double p) {
        return p;
    }

    /**
     * @param p weight of one of two categories in the original, above 0 and below 1
     * @return mean number of resamplings until one is lost, by the diffusion limit of large n: -2n (p ln p + q ln q)
     */
    public double meanTimeToLoss(final double p) {
        return -2.0 * n * (p * StrictMath.log(p) + (1 - p) * StrictMath.log1p(-p));
    }

    /**
     * @param weight of a well separated component
     * @param t fits
     * @return about E[log sigma_k^2] of that component relative to the original's, under EM: -2t / (n w)
     */
    public double expectedLogVarianceOfComponent(final double weight, final int t) {
        return -2.0 * t / (n * weight);
    }
}
