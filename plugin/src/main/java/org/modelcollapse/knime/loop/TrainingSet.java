package org.modelcollapse.knime.loop;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.modelcollapse.gmm.Points;
import org.modelcollapse.knime.table.TableWriter;
import org.modelcollapse.knime.table.UnlikeNames;

/** Training sets as tables. */
final class TrainingSet {

    static final String GENERATION = "Generation";

    private TrainingSet() {
    }

    /** @return a column of doubles a variable */
    static DataTableSpec spec(final List<String> variables) {
        return new DataTableSpec(variables.toArray(String[]::new),
            Collections.nCopies(variables.size(), DoubleCell.TYPE).toArray(DataType[]::new));
    }

    /** @return the generation, then a column of doubles a variable: the long form that histograms group by */
    static DataTableSpec keptSpec(final List<String> variables) {
        final List<String> names = new ArrayList<>(List.of(GENERATION));
        names.addAll(UnlikeNames.of(names, variables));
        final List<DataType> types = new ArrayList<>(List.of(IntCell.TYPE));
        types.addAll(Collections.nCopies(variables.size(), DoubleCell.TYPE));
        return new DataTableSpec(names.toArray(String[]::new), types.toArray(DataType[]::new));
    }

    static BufferedDataTable write(final Points points, final List<String> variables, final ExecutionContext exec)
        throws CanceledExecutionException {
        try (TableWriter writer = TableWriter.of(spec(variables), exec)) {
            writer.addAll(points);
            return writer.finish();
        }
    }
}
