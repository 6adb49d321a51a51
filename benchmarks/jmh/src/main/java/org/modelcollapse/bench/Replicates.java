package org.modelcollapse.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.sun.management.OperatingSystemMXBean;
import org.modelcollapse.collapse.experiment.Experiment;
import org.modelcollapse.collapse.experiment.RunStore;
import org.modelcollapse.collapse.experiment.Scenario;
import org.modelcollapse.collapse.metric.Metric;
import org.modelcollapse.collapse.model.GaussianLearner;
import org.modelcollapse.collapse.model.HistogramLearner;
import org.modelcollapse.collapse.model.Learner;
import org.modelcollapse.collapse.model.MixtureLearner;
import org.modelcollapse.collapse.original.Original;
import org.modelcollapse.collapse.regime.Regime;
import org.modelcollapse.gmm.FitSettings;
import org.modelcollapse.gmm.Monitor;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Whole experiments on one thread and on two. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@State(Scope.Benchmark)
@Warmup(iterations = 0)
public class Replicates {

    @Param({"1", "2"})
    int threads;

    private static void run(final Scenario scenario, final int replicates, final int threads) throws IOException {
        final Experiment experiment = Experiment.of(1, replicates, List.of(scenario));
        try (RunStore store = RunStore.inMemory()) {
            experiment.run(store, threads, Monitor.NONE);
            for (int r = 0; r < replicates; r++) {
                if (store.get(0, r).fits() != scenario.generations()) {
                    throw new IllegalStateException("Replicate " + r + " ended in generation "
                        + store.get(0, r).fits() + ": " + store.get(0, r).message());
                }
            }
        }
    }

    /** The post: 2,000 generations of 10,000 points, the quick metrics recorded in every generation. */
    private static Scenario post() {
        return Scenario.of("post", Original.of(Mixtures.post()), 10_000, Regime.replace(),
            new MixtureLearner(FitSettings.sklearn(2), 1), 2_000);
    }

    /** How many replicates the post has here; 100 in the issue. */
    @State(Scope.Benchmark)
    public static class Post {
        @Param({"100"})
        int replicates;

        /** Two replicates to warm up. */
        @Setup
        public void warm() throws IOException {
            Replicates.run(Replicates.post(), 2, 2);
        }
    }

    /** What is fitted in the drift study. */
    public enum DriftLearner {
        /** One Gaussian by maximum likelihood. */
        GAUSSIAN(new GaussianLearner(0)),
        /** Two components with scikit-learn's defaults. */
        MIXTURE(new MixtureLearner(FitSettings.sklearn(2), 1)),
        /** Counts of two bins: the drift of Wright and Fisher. */
        HISTOGRAM(new HistogramLearner(-10, 10, 2));

        private final Learner learner;

        DriftLearner(final Learner learner) {
            this.learner = learner;
        }
    }

    /** 100,000 generations: 200 runs of 500 generations of 100 points, total variance recorded every 100. */
    @State(Scope.Benchmark)
    public static class Drift {
        static final int RUNS = 200;

        static final int GENERATIONS = 500;

        @Param
        DriftLearner learner;

        Scenario scenario() {
            return Scenario.of("drift", Original.of(Mixtures.post()), 100, Regime.replace(), learner.learner,
                GENERATIONS).withMetrics(EnumSet.of(Metric.TOTAL_VARIANCE), 100);
        }
    }

    /** 100 replicates of the post. */
    @Benchmark
    @Measurement(iterations = 1)
    public void post(final Post state) throws IOException {
        final long cpu = cpu();
        run(post(), state.replicates, threads);
        // on a busy machine this tells more than the clock: what two threads cost beyond one
        System.out.printf("%d replicates on %d threads took %.1f s of the processors%n", state.replicates, threads,
            (cpu() - cpu) / 1e9);
    }

    private static long cpu() {
        return ((OperatingSystemMXBean)ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /** A generation of 100 points, in microseconds; 20 million generations a minute are 3. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    @OperationsPerInvocation(Drift.RUNS * Drift.GENERATIONS)
    @Warmup(iterations = 2, time = 1)
    @Measurement(iterations = 3, time = 1)
    public void drift(final Drift state) throws IOException {
        run(state.scenario(), Drift.RUNS, threads);
    }
}
