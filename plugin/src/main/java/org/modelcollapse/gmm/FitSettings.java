package org.modelcollapse.gmm;

import java.util.Objects;
import java.util.Optional;

/**
 * How a mixture is fitted. Immutable; begin with {@link #sklearn} or {@link #converged} and change what is to differ.
 *
 * @param components number of components, at least 1
 * @param covarianceType what the covariances have in common
 * @param start where EM starts from
 * @param restarts how many starts are tried, at least 1; the fit of the highest score is kept, one
 *            without dead or collapsed components before one with. The first start is as set; of further ones every
 *            second, and every one after a given mixture, is by random points, for variety
 * @param tolerance EM stops when the mean log-likelihood per row changes by less than this, at least 0
 * @param maxIterations EM stops after as many iterations, at least 1
 * @param regularization added to the variances in every iteration, in squared units of the data, at least 0
 * @param maximumLikelihood whether to take the pure maximum-likelihood step: no regularisation (whatever the value
 *            above says) and nothing added to the counts, so that the log-likelihood never falls
 * @param degeneratePolicy what happens to a dead or collapsed component
 * @param accelerated whether to extrapolate (Anderson acceleration with a monotonic safeguard): the same fixed
 *            point in a fraction of the iterations on overlapping mixtures; an iteration is one pass over the data also
 *            then, whether or not what it tried was kept
 * @param scored whether to evaluate the mixture that is returned once more over the data; if not, score and criteria
 *            are those of the parameters before the last step, which differ by less than the tolerance after
 *            convergence, the entropy in the ICL is left out, and a pass over the data is saved
 * @param threads how many threads may work, at least 1; they change the speed and nothing else
 * @param prior on means and covariances, if the maximum of likelihood times prior is wanted; lower bounds, trace and
 *            convergence are then those of the sum of log-likelihood and log prior (up to a constant)
 */
