package org.knime.core.node;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.AbstractCellFactory;
import org.knime.core.data.container.CellFactory;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.container.ColumnRearranger;
import org.knime.core.data.container.DataContainerSettings;
import org.knime.core.data.v2.RowContainer;
import org.modelcollapse.standin.Contexts;
import org.modelcollapse.standin.table.Included;
import org.modelcollapse.standin.table.Storage;

/** What a node uses while it executes: progress and cancellation, and the making of tables. */
public class ExecutionContext extends ExecutionMonitor {

    static {
        Contexts.maker(ExecutionContext::new);
    }

    private final List<BufferedDataTable> created;

    ExecutionContext(final NodeProgressMonitor progress) {
        this(progress, new ArrayList<>());
    }

    private ExecutionContext(final NodeProgressMonitor progress, final List<BufferedDataTable> created) {
        super(progress);
        this.created = created;
    }

    BufferedDataTable register(final BufferedDataTable table) {
        synchronized (created) {
            created.add(table);
        }
        return table;
    }

    List<BufferedDataTable> created() {
        synchronized (created) {
            return List.copyOf(created);
        }
    }

    public BufferedDataContainer createDataContainer(final DataTableSpec spec) {
        return createDataContainer(spec, true);
    }

    /** @param initDomain whether the domains of the spec are kept and widened */
    public BufferedDataContainer createDataContainer(final DataTableSpec spec, final boolean initDomain) {
        return createDataContainer(spec,
            DataContainerSettings.builder().withInitializedDomain(initDomain).build());
    }

    public BufferedDataContainer createDataContainer(final DataTableSpec spec,
        final DataContainerSettings settings) {
        return new BufferedDataContainer(spec, settings, this);
    }

    public final RowContainer createRowContainer(final DataTableSpec spec) {
        return createRowContainer(spec, false);
    }

    public final RowContainer createRowContainer(final DataTableSpec spec, final boolean initDomains) {
        return createRowContainer(spec,
            DataContainerSettings.builder().withInitializedDomain(initDomains).build());
    }

    public final RowContainer createRowContainer(final DataTableSpec spec, final DataContainerSettings settings) {
        return new StoredRowContainer(spec, settings, this);
    }

    public BufferedDataTable createColumnRearrangeTable(final BufferedDataTable in,
        final ColumnRearranger rearranger, final ExecutionMonitor subProgress) throws CanceledExecutionException {
        final List<Included> included = Included.of(rearranger);
        final DataTableSpec wanted = rearranger.createSpec();
        final Map<CellFactory, Integer> offsets = new IdentityHashMap<>();
        final List<CellFactory> factories = new ArrayList<>();
        final List<DataColumnSpec> computed = new ArrayList<>();
        for (final Included column : included) {
            if (column.factory() != null && !offsets.containsKey(column.factory())) {
                offsets.put(column.factory(), computed.size());
                factories.add(column.factory());
                computed.addAll(List.of(column.factory().getColumnSpecs()));
            }
        }
        final Storage storage = compute(in, factories, new DataTableSpecOfAny(computed).spec(), subProgress);
        final int width = in.getDataTableSpec().getNumColumns();
        final int[] indices = included.stream()
            .mapToInt(c -> c.factory() == null ? c.index() : width + offsets.get(c.factory()) + c.index()).toArray();
        final DataTableSpec computedSpec = storage.spec();
        final DataColumnSpec[] specs = IntStream.range(0, indices.length)
            .mapToObj(i -> indices[i] < width ? wanted.getColumnSpec(i)
                : withName(computedSpec.getColumnSpec(indices[i] - width), wanted.getColumnSpec(i).getName()))
            .toArray(DataColumnSpec[]::new);
        return register(new BufferedDataTable(new DataTableSpec(wanted.getName(), specs),
            in.rows().select(storage.rows(), indices), in));
    }

    private static DataColumnSpec withName(final DataColumnSpec spec, final String name) {
        final var creator = new org.knime.core.data.DataColumnSpecCreator(spec);
        creator.setName(name);
        return creator.createSpec();
    }

    /** Columns of several factories may have equal names until they are put together. */
    private record DataTableSpecOfAny(List<DataColumnSpec> columns) {

        DataTableSpec spec() {
            return new DataTableSpec(IntStream.range(0, columns.size())
                .mapToObj(i -> withName(columns.get(i), "column " + i)).toArray(DataColumnSpec[]::new));
        }
    }

    private static Storage compute(final BufferedDataTable in, final List<CellFactory> factories,
        final DataTableSpec spec, final ExecutionMonitor progress) throws CanceledExecutionException {
        final Storage storage = new Storage(spec, true, false);
        if (!factories.isEmpty()) {
            long index = 0;
            try (CloseableRowIterator rows = in.iterator()) {
                while (rows.hasNext()) {
                    final DataRow row = rows.next();
                    final List<DataCell> cells = new ArrayList<>();
                    for (final CellFactory factory : factories) {
                        cells.addAll(List.of(factory.getCells(row, index)));
                        factory.setProgress(index + 1, in.size(), row.getKey(), progress);
                    }
                    storage.addCells(cells.toArray(DataCell[]::new));
                    progress.checkCanceled();
                    index++;
                }
            }
            for (final CellFactory factory : factories) {
                if (factory instanceof AbstractCellFactory f) {
                    f.afterProcessing();
                }
            }
        }
        storage.close();
        return storage;
    }

    public BufferedDataTable createWrappedTable(final BufferedDataTable in) {
        return register(new BufferedDataTable(in.getDataTableSpec(), in.rows(), in));
    }
}
