package org.modelcollapse.gmm;

import java.util.Arrays;
import java.util.Objects;

import org.apache.commons.math3.special.Gamma;

/**
 * Says how surprising a row is to a mixture: the probability that a row of the mixture would be as far out or farther.
 * Immutable and safe for use by many threads.
 */
public abstract class OutlierTest {

    /** Half a squared distance, less what its logarithm can add, beyond which a tail is below the smallest number. */
    private static final double NO_TAIL = 750;

    final GaussianMixture mixture;

    private OutlierTest(final GaussianMixture mixture) {
        this.mixture = Objects.requireNonNull(mixture, "mixture");
    }

    /**
     * By the distance to the row's most probable component: its square in units of the covariance (Mahalanobis's) has,
     * for rows of that component, the chi-square distribution of {@code d} degrees of freedom. Rows between components
     * that overlap look farther out than they are.
     *
     * @param mixture any
     * @return the test
     */
    public static OutlierTest byDistance(final GaussianMixture mixture) {
        return new Distance(mixture);
    }

    /**
     * By the density: the probability of all places where it is not higher, estimated from draws of the mixture as
     * {@code (1 + how many of the draws have no higher density) / (1 + draws)}, which is a valid p-value for any number
     * of draws. Of one component it is known exactly: it is that of {@link #byDistance}.
     *
     * @param mixture any
     * @param draws how many, at least 1; none is made for one component
     * @param random source of random numbers
     * @return the test
     */
    public static OutlierTest byDensity(final GaussianMixture mixture, final int draws, final RandomStream random) {
        Check.atLeast("number of draws", draws, 1);
        if (mixture.components() == 1) {
            return new Distance(mixture);
        }
        final double[] densities = mixture.logDensities(MixtureSampler.of(mixture).sample(draws, random));
        Arrays.sort(densities);
        return new Density(mixture, densities);
    }

    /**
     * The p-value of a row.
     *
     * @param x a point of {@code d} finite coordinates
     * @return a probability, 0 to 1; the smaller, the farther out
     */
    public abstract double pValue(double... x);

    private static final class Distance extends OutlierTest {

        Distance(final GaussianMixture mixture) {
            super(mixture);
        }

        @Override
        public double pValue(final double... x) {
            final double[] responsibilities = mixture.responsibilities(x);
            int best = 0;
            for (int k = 1; k < responsibilities.length; k++) {
                best = responsibilities[k] > responsibilities[best] ? k : best;
            }
            return chiSquareTail(mixture.factor(best).squaredDistance(x, mixture.meanUncopied(best)), mixture.dimension());
        }
    }

    private static final class Density extends OutlierTest {

        /** Of the draws, ascending. */
        private final double[] logDensities;

        Density(final GaussianMixture mixture, final double[] logDensities) {
            super(mixture);
            this.logDensities = logDensities;
        }

        @Override
        public double pValue(final double... x) {
            final double here = mixture.logDensity(x);
            int low = 0;
            int high = logDensities.length;
            while (low < high) {
                final int middle = low + high >>> 1;
                if (logDensities[middle] <= here) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return (1.0 + low) / (1.0 + logDensities.length);
        }
    }

    /** P(chi-square of so many degrees of freedom > square), precise where it is small. */
    static double chiSquareTail(final double square, final int degrees) {
        final double a = 0.5 * degrees;
        final double x = 0.5 * square;
        if (x - a * StrictMath.log1p(x) > NO_TAIL) {
            return 0;
        }
        return Math.max(0, Math.min(1, Gamma.regularizedGammaQ(a, x)));
    }
}
