package org.modelcollapse.knime.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.modelcollapse.gmm.Merging;
import org.modelcollapse.knime.table.TableWriter;

/** How components were merged, as tables. */
final class MergingTables {

    static final DataTableSpec STEPS = new DataTableSpec(
        new String[]{"Clusters", "Entropy", "Entropy lost", "Rows merged", "Entropy lost a row merged", "Merged", "Bend"},
        new DataType[]{IntCell.TYPE, DoubleCell.TYPE, DoubleCell.TYPE, LongCell.TYPE, DoubleCell.TYPE, StringCell.TYPE,
            BooleanCell.TYPE});

    private MergingTables() {
    }

    /** A row a number of clusters, from one to all, as charts take it. */
    static BufferedDataTable steps(final Merging merging, final ExecutionContext exec) throws CanceledExecutionException {
        final int k = merging.components();
        try (TableWriter writer = TableWriter.of(STEPS, exec)) {
            for (int count = 1; count <= k; count++) {
                final List<DataCell> cells = new ArrayList<>();
                cells.add(new IntCell(count));
                cells.add(new DoubleCell(merging.entropy(count)));
                if (count < k) {
                    final Merging.Step step = merging.steps().get(k - 1 - count);
                    final double lost = merging.entropy(count + 1) - merging.entropy(count);
                    cells.add(new DoubleCell(lost));
                    cells.add(new LongCell(step.rows()));
                    cells.add(step.rows() > 0 ? new DoubleCell(lost / step.rows()) : DataType.getMissingCell());
                    cells.add(new StringCell(members(merging, count + 1, step.first()) + " and "
                        + members(merging, count + 1, step.second())));
                } else {
                    while (cells.size() < STEPS.getNumColumns() - 1) {
                        cells.add(DataType.getMissingCell());
                    }
                }
                cells.add(BooleanCell.get(count == merging.bend()));
                writer.add(cells.toArray(DataCell[]::new));
            }
            return writer.finish();
        }
    }

    /** The numbers of a cluster's components, from 1: "1+3". */
    private static String members(final Merging merging, final int count, final int cluster) {
        final int[] clusters = merging.clusters(count);
        return IntStream.range(0, clusters.length).filter(c -> clusters[c] == cluster)
            .mapToObj(c -> Integer.toString(c + 1)).reduce((a, b) -> a + "+" + b).orElseThrow();
    }

    /** @param components how many; the columns are those of the numbers of clusters from all down to two */
    static DataTableSpec componentsSpec(final int components) {
        final List<String> names = new ArrayList<>(List.of("Component", "Cluster"));
        final List<DataType> types = new ArrayList<>(List.of(IntCell.TYPE, StringCell.TYPE));
        for (int count = components; count >= 2; count--) {
            names.add("Cluster of " + count);
            types.add(StringCell.TYPE);
        }
        return new DataTableSpec(names.toArray(String[]::new), types.toArray(DataType[]::new));
    }

    /** A row a component with its cluster for each number of clusters. */
    static BufferedDataTable components(final Merging merging, final int chosen, final ExecutionContext exec)
        throws CanceledExecutionException {
        final int k = merging.components();
        try (TableWriter writer = TableWriter.of(componentsSpec(k), exec)) {
            for (int c = 0; c < k; c++) {
                final List<DataCell> cells = new ArrayList<>(List.of(new IntCell(c + 1)));
                cells.add(ClusterColumns.cluster(merging.clusters(chosen)[c]));
                for (int count = k; count >= 2; count--) {
                    cells.add(ClusterColumns.cluster(merging.clusters(count)[c]));
                }
                writer.add(cells.toArray(DataCell[]::new));
            }
            return writer.finish();
        }
    }
}
