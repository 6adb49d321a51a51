package org.modelcollapse.view;

import java.util.stream.IntStream;

/** Makes long lines short without losing a peak: of each stretch of a line its least and its largest value stay. */
public final class Thinning {

    private Thinning() {
    }

    /**
     * @param y the values of a line, in their order; NaN where it has a gap
     * @param most how many may stay, at least 4
     * @return the indices of those that stay, rising: all if they are few enough; else the first, the last, and the
     *         least and largest of stretches of equal length between them
     */
    public static int[] indices(final double[] y, final int most) {
        if (y.length <= most) {
            return IntStream.range(0, y.length).toArray();
        }
        final int stretches = (most - 2) / 2;
        final int inner = y.length - 2;
        final IntStream.Builder kept = IntStream.builder().add(0);
        for (int s = 0; s < stretches; s++) {
            final int from = 1 + (int)((long)inner * s / stretches);
            final int to = 1 + (int)((long)inner * (s + 1) / stretches);
            int least = from;
            int largest = from;
            for (int i = from + 1; i < to; i++) {
                // a NaN at the beginning of a stretch gives way to any number
                if (y[i] < y[least] || Double.isNaN(y[least])) {
                    least = i;
                }
                if (y[i] > y[largest] || Double.isNaN(y[largest])) {
                    largest = i;
                }
            }
            kept.add(Math.min(least, largest));
            if (least != largest) {
                kept.add(Math.max(least, largest));
            }
        }
        return kept.add(y.length - 1).build().toArray();
    }
}
