package org.modelcollapse.collapse;

import java.util.Objects;

import org.modelcollapse.gmm.FitSettings;

/** What is fitted to each training set and generates points for the next one. Immutable. */
public sealed interface Learner {

    /**
     * A Gaussian mixture by EM.
     *
     * @param settings how it is fitted
     * @param seed seed of every single fit, as scikit-learn's {@code random_state}: a fit depends on its training set
     *            and on this number alone
     */
    record Mixture(FitSettings settings, long seed) implements Learner {
        /** The settings may not be null. */
        public Mixture {
            Objects.requireNonNull(settings, "settings");
        }
    }

    /**
     * One Gaussian by mean and covariance, in closed form (the recursion of Suresh et al., arXiv 2412.17646).
     *
     * @param ddof 0 for the divisor n (maximum likelihood), 1 for n - 1 (unbiased)
     */
    record Gaussian(int ddof) implements Learner {
        /** @throws IllegalArgumentException if ddof is neither 0 nor 1 */
        public Gaussian {
            if (ddof != 0 && ddof != 1) {
                throw new IllegalArgumentException("ddof must be 0 (divisor n) or 1 (divisor n - 1), but is " + ddof);
            }
        }
    }

    /**
     * A Gaussian kernel on every point.
     *
     * @param bandwidth standard deviation of the kernel in units of the data, above 0, finite
     */
    record KernelDensity(double bandwidth) implements Learner {
        /** @throws IllegalArgumentException if the bandwidth is not above 0 or not finite */
        public KernelDensity {
            if (!(bandwidth > 0 && bandwidth < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("The bandwidth must be above 0 and finite, but is " + bandwidth);
            }
        }
    }

    /**
     * A histogram of equal bins in one dimension, uniform within a bin. Points beyond the ends count in the outermost
     * bins.
     *
     * @param low lower end of the first bin
     * @param high upper end of the last bin, above {@code low}
     * @param bins number of bins, at least 1
     */
    record Histogram(double low, double high, int bins) implements Learner {
        /** @throws IllegalArgumentException if the ends are not finite and in order, or there is no bin */
        public Histogram {
            if (!(low < high && high - low < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                    "A histogram needs finite ends, low below high, but has " + low + " and " + high);
            }
            requireBins("bin", bins);
        }
    }

    /**
     * Categories 0, 1, ... of which the shares are fitted: resampling them is the Wright-Fisher model of genetic
     * drift. A point belongs to the category that is nearest.
     *
     * @param categories how many, at least 1
     */
    record Categorical(int categories) implements Learner {
        /** @throws IllegalArgumentException if there is no category */
        public Categorical {
            requireBins("category", categories);
        }
    }

    private static void requireBins(final String what, final int count) {
        if (count < 1) {
            throw new IllegalArgumentException("At least 1 " + what + " is needed, not " + count);
        }
    }
}
