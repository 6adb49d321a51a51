package org.modelcollapse.knime.assign;

import java.util.Arrays;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.AbstractCellFactory;
import org.knime.core.data.def.DoubleCell;
import org.modelcollapse.gmm.RandomStream;

/** Replaces the unknown values of a row. */
final class Filling extends AbstractCellFactory {

    private final KnownColumns known;

    private final int[] columns;

    private final AssignerChoices.Unknown how;

    private final RandomStream random;

    /**
     * @param known what the mixture says
     * @param columns places of the columns that it describes
     * @param how expectation or draw
     * @param random split for each row by its place
     * @param spec of the rows
     */
    Filling(final KnownColumns known, final int[] columns, final AssignerChoices.Unknown how, final RandomStream random,
        final DataTableSpec spec) {
        super(replaced(columns, spec));
        this.known = known;
        this.columns = columns;
        this.how = how;
        this.random = random;
    }

    /** @return the specs of the columns that are filled, which hold more values than before, and not only whole numbers */
    static DataColumnSpec[] replaced(final int[] columns, final DataTableSpec spec) {
        return Arrays.stream(columns)
            .mapToObj(c -> new DataColumnSpecCreator(spec.getColumnSpec(c).getName(), DoubleCell.TYPE).createSpec())
            .toArray(DataColumnSpec[]::new);
    }

    @Override
    public DataCell[] getCells(final DataRow row, final long rowIndex) {
        final KnownColumns.Known at = known.of(row);
        final double[] values = at.whole() ? at.values()
            : how == AssignerChoices.Unknown.MEAN ? at.of().conditional().mean(at.values())
                : at.of().conditional().draw(at.values(), random.split(rowIndex));
        final DataCell[] cells = new DataCell[columns.length];
        Arrays.setAll(cells, j -> new DoubleCell(values[j]));
        return cells;
    }
}