public record FitSettings(int components, CovarianceType covarianceType, Start start, int restarts, double tolerance,
    int maxIterations, double regularization, boolean maximumLikelihood, DegeneratePolicy degeneratePolicy,
    boolean accelerated, boolean scored, int threads, Optional<Prior> prior) {

    /** Checks the ranges stated above. */
    public FitSettings {
        Check.atLeast("number of components", components, 1);
        Objects.requireNonNull(covarianceType, "covarianceType");
        Objects.requireNonNull(start, "start");
        Check.atLeast("number of restarts", restarts, 1);
        Check.notNegative("tolerance", tolerance);
        Check.atLeast("maximum number of iterations", maxIterations, 1);
        Check.notNegative("regularization", regularization);
        Objects.requireNonNull(degeneratePolicy, "degeneratePolicy");
        Check.atLeast("number of threads", threads, 1);
        Objects.requireNonNull(prior, "prior");
        if (start instanceof Start.Given given && given.mixture().components() != components) {
            throw new IllegalArgumentException("The start mixture has " + given.mixture().components()
                + " components, but " + components + " are to be fitted: set the same number.");
        }
    }

    /**
     * What scikit-learn's GaussianMixture does by default: one start by k-means, tolerance 1e-3, at most 100
     * iterations, regularisation 1e-6, full covariances. Note that this tolerance often stops EM after two or three
     * iterations.
     *
     * @param components number of components, at least 1
     * @return the settings
     */
    public static FitSettings sklearn(final int components) {
        return new FitSettings(components, CovarianceType.FULL, Start.kMeans(), 1, 1e-3, 100, 1e-6, false,
            DegeneratePolicy.KEEP, false, true, 1, Optional.empty());
    }

    /**
     * As {@link #sklearn}, but iterated until nothing of interest changes: tolerance 1e-10, at most 10,000 iterations,
     * accelerated.
     *
     * @param components number of components, at least 1
     * @return the settings
     */
    public static FitSettings converged(final int components) {
        return sklearn(components).withTolerance(1e-10).withMaxIterations(10_000).withAccelerated(true);
    }

    /**
     * {@return these settings with another number of components}
     *
     * @param value the number
     */
    public FitSettings withComponents(final int value) {
        return new FitSettings(value, covarianceType, start, restarts, tolerance, maxIterations, regularization,
            maximumLikelihood, degeneratePolicy, accelerated, scored, threads, prior);
    }

    /**
     * {@return these settings with another covariance type}
     *
     * @param value the type
     */
    public FitSettings withCovarianceType(final CovarianceType value) {
        return new FitSettings(components, value, start, restarts, tolerance, maxIterations, regularization,
            maximumLikelihood, degeneratePolicy, accelerated, scored, threads, prior);
    }

    /**
     * {@return these settings with another start}
     *
     * @param value the start; a given mixture must have as many components as these settings
     */
    public FitSettings withStart(final Start value) {
        return new FitSettings(components, covarianceType, value, restarts, tolerance, maxIterations, regularization,
            maximumLikelihood, degeneratePolicy, accelerated, scored, threads, prior);
    }

    /**
     * {@return these settings with another number of starts}
     *
     * @param value the number
     */
    public FitSettings withRestarts(final int value) {
        return new FitSettings(components, covarianceType, start, value, tolerance, maxIterations, regularization,
            maximumLikelihood, degeneratePolicy, accelerated, scored, threads, prior);
    }

    /**
     * {@return these settings with another tolerance}
     *
     * @param value the tolerance
     */
    public FitSettings withTolerance(final double value) {
        return new FitSettings(components, covarianceType, start, restarts, value, maxIterations, regularization,
            maximumLikelihood, degeneratePolicy, accelerated, scored, threads, prior);
    }

    /**
     * {@return these settings with another limit of iterations}
     *
     * @param value the limit
     */
    public FitSettings withMaxIterations(final int value) {
        return new FitSettings(components, covarianceType, start, restarts, tolerance, value, regularization,
            maximumLikelihood, degeneratePolicy, accelerated, scored, threads, prior);
    }

    /**
     * {@return these settings with another regularisation}
     *
     * @param value what is added to the variances
     */
    public FitSettings withRegularization(final double value) {
        return new FitSettings(components, covarianceType, start, restarts, tolerance, maxIterations, value,
            maximumLikelihood, degeneratePolicy, accelerated, scored, threads, prior);
    }

    /**
     * {@return these settings with or without the pure maximum-likelihood step}
     *
     * @param value whether to take it
     */
    public FitSettings withMaximumLikelihood(final boolean value) {
        return new FitSettings(components, covarianceType, start, restarts, tolerance, maxIterations, regularization,
            value, degeneratePolicy, accelerated, scored, threads, prior);
    }

    /**
     * {@return these settings with another policy for dead and collapsed components}
     *
     * @param value the policy
     */
    public FitSettings withDegeneratePolicy(final DegeneratePolicy value) {
        return new FitSettings(components, covarianceType, start, restarts, tolerance, maxIterations, regularization,
            maximumLikelihood, value, accelerated, scored, threads, prior);
    }

    /**
     * {@return these settings with or without acceleration}
     *
     * @param value whether to accelerate
     */
    public FitSettings withAccelerated(final boolean value) {
        return new FitSettings(components, covarianceType, start, restarts, tolerance, maxIterations, regularization,
            maximumLikelihood, degeneratePolicy, value, scored, threads, prior);
    }

    /**
     * {@return these settings with or without the last evaluation}
     *
     * @param value whether to evaluate the returned mixture once more
     */
    public FitSettings withScored(final boolean value) {
        return new FitSettings(components, covarianceType, start, restarts, tolerance, maxIterations, regularization,
            maximumLikelihood, degeneratePolicy, accelerated, value, threads, prior);
    }

    /**
     * {@return these settings with another number of threads}
     *
     * @param value the number
     */
    public FitSettings withThreads(final int value) {
        return new FitSettings(components, covarianceType, start, restarts, tolerance, maxIterations, regularization,
            maximumLikelihood, degeneratePolicy, accelerated, scored, value, prior);
    }

    /**
     * {@return these settings with a prior}
     *
     * @param value the prior
     */
    public FitSettings withPrior(final Prior value) {
        return new FitSettings(components, covarianceType, start, restarts, tolerance, maxIterations, regularization,
            maximumLikelihood, degeneratePolicy, accelerated, scored, threads, Optional.of(value));
    }

    /** What is added to the variances. */
    double ridge() {
        return maximumLikelihood ? 0 : regularization;
    }

    /** What is added to the counts: ten times the distance from 1 to the next double, as in scikit-learn. */
    double countOffset() {
        return maximumLikelihood ? 0 : 10 * 0x1p-52;
    }
}
