package org.modelcollapse.knime.fit;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.VariableType;
import org.modelcollapse.gmm.Criterion;
import org.modelcollapse.gmm.DegenerateFitException;
import org.modelcollapse.gmm.Fit;
import org.modelcollapse.gmm.FitSettings;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Monitor;
import org.modelcollapse.gmm.PartialPoints;
import org.modelcollapse.gmm.Points;
import org.modelcollapse.gmm.RandomStream;
import org.modelcollapse.gmm.Selection;
import org.modelcollapse.gmm.Start;
import org.modelcollapse.gmm.WeightSums;
import org.modelcollapse.knime.node.Interruption;
import org.modelcollapse.knime.node.ParametersNodeModel;
import org.modelcollapse.knime.picture.PicturePort;
import org.modelcollapse.knime.table.ColumnNames;
import org.modelcollapse.knime.table.MixtureTable;
import org.modelcollapse.knime.table.NumericColumns;
import org.modelcollapse.knime.table.NumericColumns.Rows;
import org.modelcollapse.knime.table.NumericColumns.RowsWithGaps;
import org.modelcollapse.knime.table.UnusableCells;
import org.modelcollapse.picture.MixturePicture;
import org.modelcollapse.picture.Picture;
import org.modelcollapse.view.FitSummary;

/** Reads the rows, lets the engine fit them, writes mixture and report. */
final class FitGmmNodeModel extends ParametersNodeModel<FitGmmParameters> {

    /** The share of the work that is reading. */
    private static final double READING = 0.2;

    /** The stream of the search that a fit from one start is compared with. */
    private static final long SEARCH = 1_000_000;

    private final boolean hasStart;

    private final PicturePort picture;

    FitGmmNodeModel(final PortsConfiguration ports) {
        super(ports, FitGmmParameters.class, FitGmmViewParameters.class);
        hasStart = ports.getInputPorts().length > 1;
        picture = PicturePort.of(ports);
    }

    @Override
    protected void validate(final FitGmmParameters settings) throws InvalidSettingsException {
        super.validate(settings);
        if (!hasStart) {
            settings.validateComponents();
        }
    }

    @Override
    protected PortObjectSpec[] configure(final FitGmmParameters settings, final PortObjectSpec[] inSpecs)
        throws InvalidSettingsException {
        final var rows = (DataTableSpec)inSpecs[0];
        final NumericColumns columns = settings.columns(rows);
        MixtureTable.checkWidth(columns.names());
        withWeights(columns, settings, rows);
        if (hasStart) {
            MixtureTable.of((DataTableSpec)inSpecs[1]).checkDescribes(columns.names());
        }
        pushFixedSeed(settings.m_random);
        final OptionalInt components = hasStart ? MixtureTable.components((DataTableSpec)inSpecs[1])
            : settings.m_numberOfComponents == FitChoices.Components.GIVEN ? OptionalInt.of(settings.m_components)
                : OptionalInt.empty();
        return picture.specs(components.isEmpty() ? MixtureTable.spec(columns.names())
            : MixtureTable.spec(columns.names(), components.getAsInt()), FitReport.SPEC);
    }

    /** @return the columns of the mixture and, last, that of the row weights if there is one */
    private static NumericColumns withWeights(final NumericColumns columns, final FitGmmParameters settings,
        final DataTableSpec spec) throws InvalidSettingsException {
        final NumericColumns all = NumericColumns.of(spec,
            Stream.concat(columns.names().stream(), settings.m_weightColumn.stream()).toArray(String[]::new));
        return settings.m_weightColumn.isEmpty() ? all
            : all.bounded(settings.m_weightColumn.get(), "weight", settings.m_weightMeaning.greatest());
    }

