package org.modelcollapse.standin.table;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;

import org.knime.core.data.BoundedValue;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomain;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.NominalValue;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.LongCell;

/**
 * Finds the domain of a column while it is written: bounds of numbers (NaN is passed over), and the distinct values of
 * nominal columns as long as there are not more than {@value #MOST_VALUES}.
 */
final class DomainRecorder {

    static final int MOST_VALUES = 60;

    private final DataColumnSpec spec;

    private final boolean bounded;

    private final Comparator<DataCell> order;

    private Set<DataCell> values;

    private DataCell lower;

    private DataCell upper;

    private boolean anyDouble;

    private double least;

    private double greatest;

    private boolean anyLong;

    private long leastLong;

    private long greatestLong;

    /** @param init whether the domain that the spec brings along is kept and widened */
    DomainRecorder(final DataColumnSpec spec, final boolean init) {
        this.spec = spec;
        bounded = spec.getType().isCompatible(BoundedValue.class);
        order = spec.getType().getComparator();
        final DataColumnDomain given = spec.getDomain();
        if (spec.getType().isCompatible(NominalValue.class)) {
            values = new LinkedHashSet<>();
            if (init && given.hasValues()) {
                values.addAll(given.getValues());
            }
        }
        if (init && bounded) {
            lower = given.getLowerBound();
            upper = given.getUpperBound();
        }
    }

    void update(final double value) {
        if (value >= least && value <= greatest && value != 0 && anyDouble || Double.isNaN(value)) {
            return;
        }
        if (!anyDouble || Double.compare(value, least) < 0) {
            least = value;
        }
        if (!anyDouble || Double.compare(value, greatest) > 0) {
            greatest = value;
        }
        anyDouble = true;
    }

    void update(final long value) {
        if (!anyLong || value < leastLong) {
            leastLong = value;
        }
        if (!anyLong || value > greatestLong) {
            greatestLong = value;
        }
        anyLong = true;
    }

    void update(final DataCell cell) {
        if (cell.isMissing()) {
            return;
        }
        if (values != null && values.add(cell) && values.size() > MOST_VALUES) {
            values = null;
        }
        if (bounded && !(cell instanceof DoubleValue d && Double.isNaN(d.getDoubleValue()))) {
            if (lower == null || order.compare(cell, lower) < 0) {
                lower = cell;
            }
            if (upper == null || order.compare(cell, upper) > 0) {
                upper = cell;
            }
        }
    }

    DataColumnSpec specWithDomain() {
        if (anyDouble) {
            update(new DoubleCell(least));
            update(new DoubleCell(greatest));
        }
        if (anyLong) {
            final boolean ints = spec.getType().getCellClass() == IntCell.class;
            update(ints ? new IntCell((int)leastLong) : new LongCell(leastLong));
            update(ints ? new IntCell((int)greatestLong) : new LongCell(greatestLong));
        }
        final DataColumnDomainCreator domain = new DataColumnDomainCreator(spec.getDomain());
        if (spec.getType().isCompatible(NominalValue.class)) {
            domain.setValues(values);
        }
        if (bounded) {
            domain.setLowerBound(lower);
            domain.setUpperBound(upper);
        }
        final DataColumnSpecCreator creator = new DataColumnSpecCreator(spec);
        creator.setDomain(domain.createDomain());
        return creator.createSpec();
    }
}
