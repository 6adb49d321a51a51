package org.modelcollapse.gmm;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A mixture of {@code K} Gaussian distributions in {@code d} dimensions: density
 * {@code p(x) = sum_k w_k N(x; mean_k, covariance_k)} with weights {@code w_k >= 0} that sum to 1. Immutable and so
 * safe for use by many threads. Components are counted from 0 in code and from 1 in messages.
 */
public final class GaussianMixture implements Serializable {

    private static final long serialVersionUID = 1;

    /** Half a squared distance beyond which the rounding of distances would show in the twelfth digit. */
    private static final double FAR = -500;

    private final CovarianceType type;

    private final double[] weights;

    private final double[][] means;

    private final double[][][] covariances;

    private final Cholesky[] factors;

    /** log w_k - log det L_k - d/2 log 2 pi; minus infinity for a weight of zero. */
    private final double[] logScales;

    private GaussianMixture(final CovarianceType type, final double[] weights, final double[][] means,
        final double[][][] covariances, final Cholesky[] factors) {
        this.type = type;
        this.weights = weights;
        this.means = means;
        this.covariances = covariances;
        this.factors = factors;
        logScales = new double[weights.length];
        for (int k = 0; k < weights.length; k++) {
            logScales[k] = weights[k] == 0 ? Double.NEGATIVE_INFINITY
                : StrictMath.log(weights[k]) - factors[k].logDeterminant()
                    - means[k].length * Parameters.HALF_LOG_TWO_PI;
        }
    }

