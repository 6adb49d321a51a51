package org.modelcollapse.picture;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Bands of many runs over the generations, as found in a table with a text column "Scenario", a whole-number column
 * "Generation" and for each measured number real columns such as "Total variance median" and "Total variance
 * expected".
 *
 * @param scenarios in the order of the table
 */
public record Bands(List<Scenario> scenarios) {

    /** The total variance of the fitted model. */
    public static final String TOTAL_VARIANCE = "Total variance";
    /** The chance that two points are of different components or categories. */
    public static final String DIVERSITY = "Diversity of weights";

    private static final String SCENARIO = "Scenario";
    private static final String GENERATION = "Generation";

    /** What a band says of a generation. */
    public enum Statistic {
        /** The middle run. */
        MEDIAN("median"),
        /** The average over the runs. */
        MEAN("mean"),
        /** What the law gives for the average. */
        EXPECTED("expected"),
        /** Five per cent of the runs are below. */
        P05("5 %"),
        /** A quarter of the runs is below. */
        Q1("lower quartile"),
        /** A quarter of the runs is above. */
        Q3("upper quartile"),
        /** Five per cent of the runs are above. */
        P95("95 %"),
        /** Distance of average and law in standard errors. */
        Z("z");

        private final String label;

        Statistic(final String label) {
            this.label = label;
        }
    }

    /**
     * The bands of a scenario.
     *
     * @param name of the scenario
     * @param generations rising
     * @param values by the measured number's name, then by statistic, a value a generation; NaN where the cell is
     *            missing
     */
    public record Scenario(String name, double[] generations, Map<String, Map<Statistic, double[]>> values) {

        /**
         * @param number a measured number
         * @param statistic of its bands
         * @return a value a generation
         */
        public double[] of(final String number, final Statistic statistic) {
            return values.get(number).get(statistic);
        }

        /**
         * @param number a measured number
         * @return whether there is a law for it
         */
        public boolean hasLaw(final String number) {
            return values.containsKey(number) && Double.isFinite(of(number, Statistic.EXPECTED)[0]);
        }
    }

    /** @return the number to look at: the diversity where it has a law, else the total variance */
    public String subject() {
        return scenarios.stream().allMatch(s -> s.hasLaw(DIVERSITY)) ? DIVERSITY : TOTAL_VARIANCE;
    }

    /** Collects bands while a table is read. */
    public static final class Collector implements Table.Collector<Bands> {

        private final int scenario;
        private final int generation;
        private final Map<String, Map<Statistic, Integer>> columns = new LinkedHashMap<>();
        private final Map<String, Growing> scenarios = new LinkedHashMap<>();

        private static final class Growing {
            final Doubles generations = new Doubles();
            final Map<String, Map<Statistic, Doubles>> values = new LinkedHashMap<>();
        }

        private Collector(final int scenario, final int generation, final Table table) {
            this.scenario = scenario;
            this.generation = generation;
            for (final String number : numbers(table)) {
                final Map<Statistic, Integer> of = new EnumMap<>(Statistic.class);
                for (final Statistic statistic : Statistic.values()) {
                    of.put(statistic, table.indexOf(number + " " + statistic.label, Table.Kind.REAL));
                }
                if (!of.containsValue(-1)) {
                    columns.put(number, of);
                }
            }
        }

        /** The numbers that pictures show: total variance, diversity, standard deviations. */
        private static Set<String> numbers(final Table table) {
            final Set<String> numbers = new LinkedHashSet<>(List.of(TOTAL_VARIANCE, DIVERSITY));
            final String end = " " + Statistic.MEDIAN.label;
            table.columns().stream().map(Table.Column::name).filter(n -> n.matches("Sd \\d+" + end))
                .forEach(n -> numbers.add(n.substring(0, n.length() - end.length())));
            return numbers;
        }

        /**
         * @param table that may hold bands
         * @return a collector for it, or nothing if its columns are not those of bands
         */
        public static Optional<Collector> of(final Table table) {
            final int scenario = table.indexOf(SCENARIO, Table.Kind.OTHER);
            final int generation = table.indexOf(GENERATION, Table.Kind.INTEGER);
            if (scenario < 0 || generation < 0) {
                return Optional.empty();
            }
            return Optional.of(new Collector(scenario, generation, table))
                .filter(c -> c.columns.containsKey(TOTAL_VARIANCE));
        }

        @Override
        public void visit(final Table.Row row) {
            final Growing growing = scenarios.computeIfAbsent(row.text(scenario), s -> new Growing());
            growing.generations.add(row.number(generation));
            columns.forEach((number, of) -> of.forEach((statistic, column) -> growing.values
                .computeIfAbsent(number, n -> new EnumMap<>(Statistic.class))
                .computeIfAbsent(statistic, s -> new Doubles())
                .add(row.isMissing(column) ? Double.NaN : row.number(column))));
        }

        /** @return the bands, or nothing if there were no rows */
        @Override
        public Optional<Bands> result() {
            if (scenarios.isEmpty()) {
                return Optional.empty();
            }
            final List<Scenario> result = new ArrayList<>();
            scenarios.forEach((name, growing) -> {
                final Map<String, Map<Statistic, double[]>> values = new LinkedHashMap<>();
                growing.values.forEach((number, of) -> {
                    final Map<Statistic, double[]> series = new EnumMap<>(Statistic.class);
                    of.forEach((statistic, doubles) -> series.put(statistic, doubles.toArray()));
                    values.put(number, series);
                });
                result.add(new Scenario(name, growing.generations.toArray(), values));
            });
            return Optional.of(new Bands(List.copyOf(result)));
        }
    }
}
