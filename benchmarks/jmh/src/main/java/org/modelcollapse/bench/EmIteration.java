package org.modelcollapse.bench;

import java.util.concurrent.TimeUnit;

import org.modelcollapse.gmm.Fit;
import org.modelcollapse.gmm.FitSettings;
import org.modelcollapse.gmm.Fitter;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.MixtureSampler;
import org.modelcollapse.gmm.Points;
import org.modelcollapse.gmm.RandomStream;
import org.modelcollapse.gmm.Start;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Nanoseconds that one EM iteration takes for one point. A fit makes a fixed number of iterations from a given start
 * (tolerance 0); what it does once, such as finding the range of the data, is in the figure.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 7, time = 400, timeUnit = TimeUnit.MILLISECONDS)
public class EmIteration {

    private static final int SMALL = 10_000;

    private static final int SMALL_ITERATIONS = 50;

    private static final int LARGE = 1_000_000;

    private static final int LARGE_ITERATIONS = 5;

    private static final int SPACE = 100_000;

    private static final int SPACE_ITERATIONS = 5;

    private static FitSettings fixed(final GaussianMixture start, final int iterations) {
        return FitSettings.sklearn(start.components()).withStart(Start.given(start)).withTolerance(0)
            .withMaxIterations(iterations);
    }

    private static Fit fit(final Points data, final FitSettings settings) {
        final Fit fit = Fitter.fit(data, settings, RandomStream.of(1));
        if (fit.iterations() != settings.maxIterations()) {
            throw new IllegalStateException("Only " + fit.iterations() + " iterations");
        }
        return fit;
    }

    /** 10,000 points in one dimension. */
    @State(Scope.Benchmark)
    public static class Small {
        @Param({"2", "3", "4", "5", "6", "7", "8"})
        int components;

        Points data;

        FitSettings settings;

        /** Draws the data. */
        @Setup(Level.Trial)
        public void draw() {
            final GaussianMixture mixture = Mixtures.line(components, 4);
            data = MixtureSampler.of(mixture).sample(SMALL, RandomStream.of(1));
            settings = fixed(mixture, SMALL_ITERATIONS);
        }
    }

    /** A million points in one dimension. */
    @State(Scope.Benchmark)
    public static class Large {
        @Param({"3"})
        int components;

        @Param({"1", "2"})
        int threads;

        Points data;

        FitSettings settings;

        /** Draws the data. */
        @Setup(Level.Trial)
        public void draw() {
            final GaussianMixture mixture = Mixtures.line(components, 2);
            data = MixtureSampler.of(mixture).sample(LARGE, MixtureSampler.Order.SHUFFLED, RandomStream.of(1));
            settings = fixed(mixture, LARGE_ITERATIONS).withThreads(threads);
        }
    }

    /** 100,000 points in eight dimensions. */
    @State(Scope.Benchmark)
    public static class Space {
        @Param({"1", "2"})
        int threads;

        Points data;

        FitSettings settings;

        /** Draws the data. */
        @Setup(Level.Trial)
        public void draw() {
            final GaussianMixture mixture = Mixtures.space();
            data = MixtureSampler.of(mixture).sample(SPACE, MixtureSampler.Order.SHUFFLED, RandomStream.of(1));
            settings = fixed(mixture, SPACE_ITERATIONS).withThreads(threads);
        }
    }

    /** One dimension, few points. */
    @Benchmark
    @OperationsPerInvocation(SMALL * SMALL_ITERATIONS)
    public Fit line(final Small state) {
        return fit(state.data, state.settings);
    }

    /** One dimension, many points. */
    @Benchmark
    @OperationsPerInvocation(LARGE * LARGE_ITERATIONS)
    public Fit million(final Large state) {
        return fit(state.data, state.settings);
    }

    /** Eight dimensions, five components, full covariances. */
    @Benchmark
    @OperationsPerInvocation(SPACE * SPACE_ITERATIONS)
    public Fit space(final Space state) {
        return fit(state.data, state.settings);
    }
}
