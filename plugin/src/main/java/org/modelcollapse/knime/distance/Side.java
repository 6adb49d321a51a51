package org.modelcollapse.knime.distance;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Points;
import org.modelcollapse.knime.distance.MixtureDistanceParameters.Kind;
import org.modelcollapse.knime.table.MixtureTable;
import org.modelcollapse.knime.table.NumericColumns;
import org.modelcollapse.knime.table.UnusableCells;

/** One of the two distributions that are compared: a mixture, or a sample. */
sealed interface Side {

    record OfMixture(GaussianMixture mixture) implements Side {
    }

    record OfSample(Points points) implements Side {
    }

    /** Checks at configuration what the specs can tell. */
    static void check(final Kind kind, final String column, final DataTableSpec spec) throws InvalidSettingsException {
        switch (kind) {
            case MIXTURE -> MixtureTable.of(spec);
            case SAMPLE -> NumericColumns.oneOf(spec, column);
        }
    }

    /** @return a warning that names the column of a sample where the first of several is taken; empty otherwise */
    static String choice(final Kind kind, final String column, final DataTableSpec spec, final String which) {
        final String choice = kind == Kind.SAMPLE ? NumericColumns.choiceOfOne(spec, column) : "";
        return choice.isEmpty() ? "" : which + " input: " + choice;
    }

    static Side read(final Kind kind, final String column, final BufferedDataTable table, final ExecutionContext exec)
        throws InvalidSettingsException, CanceledExecutionException {
        final DataTableSpec spec = table.getDataTableSpec();
        return switch (kind) {
            case MIXTURE -> new OfMixture(MixtureTable.of(spec).read(table));
            case SAMPLE -> new OfSample(
                NumericColumns.oneOf(spec, column).read(table, UnusableCells.SKIP, exec.createSilentSubProgress(0)).points());
        };
    }
}
