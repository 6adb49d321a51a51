package org.modelcollapse.knime.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.modelcollapse.collapse.experiment.Experiment;
import org.modelcollapse.collapse.experiment.OutputSize;
import org.modelcollapse.collapse.experiment.RunStore;
import org.modelcollapse.collapse.experiment.Scenario;
import org.modelcollapse.collapse.experiment.ScenarioSummary;
import org.modelcollapse.collapse.original.Original;
import org.modelcollapse.knime.node.Interruption;
import org.modelcollapse.knime.node.ParametersNodeModel;
import org.modelcollapse.knime.picture.PicturePort;
import org.modelcollapse.knime.picture.TablePictures;
import org.modelcollapse.knime.recursion.OriginalInput;
import org.modelcollapse.knime.table.ColumnNames;
import org.modelcollapse.view.ExperimentSummary;

/** Makes the scenarios, lets the engine run them, writes the tables. */
final class RecursiveCollapseExperimentNodeModel extends ParametersNodeModel<RecursiveCollapseExperimentParameters> {

    /** The share of the work that is the runs themselves. */
    private static final double RUNNING = 0.95;

    /** The name of the only scenario where no table has any. */
    private static final String DIALOG = "Settings of the dialog";

    private final OptionalInt rowsPort;

    private final OptionalInt scenariosPort;

    private final PicturePort picture;

    RecursiveCollapseExperimentNodeModel(final PortsConfiguration ports) {
        super(ports, RecursiveCollapseExperimentParameters.class, RecursiveCollapseExperimentViewParameters.class);
        rowsPort = place(ports, RecursiveCollapseExperimentNodeFactory.ROWS_PORT);
        scenariosPort = place(ports, RecursiveCollapseExperimentNodeFactory.SCENARIOS_PORT);
        picture = PicturePort.of(ports);
    }

    private static OptionalInt place(final PortsConfiguration ports, final String group) {
        final int[] places = ports.getInputPortLocation().get(group);
        return places == null || places.length == 0 ? OptionalInt.empty() : OptionalInt.of(places[0]);
    }

    @Override
    protected void validate(final RecursiveCollapseExperimentParameters settings) throws InvalidSettingsException {
        super.validate(settings);
        if (rowsPort.isEmpty()) {
            settings.validateRows();
        }
    }

    @Override
    protected PortObjectSpec[] configure(final RecursiveCollapseExperimentParameters settings,
        final PortObjectSpec[] inSpecs) throws InvalidSettingsException {
        final OriginalInput input = originalInput(inSpecs);
        if (scenariosPort.isPresent()) {
            ScenarioTable.of((DataTableSpec)inSpecs[scenariosPort.getAsInt()], settings);
        } else if (rowsPort.isEmpty()) {
            announce(settings, input.standIn());
        }
        pushFixedSeed(settings.m_random);
        // what is measured depends on the data
        return picture.specs(new PortObjectSpec[5]);
    }

    private void announce(final RecursiveCollapseExperimentParameters settings, final Original original)
        throws InvalidSettingsException {
        final Experiment experiment = Experiment.of(0, settings.m_replicates,
            List.of(toScenario(DIALOG, settings, original)));
        warn(Resources.of(experiment.size()).announcement());
    }

    private OriginalInput originalInput(final PortObjectSpec[] inSpecs) throws InvalidSettingsException {
        return OriginalInput.of((DataTableSpec)inSpecs[0],
            rowsPort.isPresent() ? (DataTableSpec)inSpecs[rowsPort.getAsInt()] : null);
    }

    @Override
    protected PortObject[] execute(final RecursiveCollapseExperimentParameters settings, final PortObject[] inObjects,
        final ExecutionContext exec) throws Exception {
        final PortObjectSpec[] specs = new PortObjectSpec[inObjects.length];
        for (int i = 0; i < specs.length; i++) {
            specs[i] = inObjects[i].getSpec();
        }
        final OriginalInput input = originalInput(specs);
        final Original original = input.read((BufferedDataTable)inObjects[0],
            rowsPort.isPresent() ? (BufferedDataTable)inObjects[rowsPort.getAsInt()] : null, this::warn, exec);
        final Experiment experiment = Experiment.of(drawSeed(settings.m_random), settings.m_replicates,
            scenarios(settings, original, inObjects));
        return run(experiment, settings, input.variables(), exec);
    }

