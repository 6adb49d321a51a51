package org.modelcollapse.bench;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;

import com.sun.management.OperatingSystemMXBean;

/**
 * The same benchmarks of one thread without JMH, by what they take of the processors instead of the clock: for machines
 * that have other things to do. Medians of eleven samples. Experiments run in threads that do not outlive them, so
 * those are measured by the whole process, the compiler's threads included.
 */
public final class ProcessorTime {

    private static final int SAMPLES = 11;

    private static final double WARM_SECONDS = 0.6;

    private static final double SAMPLE_SECONDS = 0.03;

    private ProcessorTime() {
    }

    /**
     * Prints a table.
     *
     * @param args not used
     * @throws Exception if a benchmark fails
     */
    public static void main(final String[] args) throws Exception {
        System.out.println("| benchmark, one thread | median | least | unit |\n|---|---|---|---|");
        final EmIteration em = new EmIteration();
        for (int k = 2; k <= 8; k++) {
            final EmIteration.Small small = new EmIteration.Small();
            small.components = k;
            small.draw();
            thread("EM iteration, 10,000 points, K = " + k, "ns a point", 1e9 / 500_000, () -> em.line(small));
        }
        final EmIteration.Large large = new EmIteration.Large();
        large.components = 3;
        large.threads = 1;
        large.draw();
        thread("EM iteration, 1,000,000 points, K = 3", "ns a point", 1e9 / 5_000_000, () -> em.million(large));
        final EmIteration.Space space = new EmIteration.Space();
        space.threads = 1;
        space.draw();
        thread("EM iteration, 100,000 x 8, K = 5, full", "ns a point", 1e9 / 500_000, () -> em.space(space));
        final SampleAndStart sample = new SampleAndStart();
        thread("Sampling, grouped by component", "ns a value", 1e9 / 10_000, sample::sampleGrouped);
        thread("Sampling, in random order", "ns a value", 1e9 / 10_000, sample::sampleShuffled);
        thread("Given start and an iteration, 10,000 points, K = 2", "us", 1e6, sample::givenStartAndOneIteration);
        thread("k-means start and an iteration, 10,000 points, K = 2", "us", 1e6,
            sample::kMeansStartAndOneIteration);
        thread("A generation of the post", "us", 1e6, sample::postGeneration);
        for (final Replicates.DriftLearner learner : Replicates.DriftLearner.values()) {
            final Replicates replicates = new Replicates();
            replicates.threads = 1;
            final Replicates.Drift drift = new Replicates.Drift();
            drift.learner = learner;
            process("Drift, 100 points, " + learner.name().toLowerCase(Locale.ROOT), 1e6 / 100_000, () -> {
                replicates.drift(drift);
                return drift;
            });
        }
    }

    private static void thread(final String name, final String unit, final double scale, final Callable<?> work)
        throws Exception {
        double seconds = 0;
        int calls = 0;
        while (seconds < WARM_SECONDS) {
            seconds += threadSeconds(work, 1);
            calls++;
        }
        final int repeats = Math.max(1, (int)(SAMPLE_SECONDS * calls / seconds));
        final double[] samples = new double[SAMPLES];
        for (int s = 0; s < SAMPLES; s++) {
            samples[s] = threadSeconds(work, repeats) / repeats;
        }
        print(name, samples, scale, unit);
    }

    private static double threadSeconds(final Callable<?> work, final int repeats) throws Exception {
        final long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int r = 0; r < repeats; r++) {
            if (work.call() == null) {
                throw new IllegalStateException("No result");
            }
        }
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin) / 1e9;
    }

    private static void process(final String name, final double scale, final Callable<?> work) throws Exception {
        final double[] samples = new double[3];
        work.call();
        for (int s = 0; s < samples.length; s++) {
            final long begin = processNanos();
            work.call();
            samples[s] = (processNanos() - begin) / 1e9;
        }
        print(name, samples, scale, "us a generation");
    }

    private static long processNanos() {
        return ((OperatingSystemMXBean)ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static void print(final String name, final double[] samples, final double scale, final String unit) {
        Arrays.sort(samples);
        System.out.printf(Locale.ROOT, "| %s | %.3g | %.3g | %s |%n", name, samples[samples.length / 2] * scale,
            samples[0] * scale, unit);
    }
}
