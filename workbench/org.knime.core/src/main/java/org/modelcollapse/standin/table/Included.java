package org.modelcollapse.standin.table;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import org.knime.core.data.container.CellFactory;
import org.knime.core.data.container.ColumnRearranger;

/**
 * A column of a rearranged table: one of the original (factory null), or one that a factory computes.
 *
 * @param index of the column in the original table, or among those of the factory
 */
public record Included(int index, CellFactory factory) {

    private static final AtomicReference<Function<ColumnRearranger, List<Included>>> ACCESS = new AtomicReference<>();

    /** Called once by the rearranger's class: what it holds is not visible from other packages. */
    public static void access(final Function<ColumnRearranger, List<Included>> access) {
        ACCESS.set(access);
    }

    public static List<Included> of(final ColumnRearranger rearranger) {
        return ACCESS.get().apply(rearranger);
    }
}
