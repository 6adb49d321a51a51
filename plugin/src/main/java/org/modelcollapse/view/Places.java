package org.modelcollapse.view;

import java.util.TreeSet;
import java.util.stream.IntStream;

/** Chooses where to draw a long line: everywhere about equally often, on a linear axis and on a logarithmic one. */
final class Places {

    private Places() {
    }

    /**
     * @param n how many points there are
     * @param most how many may be chosen, at least 4
     * @return the indices of those chosen, rising: all if they are few enough; else the first, the last, and between
     *         them two thirds at equal distances and a third at equal ratios, which lie close at the beginning
     */
    static int[] of(final int n, final int most) {
        if (n <= most) {
            return IntStream.range(0, n).toArray();
        }
        final int even = most - most / 3;
        final int ratios = most / 3;
        final TreeSet<Integer> chosen = new TreeSet<>();
        for (int i = 0; i < even; i++) {
            chosen.add((int)((long)(n - 1) * i / (even - 1)));
        }
        for (int i = 0; i < ratios; i++) {
            chosen.add((int)Math.min(n - 1, Math.round(StrictMath.pow(n, (double)i / ratios)) - 1));
        }
        return chosen.stream().mapToInt(Integer::intValue).toArray();
    }
}
