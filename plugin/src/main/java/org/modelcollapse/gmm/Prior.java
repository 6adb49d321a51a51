package org.modelcollapse.gmm;

import java.io.Serializable;

/**
 * A weak conjugate prior on means and covariances, with the values of Fraley and Raftery (2007,
 * doi:10.1007/s00357-007-0004-5) that mclust takes by default: each mean is drawn to that of all rows with the weight of
 * {@code shrinkage} rows; each covariance to that of all rows divided by {@code K^(2/d)}, with {@code d + 2} degrees of
 * freedom. EM then finds the maximum of likelihood times prior, which is bounded: no component collapses onto a point. The
 * families that mclust fits without its prior (VEE, EVE, VVE, EVV) have it by the same rule.
 *
 * @param shrinkage how many rows the mean of all rows counts for, at least 0
 */
public record Prior(double shrinkage) implements Serializable {

    /** Checks the range. */
    public Prior {
        Check.notNegative("shrinkage of the prior", shrinkage);
    }

    /** {@return the prior that mclust takes by default: a hundredth of a row} */
    public static Prior weak() {
        return new Prior(0.01);
    }
}
