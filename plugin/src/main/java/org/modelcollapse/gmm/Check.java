package org.modelcollapse.gmm;

/** Checks of arguments whose messages name the argument and its value. */
final class Check {

    private Check() {
    }

    static int atLeast(final String name, final int value, final int least) {
        if (value >= least) {
            return value;
        }
        throw new IllegalArgumentException("The " + name + " must be at least " + least + ", but is " + value + ".");
    }

    static double notNegative(final String name, final double value) {
        if (value >= 0 && value < Double.POSITIVE_INFINITY) {
            return value;
        }
        throw new IllegalArgumentException(
            "The " + name + " must be a finite number of at least 0, but is " + value + ".");
    }

    static double finite(final String name, final double value) {
        if (Double.isFinite(value)) {
            return value;
        }
        throw new IllegalArgumentException("The " + name + " must be finite, but is " + value + ".");
    }

    /** The range is {@code 0 <= from <= to <= length}. */
    static void range(final int from, final int to, final int length) {
        if (!(from >= 0 && from <= to && to <= length)) {
            throw new IndexOutOfBoundsException(
                "The range " + from + " to " + to + " does not fit an array of " + length + " values.");
        }
    }

    static void sameDimension(final String what, final int dimension, final int expected) {
        if (dimension != expected) {
            throw new IllegalArgumentException(
                "The " + what + " has dimension " + dimension + " where " + expected + " is expected.");
        }
    }
}
