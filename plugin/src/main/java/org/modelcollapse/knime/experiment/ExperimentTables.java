package org.modelcollapse.knime.experiment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.modelcollapse.collapse.experiment.Band;
import org.modelcollapse.collapse.experiment.Bands;
import org.modelcollapse.collapse.experiment.ComponentSpread;
import org.modelcollapse.collapse.experiment.Experiment;
import org.modelcollapse.collapse.experiment.RunResult;
import org.modelcollapse.collapse.experiment.RunStore;
import org.modelcollapse.collapse.experiment.Scenario;
import org.modelcollapse.collapse.experiment.ScenarioSummary;
import org.modelcollapse.collapse.recursion.EndReason;
import org.modelcollapse.knime.node.Interruption;
import org.modelcollapse.knime.table.ColumnNames;
import org.modelcollapse.knime.table.TableWriter;
import org.modelcollapse.knime.table.UnlikeNames;
import org.modelcollapse.view.ExperimentSummary;

/** Writes the finished runs of an experiment as tables. Scenarios may measure different things: what one lacks is missing. */
final class ExperimentTables {

    private static final String SCENARIO = "Scenario";

    private static final String REPLICATE = "Replicate";

    private static final String GENERATION = "Generation";

    /** The statistics of a band, in the order of their columns. */
    private static final List<String> STATISTICS =
        List.of("median", "mean", "expected", "5 %", "lower quartile", "upper quartile", "95 %", "z");

    private static final String STEP_SCORE = "Step z-score";

    private static final List<String> COMPONENT_COLUMNS = List.of("Component variance lower quartile",
        "Component variance median", "Component variance upper quartile", "Share of components wider",
        "Share of components wider expected", "Share of runs with a wider component",
        "Share of runs with a wider component expected");

    /** What these columns tell. */
    private static final List<Function<ScenarioSummary.Components, OptionalDouble>> COMPONENT_STATISTICS =
        List.of(of -> OptionalDouble.of(of.q1()), of -> OptionalDouble.of(of.median()),
            of -> OptionalDouble.of(of.q3()), of -> OptionalDouble.of(of.widerShare()),
            ScenarioSummary.Components::widerExpected, of -> OptionalDouble.of(of.runsWithWider()),
            ScenarioSummary.Components::runsWithWiderExpected);

    private final Experiment experiment;

    private final RunStore store;

    private final List<String> variables;

    private final ExecutionContext exec;

    /** Names of all numbers that any scenario measures, in their order. */
    private final List<String> names;

    ExperimentTables(final Experiment experiment, final RunStore store, final List<String> variables,
        final ExecutionContext exec) {
        this.experiment = experiment;
        this.store = store;
        this.variables = variables;
        this.exec = exec;
        names = experiment.measured();
    }

    private static DataTableSpec spec(final List<String> texts, final List<String> integers, final List<String> doubles,
        final String... lastTexts) {
        final List<DataType> types = new ArrayList<>();
        texts.forEach(t -> types.add(StringCell.TYPE));
        integers.forEach(t -> types.add(IntCell.TYPE));
        doubles.forEach(t -> types.add(DoubleCell.TYPE));
        Stream.of(lastTexts).forEach(t -> types.add(StringCell.TYPE));
        return new DataTableSpec(Stream.of(texts, integers, doubles, List.of(lastTexts)).flatMap(List::stream)
            .toArray(String[]::new), types.toArray(DataType[]::new));
    }

    private static DataCell cell(final OptionalDouble value) {
        return value.isPresent() ? new DoubleCell(value.getAsDouble()) : DataType.getMissingCell();
    }

    private static DataCell cell(final OptionalInt value) {
        return value.isPresent() ? new IntCell(value.getAsInt()) : DataType.getMissingCell();
    }

    private StringCell name(final int scenario) {
        return new StringCell(experiment.scenarios().get(scenario).name());
    }

