package org.modelcollapse.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The first and the last generation's values, as found in a long table with a whole-number column "Generation" and
 * otherwise one or more real columns.
 *
 * @param columns the names of the value columns
 * @param first the lowest generation of the table
 * @param last the highest generation of the table
 */
public record Samples(List<String> columns, Generation first, Generation last) {

    /**
     * A generation's values.
     *
     * @param number of the generation
     * @param values an array a value column, all of the same length; rows with a missing or infinite value or NaN are
     *            left out
     */
    public record Generation(int number, List<double[]> values) {
    }

    /** Collects the two generations while a table is read; what lies between is not kept. */
    public static final class Collector implements Table.Collector<Samples> {

        private final int generation;
        private final List<String> names;
        private final int[] indices;
        private final Part first;
        private final Part last;

        private Collector(final int generation, final List<String> names, final int[] indices) {
            this.generation = generation;
            this.names = names;
            this.indices = indices;
            this.first = new Part(indices.length);
            this.last = new Part(indices.length);
        }

        /**
         * @param table that may hold kept generations
         * @return a collector for it, or nothing if its columns are not "Generation" and real ones
         */
        public static Optional<Collector> of(final Table table) {
            final int generation = table.indexOf("Generation", Table.Kind.INTEGER);
            final List<Table.Column> columns = table.columns();
            final boolean rest =
                columns.stream().allMatch(c -> c.kind() == Table.Kind.REAL || c.name().equals("Generation"));
            if (generation < 0 || columns.size() < 2 || !rest || Trajectory.Collector.of(table).isPresent()) {
                return Optional.empty();
            }
            final List<String> names = new ArrayList<>();
            final int[] indices = new int[columns.size() - 1];
            for (int i = 0; i < columns.size(); i++) {
                if (i != generation) {
                    indices[names.size()] = i;
                    names.add(columns.get(i).name());
                }
            }
            return Optional.of(new Collector(generation, List.copyOf(names), indices));
        }

        @Override
        public void visit(final Table.Row row) {
            if (row.isMissing(generation)) {
                return;
            }
            for (final int index : indices) {
                if (row.isMissing(index) || !Double.isFinite(row.number(index))) {
                    return;
                }
            }
            final int number = (int)row.number(generation);
            if (first.isEmpty() || number < first.number) {
                first.restart(number);
            }
            if (last.isEmpty() || number > last.number) {
                last.restart(number);
            }
            if (number == first.number) {
                first.add(row, indices);
            }
            if (number == last.number) {
                last.add(row, indices);
            }
        }

        /**
         * @return the samples, or nothing if the table had no usable row
         */
        @Override
        public Optional<Samples> result() {
            return first.isEmpty() ? Optional.empty()
                : Optional.of(new Samples(names, first.toGeneration(), last.toGeneration()));
        }
    }

    private static final class Part {
        private final List<Doubles> values = new ArrayList<>();
        private int number;

        Part(final int columns) {
            for (int i = 0; i < columns; i++) {
                values.add(new Doubles());
            }
        }

        boolean isEmpty() {
            return values.get(0).size() == 0;
        }

        void restart(final int generation) {
            number = generation;
            values.forEach(Doubles::clear);
        }

        void add(final Table.Row row, final int[] indices) {
            for (int i = 0; i < indices.length; i++) {
                values.get(i).add(row.number(indices[i]));
            }
        }

        Generation toGeneration() {
            return new Generation(number, values.stream().map(Doubles::toArray).toList());
        }
    }
}
