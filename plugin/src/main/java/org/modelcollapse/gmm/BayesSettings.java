package org.modelcollapse.gmm;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * How a Bayesian mixture is fitted. Immutable; begin with {@link #sklearn} or {@link #converged} and change what is to
 * differ. The means have the prior mean of the rows, the covariances that of the rows (a Wishart distribution for their
 * inverses), whatever is set here.
 *
 * @param components the most components that there may be, at least 1
 * @param covarianceType what the covariances have in common: full, tied, diagonal or spherical
 * @param weightPrior the kind of the prior of the weights
 * @param concentration its parameter, above 0: the smaller, the fewer components live; empty for {@code 1 / K}
 * @param meanPrecision how many rows the prior of the means is worth, above 0
 * @param degreesOfFreedom those of the prior of the covariances, above {@code d - 1}; empty for {@code d}, the number of
 *            columns
 * @param start where the first responsibilities come from
 * @param restarts how many starts are tried, at least 1; the fit of the highest lower bound is kept. The first start is as
 *            set; of further ones every second, and every one after a given mixture, is by random points, for variety
 * @param tolerance the fit has converged when the lower bound changes by less than this; of all rows, not of a row's mean
 * @param maxIterations it stops after as many iterations, at least 1
 * @param regularization added to the variances of the rows of each component, in squared units of the data, at least 0
 * @param threads how many threads may work, at least 1; they change the speed and nothing else
 */
public record BayesSettings(int components, CovarianceType covarianceType, WeightPrior weightPrior,
    OptionalDouble concentration, double meanPrecision, OptionalDouble degreesOfFreedom, Start start, int restarts,
    double tolerance, int maxIterations, double regularization, int threads) {

    private static final List<CovarianceType> TYPES = List.of(CovarianceType.FULL, CovarianceType.TIED,
        CovarianceType.DIAGONAL, CovarianceType.SPHERICAL);

    /** Checks the ranges stated above. */
    public BayesSettings {
        Check.atLeast("number of components", components, 1);
        Objects.requireNonNull(covarianceType, "covarianceType");
        if (!TYPES.contains(covarianceType)) {
            throw new IllegalArgumentException("A Bayesian mixture can have the covariances " + TYPES + ", but not "
                + covarianceType + ".");
        }
        Objects.requireNonNull(weightPrior, "weightPrior");
        concentration.ifPresent(value -> positive("weight concentration", value));
        positive("mean precision", meanPrecision);
        degreesOfFreedom.ifPresent(value -> positive("number of degrees of freedom", value));
        Objects.requireNonNull(start, "start");
        Check.atLeast("number of restarts", restarts, 1);
        Check.notNegative("tolerance", tolerance);
        Check.atLeast("maximum number of iterations", maxIterations, 1);
        Check.notNegative("regularization", regularization);
        Check.atLeast("number of threads", threads, 1);
        if (start instanceof Start.Given given && given.mixture().components() != components) {
            throw new IllegalArgumentException("The start mixture has " + given.mixture().components()
                + " components, but " + components + " are to be fitted: set the same number.");
        }
    }

    private static void positive(final String name, final double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The " + name + " must be a positive finite number, but is " + value + ".");
        }
    }

    /**
     * What scikit-learn's BayesianGaussianMixture does by default: a Dirichlet process, one start by k-means, tolerance
     * 1e-3, at most 100 iterations, regularisation 1e-6, full covariances.
     *
     * @param components the most components that there may be, at least 1
     * @return the settings
     */
    public static BayesSettings sklearn(final int components) {
        return new BayesSettings(components, CovarianceType.FULL, WeightPrior.DIRICHLET_PROCESS, OptionalDouble.empty(), 1,
            OptionalDouble.empty(), Start.kMeans(), 1, 1e-3, 100, 1e-6, 1);
    }

    /**
     * As {@link #sklearn}, but iterated until nothing of interest changes: tolerance 1e-6, at most 10,000 iterations.
     *
     * @param components the most components that there may be, at least 1
     * @return the settings
     */
    public static BayesSettings converged(final int components) {
        return sklearn(components).withTolerance(1e-6).withMaxIterations(10_000);
    }

    /**
     * {@return these settings with another covariance type}
     *
     * @param value the type
     */
    public BayesSettings withCovarianceType(final CovarianceType value) {
        return new BayesSettings(components, value, weightPrior, concentration, meanPrecision, degreesOfFreedom, start,
            restarts, tolerance, maxIterations, regularization, threads);
    }

    /**
     * {@return these settings with another prior}
     *
     * @param kind of the prior of the weights
     * @param parameter its concentration
     * @param precision of the means
     * @param freedom degrees of freedom of the covariances
     */
    public BayesSettings withPrior(final WeightPrior kind, final OptionalDouble parameter, final double precision,
        final OptionalDouble freedom) {
        return new BayesSettings(components, covarianceType, kind, parameter, precision, freedom, start, restarts,
            tolerance, maxIterations, regularization, threads);
    }

    /**
     * {@return these settings with another start}
     *
     * @param value the start; a given mixture must have as many components as these settings
     */
    public BayesSettings withStart(final Start value) {
        return new BayesSettings(components, covarianceType, weightPrior, concentration, meanPrecision, degreesOfFreedom,
            value, restarts, tolerance, maxIterations, regularization, threads);
    }

    /**
     * {@return these settings with another number of starts}
     *
     * @param value the number
     */
    public BayesSettings withRestarts(final int value) {
        return new BayesSettings(components, covarianceType, weightPrior, concentration, meanPrecision, degreesOfFreedom,
            start, value, tolerance, maxIterations, regularization, threads);
    }

    /**
     * {@return these settings with another tolerance}
     *
     * @param value the tolerance
     */
    public BayesSettings withTolerance(final double value) {
        return new BayesSettings(components, covarianceType, weightPrior, concentration, meanPrecision, degreesOfFreedom,
            start, restarts, value, maxIterations, regularization, threads);
    }

    /**
     * {@return these settings with another limit of iterations}
     *
     * @param value the limit
     */
    public BayesSettings withMaxIterations(final int value) {
        return new BayesSettings(components, covarianceType, weightPrior, concentration, meanPrecision, degreesOfFreedom,
            start, restarts, tolerance, value, regularization, threads);
    }

    /**
     * {@return these settings with another regularisation}
     *
     * @param value what is added to the variances
     */
    public BayesSettings withRegularization(final double value) {
        return new BayesSettings(components, covarianceType, weightPrior, concentration, meanPrecision, degreesOfFreedom,
            start, restarts, tolerance, maxIterations, value, threads);
    }

    /**
     * {@return these settings with another number of threads}
     *
     * @param value the number
     */
    public BayesSettings withThreads(final int value) {
        return new BayesSettings(components, covarianceType, weightPrior, concentration, meanPrecision, degreesOfFreedom,
            start, restarts, tolerance, maxIterations, regularization, value);
    }

    /** The settings of EM that its starts are made with. */
    FitSettings ofStarts() {
        return FitSettings.sklearn(components).withCovarianceType(covarianceType).withRegularization(regularization)
            .withStart(start);
    }
}
