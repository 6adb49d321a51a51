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
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Sampling by the value (nanoseconds), starts and whole generations of the post (microseconds). */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@Fork(1)
@Warmup(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 7, time = 400, timeUnit = TimeUnit.MILLISECONDS)
public class SampleAndStart {

    private static final int N = 10_000;

    private static final int GENERATIONS = 2_000;

    private final GaussianMixture original = Mixtures.post();

    private final MixtureSampler sampler = MixtureSampler.of(original);

    private final RandomStream random = RandomStream.of(1);

    private final double[] values = new double[N];

    private final Points data = sampler.sample(N, MixtureSampler.Order.SHUFFLED, random);

    private final FitSettings kMeans = FitSettings.sklearn(2).withMaxIterations(1);

    private final FitSettings given = kMeans.withStart(Start.given(original));

    private MixtureSampler current = sampler;

    private int generation;

    /** A value, grouped by component, into an array at hand. */
    @Benchmark
    @OperationsPerInvocation(N)
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    public double[] sampleGrouped() {
        sampler.fill(values, 0, N, random);
        return values;
    }

    /** A value in random order, with a new array. */
    @Benchmark
    @OperationsPerInvocation(N)
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    public Points sampleShuffled() {
        return sampler.sample(N, MixtureSampler.Order.SHUFFLED, random);
    }

    /** Start by k-means and one iteration; less {@link #givenStartAndOneIteration} it is the start alone. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public Fit kMeansStartAndOneIteration() {
        return Fitter.fit(data, kMeans, random);
    }

    /** Given start and one iteration. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public Fit givenStartAndOneIteration() {
        return Fitter.fit(data, given, random);
    }

    /** A generation of the post: 10,000 values from the last fit, and a fit with scikit-learn's defaults. */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public Fit postGeneration() {
        if (generation++ % GENERATIONS == 0) {
            current = sampler;
        }
        final Fit fit = Fitter.fit(current.sample(N, random), FitSettings.sklearn(2), random);
        current = MixtureSampler.of(fit.mixture());
        return fit;
    }
}
