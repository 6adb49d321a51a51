package org.modelcollapse.collapse.experiment;

import java.util.HashMap;
import java.util.Map;

import org.modelcollapse.gmm.Monitor;

/**
 * Makes single runs of an experiment, for those who share them out by themselves; {@link Experiment#run} makes all. The
 * runs are the same. An instance keeps what the runs of a scenario have in common: one thread at a time.
 */
public final class RunMaker {

    private final Experiment experiment;

    private final Map<Integer, Run> runs = new HashMap<>();

    private RunMaker(final Experiment experiment) {
        this.experiment = experiment;
    }

    /**
     * @param experiment whose runs to make
     * @return the maker
     */
    public static RunMaker of(final Experiment experiment) {
        return new RunMaker(experiment);
    }

    /**
     * @param scenario number of the scenario, from 0
     * @param replicate number of the replicate, from 0
     * @param monitor asked whether to go on
     * @return the run
     * @throws java.util.concurrent.CancellationException if the monitor says so
     * @throws IllegalArgumentException if a first training set cannot be fitted; the message names the scenario
     */
    public RunResult make(final int scenario, final int replicate, final Monitor monitor) {
        return runs.computeIfAbsent(scenario, s -> new Run(experiment.scenarios().get(s))).make(scenario, replicate,
            Experiment.stream(experiment.seed(), scenario, replicate), monitor, () -> {
            });
    }

    /**
     * About how much work a run is, to tell runs apart.
     *
     * @param scenario number of the scenario, from 0
     * @return the points of all training sets, if it goes on to its last generation
     */
    public double cost(final int scenario) {
        final Scenario settings = experiment.scenarios().get(scenario);
        final double first = settings.regime().trainingSize(settings.n(), 1);
        final double last = settings.regime().trainingSize(settings.n(), settings.generations());
        return settings.generations() * (first + last) / 2;
    }
}
