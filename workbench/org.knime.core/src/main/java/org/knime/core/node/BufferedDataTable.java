package org.knime.core.node;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import javax.swing.JComponent;

import org.knime.core.data.DataTable;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.container.filter.CloseableDataRowIterable;
import org.knime.core.data.container.filter.TableFilter;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;
import org.modelcollapse.standin.table.Life;
import org.modelcollapse.standin.table.Rows;

/**
 * A table between nodes. Immutable but for its end: the node that owns it clears it when it is reset, and from then on
 * neither it nor tables made from it can be read.
 */
public final class BufferedDataTable implements DataTable, PortObject {

    public static final PortType TYPE = PortTypeRegistry.getInstance().getPortType(BufferedDataTable.class);

    public static final PortType TYPE_OPTIONAL =
        PortTypeRegistry.getInstance().getPortType(BufferedDataTable.class, true);

    private final DataTableSpec spec;

    private final List<BufferedDataTable> references;

    private final Life life = new Life();

    /** Of this table and those it is made of. */
    private final Life[] lives;

    private Rows rows;

    private Node owner;

    BufferedDataTable(final DataTableSpec spec, final Rows rows, final BufferedDataTable... references) {
        this.spec = spec;
        this.rows = rows;
        this.references = List.of(references);
        lives = Stream.concat(Stream.of(life), this.references.stream().flatMap(r -> Stream.of(r.lives)))
            .toArray(Life[]::new);
    }

    @Override
    public DataTableSpec getDataTableSpec() {
        return spec;
    }

    @Override
    public DataTableSpec getSpec() {
        return spec;
    }

    public long size() {
        return rows == null ? 0 : rows.size();
    }

    /** Rows before the table was cleared; for the stand-in's own use. */
    Rows rows() {
        Life.check(lives);
        return rows;
    }

    @Override
    public CloseableRowIterator iterator() {
        Life.check(lives);
        return rows.iterator(0, rows.size(), null, lives);
    }

    public CloseableDataRowIterable filter(final TableFilter filter) {
        filter.validate(spec, size());
        return () -> {
            Life.check(lives);
            return rows.iterator(from(filter), to(filter), filter.getMaterializeColumnIndices().orElse(null),
                lives);
        };
    }

    private static long from(final TableFilter filter) {
        return filter.getFromRowIndex().orElse(0L);
    }

    private long to(final TableFilter filter) {
        return filter.getToRowIndex().map(i -> i + 1).orElse(rows.size());
    }

    @Override
    public String getSummary() {
        return "Rows: " + size() + ", Cols: " + spec.getNumColumns();
    }

    @Override
    public JComponent[] getViews() {
        return new JComponent[0];
    }

    void setOwnerRecursively(final Node node) {
        if (owner == null) {
            owner = node;
            references.forEach(r -> r.setOwnerRecursively(node));
        }
    }

    /** This table and those it is made of, as far as a node owns them. */
    Set<BufferedDataTable> ownedBy(final Node node) {
        final Set<BufferedDataTable> owned = new LinkedHashSet<>();
        if (owner == node) {
            owned.add(this);
        }
        references.forEach(r -> owned.addAll(r.ownedBy(node)));
        return owned;
    }

    void clear() {
        life.end();
        rows = null;
    }
}
