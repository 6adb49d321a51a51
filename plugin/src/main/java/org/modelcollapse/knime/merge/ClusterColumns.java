package org.modelcollapse.knime.merge;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.container.AbstractCellFactory;
import org.knime.core.data.def.StringCell;
import org.knime.core.util.UniqueNameGenerator;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Merging;

/** Computes the names of a row's clusters. */
final class ClusterColumns extends AbstractCellFactory {

    private final GaussianMixture mixture;

    private final Merging merging;

    private final int[] columns;

    private final int chosen;

    private long unusable;

    /**
     * @param mixture what describes the rows
     * @param merging of its components
     * @param columns places of the columns that it describes
     * @param chosen how many clusters the first column has
     * @param all whether there is a column for each number
     * @param spec of the rows
     */
    ClusterColumns(final GaussianMixture mixture, final Merging merging, final int[] columns, final int chosen,
        final boolean all, final DataTableSpec spec) {
        super(specs(OptionalInt.of(chosen), all ? merging.components() : 0, spec));
        this.mixture = mixture;
        this.merging = merging;
        this.columns = columns;
        this.chosen = chosen;
    }

    static DataCell cluster(final int c) {
        return new StringCell("Cluster " + (c + 1));
    }

    /**
     * @param chosen how many clusters the first column has, or the most that it can have; empty if that is not known yet
     * @param components how many there are, where a column for each number is appended; else 0
     * @return the specs of the columns, under names that the table does not have yet
     */
    static DataColumnSpec[] specs(final OptionalInt chosen, final int components, final DataTableSpec spec) {
        final var names = new UniqueNameGenerator(spec);
        final List<DataColumnSpec> specs = new ArrayList<>();
        specs.add(column(names, "Cluster", chosen));
        for (int count = components; count >= 2; count--) {
            specs.add(column(names, "Cluster of " + count, OptionalInt.of(count)));
        }
        return specs.toArray(DataColumnSpec[]::new);
    }

    private static DataColumnSpec column(final UniqueNameGenerator names, final String name, final OptionalInt clusters) {
        final var column = new DataColumnSpecCreator(names.newColumn(name, StringCell.TYPE));
        clusters.ifPresent(count -> column.setDomain(new DataColumnDomainCreator(
            IntStream.range(0, count).mapToObj(ClusterColumns::cluster).toArray(DataCell[]::new)).createDomain()));
        return column.createSpec();
    }

    @Override
    public DataCell[] getCells(final DataRow row) {
        final DataCell[] cells = new DataCell[getColumnSpecs().length];
        final double[] x = new double[columns.length];
        for (int j = 0; j < x.length; j++) {
            final DataCell cell = row.getCell(columns[j]);
            x[j] = cell.isMissing() ? Double.NaN : ((DoubleValue)cell).getDoubleValue();
            if (!Double.isFinite(x[j])) {
                unusable++;
                Arrays.fill(cells, DataType.getMissingCell());
                return cells;
            }
        }
        final double[] responsibilities = mixture.responsibilities(x);
        cells[0] = most(responsibilities, chosen);
        for (int i = 1; i < cells.length; i++) {
            cells[i] = most(responsibilities, merging.components() + 1 - i);
        }
        return cells;
    }

    private DataCell most(final double[] responsibilities, final int count) {
        final double[] probabilities = merging.probabilities(responsibilities, count);
        int best = 0;
        for (int c = 1; c < count; c++) {
            best = probabilities[c] > probabilities[best] ? c : best;
        }
        return cluster(best);
    }

    /** @return how many rows had no usable point so far, as a warning; empty if none */
    String warning() {
        return unusable == 0 ? "" : unusable + (unusable == 1 ? " row has" : " rows have")
            + " missing, NaN or infinite values and got missing cells.";
    }
}
