package org.modelcollapse.spark;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.mllib.clustering.GaussianMixtureModel;
import org.apache.spark.mllib.linalg.DenseMatrix;
import org.apache.spark.mllib.linalg.Vector;
import org.apache.spark.mllib.linalg.Vectors;
import org.apache.spark.mllib.stat.distribution.MultivariateGaussian;
import org.modelcollapse.gmm.CovarianceType;
import org.modelcollapse.gmm.FitSettings;
import org.modelcollapse.gmm.Fitter;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.MixtureSampler;
import org.modelcollapse.gmm.Monitor;
import org.modelcollapse.gmm.Points;
import org.modelcollapse.gmm.RandomStream;
import org.modelcollapse.gmm.RowBlock;
import org.modelcollapse.gmm.Start;

/**
 * Spark MLlib's mixture beside ours: the same rows, in the memory of the same Spark, the same start, the same number of
 * iterations, in one process, taking turns. The time of an iteration is that of many less that of few, so that what a fit
 * does once is left out for both. Then how ours gains by a second core, and what Spark itself takes. Processor time is that
 * of the whole process.
 */
public final class BesideMllib {

    private static final int ROUNDS = 3;

    private static final int FEW = 2;

    private BesideMllib() {
    }

    private record Timed(double seconds, double processor, GaussianMixture mixture) {
    }

    /** Something fitted with a number of iterations. */
    private interface Fitting extends IntFunction<GaussianMixture> {
        default Timed timed(final int iterations) {
            final long processor = processor();
            final long start = System.nanoTime();
            final GaussianMixture mixture = apply(iterations);
            return new Timed((System.nanoTime() - start) / 1e9, (processor() - processor) / 1e9, mixture);
        }
    }