    /** Appends the numbers of a scenario, in their places among all names. */
    private void addMeasured(final List<DataCell> cells, final List<String> measured, final double[] values) {
        for (final String name : names) {
            final int at = measured.indexOf(name);
            cells.add(at < 0 || at >= values.length ? DataType.getMissingCell() : new DoubleCell(values[at]));
        }
    }

    BufferedDataTable trajectories() throws IOException, CanceledExecutionException {
        try (TableWriter writer = TableWriter.of(spec(List.of(SCENARIO), List.of(REPLICATE, GENERATION), names), exec)) {
            for (int s = 0; s < experiment.scenarios().size(); s++) {
                final Scenario scenario = experiment.scenarios().get(s);
                final List<String> measured = scenario.measured().names();
                final int[] generations = scenario.recordedGenerations();
                for (int r = 0; r < experiment.replicates(); r++) {
                    final List<double[]> recorded = store.get(s, r).recorded();
                    for (int i = 0; i < recorded.size(); i++) {
                        final List<DataCell> cells =
                            new ArrayList<>(List.of(name(s), new IntCell(r + 1), new IntCell(generations[i])));
                        addMeasured(cells, measured, recorded.get(i));
                        writer.add(cells.toArray(DataCell[]::new));
                    }
                }
            }
            return writer.finish();
        }
    }

    /** @param view takes the bands too, in their order, so that they need not be computed again */
    BufferedDataTable bands(final ExperimentSummary.Builder view) throws IOException, CanceledExecutionException {
        final List<String> columns = names.stream().flatMap(n -> STATISTICS.stream().map(s -> n + " " + s)).toList();
        try (TableWriter writer = TableWriter.of(spec(List.of(SCENARIO), List.of(GENERATION, "Runs"), columns), exec)) {
            for (int s = 0; s < experiment.scenarios().size(); s++) {
                final int number = s;
                final StringCell name = name(s);
                final Bands bands = Bands.of(experiment, s, store);
                final List<DataCell[]> rows = Interruption.run(exec.createSilentSubProgress(0), monitor -> {
                    final List<DataCell[]> collected = new ArrayList<>();
                    bands.forEach((generation, of) -> {
                        collected.add(row(name, generation, bands.names(), of));
                        view.addBands(number, generation, of);
                    }, monitor);
                    return collected;
                });
                for (final DataCell[] row : rows) {
                    writer.add(row);
                }
            }
            return writer.finish();
        }
    }

    private DataCell[] row(final StringCell scenario, final int generation, final List<String> measured,
        final List<Band> bands) {
        final List<DataCell> cells =
            new ArrayList<>(List.of(scenario, new IntCell(generation), new IntCell(bands.get(0).runs())));
        for (final String name : names) {
            final int at = measured.indexOf(name);
            if (at < 0) {
                STATISTICS.forEach(s -> cells.add(DataType.getMissingCell()));
            } else {
                final Band band = bands.get(at);
                cells.addAll(List.of(new DoubleCell(band.median()), new DoubleCell(band.mean()), cell(band.expected()),
                    new DoubleCell(band.p05()), new DoubleCell(band.q1()), new DoubleCell(band.q3()),
                    new DoubleCell(band.p95()), cell(band.z())));
            }
        }
        return cells.toArray(DataCell[]::new);
    }