    /**
     * A one-dimensional mixture of type {@link CovarianceType#FULL}.
     *
     * @param weights of the components, at least 0, with sum 1 within 1e-6; divided by their sum
     * @param means of the components, finite
     * @param sds standard deviations of the components, positive; their squares must be positive and finite too
     * @return the mixture
     * @throws IllegalArgumentException if a number is out of its range or the lengths differ
     */
    public static GaussianMixture of(final double[] weights, final double[] means, final double[] sds) {
        final int k = weights.length;
        MixtureValidation.requireLength("means", means.length, k);
        MixtureValidation.requireLength("standard deviations", sds.length, k);
        final double[][] columns = new double[k][];
        final double[][][] variances = new double[k][][];
        for (int c = 0; c < k; c++) {
            if (!(sds[c] > 0 && sds[c] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("The standard deviation of component " + (c + 1)
                    + " must be a positive finite number, but is " + sds[c] + ".");
            }
            columns[c] = new double[]{means[c]};
            variances[c] = new double[][]{{sds[c] * sds[c]}};
        }
        return of(CovarianceType.FULL, weights, columns, variances);
    }

    /**
     * A mixture in any dimension.
     *
     * @param type what the covariances have in common; they are checked for it
     * @param weights {@code K} numbers, at least 0, with sum 1 within 1e-6; divided by their sum
     * @param means {@code K x d} finite numbers
     * @param covariances {@code K x d x d} numbers: a symmetric positive definite matrix for every component, written
     *            out for every type
     * @return the mixture
     * @throws IllegalArgumentException if a number is out of its range, shapes differ, or a matrix is not symmetric,
     *             not positive definite or not of the type
     */
    public static GaussianMixture of(final CovarianceType type, final double[] weights, final double[][] means,
        final double[][][] covariances) {
        final GaussianMixture mixture = fitted(type, weights, means, covariances);
        MixtureValidation.requireInCommon(type, mixture.covariances, mixture.factors);
        return mixture;
    }

    /**
     * A mixture whose covariances are known to have in common what the type says, but for rounding, which nearly singular
     * ones multiply.
     */
    static GaussianMixture fitted(final CovarianceType type, final double[] weights, final double[][] means,
        final double[][][] covariances) {
        Objects.requireNonNull(type, "type");
        final int k = weights.length;
        if (k == 0) {
            throw new IllegalArgumentException("A mixture needs at least one component, but there is none.");
        }
        MixtureValidation.requireLength("means", means.length, k);
        MixtureValidation.requireLength("covariance matrices", covariances.length, k);
        final double[] normalised = MixtureValidation.normalised(weights);
        final int d = means[0].length;
        Check.atLeast("dimension", d, 1);
        final double[][] copyOfMeans = new double[k][];
        final double[][][] copyOfCovariances = new double[k][][];
        final Cholesky[] factors = new Cholesky[k];
        for (int c = 0; c < k; c++) {
            copyOfMeans[c] = MixtureValidation.mean(means[c], d, c);
            copyOfCovariances[c] = MixtureValidation.symmetric(covariances[c], d, c);
            MixtureValidation.requireType(type, copyOfCovariances, c);
            factors[c] = Cholesky.ofOrNull(copyOfCovariances[c]);
            if (factors[c] == null) {
                throw new IllegalArgumentException("The covariance of component " + (c + 1)
                    + " is not positive definite: " + Arrays.deepToString(copyOfCovariances[c]) + ".");
            }
        }
        return new GaussianMixture(type, normalised, copyOfMeans, copyOfCovariances, factors);
    }

    /**
     * The mixture that gave these numbers, bit by bit: its weights are not divided by their sum once more.
     *
     * @param type of its covariances
     * @param weights of a mixture
     * @param means of that mixture
     * @param covariances of that mixture
     * @return a mixture that is equal to it
     * @throws IllegalArgumentException if no mixture can have given them
     */
    public static GaussianMixture restored(final CovarianceType type, final double[] weights, final double[][] means,
        final double[][][] covariances) {
        final GaussianMixture mixture = of(type, weights, means, covariances);
        return new GaussianMixture(type, weights.clone(), mixture.means, mixture.covariances, mixture.factors);
    }

    /** {@return the number of components K} */
    public int components() {
        return weights.length;
    }

    /** {@return the number of dimensions d} */
    public int dimension() {
        return means[0].length;
    }

    /** {@return what the covariances have in common} */
    public CovarianceType covarianceType() {
        return type;
    }

    /** {@return the number of free parameters, as the information criteria count them} */
    public int freeParameters() {
        return type.freeParameters(components(), dimension());
    }

    /**
     * The weight of a component.
     *
     * @param k component, from 0
     * @return its weight, 0 to 1
     */
    public double weight(final int k) {
        return weights[k];
    }

    /**
     * The mean of a component of a one-dimensional mixture.
     *
     * @param k component, from 0
     * @return its mean
     * @throws IllegalStateException if there are several dimensions
     */
    public double mean(final int k) {
        requireOneDimension();
        return means[k][0];
    }

    /**
     * The variance of a component of a one-dimensional mixture.
     *
     * @param k component, from 0
     * @return its variance
     * @throws IllegalStateException if there are several dimensions
     */
    public double variance(final int k) {
        requireOneDimension();
        return covariances[k][0][0];
    }

    /**
     * The standard deviation of a component of a one-dimensional mixture.
     *
     * @param k component, from 0
     * @return the square root of its variance
     * @throws IllegalStateException if there are several dimensions
     */
    public double sd(final int k) {
        return Math.sqrt(variance(k));
    }

    /**
     * A coordinate of the mean of a component.
     *
     * @param k component, from 0
     * @param j column, from 0
     * @return the coordinate
     */
    public double mean(final int k, final int j) {
        return means[k][j];
    }

    /**
     * An entry of the covariance of a component.
     *
     * @param k component, from 0
     * @param i row, from 0
     * @param j column, from 0
     * @return the entry
     */
    public double covariance(final int k, final int i, final int j) {
        return covariances[k][i][j];
    }

    /** {@return a copy of the K weights} */
    public double[] weights() {
        return weights.clone();
    }

    /** {@return a copy of the K x d means} */
    public double[][] means() {
        final double[][] copy = new double[means.length][];
        Arrays.setAll(copy, k -> means[k].clone());
        return copy;
    }

    /** {@return a copy of the K x d x d covariances, written out for every type} */
    public double[][][] covariances() {
        final double[][][] copy = new double[covariances.length][][];
        for (int k = 0; k < copy.length; k++) {
            copy[k] = covariances[k].clone();
            for (int i = 0; i < copy[k].length; i++) {
                copy[k][i] = covariances[k][i].clone();
            }
        }
        return copy;
    }

    /** The mean of a component, for reading only. */
    double[] meanUncopied(final int k) {
        return means[k];
    }

    /** The factor of a component's covariance. */
    Cholesky factor(final int k) {
        return factors[k];
    }

    /**
     * The probability density.
     *
     * @param x a point of {@code d} finite coordinates
     * @return the density, at least 0
     */
    public double density(final double... x) {
        return StrictMath.exp(logDensity(x));
    }

    /**
     * The logarithm of the probability density; finite even where the density itself is too small for a number.
     *
     * @param x a point of {@code d} finite coordinates
     * @return the log density
     */
    public double logDensity(final double... x) {
        return logSumExp(logJoint(x));
    }

    /**
     * The probability of each component given the point.
     *
     * @param x a point of {@code d} finite coordinates
     * @return {@code K} numbers from 0 to 1 that sum to 1
     */
    public double[] responsibilities(final double... x) {
        final double[] joint = logJoint(x);
        int best = 0;
        final boolean[] alive = new boolean[joint.length];
        for (int k = 0; k < joint.length; k++) {
            alive[k] = weights[k] > 0;
            best = joint[k] > joint[best] ? k : best;
        }
        if (joint[best] - logScales[best] < FAR) {
            return new FarResponsibilities(means, factors, logScales).of(x, alive, best);
        }
        final double largest = joint[best];
        double sum = 0;
        for (int k = 0; k < joint.length; k++) {
            joint[k] = StrictMath.exp(joint[k] - largest);
            sum += joint[k];
        }
        for (int k = 0; k < joint.length; k++) {
            joint[k] /= sum; // so that they sum to 1 whatever the terms were rounded to
        }
        return joint;
    }

    /**
     * The logarithm of the probability density of each row.
     *
     * @param points {@code n} rows of {@code d} columns
     * @return {@code n} log densities
     */
    public double[] logDensities(final Points points) {
        Check.sameDimension("data set", points.dimension(), dimension());
        final FitData data = FitData.ofAnyRange(points, null);
        final double[] result = new double[points.size()];
        new Kernels(data, components()).logDensities(Parameters.of(this, data), 0, points.size(), result);
        return result;
    }

    /**
     * The mean over the rows of the log density: the log-likelihood divided by {@code n}.
     *
     * @param points {@code n} rows of {@code d} columns
     * @return the mean log-likelihood
     */
    public double meanLogLikelihood(final Points points) {
        Check.sameDimension("data set", points.dimension(), dimension());
        final FitData data = FitData.ofAnyRange(points, null);
        try (DataPass pass = DataPass.of(data, components(), 1, Monitor.NONE)) {
            return pass.sums(Parameters.of(this, data), false).logLikelihood / points.size();
        }
    }

    /** log w_k N(x; mean_k, covariance_k) for every component. */
    private double[] logJoint(final double[] x) {
        Check.sameDimension("point", x.length, dimension());
        for (final double coordinate : x) {
            Check.finite("coordinate of the point", coordinate);
        }
        final double[] joint = new double[weights.length];
        for (int k = 0; k < joint.length; k++) {
            joint[k] = weights[k] == 0 ? Double.NEGATIVE_INFINITY
                : logScales[k] - 0.5 * factors[k].squaredDistance(x, means[k]);
        }
        return joint;
    }

    private static double logSumExp(final double[] terms) {
        double largest = Double.NEGATIVE_INFINITY;
        for (final double term : terms) {
            largest = Math.max(largest, term);
        }
        double sum = 0;
        for (final double term : terms) {
            sum += StrictMath.exp(term - largest);
        }
        return largest + StrictMath.log(sum);
    }

    /** {@return the mean of the whole mixture, d numbers} */
    public double[] mean() {
        final double[] mean = new double[dimension()];
        for (int k = 0; k < weights.length; k++) {
            for (int j = 0; j < mean.length; j++) {
                mean[j] += weights[k] * means[k][j];
            }
        }
        return mean;
    }

    /** {@return the covariance of the whole mixture, d x d: that within the components plus that of their means} */
    public double[][] covariance() {
        final double[] mean = mean();
        final int d = mean.length;
        final double[][] covariance = Zeros.of(d, d);
        for (int k = 0; k < weights.length; k++) {
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    final double between = (means[k][i] - mean[i]) * (means[k][j] - mean[j]);
                    covariance[i][j] += weights[k] * (covariances[k][i][j] + between);
                }
            }
        }
        return covariance;
    }

    /** {@return the trace of {@link #covariance()}: in one dimension, the variance of the mixture} */
    public double totalVariance() {
        final double[][] covariance = covariance();
        double trace = 0;
        for (int j = 0; j < covariance.length; j++) {
            trace += covariance[j][j];
        }
        return trace;
    }

    /**
     * The distribution function of a one-dimensional mixture.
     *
     * @param x where, finite
     * @return the probability of a value of at most {@code x}
     * @throws IllegalStateException if there are several dimensions
     */
    public double cdf(final double x) {
        requireOneDimension();
        return Quantiles.below(this, Check.finite("argument of the distribution function", x));
    }

    /**
     * The quantile function of a one-dimensional mixture.
     *
     * @param p a probability above 0 and below 1
     * @return the value below which a share {@code p} lies
     * @throws IllegalStateException if there are several dimensions
     */
    public double quantile(final double p) {
        requireOneDimension();
        return Quantiles.quantile(this, p);
    }

    /**
     * The distribution of some of the columns, whatever the others are.
     *
     * @param columns different columns, from 0, at least one
     * @return a mixture of type {@link CovarianceType#FULL} of those columns, in that order, with the same weights
     * @throws IllegalArgumentException if there is none, one is not there, or one is named twice
     */
    public GaussianMixture marginal(final int... columns) {
        Check.atLeast("number of columns", columns.length, 1);
        if (Arrays.stream(columns).distinct().count() < columns.length
            || Arrays.stream(columns).anyMatch(j -> j < 0 || j >= dimension())) {
            throw new IllegalArgumentException("The columns must be different ones from 0 to " + (dimension() - 1)
                + ", but are " + Arrays.toString(columns) + ".");
        }
        final double[][] partsOfMeans = new double[components()][];
        final double[][][] parts = new double[components()][][];
        final Cholesky[] partsOfFactors = new Cholesky[components()];
        for (int k = 0; k < partsOfMeans.length; k++) {
            partsOfMeans[k] = selected(means[k], columns);
            final double[][] whole = covariances[k];
            parts[k] = Arrays.stream(columns).mapToObj(j -> selected(whole[j], columns)).toArray(double[][]::new);
            partsOfFactors[k] = Cholesky.ofOrNull(parts[k]);
            if (partsOfFactors[k] == null) {
                throw new IllegalArgumentException("The covariance of component " + (k + 1)
                    + " is singular but for its last digits: refit with more regularization.");
            }
        }
        return new GaussianMixture(CovarianceType.FULL, weights, partsOfMeans, parts, partsOfFactors);
    }

    /**
     * The same mixture with the type that has the fewest free parameters of all that its covariances are of; of several, the
     * one that stays the most general with more components. A mixture that was read from numbers has it back so.
     *
     * @return the mixture, its covariances equal but for the last digits
     */
    public GaussianMixture withNarrowestType() {
        final List<CovarianceType> types = Arrays.stream(CovarianceType.values())
            .sorted(Comparator.comparingInt((CovarianceType t) -> t.freeParameters(components(), dimension()))
                .thenComparingInt(t -> -t.freeParameters(components() + 1, dimension())))
            .toList();
        for (final CovarianceType narrow : types) {
            try {
                return of(narrow, weights, means, covariances);
            } catch (final IllegalArgumentException notOfThisType) {
                continue;
            }
        }
        return this;
    }

    private static double[] selected(final double[] values, final int... places) {
        return Arrays.stream(places).mapToDouble(j -> values[j]).toArray();
    }

    private void requireOneDimension() {
        if (dimension() != 1) {
            throw new IllegalStateException("This is defined in one dimension, but the mixture has " + dimension()
                + ".");
        }
    }

    /** {@return the same mixture, components in the order of their means: first coordinate, ties by the next} */
    public GaussianMixture sortedByMean() {
        for (int k = 1; k < means.length; k++) {
            if (Arrays.compare(means[k - 1], means[k]) > 0) {
                return permuted(orderByMean());
            }
        }
        return this;
    }

    /** The components in the order of their means. */
    int[] orderByMean() {
        final Integer[] order = IntStream.range(0, weights.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparing(k -> means[k], Arrays::compare));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    /** The same mixture with component order[i] at place i. */
    GaussianMixture permuted(final int... order) {
        final int k = order.length;
        final double[] w = new double[k];
        final double[][] m = new double[k][];
        final double[][][] c = new double[k][][];
        final Cholesky[] f = new Cholesky[k];
        for (int i = 0; i < k; i++) {
            w[i] = weights[order[i]];
            m[i] = means[order[i]];
            c[i] = covariances[order[i]];
            f[i] = factors[order[i]];
        }
        return new GaussianMixture(type, w, m, c, f);
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof GaussianMixture that && type == that.type && Arrays.equals(weights, that.weights)
            && Arrays.deepEquals(means, that.means) && Arrays.deepEquals(covariances, that.covariances);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(weights) + Arrays.deepHashCode(means)) + Arrays.deepHashCode(covariances);
    }

    @Override
    public String toString() {
        final StringBuilder text = new StringBuilder("GaussianMixture[").append(type);
        for (int k = 0; k < weights.length; k++) {
            text.append(k == 0 ? " " : " + ").append(weights[k]).append(" N(").append(Arrays.toString(means[k]))
                .append(", ").append(Arrays.deepToString(covariances[k])).append(')');
        }
        return text.append(']').toString();
    }
}
