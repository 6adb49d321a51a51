package org.modelcollapse.collapse.recursion;

import java.util.Optional;

import org.modelcollapse.collapse.math.Weights;

/**
 * When a run ends before its last generation. Immutable.
 *
 * @param varianceShare the run ends with the fit whose total variance is below this share of the original's; 0 for
 *            never, otherwise below 1
 * @param componentLost whether it ends with the fit that has a component of less weight than one point
 */
public record StopRule(double varianceShare, boolean componentLost) {

    /** All generations. */
    public static final StopRule NEVER = new StopRule(0, false);

    /** @throws IllegalArgumentException if the share is outside 0 to 1 */
    public StopRule {
        if (!(varianceShare >= 0 && varianceShare < 1)) {
            throw new IllegalArgumentException(
                "The share of variance to stop at must be from 0 to below 1, but is " + varianceShare);
        }
    }

    /**
     * @param varianceShare share of the original's total variance, 0 for never, below 1
     * @param componentLost whether to stop when a component is lost
     * @return the rule
     * @throws IllegalArgumentException if the share is outside 0 to 1
     */
    public static StopRule of(final double varianceShare, final boolean componentLost) {
        return new StopRule(varianceShare, componentLost);
    }

    /**
     * Asks whether a run ends with a fit.
     *
     * @param variance total variance of the fit
     * @param originalVariance total variance of the original
     * @param weights weights of the fitted components
     * @param n points of training set 1
     * @return why it ends, or empty if it goes on
     */
    public Optional<EndReason> reason(final double variance, final double originalVariance, final double[] weights,
        final int n) {
        if (variance < varianceShare * originalVariance) {
            return Optional.of(EndReason.VARIANCE_BELOW_SHARE);
        }
        return componentLost && Weights.surviving(weights, n) < weights.length ? Optional.of(EndReason.COMPONENT_LOST)
            : Optional.empty();
    }
}