    BufferedDataTable runs() throws IOException, CanceledExecutionException {
        final DataTableSpec numbers = spec(List.of(SCENARIO),
            List.of(REPLICATE, "Fits", "Half-life", "Collapse time"), List.of(STEP_SCORE));
        final DataTableSpec widened = new DataTableSpec(new String[]{"Widened", "Wider components"},
            new DataType[]{BooleanCell.TYPE, IntCell.TYPE});
        final DataTableSpec last =
            spec(List.of(), List.of(), names.stream().map(n -> "Last " + n).toList(), "Ended because", "Message");
        try (TableWriter writer = TableWriter
            .of(new DataTableSpec(new DataTableSpec(numbers, widened), last), exec)) {
            for (int s = 0; s < experiment.scenarios().size(); s++) {
                final Scenario scenario = experiment.scenarios().get(s);
                final List<String> measured = scenario.measured().names();
                final Optional<ComponentSpread> spread = ComponentSpread.of(scenario);
                for (int r = 0; r < experiment.replicates(); r++) {
                    final RunResult run = store.get(s, r);
                    final List<DataCell> cells = new ArrayList<>(List.of(name(s), new IntCell(r + 1),
                        new IntCell(run.fits()), cell(run.halfLifeIfReached()), cell(run.collapseIfReached()),
                        cell(run.steps().z()), BooleanCell.get(run.widened()),
                        cell(spread.map(of -> OptionalInt.of(of.wider(run))).orElse(OptionalInt.empty()))));
                    addMeasured(cells, measured, run.last());
                    cells.add(new StringCell(run.reason().label()));
                    cells.add(new StringCell(ColumnNames.in(run.message(), variables)));
                    writer.add(cells.toArray(DataCell[]::new));
                }
            }
            return writer.finish();
        }
    }

    BufferedDataTable kept() throws IOException, CanceledExecutionException {
        final DataTableSpec places = spec(List.of(SCENARIO), List.of(REPLICATE, GENERATION), List.of());
        try (TableWriter writer = TableWriter.of(
            new DataTableSpec(places, spec(List.of(), List.of(), UnlikeNames.of(List.of(places.getColumnNames()), variables))), exec)) {
            for (int s = 0; s < experiment.scenarios().size(); s++) {
                for (int r = 0; r < experiment.replicates(); r++) {
                    for (final RunResult.Kept kept : store.get(s, r).kept()) {
                        writer.addAll(kept.points(), name(s), new IntCell(r + 1), new IntCell(kept.generation()));
                    }
                }
            }
            return writer.finish();
        }
    }

    private static void addComponents(final List<DataCell> cells, final Optional<ScenarioSummary.Components> components) {
        for (final Function<ScenarioSummary.Components, OptionalDouble> statistic : COMPONENT_STATISTICS) {
            cells.add(cell(components.map(statistic).orElse(OptionalDouble.empty())));
        }
    }

    BufferedDataTable scenarios(final List<ScenarioSummary> summaries) throws CanceledExecutionException {
        final List<String> reasons = Stream.of(EndReason.values()).map(r -> "Ended: " + r.label()).toList();
        final DataTableSpec spec = new DataTableSpec(
            spec(List.of(SCENARIO), List.of("Runs", "Half-life censored", "Collapse censored"),
                List.of(STEP_SCORE, "Median half-life", "Median half-life expected", "Median collapse time",
                    "Median collapse time expected", "Share widened", "Share widened expected")),
            new DataTableSpec(spec(List.of(), List.of(), COMPONENT_COLUMNS), spec(List.of(), reasons, List.of())));
        try (TableWriter writer = TableWriter.of(spec, exec)) {
            for (int s = 0; s < summaries.size(); s++) {
                final ScenarioSummary summary = summaries.get(s);
                final List<DataCell> cells = new ArrayList<>(List.of(name(s), new IntCell(summary.runs()),
                    new IntCell(summary.halfLifeCensored()), new IntCell(summary.collapseCensored()),
                    cell(summary.steps().z()), cell(summary.halfLife()), cell(summary.halfLifeExpected()), cell(summary.collapseTime()),
                    cell(summary.collapseTimeExpected()), new DoubleCell(summary.widenedShare()), cell(summary.widenedExpected())));
                addComponents(cells, summary.components());
                for (final EndReason reason : EndReason.values()) {
                    cells.add(new IntCell(summary.reasons().getOrDefault(reason, 0)));
                }
                writer.add(cells.toArray(DataCell[]::new));
            }
            return writer.finish();
        }
    }
}
