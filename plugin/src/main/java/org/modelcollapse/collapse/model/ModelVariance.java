package org.modelcollapse.collapse.model;

/**
 * How the total variance of a model, and that of what it generates, follow from the variance u (divisor n) of its
 * training set of n points: the model has {@code n / (n - ddof) u + summand}, and generated points have the
 * temperature times that. Immutable.
 *
 * @param ddof 0 for EM and maximum likelihood, 1 for one Gaussian with the divisor n - 1
 * @param summand added variance in squared units of the data: 0; d e for a regularisation e, d h^2 for a kernel of
 *            bandwidth h, in d dimensions. At least 0, finite
 * @param temperature factor on the model's variance when it generates, at least 0, finite; other than 1 exact for
 *            models of one component
 */
public record ModelVariance(int ddof, double summand, double temperature) {

    /** The model keeps the variance of its training set and generates points of that variance. */
    public static final ModelVariance KEPT = new ModelVariance(0, 0, 1);

    /** @throws IllegalArgumentException if a value is out of its range */
    public ModelVariance {
        if (ddof != 0 && ddof != 1) {
            throw new IllegalArgumentException("ddof must be 0 or 1, but is " + ddof);
        }
        requireNonNegative("The added variance", summand);
        requireNonNegative("The temperature", temperature);
    }

    /**
     * @param ddof 0 or 1
     * @param summand added variance, at least 0
     * @param temperature factor when generating, at least 0
     * @return the change
     * @throws IllegalArgumentException if a value is out of its range
     */
    public static ModelVariance of(final int ddof, final double summand, final double temperature) {
        return new ModelVariance(ddof, summand, temperature);
    }

    /** The same at another temperature. */
    public ModelVariance at(final double factor) {
        return of(ddof, summand, factor);
    }

    /** Expected variance of the model of a training set of n points with the expected variance u. */
    public double model(final double u, final double n) {
        return n / (n - ddof) * u + summand;
    }

    /** Expected variance of what that model generates. */
    public double generated(final double u, final double n) {
        return temperature * model(u, n);
    }

    /**
     * @return the value
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public static double requireNonNegative(final String name, final double value) {
        if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be finite and at least 0, but is " + value);
        }
        return value;
    }
}
