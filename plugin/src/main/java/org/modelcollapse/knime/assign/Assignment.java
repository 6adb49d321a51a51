package org.modelcollapse.knime.assign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.container.AbstractCellFactory;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.util.UniqueNameGenerator;
import org.modelcollapse.gmm.GaussianMixture;

/** Computes the cells that are appended to a row. */
final class Assignment extends AbstractCellFactory {

    private final GaussianMixture mixture;

    private final int[] columns;

    private final GmmAssignerParameters settings;

    private long unusable;

    /**
     * @param mixture what describes the rows
     * @param columns places of the columns that it describes
     * @param settings what to append
     * @param spec of the rows
     */
    Assignment(final GaussianMixture mixture, final int[] columns, final GmmAssignerParameters settings,
        final DataTableSpec spec) {
        super(appended(settings, mixture.components(), spec));
        this.mixture = mixture;
        this.columns = columns;
        this.settings = settings;
    }

    /** @return the specs of the columns that are appended, under names that the table does not have yet */
    static DataColumnSpec[] appended(final GmmAssignerParameters settings, final int components,
        final DataTableSpec spec) {
        final var names = new UniqueNameGenerator(spec);
        final List<DataColumnSpec> specs = new ArrayList<>();
        if (settings.m_appendComponent) {
            specs.add(names.newColumn("Component", IntCell.TYPE));
        }
        if (settings.m_appendProbabilities) {
            for (int k = 1; k <= components; k++) {
                specs.add(names.newColumn("Probability " + k, DoubleCell.TYPE));
            }
        }
        if (settings.m_appendLogDensity) {
            specs.add(names.newColumn("Log density", DoubleCell.TYPE));
        }
        return specs.toArray(DataColumnSpec[]::new);
    }

    @Override
    public DataCell[] getCells(final DataRow row) {
        final double[] x = new double[columns.length];
        for (int j = 0; j < x.length; j++) {
            final DataCell cell = row.getCell(columns[j]);
            x[j] = cell.isMissing() ? Double.NaN : ((DoubleValue)cell).getDoubleValue();
            if (!Double.isFinite(x[j])) {
                unusable++;
                final DataCell[] missing = new DataCell[getColumnSpecs().length];
                Arrays.fill(missing, DataType.getMissingCell());
                return missing;
            }
        }
        return cells(x);
    }

    private DataCell[] cells(final double[] x) {
        final List<DataCell> cells = new ArrayList<>();
        if (settings.m_appendComponent || settings.m_appendProbabilities) {
            final double[] responsibilities = mixture.responsibilities(x);
            if (settings.m_appendComponent) {
                cells.add(new IntCell(largest(responsibilities) + 1));
            }
            if (settings.m_appendProbabilities) {
                Arrays.stream(responsibilities).mapToObj(DoubleCell::new).forEach(cells::add);
            }
        }
        if (settings.m_appendLogDensity) {
            cells.add(new DoubleCell(mixture.logDensity(x)));
        }
        return cells.toArray(DataCell[]::new);
    }

    private static int largest(final double[] values) {
        int best = 0;
        for (int k = 1; k < values.length; k++) {
            if (values[k] > values[best]) {
                best = k;
            }
        }
        return best;
    }

    /** @return how many rows had no usable point so far, as a warning, or null if none */
    String warning() {
        return unusable == 0 ? null : unusable + (unusable == 1 ? " row has" : " rows have")
            + " missing, NaN or infinite values and got missing cells.";
    }
}
