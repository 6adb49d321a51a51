package org.modelcollapse.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Fitted variances over the generations, as found in a table with a whole-number column "Generation" that rises from
 * row to row and real columns "Variance 1", "Variance 2", ... or, where there are several dimensions, "Variance 1
 * (eruptions)", ...
 *
 * @param generations the generations, rising
 * @param dimensions the fitted variances, an entry a dimension; the one dimension of univariate data has the name ""
 * @param total the total variance, if the table has it
 * @param expected what the total variance should be on average, if the table has it
 */
public record Trajectory(double[] generations, List<Dimension> dimensions, Optional<double[]> total,
    Optional<double[]> expected) {

    private static final String GENERATION = "Generation";
    private static final String TOTAL = "Total variance";
    private static final String EXPECTED = "Expected total variance";
    private static final Pattern VARIANCE = Pattern.compile("Variance \\d+(?: \\((.*)\\))?", Pattern.DOTALL);

    /**
     * The variances of one dimension.
     *
     * @param name of the data column, or "" for univariate data
     * @param variances a series a component, each as long as the generations; NaN where the cell is missing
     */
    public record Dimension(String name, List<double[]> variances) {
    }

    /** @return how many generations there are */
    public int size() {
        return generations.length;
    }

    /** Collects a trajectory while a table is read. */
    public static final class Collector implements Table.Collector<Trajectory> {

        private final int generation;
        private final List<String> names = new ArrayList<>();
        private final List<Integer> indices = new ArrayList<>();
        private final Doubles generations = new Doubles();
        private final List<Doubles> series = new ArrayList<>();
        private boolean rising = true;

        private Collector(final int generation, final List<Table.Column> columns) {
            this.generation = generation;
            for (int i = 0; i < columns.size(); i++) {
                final Table.Column column = columns.get(i);
                if (column.kind() == Table.Kind.REAL && isWanted(column.name())) {
                    names.add(column.name());
                    indices.add(i);
                    series.add(new Doubles());
                }
            }
        }

        private static boolean isWanted(final String name) {
            return name.equals(TOTAL) || name.equals(EXPECTED) || VARIANCE.matcher(name).matches();
        }

        /**
         * @param table that may hold a trajectory
         * @return a collector for it, or nothing if its columns are not those of a trajectory
         */
        public static Optional<Collector> of(final Table table) {
            final int generation = table.indexOf(GENERATION, Table.Kind.INTEGER);
            if (generation < 0) {
                return Optional.empty();
            }
            return Optional.of(new Collector(generation, table.columns()))
                .filter(c -> c.names.stream().anyMatch(n -> VARIANCE.matcher(n).matches()));
        }

        @Override
        public void visit(final Table.Row row) {
            if (!rising || row.isMissing(generation) || generations.size() > 0 && !(row.number(generation) > last())) {
                rising = false;
                return;
            }
            generations.add(row.number(generation));
            for (int i = 0; i < indices.size(); i++) {
                final int column = indices.get(i);
                series.get(i).add(row.isMissing(column) ? Double.NaN : row.number(column));
            }
        }

        private double last() {
            return generations.last();
        }

        /**
         * @return the trajectory, or nothing if there were no rows or the generations did not rise, as where a table
         *         holds several runs
         */
        @Override
        public Optional<Trajectory> result() {
            if (!rising || generations.size() == 0) {
                return Optional.empty();
            }
            final Map<String, List<double[]>> dimensions = new LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                final Matcher matcher = VARIANCE.matcher(names.get(i));
                if (matcher.matches()) {
                    final String dimension = matcher.group(1) == null ? "" : matcher.group(1);
                    dimensions.computeIfAbsent(dimension, d -> new ArrayList<>()).add(series.get(i).toArray());
                }
            }
            final Stream<Dimension> list =
                dimensions.entrySet().stream().map(e -> new Dimension(e.getKey(), List.copyOf(e.getValue())));
            return Optional.of(new Trajectory(generations.toArray(), list.toList(), column(TOTAL), column(EXPECTED)));
        }

        private Optional<double[]> column(final String name) {
            final int i = names.indexOf(name);
            return i < 0 ? Optional.empty() : Optional.of(series.get(i).toArray());
        }
    }
}
