package org.modelcollapse.gmm;

/** What the covariance matrices of the components of a mixture have in common, and so how many numbers are fitted. */
public enum CovarianceType {

    /** Every component has its own symmetric positive definite matrix. */
    FULL,

    /** All components share one symmetric positive definite matrix. */
    TIED,

    /** Every component has its own diagonal matrix: the columns are independent within a component. */
    DIAGONAL,

    /** Every component has one variance, the same for all columns. */
    SPHERICAL;

    /**
     * Counts the free parameters of a whole mixture: covariances, means ({@code k d}) and weights ({@code k - 1}).
     *
     * @param k number of components, at least 1
     * @param d number of dimensions, at least 1
     * @return the number that the information criteria charge for
     * @throws IllegalArgumentException if {@code k} or {@code d} is below 1
     */
    public int freeParameters(final int k, final int d) {
        Check.atLeast("number of components", k, 1);
        Check.atLeast("dimension", d, 1);
        final int triangle = d * (d + 1) / 2;
        final int ofCovariances = switch (this) {
            case FULL -> k * triangle;
            case TIED -> triangle;
            case DIAGONAL -> k * d;
            case SPHERICAL -> k;
        };
        return ofCovariances + k * d + k - 1;
    }
}
