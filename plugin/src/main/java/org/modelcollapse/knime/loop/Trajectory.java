package org.modelcollapse.knime.loop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.function.ToDoubleBiFunction;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Monitor;
import org.modelcollapse.gmm.Points;
import org.modelcollapse.knime.table.TableWriter;
import org.modelcollapse.view.RowsSummary;
import org.modelcollapse.view.TrajectorySummary;

/**
 * The fitted mixtures of a run, generation by generation, as the wide table that line plots take: the generation, then a
 * column a statistic, the variances first.
 */
final class Trajectory {

    private final List<String> variables;

    private final RowsSummary first;

    private final List<GaussianMixture> fits = new ArrayList<>();

    private final List<OptionalDouble> stepScores = new ArrayList<>();

    private final Map<String, double[]> measured = new LinkedHashMap<>();

    /**
     * @param variables a name a dimension
     * @param first the training set of the first generation
     */
    Trajectory(final List<String> variables, final RowsSummary first) {
        this.variables = variables;
        this.first = first;
    }

    /**
     * Adds the next generation's fit.
     *
     * @param fit the mixture
     * @param stepScore z-score of the steps up to this one; empty if they are too few
     */
    void add(final GaussianMixture fit, final OptionalDouble stepScore) {
        fits.add(fit);
        stepScores.add(stepScore);
    }

    /**
     * Writes the table. A generation with fewer components than another has missing cells for those it lacks.
     *
     * @param plan gives the expected total variance
     * @param distances measures distances to the original
     * @param exec to write with
     * @return a row a generation
     */
    BufferedDataTable write(final Plan plan, final Distances distances, final ExecutionContext exec)
        throws CanceledExecutionException {
        final int components = components();
        final List<String> distanceNames = distances.names();
        distanceNames.forEach(name -> measured.put(name, new double[fits.size()]));
        final Optional<double[]> expected = plan.expectedTotalVariance(components, fits.size());
        try (TableWriter writer = TableWriter.of(spec(components, distanceNames), exec)) {
            for (int t = 0; t < fits.size(); t++) {
                exec.checkCanceled();
                final int fit = t;
                final List<DataCell> cells = row(t + 1, fits.get(t), components);
                cells.add(expected.<DataCell> map(law -> new DoubleCell(law[fit])).orElse(DataType.getMissingCell()));
                final OptionalDouble score = stepScores.get(t);
                cells.add(score.isPresent() ? new DoubleCell(score.getAsDouble()) : DataType.getMissingCell());
                final double[] toOriginal = distances.measure(fits.get(t));
                for (int i = 0; i < toOriginal.length; i++) {
                    cells.add(new DoubleCell(toOriginal[i]));
                    measured.get(distanceNames.get(i))[t] = toOriginal[i];
                }
                writer.add(cells.toArray(DataCell[]::new));
            }
            return writer.finish();
        }
    }

    /** @return how many generations were fitted */
    int generations() {
        return fits.size();
    }

    private int components() {
        return fits.stream().mapToInt(GaussianMixture::components).max().orElse(0);
    }

    /**
     * Summarises the run for the view, with the distances as they were written last.
     *
     * @param plan gives the expected total variance and the original
     * @param kept the training sets kept, by generation; that of a generation without a fit is not shown
     * @param ownGenerator whether the fitted points came from the fitted mixtures, so that their components have a law
     * @param monitor told of progress, asked whether to go on
     * @return what the view shows
     */
    TrajectorySummary summary(final Plan plan, final SortedMap<Integer, Points> kept, final boolean ownGenerator,
        final Monitor monitor) {
        final boolean sameNumber = fits.stream().allMatch(fit -> fit.components() == components());
        final boolean hasLaw = ownGenerator && sameNumber;
        return new TrajectorySummary(variables, fits,
            plan.expectedTotalVariance(components(), fits.size()).orElse(null),
            stepScores.stream().mapToDouble(z -> z.orElse(Double.NaN)).toArray(), plan.originalMixture().orElse(null),
            first, TrajectorySummary.summarise(kept.headMap(fits.size() + 1)),
            hasLaw ? plan.componentBands(components(), fits.size(), monitor).orElse(null) : null,
            hasLaw ? plan.componentSteps(fits).orElse(null) : null, measured);
    }

    private DataTableSpec spec(final int components, final List<String> distances) {
        final List<String> names = new ArrayList<>(List.of(TrainingSet.GENERATION));
        for (final String statistic : List.of("Variance", "Sd", "Mean")) {
            for (int k = 1; k <= components; k++) {
                for (final String variable : variables) {
                    names.add(name(statistic + " " + k, variable));
                }
            }
        }
        for (int k = 1; k <= components; k++) {
            names.add("Weight " + k);
        }
        variables.forEach(v -> names.add(name("Mean", v)));
        names.addAll(List.of("Total variance", "Expected total variance", "Step z-score"));
        names.addAll(distances);
        final List<DataType> types = new ArrayList<>(List.of(IntCell.TYPE));
        while (types.size() < names.size()) {
            types.add(DoubleCell.TYPE);
        }
        return new DataTableSpec(names.toArray(String[]::new), types.toArray(DataType[]::new));
    }

    private String name(final String statistic, final String variable) {
        return variables.size() == 1 ? statistic : statistic + " (" + variable + ")";
    }

    private List<DataCell> row(final int generation, final GaussianMixture fit, final int components) {
        final List<DataCell> cells = new ArrayList<>(List.of(new IntCell(generation)));
        addByVariable(cells, fit, components, (k, j) -> fit.covariance(k, j, j));
        addByVariable(cells, fit, components, (k, j) -> Math.sqrt(fit.covariance(k, j, j)));
        addByVariable(cells, fit, components, (k, j) -> fit.mean(k, j));
        for (int k = 0; k < components; k++) {
            cells.add(k < fit.components() ? new DoubleCell(fit.weight(k)) : DataType.getMissingCell());
        }
        for (final double mean : fit.mean()) {
            cells.add(new DoubleCell(mean));
        }
        cells.add(new DoubleCell(fit.totalVariance()));
        return cells;
    }

    private void addByVariable(final List<DataCell> cells, final GaussianMixture fit, final int components,
        final ToDoubleBiFunction<Integer, Integer> statistic) {
        for (int k = 0; k < components; k++) {
            for (int j = 0; j < variables.size(); j++) {
                cells.add(k < fit.components() ? new DoubleCell(statistic.applyAsDouble(k, j))
                    : DataType.getMissingCell());
            }
        }
    }
}
