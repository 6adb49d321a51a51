package org.modelcollapse.collapse.law;

import org.apache.commons.math3.special.Gamma;
import org.modelcollapse.collapse.math.Normal;
import org.modelcollapse.gmm.Digamma;

/**
 * One Gaussian fitted to n points of the Gaussian before, over and over (replace): exact laws of fit t for every n,
 * with t counted from 1. The fitted variance is a product of t independent chi-squared variables over nu = n - 1, for
 * ddof 1, or over n, for ddof 0 (maximum likelihood, what EM gives). Immutable.
 *
 * <p>Setting of Shumailov et al. (DOI 10.1038/s41586-024-07566-y) and Suresh et al. (arXiv 2412.17646); moments of
 * chi-squared variables as in Johnson, Kotz and Balakrishnan, Continuous Univariate Distributions 1 (1994), chapter
 * 18. Do not compare variances of the fitted variance: their tail is too heavy for any honest number of runs.
 */
public final class GaussianLaw {

    /** How far a random walk steps beyond a level on average, in standard deviations of a step: -zeta(1/2)/sqrt(2 pi). */
    private static final double OVERSHOOT = 0.5825971579390107;

    private final int n;
    private final int ddof;
    private final double sd;

    private GaussianLaw(final int n, final int ddof, final double sd) {
        this.n = n;
        this.ddof = ddof;
        this.sd = sd;
    }

    /**
     * @param n points of each training set, at least 2
     * @param ddof 0 or 1
     * @param sd standard deviation of the original, above 0, finite
     * @return the laws
     * @throws IllegalArgumentException if a value is out of its range
     */
    public static GaussianLaw of(final int n, final int ddof, final double sd) {
        if (n < 2 || ddof < 0 || ddof > 1) {
            throw new IllegalArgumentException(
                "The law of one Gaussian needs at least 2 points and a ddof of 0 or 1, not n = " + n + ", ddof = "
                    + ddof);
        }
        if (!(sd > 0 && sd < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The standard deviation must be above 0 and finite, but is " + sd);
        }
        return new GaussianLaw(n, ddof, sd);
    }

    /** @return E[sigma^2] of fit t in squared units of the data */
    public double expectedVariance(final int t) {
        return sd * sd * shrinkage(t);
    }

    /** @return E[sigma] of fit t in units of the data */
    public double expectedSd(final int t) {
        return sd * StrictMath.pow(sdFactor(), t);
    }

    /** @return E[log sigma^2] of fit t */
    public double expectedLogVariance(final int t) {
        return 2 * StrictMath.log(sd) + t * logDrift();
    }

    /** @return Var[log sigma^2] of fit t */
    public double varianceOfLogVariance(final int t) {
        return t * Digamma.derivative((n - 1) / 2.0);
    }

    /** @return variance of the fitted mean of fit t in squared units of the data */
    public double varianceOfMean(final int t) {
        return sd * sd * (ddof == 1 ? (double)t / n : 1 - shrinkage(t));
    }

    /** @return E[W2^2] between fit t and the original in squared units of the data */
    public double expectedSquaredWasserstein2(final int t) {
        return varianceOfMean(t) + sd * sd * (shrinkage(t) - 2 * StrictMath.pow(sdFactor(), t) + 1);
    }

    /** @return E[KL(fit t || original)] in nats */
    public double expectedKullbackLeibler(final int t) {
        final double variance = sd * sd;
        return (varianceOfMean(t) / variance + shrinkage(t) - 1 - t * logDrift()) / 2;
    }

    /** @return probability that fit t is wider than the original; asymptotic in t, by the central limit theorem */
    public double probabilityWidened(final int t) {
        return Normal.lower(t * logDrift() / Math.sqrt(varianceOfLogVariance(t)));
    }

    /**
     * @return generations until half of all runs have lost half of the variance; asymptotic: ln 2 over the drift, about
     *         n ln 2 for ddof 1 and n ln 2 / 2 for ddof 0
     */
    public double medianHalfLife() {
        return -StrictMath.log(2) / logDrift();
    }

    /**
     * The generation by which half of all runs have once had less than a share of the variance. Asymptotic in n: the
     * logarithm of the variance as a Brownian motion with drift, whose first passage has an inverse Gaussian
     * distribution (Johnson, Kotz and Balakrishnan, chapter 15), the level moved by 0.5826 standard deviations of a
     * step, since a walk overshoots it (Siegmund, Sequential Analysis, 1985, chapter 10). Within a generation for n of
     * 10 to 200 (tested). It is earlier than {@link #medianHalfLife()} for the share 1/2, since many runs come back.
     *
     * @param share of the variance, above 0, below 1
     * @return generations
     * @throws IllegalArgumentException if the share is out of its range
     */
    public double medianTimeBelow(final double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("The share of variance must be above 0 and below 1, but is " + share);
        }
        final double step = Math.sqrt(varianceOfLogVariance(1));
        final double level = -StrictMath.log(share) + OVERSHOOT * step;
        final double drift = -logDrift();
        double low = 0;
        double high = level / drift; // the mean of the first passage, which is skewed to the right
        while (high - low > 1e-12 * high) {
            final double t = low + (high - low) / 2;
            final double spread = step * Math.sqrt(t);
            final double passed = Normal.lower((drift * t - level) / spread)
                + StrictMath.exp(2 * drift * level / (step * step)) * Normal.upper((drift * t + level) / spread);
            if (passed < 0.5) {
                low = t;
            } else {
                high = t;
            }
        }
        return high;
    }

    /** E[log sigma^2] a fit, below 0: psi(nu/2) - log(nu/2) for ddof 1, psi(nu/2) - log(n/2) for ddof 0. */
    private double logDrift() {
        final double half = (n - 1) / 2.0;
        final double drift = Digamma.minusLog(half);
        return ddof == 1 ? drift : drift + StrictMath.log1p(-1.0 / n);
    }

    /** E[sigma_t / sigma_{t-1}]: c4 for ddof 1, rho for ddof 0. */
    private double sdFactor() {
        final double ratio = StrictMath.exp(Gamma.logGamma(n / 2.0) - Gamma.logGamma((n - 1) / 2.0));
        return ratio * Math.sqrt(2.0 / (n - ddof));
    }

    private double shrinkage(final int t) {
        return ddof == 1 ? 1 : StrictMath.pow(1 - 1.0 / n, t);
    }
}