    private List<Scenario> scenarios(final RecursiveCollapseExperimentParameters settings, final Original original,
        final PortObject[] inObjects) throws InvalidSettingsException {
        final Map<String, RecursiveCollapseExperimentParameters> named;
        if (scenariosPort.isPresent()) {
            final var table = (BufferedDataTable)inObjects[scenariosPort.getAsInt()];
            named = ScenarioTable.of(table.getDataTableSpec(), settings).read(table, rowsPort.isPresent());
        } else {
            named = Map.of(DIALOG, settings);
        }
        final List<Scenario> scenarios = new ArrayList<>();
        for (final var entry : named.entrySet()) {
            scenarios.add(toScenario(entry.getKey(), entry.getValue(), original));
        }
        return scenarios;
    }

    private static Scenario toScenario(final String name, final RecursiveCollapseExperimentParameters settings,
        final Original original) throws InvalidSettingsException {
        try {
            return settings.toScenario(name, original);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException("Scenario \"" + name + "\": " + e.getMessage(), e);
        }
    }

    private PortObject[] run(final Experiment experiment, final RecursiveCollapseExperimentParameters settings,
        final List<String> variables, final ExecutionContext exec) throws IOException, CanceledExecutionException {
        final OutputSize size = experiment.size();
        exec.setMessage(() -> "Output: " + size.describe());
        final Resources resources = Resources.of(size);
        final int wanted = settings.m_threads > 0 ? settings.m_threads : Runtime.getRuntime().availableProcessors();
        final int threads = resources.threads(wanted);
        final Optional<Path> named =
            settings.m_checkpoint.isBlank() ? Optional.empty() : Optional.of(Path.of(settings.m_checkpoint).toAbsolutePath());
        final Optional<Path> shares = named.filter(Files::isDirectory);
        final Path temporary = resources.needsFile() && named.isEmpty() || shares.isPresent()
            ? Files.createTempFile("recursive-collapse-experiment", ".runs") : null;
        final Path file = temporary == null ? named.orElse(null) : temporary;
        boolean finished = false;
        try (RunStore store = file == null ? RunStore.inMemory()
            : temporary == null ? RunStore.inFile(file) : RunStore.inTemporaryFile(file)) {
            if (file != null) {
                resources.requireSpace(file);
            }
            if (settings.m_planOnly) {
                if (shares.isPresent()) {
                    throw new IOException("The plan is to be written to " + shares.get() + ", which is a folder. Name a file.");
                }
                throw onlyPlan(experiment, store, file);
            }
            if (shares.isPresent()) {
                take(shares.get(), experiment, store);
            }
            Interruption.run(exec.createSubProgress(RUNNING), monitor -> {
                try {
                    experiment.run(store, threads, monitor);
                } catch (IllegalArgumentException unfit) {
                    throw ColumnNames.in(unfit, variables);
                }
                return null;
            });
            store.damage().ifPresent(this::warn);
            final var tables = new ExperimentTables(experiment, store, variables, exec);
            final var summaries = Interruption.run(exec.createSilentSubProgress(0),
                monitor -> ScenarioSummary.all(experiment, store, monitor));
            final var view = ExperimentSummary.Builder.of(experiment, variables);
            final BufferedDataTable trajectories = tables.trajectories();
            final BufferedDataTable bands = tables.bands(view);
            final PortObject[] output = picture.objects(() -> TablePictures.of(bands), this::warn,
                trajectories, bands, tables.runs(), tables.kept(), tables.scenarios(summaries));
            setViewData(Interruption.run(exec.createSilentSubProgress(0),
                monitor -> view.finish(store, summaries, monitor)));
            finished = true;
            return output;
        } finally {
            if (temporary != null || finished && file != null) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Writes the plan; there is nothing that the node could give out. */
    private static IOException onlyPlan(final Experiment experiment, final RunStore store, final Path file)
        throws IOException {
        store.open(experiment);
        final long runs = (long)experiment.scenarios().size() * experiment.replicates();
        return new IOException("The plan of the experiment is written to " + file + ", and nothing else is done, as \"Only write"
            + " the plan\" is checked. Have its " + runs + " runs made, name the result as the checkpoint file, uncheck that"
            + " setting, and execute.");
    }

    /** Takes the runs of all shares in a folder. */
    private void take(final Path folder, final Experiment experiment, final RunStore store) throws IOException {
        store.open(experiment);
        final List<Path> files;
        try (Stream<Path> inside = Files.list(folder)) {
            files = inside.filter(Files::isRegularFile).sorted().toList();
        }
        for (final Path share : files) {
            RunStore.take(share, experiment, store).ifPresent(this::warn);
        }
    }

    @Override
    protected String adviceForMemory() {
        return "Record and keep fewer generations, or use fewer threads, or give KNIME more memory (-Xmx in knime.ini)."
            + " Runs that are finished are kept in the checkpoint file, if one is named: execute again to go on.";
    }
}