    @Override
    protected PortObject[] execute(final FitGmmParameters settings, final PortObject[] inObjects,
        final ExecutionContext exec) throws Exception {
        final var table = (BufferedDataTable)inObjects[0];
        final NumericColumns columns = settings.columns(table.getDataTableSpec());
        final int d = columns.names().size();
        final boolean weighted = settings.m_weightColumn.isPresent();
        final FitRows rows;
        final long skipped;
        final String skippedWarning;
        final NumericColumns read = withWeights(columns, settings, table.getDataTableSpec());
        if (settings.m_unusable == FitChoices.Unusable.USE) {
            final RowsWithGaps gaps = read.readWithGaps(table, weighted ? 1 : 0, exec.createSubProgress(READING));
            rows = withGaps(settings, columns.names(), gaps.columns());
            skipped = gaps.skipped();
            skippedWarning = gaps.warning();
        } else {
            final Rows whole = read.read(table,
                settings.m_unusable == FitChoices.Unusable.FAIL ? UnusableCells.FAIL : UnusableCells.SKIP,
                exec.createSubProgress(READING));
            rows = weighted
                ? new FitRows.Whole(
                    Points.wrap(IntStream.range(0, d).mapToObj(whole.points()::column).toArray(double[][]::new)),
                    weights(settings, whole.points().column(d), d))
                : new FitRows.Whole(whole.points(), null);
            skipped = whole.skipped();
            skippedWarning = whole.warning();
        }

        final RandomStream random = RandomStream.of(drawSeed(settings.m_random));
        final FitSettings fitSettings = fitSettings(settings, columns.names(), inObjects);
        final Selection selection;
        try {
            selection = Interruption.run(exec.createSubProgress(1 - READING),
                monitor -> fit(settings, fitSettings, rows, random, monitor));
        } catch (DegenerateFitException | IllegalArgumentException unfit) {
            if (settings.m_noFit == FitChoices.NoFit.END_LOOP && hasRecursionBegun()) {
                return withoutFit(ColumnNames.in(unfit.getMessage(), columns.names()), columns.names(), exec);
            }
            throw ColumnNames.in(unfit, columns.names());
        }

        warn(skippedWarning, selection.best(), columns.names(),
            beaten(settings, fitSettings, selection.best(), rows, random, exec));
        final GaussianMixture mixture = selection.best().mixture().sortedByMean();
        final FitSummary summary =
            new FitSummary(columns.names(), rows.summary(mixture), mixture, selection);
        setViewData(summary::toJson);
        return picture.objects(() -> MixturePicture.of("Rows and fitted density", columns.names(), summary.rows(), mixture,
            PicturePort.NAME), this::warn, MixtureTable.write(mixture, columns.names(), exec),
            FitReport.write(selection, weighted ? WeightSums.total(rows.weights(), d) : rows.size(), rows.size(),
                skipped, columns.names(), exec));
    }

    /** The loop end takes a mixture table without rows as the end, and this flow variable as the reason. */
    private PortObject[] withoutFit(final String reason, final List<String> columns, final ExecutionContext exec)
        throws CanceledExecutionException, IOException {
        pushFlowVariableString(MixtureTable.NO_FIT, reason);
        warn("No mixture could be fitted, so the mixture table is empty: " + reason);
        return picture.objects(() -> Picture.saying(PicturePort.NAME, "No mixture could be fitted"), this::warn,
            MixtureTable.writeEmpty(columns, exec), FitReport.writeEmpty(reason, exec));
    }

    /**
     * @return whether "Recursive Collapse Loop Start" has told the nodes behind it a generation after the first, so that
     *         there is a result which the loop can end with
     */
    private boolean hasRecursionBegun() {
        final var variables = getAvailableFlowVariables(VariableType.IntType.INSTANCE);
        return variables.containsKey("currentIteration") && variables.containsKey("generation")
            && variables.get("generation").getIntValue() > 1;
    }

    private double[] weights(final FitGmmParameters settings, final double[] raw, final int dimension)
        throws InvalidSettingsException {
        final RowWeights weights = RowWeights.of(settings.m_weightColumn.orElseThrow(), raw, dimension,
            settings.m_weightMeaning);
        if (!isAmidLoop()) {
            weights.warning().ifPresent(this::warn);
        }
        return weights.weights();
    }

