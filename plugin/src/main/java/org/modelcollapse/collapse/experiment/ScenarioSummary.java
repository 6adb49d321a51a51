package org.modelcollapse.collapse.experiment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import org.modelcollapse.collapse.law.ComponentBands;
import org.modelcollapse.collapse.law.GaussianLaw;
import org.modelcollapse.collapse.law.Steps;
import org.modelcollapse.collapse.math.OrderStatistics;
import org.modelcollapse.collapse.recursion.EndReason;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Monitor;

/**
 * What the runs of one scenario came to. Immutable.
 *
 * @param runs number of runs
 * @param steps the steps of the total variance against the law, of all runs and generations; see {@link Steps#z}
 * @param halfLife median half-life in generations; empty if half of the runs or more are censored: ended with more than
 *            half of the variance
 * @param halfLifeExpected what theory says of it; empty where there is no law. Asymptotic, see
 *            {@link GaussianLaw#medianTimeBelow}
 * @param halfLifeCensored how many runs never lost half of the variance
 * @param collapseTime median time of collapse in generations; empty if half of the runs or more are censored
 * @param collapseTimeExpected what theory says of it, as for the half-life
 * @param collapseCensored how many runs did not collapse
 * @param widenedShare share of runs whose last fit was wider than the original
 * @param widenedExpected what theory says of it, if all runs make all generations; empty where there is no law.
 *            Asymptotic, see {@link GaussianLaw#probabilityWidened}
 * @param components what became of the single components; empty where they cannot be compared with the original's
 * @param componentBands what the law expects of the components, by EM run to convergence; empty where it is not valid
 * @param reasons how many runs ended why
 */
