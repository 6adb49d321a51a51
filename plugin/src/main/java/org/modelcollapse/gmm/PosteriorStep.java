package org.modelcollapse.gmm;

/** The prior of a Bayesian mixture, and what becomes of it by the sums of an E-step (Bishop 2006, 10.58 to 10.63). */
final class PosteriorStep {

    private final FitData data;

    private final BayesSettings settings;

    private final double concentration;

    private final double freedom;

    private final double[] priorMean;

    private final double[][] priorCovariance;

    PosteriorStep(final FitData data, final BayesSettings settings) {
        this.data = data;
        this.settings = settings;
        concentration = settings.concentration().orElse(1.0 / settings.components());
        freedom = settings.degreesOfFreedom().orElse(data.dimension());
        if (!(freedom > data.dimension() - 1)) {
            throw new IllegalArgumentException("The number of degrees of freedom is " + freedom + ", but of "
                + data.dimension() + " columns it must be above " + (data.dimension() - 1) + ": give a larger one.");
        }
        priorMean = Moments.mean(data);
        priorCovariance = priorCovariance();
    }

    private double[][] priorCovariance() {
        final int d = data.dimension();
        final double n = data.totalWeight();
        if (!(n > 1)) {
            throw new IllegalArgumentException("The rows count as " + n
                + " row in all: a Bayesian mixture needs more than one, as its prior is their covariance.");
        }
        final double[][] prior = Zeros.of(d, d);
        for (int i = 0; i < d; i++) {
            if (!(data.covariance()[i][i] > 0)) {
                throw new IllegalArgumentException("Column " + (i + 1)
                    + " is constant, so it can be no part of the prior covariance: remove it.");
            }
            for (int j = 0; j < d; j++) {
                prior[i][j] = i == j || !isDiagonal() ? data.covariance()[i][j] * n / (n - 1) : 0;
            }
        }
        if (settings.covarianceType() == CovarianceType.SPHERICAL) {
            final double mean = meanOfDiagonal(prior);
            for (int j = 0; j < d; j++) {
                prior[j][j] = mean;
            }
        }
        if (Cholesky.ofOrNull(prior) == null) {
            throw new IllegalArgumentException("The columns determine each other, so that the covariance of the rows is "
                + "singular and can be no prior: remove a column, or take a diagonal covariance.");
        }
        return prior;
    }

    private boolean isDiagonal() {
        return settings.covarianceType() == CovarianceType.DIAGONAL
            || settings.covarianceType() == CovarianceType.SPHERICAL;
    }

    private static double meanOfDiagonal(final double[][] matrix) {
        double trace = 0;
        for (int j = 0; j < matrix.length; j++) {
            trace += matrix[j][j];
        }
        return trace / matrix.length;
    }

    /** The posterior from sums that were taken about some means. */
    Posterior step(final Statistics sums, final double[][] about) {
        final int components = settings.components();
        final int d = data.dimension();
        final double[] rows = new double[components];
        final double[] precision = new double[components];
        final double[][] means = Zeros.of(components, d);
        final double[][][] scatters = new double[components][][];
        final double offset = 10 * 0x1p-52; // as scikit-learn, so that nothing is divided by zero
        for (int k = 0; k < components; k++) {
            rows[k] = sums.count[k] + offset;
            precision[k] = settings.meanPrecision() + rows[k];
            final double[] own = new double[d];
            for (int j = 0; j < d; j++) {
                own[j] = about[k][j] + sums.first[k][j] / rows[k];
                means[k][j] = (settings.meanPrecision() * priorMean[j] + rows[k] * own[j]) / precision[k];
            }
            scatters[k] = scatter(sums, k, about[k], own, precision[k]);
        }
        return withCovariances(rows, precision, means, scatters);
    }

    /** The second moments of a component about its own mean, regularised, and what the prior's mean adds. */
    private double[][] scatter(final Statistics sums, final int k, final double[] about, final double[] own,
        final double precision) {
        final int d = own.length;
        final double rows = sums.count[k];
        final double[][] scatter = Zeros.of(d, d);
        for (int i = 0; i < d; i++) {
            final double moveI = own[i] - about[i];
            for (int j = 0; j <= i; j++) {
                final double moveJ = own[j] - about[j];
                final double within = sums.second[k][i][j] - moveI * sums.first[k][j] - moveJ * sums.first[k][i]
                    + moveI * moveJ * rows;
                final double between = rows * settings.meanPrecision() / precision * (own[i] - priorMean[i])
                    * (own[j] - priorMean[j]);
                // where all share a covariance, only the sum over all components is what it says
                final boolean alone = i == j && settings.covarianceType() != CovarianceType.TIED;
                scatter[i][j] = (alone ? Math.max(0, within) : within) + between
                    + (i == j ? rows * settings.regularization() : 0);
                scatter[j][i] = scatter[i][j];
            }
        }
        return scatter;
    }

    private Posterior withCovariances(final double[] rows, final double[] precision, final double[][] means,
        final double[][][] scatters) {
        final int components = rows.length;
        final double[] freedoms = new double[components];
        final double[][][] covariances = new double[components][][];
        final Cholesky[] factors = new Cholesky[components];
        if (settings.covarianceType() == CovarianceType.TIED) {
            double total = 0;
            final double[][] pooled = Zeros.of(data.dimension(), data.dimension());
            for (int k = 0; k < components; k++) {
                total += rows[k];
                for (int i = 0; i < pooled.length; i++) {
                    for (int j = 0; j < pooled.length; j++) {
                        pooled[i][j] += scatters[k][i][j] / components;
                    }
                }
            }
            java.util.Arrays.fill(freedoms, freedom + total / components);
            java.util.Arrays.fill(covariances, covariance(pooled, freedoms[0]));
            java.util.Arrays.fill(factors, factor(covariances[0], 0));
        } else {
            for (int k = 0; k < components; k++) {
                freedoms[k] = freedom + rows[k];
                covariances[k] = covariance(scatters[k], freedoms[k]);
                factors[k] = factor(covariances[k], k);
            }
        }
        final boolean process = settings.weightPrior() == WeightPrior.DIRICHLET_PROCESS;
        final double[] first = new double[components];
        final double[] second = process ? new double[components] : null;
        double later = 0;
        for (int k = components - 1; k >= 0; k--) {
            first[k] = (process ? 1 : concentration) + rows[k];
            if (process) {
                second[k] = concentration + later;
                later += rows[k];
            }
        }
        return new Posterior(settings.covarianceType(), first, second, rows, precision, means, freedoms, covariances,
            factors);
    }

    /** The scatter and that of the prior, of the type, divided by the degrees of freedom. */
    private double[][] covariance(final double[][] scatter, final double freedoms) {
        final int d = scatter.length;
        final double spherical = meanOfDiagonal(scatter);
        final double[][] covariance = Zeros.of(d, d);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                final double own = settings.covarianceType() != CovarianceType.SPHERICAL ? scatter[i][j] : spherical;
                covariance[i][j] = (priorCovariance[i][j] + (i == j || !isDiagonal() ? own : 0)) / freedoms;
            }
        }
        return covariance;
    }

    private static Cholesky factor(final double[][] covariance, final int k) {
        final Cholesky factor = Cholesky.ofOrNull(covariance);
        if (factor == null) {
            throw new DegenerateFitException("The covariance of component " + (k + 1)
                + " is singular: take more regularization, more degrees of freedom or fewer columns.");
        }
        return factor;
    }
}