    private FitSettings fitSettings(final FitGmmParameters settings, final List<String> columns,
        final PortObject[] inObjects) throws InvalidSettingsException {
        if (!hasStart) {
            return settings.toFitSettings(settings.m_numberOfComponents == FitChoices.Components.CHOSEN
                ? settings.m_minComponents : settings.m_components);
        }
        final var table = (BufferedDataTable)inObjects[1];
        final MixtureTable mixtureTable = MixtureTable.of(table.getDataTableSpec());
        mixtureTable.checkDescribes(columns);
        final GaussianMixture start = mixtureTable.read(table);
        return settings.toFitSettings(start.components()).withStart(Start.given(start));
    }

    private Selection fit(final FitGmmParameters settings, final FitSettings fitSettings, final FitRows rows,
        final RandomStream random, final Monitor monitor) {
        final boolean best = settings.m_preset == FitChoices.Preset.BEST && !hasStart;
        if (settings.m_numberOfComponents == FitChoices.Components.CHOSEN && !hasStart) {
            final FitRows.Choices choices = new FitRows.Choices(settings.families(rows.dimension()),
                settings.m_minComponents, settings.m_maxComponents, settings.m_chosenBy.criterion);
            return best ? rows.select(fitSettings, choices, settings.m_effort.effort, random, monitor)
                : rows.select(fitSettings, choices, random, monitor);
        }
        return new Selection(Criterion.BIC, List.of(best
            ? rows.fit(fitSettings, settings.m_effort.effort, random, monitor) : rows.fit(fitSettings, random, monitor)),
            0);
    }

    /** The rows with what they have; a column or a row without any value is named. */
    private FitRows withGaps(final FitGmmParameters settings, final List<String> columns, final double[][] values)
        throws InvalidSettingsException {
        final int d = columns.size();
        final double[] weights = values.length > d ? weights(settings, values[d], d) : null;
        try {
            return new FitRows.WithGaps(PartialPoints.ofColumns(Arrays.copyOf(values, d)), weights);
        } catch (IllegalArgumentException unusable) {
            throw ColumnNames.in(unusable, columns);
        }
    }

    /** What a quick search finds that the fit has not, in words; nothing is searched inside of a loop but at first. */
    private String beaten(final FitGmmParameters settings, final FitSettings fitSettings, final Fit fit,
        final FitRows rows, final RandomStream random, final ExecutionContext exec)
        throws Exception {
        if (settings.m_preset == FitChoices.Preset.BEST || hasStart || loopIteration() > 0) {
            return hasStart && settings.m_preset == FitChoices.Preset.BEST
                ? "A start mixture is connected: EM went from it to one maximum, no other was searched for." : "";
        }
        final double gain = Interruption.run(exec.createSilentSubProgress(0),
            monitor -> rows.gain(fitSettings.withCovarianceType(fit.mixture().covarianceType()), fit,
                random.split(SEARCH), monitor));
        return gain > 1 ? "Other starts reach a log-likelihood that is higher by " + Math.rint(10 * gain) / 10
            + ": choose \"Best fit\" where EM stops, to have the best of them." : "";
    }

    private void warn(final String skipped, final Fit fit, final List<String> columns, final String beaten) {
        final String warning = Stream.of(skipped, FitReport.warnings(fit, columns), beaten)
            .filter(w -> w != null && !w.isEmpty()).collect(Collectors.joining(" "));
        if (!warning.isEmpty() && !isAmidLoop()) {
            warn(warning);
        }
    }

    /** Thousands of iterations would fill KNIME's console with the same words: the first and the last one tell. */
    private boolean isAmidLoop() {
        final FlowVariable iterations =
            getAvailableFlowVariables(VariableType.IntType.INSTANCE).get("maxIterations");
        final int iteration = loopIteration();
        return iteration > 0 && (iterations == null || iteration < iterations.getIntValue() - 1);
    }

    /** The iteration of the loop around the node, from 0; 0 also without a loop. */
    private int loopIteration() {
        final FlowVariable iteration =
            getAvailableFlowVariables(VariableType.IntType.INSTANCE).get("currentIteration");
        return iteration == null ? 0 : iteration.getIntValue();
    }
}
