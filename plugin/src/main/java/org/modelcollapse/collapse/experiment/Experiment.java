package org.modelcollapse.collapse.experiment;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;

import org.modelcollapse.gmm.Monitor;
import org.modelcollapse.gmm.RandomStream;

/**
 * Scenarios, each with a number of replicates: independent runs that differ in their random numbers alone. Immutable.
 *
 * <p>The run of scenario s and replicate r (both from 0) draws from {@link #stream}: a stream of its own, so that
 * results depend on seed and settings, and not on threads, on the order of runs, or on what else is in the experiment
 * after them.
 */
public final class Experiment {

    private final long seed;
    private final int replicates;
    private final List<Scenario> scenarios;

    private Experiment(final long seed, final int replicates, final List<Scenario> scenarios) {
        this.seed = seed;
        this.replicates = replicates;
        this.scenarios = scenarios;
    }

    /**
     * @param seed any number
     * @param replicates runs of each scenario, at least 1
     * @param scenarios at least one
     * @return the experiment, not started
     * @throws IllegalArgumentException if there is no replicate or no scenario
     */
    public static Experiment of(final long seed, final int replicates, final List<Scenario> scenarios) {
        if (replicates < 1) {
            throw new IllegalArgumentException("An experiment needs at least 1 replicate, not " + replicates);
        }
        if (scenarios.isEmpty()) {
            throw new IllegalArgumentException("An experiment needs at least 1 scenario");
        }
        return new Experiment(seed, replicates, List.copyOf(scenarios));
    }

    /**
     * The random numbers of one run. A recursion that is driven from outside and draws from the stream of scenario 0
     * and replicate 0 gives the numbers of the experiment's first run.
     *
     * @param seed seed of the experiment
     * @param scenario number of the scenario, from 0
     * @param replicate number of the replicate, from 0
     * @return the stream at its start
     */
    public static RandomStream stream(final long seed, final int scenario, final int replicate) {
        return RandomStream.of(seed, scenario, replicate);
    }

    /** @return the seed */
    public long seed() {
        return seed;
    }

    /** @return runs of each scenario */
    public int replicates() {
        return replicates;
    }

    /** @return the scenarios in their order */
    public List<Scenario> scenarios() {
        return scenarios;
    }

    /** @return the names of all numbers that any scenario measures, in their order */
    public List<String> measured() {
        return scenarios.stream().flatMap(s -> s.measured().names().stream()).distinct().toList();
    }

    /** @return how much it will give at most; to be announced before it starts */
    public OutputSize size() {
        long generations = 0;
        long rows = 0;
        long values = 0;
        long keptValues = 0;
        for (final Scenario scenario : scenarios) {
            generations += scenario.generations();
            rows += scenario.recordedCount();
            values += (long)scenario.recordedCount() * scenario.measured().names().size();
            keptValues += Math.min(replicates, scenario.keptReplicates()) * RunSize.keptPoints(scenario)
                * scenario.original().dimension();
        }
        final RunSize largest = scenarios.stream().map(scenario -> RunSize.of(scenario, replicates))
            .max(Comparator.comparingLong(RunSize::bytes)).orElseThrow();
        return new OutputSize((long)scenarios.size() * replicates, generations * replicates, rows * replicates,
            values * replicates, keptValues, largest);
    }

    /**
     * Makes all runs that the store does not have yet.
     *
     * @param store where finished runs go, and where those of an interrupted experiment are
     * @param threads how many threads work, at least 1; they change the speed and nothing else
     * @param monitor told of progress, and asked a few times a second whether to go on, by the calling thread
     * @throws IOException if the store cannot be read or written, or is of another experiment
     * @throws java.util.concurrent.CancellationException if the monitor says so; finished runs are in the store then
     * @throws IllegalArgumentException if a first training set cannot be fitted; the message names the scenario
     */
    public void run(final RunStore store, final int threads, final Monitor monitor) throws IOException {
        if (threads < 1) {
            throw new IllegalArgumentException("An experiment needs at least 1 thread, not " + threads);
        }
        store.open(this);
        new Workers(this, store, monitor).run(threads);
    }

    byte[] fingerprint() {
        return Fingerprint.of(this);
    }
}
