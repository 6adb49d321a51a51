package org.modelcollapse.collapse.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

import org.modelcollapse.collapse.metric.GenerationMetrics;
import org.modelcollapse.collapse.model.CollapsedException;
import org.modelcollapse.collapse.model.FittedModel;
import org.modelcollapse.collapse.recursion.EndReason;
import org.modelcollapse.collapse.recursion.Recursion;
import org.modelcollapse.gmm.DegenerateFitException;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Monitor;
import org.modelcollapse.gmm.Points;
import org.modelcollapse.gmm.RandomStream;

/** Makes the runs of one scenario. What is the same for all of them is made ready once; safe for several threads. */
final class Run {
    private final Scenario scenario;
    private final GenerationMetrics metrics;
    private final double originalVariance;
    private final Generations kept;

    Run(final Scenario scenario) {
        this.scenario = scenario;
        this.metrics = scenario.measured();
        this.originalVariance = scenario.originalVariance();
        this.kept = scenario.keptGenerations();
    }

    /**
     * Makes one run.
     *
     * @param number number of the scenario
     * @param replicate number of the replicate
     * @param random the stream of this run
     * @param monitor asked in every generation whether to go on
     * @param generationDone called after every generation
     * @throws CancellationException if the monitor says so
     * @throws IllegalArgumentException if the first training set cannot be fitted
     */
    RunResult make(final int number, final int replicate, final RandomStream random, final Monitor monitor,
        final Runnable generationDone) {
        final Recursion recursion =
            Recursion.of(scenario.original(), scenario.n(), scenario.regime(), scenario.sampling(), random);
        final State state = new State(replicate < scenario.keptReplicates());
        Points training = recursion.first();
        for (int t = 1; state.reason == null; t++) {
            monitor.checkCanceled();
            final FittedModel model = learn(training, t, monitor, state);
            state.keep(t, training, model);
            if (model == null) {
                state.test.addUnfit(recursion);
                break;
            }
            state.accept(t, model, recursion);
            generationDone.run();
            if (state.reason == null) {
                training = next(recursion, model, state);
            }
        }
        return state.result(number, replicate);
    }

    /** Weight, then mean and standard deviation of each column, of each component. */
    private static List<double[]> components(final GaussianMixture mixture) {
        final List<double[]> components = new ArrayList<>();
        for (int k = 0; k < mixture.components(); k++) {
            final double[] component = new double[1 + 2 * mixture.dimension()];
            component[0] = mixture.weight(k);
            for (int j = 0; j < mixture.dimension(); j++) {
                component[1 + 2 * j] = mixture.mean(k, j);
                component[2 + 2 * j] = Math.sqrt(mixture.covariance(k, j, j));
            }
            components.add(component);
        }
        return components;
    }

    /** @return null if there is no variance left for a fit */
    private FittedModel learn(final Points training, final int t, final Monitor monitor, final State state) {
        try {
            return scenario.learner().learn(training, monitor);
        } catch (CancellationException canceled) {
            throw canceled;
        } catch (CollapsedException | DegenerateFitException | IllegalArgumentException unfit) {
            if (t == 1) {
                throw new IllegalArgumentException("Scenario \"" + scenario.name()
                    + "\": the first training set cannot be fitted: " + unfit.getMessage(), unfit);
            }
            state.reason = EndReason.ofUnfit(training);
            state.message = unfit.getMessage();
            return null;
        }
    }

    /** @return the next training set, or the last one if the run ends because no number can hold the next */
    private Points next(final Recursion recursion, final FittedModel model, final State state) {
        if (recursion.holds(model.totalVariance())) {
            return recursion.next(model);
        }
        state.reason = EndReason.EXPLODED;
        state.message = Recursion.unheld(model.totalVariance());
        return recursion.current();
    }

    /** What is known of a run so far. */
    private final class State {

        private final boolean keeps;
        private final StepTest test = StepTest.of(scenario);
        private final List<double[]> recorded = new ArrayList<>();
        private final List<RunResult.Kept> keptSets = new ArrayList<>();
        private EndReason reason;
        private String message = "";
        private FittedModel last;
        private Points originalSet;
        private int fits;
        private int halfLife;
        private int collapsedAt;
        private double variance;

        State(final boolean keeps) {
            this.keeps = keeps;
        }

        void keep(final int t, final Points training, final FittedModel model) {
            if (keeps && kept.contains(t)) {
                keptSets.add(new RunResult.Kept(t, training,
                    model == null ? List.of() : model.mixture().map(Run::components).orElse(List.of())));
            }
        }

        void accept(final int t, final FittedModel model, final Recursion recursion) {
            last = model;
            originalSet = recursion.original();
            fits = t;
            variance = model.totalVariance();
            test.add(model, variance, recursion);
            if (halfLife == 0 && variance <= originalVariance / 2) {
                halfLife = t;
            }
            if (collapsedAt == 0 && variance < scenario.collapseShare() * originalVariance) {
                collapsedAt = t;
            }
            if (scenario.isRecorded(t)) {
                recorded.add(metrics.measure(model, originalSet));
            }
            reason = scenario.stop().reason(variance, originalVariance, model.weights(), scenario.n())
                .orElse(t == scenario.generations() ? EndReason.ALL_GENERATIONS : null);
        }

        RunResult result(final int number, final int replicate) {
            final double[] lastMetrics = scenario.isRecorded(fits) ? recorded.get(recorded.size() - 1)
                : metrics.measure(last, originalSet);
            return new RunResult(number, replicate, fits, reason, message, halfLife, collapsedAt,
                variance > originalVariance, test.steps(), recorded, lastMetrics, keptSets);
        }
    }
}
