package org.modelcollapse.collapse.model;

/** Says that a training set has lost the variance that its learner needs, which ends a run. */
public final class CollapsedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    CollapsedException(final String message, final Throwable cause) {
        super(message, cause);
    }

    static void requireVariance(final double variance, final int column) {
        if (!(variance >= Double.MIN_NORMAL)) {
            throw new CollapsedException("The training set has collapsed onto a point: column " + (column + 1)
                + " has the variance " + variance, null);
        }
    }
}
