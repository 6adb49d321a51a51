package org.modelcollapse.gmm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which values of some rows are known. Rows that know the same columns share a pattern, so that what depends on it is
 * computed once.
 *
 * @param patterns for each pattern, which of the columns are known
 * @param ofRow the pattern of each row
 */
record Gaps(boolean[][] patterns, int[] ofRow) {

    static Gaps of(final PartialPoints points) {
        final List<boolean[]> patterns = new ArrayList<>();
        final Map<String, Integer> places = new HashMap<>();
        final int[] ofRow = new int[points.size()];
        for (int i = 0; i < ofRow.length; i++) {
            final boolean[] known = new boolean[points.dimension()];
            for (int j = 0; j < known.length; j++) {
                known[j] = points.isKnown(i, j);
            }
            ofRow[i] = places.computeIfAbsent(Arrays.toString(known), k -> {
                patterns.add(known);
                return patterns.size() - 1;
            });
        }
        return new Gaps(patterns.toArray(boolean[][]::new), ofRow);
    }

    /** Those of some rows; null if there are none. */
    static Gaps ofRows(final Gaps gaps, final int... rows) {
        return gaps == null ? null
            : new Gaps(gaps.patterns, Arrays.stream(rows).map(i -> gaps.ofRow[i]).toArray());
    }

    /** Whether every value of every row is known. */
    boolean isNone() {
        return patterns.length == 1 && allKnown(patterns[0]);
    }

    private static boolean allKnown(final boolean[] known) {
        for (final boolean one : known) {
            if (!one) {
                return false;
            }
        }
        return true;
    }
}
