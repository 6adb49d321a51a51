package org.modelcollapse.gmm;

import java.util.List;

/**
 * A criterion by covariance family and number of components, as a chart of a line a family shows it. Immutable.
 *
 * @param criterion of which less is better
 * @param lines a line a family, in the order in which they were tried
 * @param chosen the preferred entry
 */
public record CriterionTable(Criterion criterion, List<Line> lines, Entry chosen) {

    /**
     * The values of a family.
     *
     * @param family the family
     * @param entries in rising order of the number of components
     */
    public record Line(CovarianceType family, List<Entry> entries) {
        /** Copies the list. */
        public Line {
            entries = List.copyOf(entries);
        }
    }

    /**
     * A fit in the table.
     *
     * @param family of its covariances
     * @param components how many
     * @param value of the criterion
     * @param mayWin whether no component is dead or collapsed; otherwise the value says nothing about the data
     */
    public record Entry(CovarianceType family, int components, double value, boolean mayWin) {
    }

    /** Copies the list. */
    public CriterionTable {
        lines = List.copyOf(lines);
    }

    static CriterionTable of(final Selection selection) {
        final List<Line> lines = selection.fits().stream().map(fit -> fit.mixture().covarianceType()).distinct()
            .map(family -> new Line(family, selection.fits().stream()
                .filter(fit -> fit.mixture().covarianceType() == family).map(fit -> entry(selection, fit)).toList()))
            .toList();
        return new CriterionTable(selection.criterion(), lines, entry(selection, selection.best()));
    }

    private static Entry entry(final Selection selection, final Fit fit) {
        return new Entry(fit.mixture().covarianceType(), fit.mixture().components(), selection.criterion().of(fit),
            Selection.mayWin(fit));
    }
}
