package org.modelcollapse.knime.assign;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataRow;
import org.knime.core.data.DoubleValue;
import org.modelcollapse.gmm.Conditional;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.OutlierTest;
import org.modelcollapse.gmm.RandomStream;

/**
 * What the mixture says of rows by the columns that they have. What is worked out for a set of columns is kept for the next
 * row that has the same. Not thread-safe.
 */
final class KnownColumns {

    /** Each may hold the densities of all draws. */
    private static final int MOST_KEPT = 64;

    /** What is worked out for the rows that have the same columns; no test if none is asked for or no column is there. */
    record Case(Conditional conditional, OutlierTest test) {

        boolean knowsNothing() {
            return conditional.marginal().isEmpty();
        }
    }

    /** A row's values, NaN where one is unknown, and what is worked out for the columns that it has. */
    record Known(double[] values, boolean whole, Case of) {
    }

    private final GaussianMixture mixture;

    private final int[] columns;

    private final GmmAssignerParameters settings;

    private final RandomStream random;

    private final Map<BitSet, Case> cases = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(final Map.Entry<BitSet, Case> eldest) {
            return size() > MOST_KEPT;
        }
    };

    /**
     * @param mixture what describes the rows
     * @param columns places of the columns that it describes
     * @param settings how outliers are found
     * @param random a draw of the mixture for the densities begins with it, whichever columns there are
     */
    KnownColumns(final GaussianMixture mixture, final int[] columns, final GmmAssignerParameters settings,
        final RandomStream random) {
        this.mixture = mixture;
        this.columns = columns;
        this.settings = settings;
        this.random = random;
    }

    /** @return the row's values and what the mixture says of the columns that it has */
    Known of(final DataRow row) {
        final double[] values = Arrays.stream(columns).mapToDouble(c -> value(row.getCell(c))).toArray();
        final BitSet known = new BitSet();
        for (int j = 0; j < values.length; j++) {
            known.set(j, !Double.isNaN(values[j]));
        }
        return new Known(values, known.cardinality() == values.length, cases.computeIfAbsent(known, this::work));
    }

    private static double value(final DataCell cell) {
        final double value = cell.isMissing() ? Double.NaN : ((DoubleValue)cell).getDoubleValue();
        return Double.isFinite(value) ? value : Double.NaN;
    }

    private Case work(final BitSet known) {
        final boolean[] flags = new boolean[columns.length];
        known.stream().forEach(j -> flags[j] = true);
        final Conditional conditional = Conditional.of(mixture, flags);
        return new Case(conditional, conditional.marginal().map(this::test).orElse(null));
    }

    private OutlierTest test(final GaussianMixture marginal) {
        return switch (settings.m_outliers) {
            case OFF -> null;
            case DISTANCE -> OutlierTest.byDistance(marginal);
            // a split starts anew: the result of a row does not depend on the rows before
            case DENSITY -> OutlierTest.byDensity(marginal, settings.m_draws, random.split(0));
        };
    }
}
