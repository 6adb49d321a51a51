package org.modelcollapse.knime.bootstrap;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.modelcollapse.gmm.Bootstrap;
import org.modelcollapse.gmm.DegenerateFitException;
import org.modelcollapse.gmm.Effort;
import org.modelcollapse.gmm.FitSettings;
import org.modelcollapse.gmm.Fitter;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.LikelihoodRatioTest;
import org.modelcollapse.gmm.Points;
import org.modelcollapse.gmm.RandomStream;
import org.modelcollapse.gmm.Start;
import org.modelcollapse.knime.node.Interruption;
import org.modelcollapse.knime.node.ParametersNodeModel;
import org.modelcollapse.knime.table.ColumnNames;
import org.modelcollapse.knime.table.MixtureTable;
import org.modelcollapse.knime.table.NumericColumns;
import org.modelcollapse.knime.table.NumericColumns.Rows;

/** Reads rows and mixture, lets the engine fit it again and again, writes what that says. */
final class GmmBootstrapNodeModel extends ParametersNodeModel<GmmBootstrapParameters> {

    /** The share of the work that is reading. */
    private static final double READING = 0.05;

    /** A data set of a test is searched for two best fits, which takes about as long as so many fits from one start. */
    private static final int SEARCH = 30;

    /** The log-likelihood by which a converged fit may be higher before it is told. */
    private static final double GAIN = 1;

    GmmBootstrapNodeModel(final PortsConfiguration ports) {
        super(ports, GmmBootstrapParameters.class);
    }

    @Override
    protected PortObjectSpec[] configure(final GmmBootstrapParameters settings, final PortObjectSpec[] inSpecs)
        throws InvalidSettingsException {
        final var rows = (DataTableSpec)inSpecs[0];
        final MixtureTable mixture = MixtureTable.of((DataTableSpec)inSpecs[1]);
        mixture.columns(rows, settings.m_column);
        warn(mixture.choice(rows, settings.m_column));
        pushFixedSeed(settings.m_random);
        return new PortObjectSpec[]{BootstrapTables.PARAMETERS, BootstrapTables.TESTS};
    }

    @Override
    protected PortObject[] execute(final GmmBootstrapParameters settings, final PortObject[] inObjects,
        final ExecutionContext exec) throws Exception {
        final var table = (BufferedDataTable)inObjects[0];
        final var mixtureRows = (BufferedDataTable)inObjects[1];
        final MixtureTable mixtureTable = MixtureTable.of(mixtureRows.getDataTableSpec());
        final GaussianMixture mixture = mixtureTable.read(mixtureRows).withNarrowestType();
        final NumericColumns columns = mixtureTable.columns(table.getDataTableSpec(), settings.m_column);
        warn(mixtureTable.choice(table.getDataTableSpec(), settings.m_column));
        final Rows rows = columns.read(table, settings.m_unusable, exec.createSubProgress(READING));
        if (rows.warning() != null) {
            warn(rows.warning());
        }
        final RandomStream random = RandomStream.of(drawSeed(settings.m_random));
        try {
            return bootstrap(settings, mixture, rows.points(), columns.names(), random, exec);
        } catch (DegenerateFitException | IllegalArgumentException unfit) {
            throw ColumnNames.in(unfit, columns.names());
        }
    }

    private PortObject[] bootstrap(final GmmBootstrapParameters settings, final GaussianMixture mixture, final Points rows,
        final List<String> names, final RandomStream random, final ExecutionContext exec) throws Exception {
        final FitSettings fitSettings = FitSettings.converged(mixture.components())
            .withCovarianceType(mixture.covarianceType()).withThreads(Runtime.getRuntime().availableProcessors());
        warnOfGain(mixture, rows, fitSettings, random.split(2), exec);

        final List<Integer> tested = tested(settings, mixture.components());
        final double work = settings.m_replicates + (double)SEARCH * tested.size() * settings.m_testReplicates;
        final double ofErrors = (1 - READING) * settings.m_replicates / work;
        final Bootstrap bootstrap = Interruption.run(exec.createSubProgress(ofErrors), monitor -> Bootstrap.of(rows, mixture,
            fitSettings, settings.m_how.resampling, settings.m_replicates, random.split(0), monitor));
        if (bootstrap.failed() > 0) {
            warn(bootstrap.failed() + (bootstrap.failed() == 1 ? " data set" : " data sets")
                + " could not be fitted, as a component lost its rows or its variance; others were drawn instead.");
        }
        final List<LikelihoodRatioTest> tests = new ArrayList<>();
        for (final int components : tested) {
            tests.add(Interruption.run(exec.createSubProgress((1 - READING - ofErrors) / tested.size()),
                monitor -> LikelihoodRatioTest.of(rows, components, fitSettings, Effort.QUICK, settings.m_testReplicates,
                    random.split(1, components), monitor)));
        }
        return new PortObject[]{
            BootstrapTables.parameters(bootstrap, mixture, names, settings.m_confidence, exec),
            BootstrapTables.tests(tests, exec)};
    }

    /** The fits to the data sets are converged ones: of a mixture that is not, the intervals would be of another. */
    private void warnOfGain(final GaussianMixture mixture, final Points rows, final FitSettings settings,
        final RandomStream random, final ExecutionContext exec) throws Exception {
        final double gain = rows.size() * (Interruption.run(exec.createSilentSubProgress(0),
            monitor -> Fitter.fit(rows, null, settings.withStart(Start.given(mixture)), random, monitor)).score()
            - mixture.meanLogLikelihood(rows));
        if (gain > GAIN) {
            warn("EM from the mixture reaches a log-likelihood that is higher by " + Math.rint(10 * gain) / 10
                + ": the mixture is not the converged fit to these rows, of which the standard errors and intervals are.");
        }
    }

    private static List<Integer> tested(final GmmBootstrapParameters settings, final int components) {
        final List<Integer> tested = new ArrayList<>();
        switch (settings.m_tested) {
            case THIS -> tested.add(components);
            case UP_TO -> {
                for (int k = 1; k <= components; k++) {
                    tested.add(k);
                }
            }
            case NONE -> {
                // nothing
            }
        }
        return tested;
    }
}
