package org.modelcollapse.gmm;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What the variational fit of a Bayesian mixture gives. Immutable.
 *
 * @param mixture the expectations of all parameters, as scikit-learn's {@code weights_}, {@code means_} and
 *            {@code covariances_}: components that died, too
 * @param lowerBound the lower bound on the logarithm of the evidence, but for constants of data and prior, as
 *            scikit-learn's {@code lower_bound_}
 * @param iterations how many were made
 * @param converged whether it ended because the lower bound no longer changed
 * @param trace the lower bound of every iteration
 * @param rows the expected number of rows of each component, {@code K}
 * @param concentration of the weights' distribution, {@code K x 1}, or of the Dirichlet process {@code K x 2}: the two
 *            parameters of each Beta distribution
 * @param meanPrecision how many rows the knowledge of each mean is worth, {@code K}
 * @param degreesOfFreedom those of each covariance's distribution, {@code K}; of type TIED all the same
 */
public record BayesFit(GaussianMixture mixture, double lowerBound, int iterations, boolean converged, double[] trace,
    double[] rows, double[][] concentration, double[] meanPrecision, double[] degreesOfFreedom) {

    /** Copies what could be changed. */
    public BayesFit {
        trace = trace.clone();
        rows = rows.clone();
        concentration = Arrays.stream(concentration).map(double[]::clone).toArray(double[][]::new);
        meanPrecision = meanPrecision.clone();
        degreesOfFreedom = degreesOfFreedom.clone();
    }

    /**
     * Whether a component has not died.
     *
     * @param k component, from 0
     * @return whether one row or more can be expected of it
     */
    public boolean lives(final int k) {
        return rows[k] >= 1;
    }

    /** {@return how many components live} */
    public int living() {
        return (int)IntStream.range(0, rows.length).filter(this::lives).count();
    }

    /** {@return the same fit with the components in the order of their means} */
    public BayesFit sorted() {
        return of(mixture.orderByMean());
    }

    /**
     * {@return the same fit without the components that died, the weights of the others scaled to sum to 1; all stay if none
     * lives}
     */
    public BayesFit withoutDead() {
        final int[] alive = IntStream.range(0, rows.length).filter(this::lives).toArray();
        return alive.length == 0 || alive.length == rows.length ? this : of(alive);
    }

    private BayesFit of(final int... order) {
        final double[] weights = new double[order.length];
        Arrays.setAll(weights, i -> mixture.weight(order[i]));
        final double sum = Arrays.stream(weights).sum();
        final GaussianMixture chosen = mixture.permuted(order);
        final GaussianMixture scaled = order.length == rows.length ? chosen
            : GaussianMixture.of(chosen.covarianceType(), Arrays.stream(weights).map(w -> w / sum).toArray(), chosen.means(),
                chosen.covariances());
        return new BayesFit(scaled, lowerBound, iterations, converged, trace, selected(rows, order),
            IntStream.of(order).mapToObj(k -> concentration[k]).toArray(double[][]::new), selected(meanPrecision, order),
            selected(degreesOfFreedom, order));
    }

    private static double[] selected(final double[] values, final int... order) {
        return Arrays.stream(order).mapToDouble(k -> values[k]).toArray();
    }

    /** {@return a copy of the lower bounds} */
    @Override
    public double[] trace() {
        return trace.clone();
    }

    /** {@return a copy of the expected numbers of rows} */
    @Override
    public double[] rows() {
        return rows.clone();
    }

    /** {@return a copy of the parameters of the weights' distribution} */
    @Override
    public double[][] concentration() {
        return Arrays.stream(concentration).map(double[]::clone).toArray(double[][]::new);
    }

    /** {@return a copy of the precisions} */
    @Override
    public double[] meanPrecision() {
        return meanPrecision.clone();
    }

    /** {@return a copy of the degrees of freedom} */
    @Override
    public double[] degreesOfFreedom() {
        return degreesOfFreedom.clone();
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof BayesFit that && mixture.equals(that.mixture) && lowerBound == that.lowerBound
            && converged == that.converged && Arrays.equals(trace, that.trace) && Arrays.equals(rows, that.rows)
            && Arrays.deepEquals(concentration, that.concentration)
            && Arrays.equals(meanPrecision, that.meanPrecision)
            && Arrays.equals(degreesOfFreedom, that.degreesOfFreedom);
    }

    @Override
    public int hashCode() {
        return 31 * mixture.hashCode() + Arrays.hashCode(trace);
    }

    @Override
    public String toString() {
        return "BayesFit[" + mixture + ", lower bound " + lowerBound + ", " + living() + " of " + rows.length
            + " components live, " + iterations + " iterations, " + (converged ? "converged" : "not converged") + "]";
    }
}