    private static long processor() {
        return ((com.sun.management.OperatingSystemMXBean)ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime();
    }

    private static JavaSparkContext context(final int cores) {
        return new JavaSparkContext(new SparkConf().setMaster("local[" + cores + "]").setAppName("beside")
            .set("spark.ui.enabled", "false").set("spark.driver.host", "localhost"));
    }

    private static GaussianMixture mixture(final int d, final int k) {
        final RandomStream random = RandomStream.of(d, k);
        final double[] weights = new double[k];
        final double[][] means = new double[k][d];
        final double[][][] covariances = new double[k][d][d];
        for (int c = 0; c < k; c++) {
            weights[c] = 1.0 / k;
            for (int i = 0; i < d; i++) {
                means[c][i] = 2 * random.nextGaussian();
                for (int j = 0; j < i; j++) {
                    covariances[c][i][j] = 0.3 * (random.nextDouble() - 0.5);
                    covariances[c][j][i] = covariances[c][i][j];
                }
                covariances[c][i][i] = d * 0.3 + random.nextDouble();
            }
        }
        return GaussianMixture.of(CovarianceType.FULL, weights, means, covariances);
    }

    /** The means of a mixture moved, in the first column by a constant, so that EM has something to do. */
    private static GaussianMixture moved(final GaussianMixture mixture, final double step, final double shift) {
        final double[][] means = mixture.means();
        for (int c = 0; c < means.length; c++) {
            means[c][0] += step * (c % 2 == 0 ? 1 : -1) + shift;
        }
        return GaussianMixture.of(CovarianceType.FULL, mixture.weights(), means, mixture.covariances());
    }

    private static List<RowBlock> blocks(final Points points, final double shift) {
        final int rows = RowBlock.rows(points.dimension());
        final List<RowBlock> blocks = new ArrayList<>();
        for (int from = 0; from < points.size(); from += rows) {
            final int n = Math.min(rows, points.size() - from);
            final double[][] columns = new double[points.dimension()][n];
            for (int j = 0; j < columns.length; j++) {
                for (int i = 0; i < n; i++) {
                    columns[j][i] = points.get(from + i, j) + (j == 0 ? shift : 0);
                }
            }
            blocks.add(RowBlock.of(blocks.size(), columns, null));
        }
        return blocks;
    }

    private static BlockRows ours(final JavaSparkContext spark, final List<RowBlock> blocks, final int size,
        final int partitions) {
        final BlockRows rows =
            BlockRows.of(spark.parallelize(blocks, partitions), size, blocks.get(0).dimension(), false);
        rows.load();
        return rows;
    }

    private static Fitting ours(final BlockRows rows, final GaussianMixture start) {
        return iterations -> Fitter.fit(rows, settings(start, iterations), RandomStream.of(1), Monitor.NONE).mixture();
    }

    private static FitSettings settings(final GaussianMixture start, final int iterations) {
        return FitSettings.sklearn(start.components()).withStart(Start.given(start)).withTolerance(0)
            .withMaxIterations(iterations).withMaximumLikelihood(true).withScored(false);
    }

    private static Fitting mllib(final JavaRDD<Vector> rows, final GaussianMixture start) {
        // a model of its own for each fit, because MLlib writes to the one that it starts from
        return iterations -> mixture(new org.apache.spark.mllib.clustering.GaussianMixture().setK(start.components())
            .setInitialModel(model(start)).setMaxIterations(iterations).setConvergenceTol(0).run(rows));
    }

    private static JavaRDD<Vector> vectors(final JavaSparkContext spark, final Points points, final double shift,
        final int partitions) {
        final JavaRDD<Vector> rows = spark.parallelize(blocks(points, shift), partitions).flatMap(block -> {
            final List<Vector> vectors = new ArrayList<>();
            for (int i = 0; i < block.size(); i++) {
                vectors.add(Vectors.dense(block.row(i)));
            }
            return vectors.iterator();
        }).cache();
        rows.count();
        return rows;
    }

    private static GaussianMixtureModel model(final GaussianMixture start) {
        final int d = start.dimension();
        final MultivariateGaussian[] parts = new MultivariateGaussian[start.components()];
        for (int k = 0; k < parts.length; k++) {
            final double[] values = new double[d * d];
            for (int i = 0; i < d * d; i++) {
                values[i] = start.covariance(k, i / d, i % d);
            }
            parts[k] = new MultivariateGaussian(Vectors.dense(start.means()[k]), new DenseMatrix(d, d, values));
        }
        return new GaussianMixtureModel(start.weights(), parts);
    }

    /** The answer as a mixture; null if it is none, for instance because a number is NaN. */
    private static GaussianMixture mixture(final GaussianMixtureModel model) {
        final int d = model.gaussians()[0].mu().size();
        final double[][] means = new double[model.k()][];
        final double[][][] covariances = new double[model.k()][d][d];
        for (int k = 0; k < means.length; k++) {
            means[k] = model.gaussians()[k].mu().toArray();
            for (int i = 0; i < d * d; i++) {
                covariances[k][i / d][i % d] = (model.gaussians()[k].sigma().apply(i / d, i % d)
                    + model.gaussians()[k].sigma().apply(i % d, i / d)) / 2;
            }
        }
        try {
            return GaussianMixture.of(CovarianceType.FULL, model.weights(), means, covariances);
        } catch (final IllegalArgumentException e) {
            System.out.println("  MLlib's answer is no mixture: " + e.getMessage());
            return null;
        }
    }

    /** The largest difference of a parameter, of means and deviations in deviations. */
    private static String difference(final GaussianMixture one, final GaussianMixture other, final double shift) {
        if (one == null || other == null) {
            return "not defined";
        }
        double largest = 0;
        for (int k = 0; k < one.components(); k++) {
            largest = Math.max(largest, Math.abs(one.weight(k) - other.weight(k)));
            for (int i = 0; i < one.dimension(); i++) {
                final double variance = one.covariance(k, i, i);
                largest = Math.max(largest,
                    Math.abs(one.mean(k, i) - other.mean(k, i) + (i == 0 ? shift : 0)) / Math.sqrt(variance));
                for (int j = 0; j <= i; j++) {
                    largest = Math.max(largest, Math.abs(one.covariance(k, i, j) - other.covariance(k, i, j))
                        / Math.sqrt(variance * one.covariance(k, j, j)));
                }
            }
        }
        return String.format(Locale.ROOT, "%.1e", largest);
    }

    private static double median(final double... values) {
        final double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void beside(final int n, final int d, final int k, final int ours, final int theirs) {
        final GaussianMixture truth = mixture(d, k);
        final Points points = MixtureSampler.of(truth).sample(n, MixtureSampler.Order.SHUFFLED, RandomStream.of(n, d));
        final GaussianMixture start = moved(truth, 0.5, 0);
        try (JavaSparkContext spark = context(1)) {
            final Fitting here = ours(ours(spark, blocks(points, 0), n, 4), start);
            final Fitting there = mllib(vectors(spark, points, 0, 4), start);
            here.apply(FEW);
            there.apply(1);
            final double[][] nanoseconds = new double[4][ROUNDS];
            Timed ourAnswer = null;
            Timed theirAnswer = null;
            for (int r = 0; r < ROUNDS; r++) {
                final Timed few = here.timed(FEW);
                final Timed many = here.timed(FEW + ours);
                final Timed theirFew = there.timed(FEW);
                theirAnswer = there.timed(FEW + theirs);
                ourAnswer = here.timed(FEW + theirs);
                final double ofOurs = 1e9 / n / ours;
                final double ofTheirs = 1e9 / n / theirs;
                nanoseconds[0][r] = (many.seconds() - few.seconds()) * ofOurs;
                nanoseconds[1][r] = (theirAnswer.seconds() - theirFew.seconds()) * ofTheirs;
                nanoseconds[2][r] = (many.processor() - few.processor()) * ofOurs;
                nanoseconds[3][r] = (theirAnswer.processor() - theirFew.processor()) * ofTheirs;
            }
            System.out.printf(Locale.ROOT,
                "%,d x %d, K = %d, local[1], ns a row and iteration: ours %.1f, MLlib %.0f: %.0f times; processor time %.1f and"
                    + " %.0f: %.0f times%n",
                n, d, k, median(nanoseconds[0]), median(nanoseconds[1]), median(nanoseconds[1]) / median(nanoseconds[0]),
                median(nanoseconds[2]), median(nanoseconds[3]), median(nanoseconds[3]) / median(nanoseconds[2]));
            System.out.println("  after " + (FEW + theirs) + " iterations MLlib's parameters differ from ours by "
                + difference(ourAnswer.mixture(), theirAnswer.mixture(), 0));
            final int iterations = FEW + theirs;
            final double shift = 1e6;
            final GaussianMixture far = moved(start, 0, shift);
            System.out.println("  the first column shifted by 1e6: ours differs from ours without the shift by "
                + difference(ourAnswer.mixture(), ours(ours(spark, blocks(points, shift), n, 4), far).apply(iterations),
                    shift)
                + ", MLlib's from MLlib's by "
                + difference(theirAnswer.mixture(), mllib(vectors(spark, points, shift, 4), far).apply(iterations), shift));
        }
    }

    private static void alone(final int n, final int d, final int k, final int iterations) {
        final GaussianMixture truth = mixture(d, k);
        final Points points = MixtureSampler.of(truth).sample(n, MixtureSampler.Order.SHUFFLED, RandomStream.of(n, d));
        final GaussianMixture start = moved(truth, 0.5, 0);
        final List<RowBlock> blocks = blocks(points, 0);
        final double[][] seconds = new double[2][ROUNDS];
        final double[] memory = new double[ROUNDS];
        final GaussianMixture expected =
            Fitter.fit(points, settings(start, FEW + iterations), RandomStream.of(1)).mixture();
        boolean same = true;
        for (int r = 0; r < ROUNDS; r++) {
            for (int cores = 1; cores <= 2; cores++) {
                try (JavaSparkContext spark = context(cores)) {
                    final Fitting fitting = ours(ours(spark, blocks, n, 8 * cores), start);
                    fitting.apply(FEW);
                    final Timed few = fitting.timed(FEW);
                    final Timed many = fitting.timed(FEW + iterations);
                    same &= many.mixture().equals(expected);
                    seconds[cores - 1][r] = (many.seconds() - few.seconds()) / iterations;
                }
            }
            final Fitting inMemory = m -> Fitter.fit(points, settings(start, m), RandomStream.of(1)).mixture();
            memory[r] = (inMemory.timed(FEW + iterations).seconds() - inMemory.timed(FEW).seconds()) / iterations;
        }
        System.out.printf(Locale.ROOT,
            "%,d x %d, K = %d, ms an iteration: in memory %.0f, local[1] %.0f, local[2] %.0f: efficiency of the second core"
                + " %.0f %%; %s%n",
            n, d, k, 1000 * median(memory), 1000 * median(seconds[0]), 1000 * median(seconds[1]),
            100 * median(IntStream.range(0, ROUNDS).mapToDouble(r -> seconds[0][r] / seconds[1][r] / 2).toArray()),
            same ? "all bits as in memory" : "BITS DIFFER");
    }

    /** What Spark takes by itself: a session, and 20 iterations over next to no rows. */
    private static void sparkItself() {
        final GaussianMixture truth = mixture(1, 2);
        final Points points = MixtureSampler.of(truth).sample(40 * RowBlock.rows(1), RandomStream.of(1));
        final double[] session = new double[ROUNDS];
        final double[] jobs = new double[ROUNDS];
        for (int r = 0; r < ROUNDS; r++) {
            final long start = System.nanoTime();
            try (JavaSparkContext spark = context(2)) {
                final BlockRows rows = ours(spark, blocks(points, 0).subList(0, 40), points.size(), 40);
                session[r] = (System.nanoTime() - start) / 1e9;
                final long before = System.nanoTime();
                for (int i = 0; i < 20; i++) {
                    rows.load();
                }
                jobs[r] = (System.nanoTime() - before) / 1e9;
            }
        }
        System.out.printf(Locale.ROOT, "Spark itself: a session and the first job %.2f s, 20 jobs of 40 tasks that do nothing"
            + " %.2f s: %.1f ms a task%n", median(session), median(jobs), 1000 * median(jobs) / 800);
    }

    /**
     * Measures.
     *
     * @param args nothing; or rows, columns, components, and the iterations of ours and of MLlib's that are timed, for that
     *            case beside MLlib alone
     */
    public static void main(final String... args) {
        if (args.length == 5) {
            final int[] numbers = Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
            beside(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
            return;
        }
        sparkItself();
        beside(1_000_000, 2, 3, 40, 4);
        beside(200_000, 8, 5, 40, 4);
        alone(10_000_000, 2, 3, 20);
        alone(1_000_000, 8, 5, 20);
    }
}