public record ScenarioSummary(int runs, Steps steps, OptionalDouble halfLife, OptionalDouble halfLifeExpected, int halfLifeCensored,
    OptionalDouble collapseTime, OptionalDouble collapseTimeExpected, int collapseCensored, double widenedShare,
    OptionalDouble widenedExpected, Optional<Components> components,
    Optional<ComponentBands> componentBands, Map<EndReason, Integer> reasons) {

    /**
     * The components of the last fits of all runs, by their variance as a share of that of the original's component in
     * the same place, see {@link ComponentSpread}.
     *
     * @param q1 lower quartile of these shares
     * @param median median
     * @param q3 upper quartile
     * @param widerShare how many of them exceed 1, as a share of all components of all runs
     * @param runsWithWider share of runs of which at least one does
     * @param widerExpected what the law of the components expects of {@code widerShare}, by EM run to convergence, if all
     *            runs make all generations; empty where it is not valid
     * @param runsWithWiderExpected the same of {@code runsWithWider}
     */
    public record Components(double q1, double median, double q3, double widerShare, double runsWithWider,
        OptionalDouble widerExpected, OptionalDouble runsWithWiderExpected) {
    }

    /**
     * @param experiment an experiment whose runs are all made
     * @param store where its runs are
     * @param monitor asked for each run whether to go on
     * @return the summaries of all scenarios, in their order
     * @throws IOException if a run is not in the store or cannot be read
     */
    public static List<ScenarioSummary> all(final Experiment experiment, final RunStore store, final Monitor monitor)
        throws IOException {
        final List<ScenarioSummary> summaries = new ArrayList<>();
        final Map<Followed, Optional<ComponentBands>> known = new HashMap<>();
        for (int s = 0; s < experiment.scenarios().size(); s++) {
            summaries.add(of(experiment, s, store, known, monitor));
        }
        return List.copyOf(summaries);
    }

    /**
     * @param experiment an experiment whose runs are all made
     * @param scenario number of the scenario, from 0
     * @param store where its runs are
     * @param monitor asked for each run whether to go on
     * @return the summary
     * @throws IOException if a run is not in the store or cannot be read
     */
    public static ScenarioSummary of(final Experiment experiment, final int scenario, final RunStore store,
        final Monitor monitor) throws IOException {
        return of(experiment, scenario, store, new HashMap<>(), monitor);
    }

    /** What the bands of the components depend on: scenarios of a grid often have all of it in common. */
    private record Followed(GaussianMixture original, int n, int generations) {
    }

    private static ScenarioSummary of(final Experiment experiment, final int scenario, final RunStore store,
        final Map<Followed, Optional<ComponentBands>> known, final Monitor monitor) throws IOException {
        final Scenario settings = experiment.scenarios().get(scenario);
        final Optional<ComponentSpread> spread = ComponentSpread.of(settings);
        final int runs = experiment.replicates();
        final int[] halfLives = new int[runs];
        final int[] collapses = new int[runs];
        final double[][] shares = new double[runs][];
        final Map<EndReason, Integer> reasons = new EnumMap<>(EndReason.class);
        int widened = 0;
        Steps steps = Steps.NONE;
        for (int r = 0; r < runs; r++) {
            monitor.checkCanceled();
            final RunResult run = store.get(scenario, r);
            steps = steps.plus(run.steps());
            halfLives[r] = run.halfLife();
            collapses[r] = run.collapsedAt();
            widened += run.widened() ? 1 : 0;
            reasons.merge(run.reason(), 1, Integer::sum);
            shares[r] = spread.map(s -> s.varianceShares(run)).orElse(null);
        }
        final Optional<GaussianLaw> law = ScenarioLaws.gaussian(settings);
        final boolean complete = reasons.getOrDefault(EndReason.ALL_GENERATIONS, 0) == runs;
        final Optional<ComponentBands> bands = spread.isEmpty() ? Optional.empty()
            : ComponentExpectation.suited(settings).flatMap(original -> known.computeIfAbsent(
                new Followed(original, settings.n(), settings.generations()),
                key -> ComponentExpectation.bands(settings, monitor)));
        return new ScenarioSummary(runs, steps, median(halfLives), value(law.map(l -> l.medianTimeBelow(.5))),
            censored(halfLives), median(collapses), value(law.map(l -> l.medianTimeBelow(settings.collapseShare()))),
            censored(collapses), (double)widened / runs,
            value(law.filter(l -> complete).map(l -> l.probabilityWidened(settings.generations()))),
            spread.map(s -> components(shares, bands.filter(of -> complete), settings.generations())), bands, reasons);
    }

    private static OptionalDouble value(final Optional<Double> value) {
        return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    private static Components components(final double[][] shares, final Optional<ComponentBands> bands,
        final int generations) {
        final Optional<ComponentBands> atEnd = bands.filter(of -> of.validTo() >= generations);
        final double[] sorted = Arrays.stream(shares).flatMapToDouble(Arrays::stream).sorted().toArray();
        final long wider = Arrays.stream(sorted).filter(s -> s > 1).count();
        final long runs = Arrays.stream(shares).filter(of -> Arrays.stream(of).anyMatch(s -> s > 1)).count();
        return new Components(OrderStatistics.quantile(sorted, .25), OrderStatistics.quantile(sorted, .5),
            OrderStatistics.quantile(sorted, .75), (double)wider / sorted.length, (double)runs / shares.length,
            value(atEnd.map(of -> Arrays.stream(of.wider()[of.wider().length - 1]).average().orElseThrow())),
            value(atEnd.map(of -> of.anyWider()[of.anyWider().length - 1])));
    }

    private static int censored(final int[] times) {
        return (int)Arrays.stream(times).filter(t -> t == 0).count();
    }

    /** The median of times of which those that were never reached, 0, are later than all others. */
    private static OptionalDouble median(final int[] times) {
        final double[] sorted = Arrays.stream(times).mapToDouble(t -> t == 0 ? Double.POSITIVE_INFINITY : t).sorted()
            .toArray();
        final double median = OrderStatistics.quantile(sorted, 0.5);
        return median < Double.POSITIVE_INFINITY ? OptionalDouble.of(median) : OptionalDouble.empty();
    }
}
