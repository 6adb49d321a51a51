package org.modelcollapse.knime.bayes;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.modelcollapse.gmm.BayesFit;
import org.modelcollapse.gmm.BayesFitter;
import org.modelcollapse.gmm.DegenerateFitException;
import org.modelcollapse.gmm.RandomStream;
import org.modelcollapse.knime.node.Interruption;
import org.modelcollapse.knime.node.ParametersNodeModel;
import org.modelcollapse.knime.table.ColumnNames;
import org.modelcollapse.knime.table.MixtureTable;
import org.modelcollapse.knime.table.NumericColumns;
import org.modelcollapse.knime.table.NumericColumns.Rows;

/** Reads the rows, lets the engine fit them, writes mixture, components and report. */
final class FitBayesianGmmNodeModel extends ParametersNodeModel<FitBayesianGmmParameters> {

    /** The share of the work that is reading. */
    private static final double READING = 0.2;

    FitBayesianGmmNodeModel(final PortsConfiguration ports) {
        super(ports, FitBayesianGmmParameters.class);
    }

    @Override
    protected PortObjectSpec[] configure(final FitBayesianGmmParameters settings, final PortObjectSpec[] inSpecs)
        throws InvalidSettingsException {
        final NumericColumns columns = settings.columns((DataTableSpec)inSpecs[0]);
        MixtureTable.checkWidth(columns.names());
        pushFixedSeed(settings.m_random);
        return new PortObjectSpec[]{settings.m_leaveOutDead ? MixtureTable.spec(columns.names())
            : MixtureTable.spec(columns.names(), settings.m_components), BayesTables.COMPONENTS, BayesTables.REPORT};
    }

    @Override
    protected PortObject[] execute(final FitBayesianGmmParameters settings, final PortObject[] inObjects,
        final ExecutionContext exec) throws Exception {
        final var table = (BufferedDataTable)inObjects[0];
        final NumericColumns columns = settings.columns(table.getDataTableSpec());
        final Rows rows = columns.read(table, settings.m_unusable, exec.createSubProgress(READING));
        final RandomStream random = RandomStream.of(drawSeed(settings.m_random));
        final BayesFit fit;
        try {
            fit = Interruption.run(exec.createSubProgress(1 - READING), monitor -> BayesFitter.fit(rows.points(), null,
                settings.toBayesSettings(columns.names().size()), random, monitor)).sorted();
        } catch (DegenerateFitException | IllegalArgumentException unfit) {
            throw ColumnNames.in(unfit, columns.names());
        }
        if (rows.warning() != null) {
            warn(rows.warning());
        }
        warn(fit);
        final BayesFit given = settings.m_leaveOutDead ? fit.withoutDead() : fit;
        return new PortObject[]{MixtureTable.write(given.mixture(), columns.names(), exec),
            BayesTables.components(fit, given != fit, exec), BayesTables.report(fit, rows, exec)};
    }

    private void warn(final BayesFit fit) {
        if (!fit.converged()) {
            warn("The fit has not converged after " + fit.iterations()
                + " iterations: components may still die. Allow more iterations or a larger tolerance.");
        }
        if (fit.living() == fit.mixture().components() && fit.living() > 1) {
            warn("All " + fit.living() + " components live: there may be more in the rows. Allow more components.");
        }
    }
}
