package org.modelcollapse.knime.assign;

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
import org.knime.core.data.container.AbstractCellFactory;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.util.UniqueNameGenerator;

/** Computes the cells that are appended to a row. */
final class Assignment extends AbstractCellFactory {

    private final KnownColumns known;

    private final GmmAssignerParameters settings;

    /** The cells of the labels, made once. */
    private final DataCell[] labels;

    private long partly;

    private long unusable;

    /**
     * @param known what the mixture says
     * @param components how many there are
     * @param settings what to append
     * @param spec of the rows
     */
    Assignment(final KnownColumns known, final int components, final GmmAssignerParameters settings,
        final DataTableSpec spec) {
        super(appended(settings, OptionalInt.of(components), spec));
        this.known = known;
        this.settings = settings;
        labels = labels(components);
    }

    private static DataCell[] labels(final int components) {
        return IntStream.rangeClosed(1, components).mapToObj(k -> new StringCell("Cluster " + k)).toArray(DataCell[]::new);
    }

    /**
     * @param components how many there are, if that is known already; it must be where probabilities are appended
     * @return the specs of the columns that are appended, under names that the table does not have yet
     */
    static DataColumnSpec[] appended(final GmmAssignerParameters settings, final OptionalInt components,
        final DataTableSpec spec) {
        final var names = new UniqueNameGenerator(spec);
        final List<DataColumnSpec> specs = new ArrayList<>();
        if (settings.m_appendCluster) {
            final var cluster = new DataColumnSpecCreator(names.newColumn("Cluster", StringCell.TYPE));
            // without the values KNIME's Color Manager would have nothing to give colours to before execution
            components.ifPresent(k -> cluster.setDomain(new DataColumnDomainCreator(labels(k)).createDomain()));
            specs.add(cluster.createSpec());
        }
        if (settings.m_appendComponent) {
            specs.add(names.newColumn("Component", IntCell.TYPE));
        }
        if (settings.m_appendProbabilities) {
            for (int k = 1; k <= components.getAsInt(); k++) {
                specs.add(names.newColumn("Probability " + k, DoubleCell.TYPE));
            }
        }
        if (settings.m_appendLogDensity) {
            specs.add(names.newColumn("Log density", DoubleCell.TYPE));
        }
        if (settings.m_outliers != AssignerChoices.Outliers.OFF) {
            specs.add(names.newColumn("P-value", DoubleCell.TYPE));
            specs.add(names.newColumn("Outlier", BooleanCell.TYPE));
        }
        return specs.toArray(DataColumnSpec[]::new);
    }

    @Override
    public DataCell[] getCells(final DataRow row) {
        final KnownColumns.Known at = known.of(row);
        if (!at.whole() && (settings.m_unknown == AssignerChoices.Unknown.MISSING || at.of().knowsNothing())) {
            unusable++;
            final DataCell[] missing = new DataCell[getColumnSpecs().length];
            Arrays.fill(missing, DataType.getMissingCell());
            return missing;
        }
        partly += at.whole() ? 0 : 1;
        return cells(at);
    }

    private DataCell[] cells(final KnownColumns.Known at) {
        final List<DataCell> cells = new ArrayList<>();
        if (settings.m_appendCluster || settings.m_appendComponent || settings.m_appendProbabilities) {
            final double[] responsibilities = at.of().conditional().responsibilities(at.values());
            final int best = largest(responsibilities);
            if (settings.m_appendCluster) {
                cells.add(labels[best]);
            }
            if (settings.m_appendComponent) {
                cells.add(new IntCell(best + 1));
            }
            if (settings.m_appendProbabilities) {
                Arrays.stream(responsibilities).mapToObj(DoubleCell::new).forEach(cells::add);
            }
        }
        if (settings.m_appendLogDensity) {
            cells.add(new DoubleCell(at.of().conditional().logDensity(at.values())));
        }
        if (at.of().test() != null) {
            final double p = at.of().test().pValue(at.of().conditional().known(at.values()));
            cells.add(new DoubleCell(p));
            cells.add(BooleanCell.get(p < settings.m_level));
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

    /** @return what became of rows that were not whole so far, as a warning; empty if there were none */
    String warning() {
        final String used = counted(partly, "and was assigned by the others", "and were assigned by the others");
        final String left = counted(unusable, "and got missing cells", "and got missing cells");
        return used.isEmpty() || left.isEmpty() ? used + left : used + " " + left;
    }

    private String counted(final long rows, final String ofOne, final String ofSeveral) {
        return rows == 0 ? "" : rows + (rows == 1 ? " row has" : " rows have") + " missing, NaN or infinite values "
            + (rows == 1 ? ofOne : ofSeveral) + ".";
    }
}
