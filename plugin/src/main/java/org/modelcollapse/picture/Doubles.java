package org.modelcollapse.picture;

import java.util.Arrays;

/** A list of doubles that grows, without a box for each. Not safe for use by several threads. */
final class Doubles {

    private double[] values = new double[64];
    private int size;

    void add(final double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size++] = value;
    }

    void clear() {
        size = 0;
    }

    double last() {
        return values[size - 1];
    }

    int size() {
        return size;
    }

    double[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
