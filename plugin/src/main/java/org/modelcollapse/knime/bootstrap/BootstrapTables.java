package org.modelcollapse.knime.bootstrap;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.modelcollapse.gmm.Bootstrap;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.LikelihoodRatioTest;
import org.modelcollapse.knime.table.MixtureTable;
import org.modelcollapse.knime.table.TableWriter;

/** What the bootstrap says, as tables. */
final class BootstrapTables {

    static final DataTableSpec PARAMETERS = new DataTableSpec(
        new String[]{"Component", "Parameter", "Estimate", "Standard error", "Bias", "Lower bound", "Upper bound"},
        new DataType[]{IntCell.TYPE, StringCell.TYPE, DoubleCell.TYPE, DoubleCell.TYPE, DoubleCell.TYPE, DoubleCell.TYPE,
            DoubleCell.TYPE});

    static final DataTableSpec TESTS = new DataTableSpec(
        new String[]{"Components", "Log-likelihood", "Log-likelihood of one more", "Statistic", "P-value", "Data sets"},
        new DataType[]{IntCell.TYPE, DoubleCell.TYPE, DoubleCell.TYPE, DoubleCell.TYPE, DoubleCell.TYPE, IntCell.TYPE});

    private BootstrapTables() {
    }

    private record Parameter(String name, ToDoubleFunction<GaussianMixture> value) {
    }

    /** The numbers of a component under the names that the mixture table gives them. */
    private static List<Parameter> parameters(final int k, final List<String> variables) {
        final List<String> names = List.of(MixtureTable.spec(variables).getColumnNames());
        final List<Parameter> parameters = new ArrayList<>();
        parameters.add(new Parameter(names.get(1), m -> m.weight(k)));
        final int d = variables.size();
        int at = 2;
        for (int j = 0; j < d; j++) {
            final int column = j;
            parameters.add(new Parameter(names.get(at++), m -> m.mean(k, column)));
        }
        if (d == 1) {
            parameters.add(new Parameter(names.get(at), m -> m.sd(k)));
            return parameters;
        }
        for (int i = 0; i < d; i++) {
            for (int j = i; j < d; j++) {
                final int row = i;
                final int column = j;
                parameters.add(new Parameter(names.get(at++), m -> m.covariance(k, row, column)));
            }
        }
        return parameters;
    }

    static BufferedDataTable parameters(final Bootstrap bootstrap, final GaussianMixture mixture,
        final List<String> variables, final double confidence, final ExecutionContext exec)
        throws CanceledExecutionException {
        final double tail = (1 - confidence) / 2;
        try (TableWriter writer = TableWriter.of(PARAMETERS, exec)) {
            for (int k = 0; k < mixture.components(); k++) {
                for (final Parameter parameter : parameters(k, variables)) {
                    writer.add(new IntCell(k + 1), new StringCell(parameter.name),
                        new DoubleCell(parameter.value.applyAsDouble(mixture)),
                        new DoubleCell(bootstrap.standardError(parameter.value)),
                        new DoubleCell(bootstrap.bias(parameter.value)),
                        new DoubleCell(bootstrap.quantile(parameter.value, tail)),
                        new DoubleCell(bootstrap.quantile(parameter.value, 1 - tail)));
                }
            }
            return writer.finish();
        }
    }

    static BufferedDataTable tests(final List<LikelihoodRatioTest> tests, final ExecutionContext exec)
        throws CanceledExecutionException {
        try (TableWriter writer = TableWriter.of(TESTS, exec)) {
            for (final LikelihoodRatioTest test : tests) {
                writer.add(new IntCell(test.components()), new DoubleCell(test.logLikelihood()),
                    new DoubleCell(test.logLikelihoodOfMore()), new DoubleCell(test.statistic()),
                    new DoubleCell(test.pValue()), new IntCell(test.ofReplicates().length));
            }
            return writer.finish();
        }
    }
}
