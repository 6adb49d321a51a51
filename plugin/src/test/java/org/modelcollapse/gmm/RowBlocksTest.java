package org.modelcollapse.gmm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that lie elsewhere, in any number of partitions, are fitted as the same rows in memory: bit by bit. */
class RowBlocksTest {

    /** Blocks in partitions; whatever goes to a partition or comes from it is serialized, as on other machines. */
    private record Partitions(int size, int dimension, boolean weighted, List<List<RowBlock>> partitions)
        implements RowBlocks {

        static Partitions of(final Points points, final double[] weights, final int count) {
            final int rows = RowBlock.rows(points.dimension());
            final List<RowBlock> blocks = new ArrayList<>();
            for (int from = 0; from < points.size(); from += rows) {
                final int first = from;
                final int to = Math.min(points.size(), from + rows);
                blocks.add(RowBlock.of(blocks.size(), IntStream.range(0, points.dimension())
                    .mapToObj(j -> Arrays.copyOfRange(points.column(j), first, to)).toArray(double[][]::new),
                    weights == null ? null : Arrays.copyOfRange(weights, first, to)));
            }
            return new Partitions(points.size(), points.dimension(), weights != null, IntStream.range(0, count)
                .mapToObj(p -> blocks.subList(p * blocks.size() / count, (p + 1) * blocks.size() / count)).toList());
        }

        @Override
        public <T> T sum(final BlockTask<T> task) {
            final BlockSum<T> total = BlockSum.of(task::sum);
            for (final List<RowBlock> partition : partitions) {
                final BlockTask<T> there = travelled(task);
                final BlockSum<T> ofPartition = BlockSum.of(there::sum);
                partition.forEach(block -> ofPartition.add(block.index(), there.of(block)));
                travelled(new ArrayList<>(ofPartition.parts())).forEach(total::add);
            }
            return total.total();
        }

        @SuppressWarnings("unchecked")
        private static <T> T travelled(final T object) {
            final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(object);
            } catch (final IOException e) {
                throw new UncheckedIOException(e);
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                return (T)in.readObject();
            } catch (final IOException | ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static final List<CovarianceType> FAMILIES = List.of(CovarianceType.TIED, CovarianceType.FULL);

    private static final GaussianMixture LINE =
        GaussianMixture.of(new double[]{0.3, 0.5, 0.2}, new double[]{10, 12, 17}, new double[]{1, 0.5, 2});

    private static final GaussianMixture PLANE = GaussianMixture.of(CovarianceType.FULL, new double[]{0.4, 0.4, 0.2},
        new double[][]{{0, 0}, {3, 1}, {-2, 4}},
        new double[][][]{{{1, 0.3}, {0.3, 1}}, {{0.5, -0.2}, {-0.2, 0.8}}, {{2, 0}, {0, 0.3}}});

    private static Points rows(final int dimension, final int n) {
        return MixtureSampler.of(dimension == 1 ? LINE : PLANE).sample(n, MixtureSampler.Order.SHUFFLED,
            RandomStream.of(dimension, n));
    }

    private static double[] weights(final int n) {
        final RandomStream random = RandomStream.of(7);
        return IntStream.range(0, n).mapToDouble(i -> 0.5 + random.nextDouble()).toArray();
    }

    @ParameterizedTest(name = "{0} columns in {1} partitions")
    @CsvSource({"1, 1", "1, 4", "1, 40", "2, 1", "2, 4", "2, 40"})
    void fromOneStart(final int d, final int partitions) {
        final Points points = rows(d, 150_000);
        final FitSettings settings = FitSettings.sklearn(3);
        assertEquals(Fitter.fit(points, settings, RandomStream.of(1)),
            Fitter.fit(Partitions.of(points, null, partitions), settings, RandomStream.of(1), Monitor.NONE));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void byTheBestFitForARangeOfComponents(final int d) {
        final Points points = rows(d, 100_000);
        final FitSettings settings = FitSettings.converged(1);
        assertEquals(
            BestFit.select(points, null, settings, FAMILIES, 1, 3, Criterion.BIC, Effort.QUICK, RandomStream.of(1),
                Monitor.NONE),
            BestFit.select(Partitions.of(points, null, 4), settings, FAMILIES, 1, 3, Criterion.BIC, Effort.QUICK,
                RandomStream.of(1), Monitor.NONE));
    }

    @Test
    @DisplayName("the best fit of rows that are few enough to be searched themselves")
    void byTheBestFitOfFewRows() {
        final Points points = rows(2, 5000);
        final FitSettings settings = FitSettings.converged(3);
        assertEquals(BestFit.fit(points, null, settings, Effort.USUAL, RandomStream.of(1), Monitor.NONE),
            BestFit.fit(Partitions.of(points, null, 1), settings, Effort.USUAL, RandomStream.of(1), Monitor.NONE));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void withRowWeights(final int d) {
        final Points points = rows(d, 100_000);
        final double[] weights = weights(100_000);
        final FitSettings settings = FitSettings.sklearn(3).withRestarts(3);
        assertEquals(Fitter.fit(points, weights, settings, RandomStream.of(1), Monitor.NONE),
            Fitter.fit(Partitions.of(points, weights, 4), settings, RandomStream.of(1), Monitor.NONE));
    }

    @ParameterizedTest
    @EnumSource
    void inEveryCovarianceFamily(final CovarianceType family) {
        final Points points = rows(2, 40_000);
        final FitSettings settings = FitSettings.sklearn(3).withCovarianceType(family);
        assertEquals(Fitter.fit(points, settings, RandomStream.of(1)),
            Fitter.fit(Partitions.of(points, null, 2), settings, RandomStream.of(1), Monitor.NONE));
    }

    @Test
    void fromAHierarchicalStart() {
        final Points points = rows(2, 40_000);
        final FitSettings settings = FitSettings.sklearn(3).withStart(Start.hierarchical());
        assertEquals(Fitter.fit(points, settings, RandomStream.of(1)),
            Fitter.fit(Partitions.of(points, null, 2), settings, RandomStream.of(1), Monitor.NONE));
    }

    @Test
    void fromRandomRowsByPureMaximumLikelihood() {
        final Points points = rows(2, 100_000);
        final FitSettings settings =
            FitSettings.sklearn(3).withStart(Start.randomPoints()).withMaximumLikelihood(true).withRestarts(2);
        assertEquals(Fitter.fit(points, settings, RandomStream.of(1)),
            Fitter.fit(Partitions.of(points, null, 4), settings, RandomStream.of(1), Monitor.NONE));
    }

    @Test
    @DisplayName("a column of few whole numbers, where the start needs the distinct values")
    void ofFewDistinctValues() {
        final RandomStream random = RandomStream.of(3);
        final Points points =
            Points.wrap(IntStream.range(0, 100_000).mapToDouble(i -> random.nextBinomial(20, 0.3)).toArray());
        final FitSettings settings = FitSettings.sklearn(2).withTolerance(1e-6);
        assertEquals(Fitter.fit(points, settings, RandomStream.of(1)),
            Fitter.fit(Partitions.of(points, null, 4), settings, RandomStream.of(1), Monitor.NONE));
    }

    @Test
    @DisplayName("rows that are nearly all equal: clusters without rows, and another row that has to be looked for")
    void ofRowsThatAreNearlyAllEqual() {
        final double[][] columns = new double[2][60_000];
        columns[0][59_999] = 1;
        columns[1][30_000] = 2;
        final Points points = Points.wrap(columns);
        for (final Start start : List.of(Start.kMeans(), Start.randomPoints())) {
            final FitSettings settings = FitSettings.sklearn(3).withStart(start);
            assertEquals(Fitter.fit(points, settings, RandomStream.of(1)),
                Fitter.fit(Partitions.of(points, null, 3), settings, RandomStream.of(1), Monitor.NONE));
        }
    }

    @Test
    void tooFewDistinctRowsAreToldAsInMemory() {
        final Points points = Points.wrap(new double[40_000], new double[40_000]);
        final FitSettings settings = FitSettings.sklearn(2);
        assertEquals(
            assertThrows(IllegalArgumentException.class, () -> Fitter.fit(points, settings, RandomStream.of(1)))
                .getMessage(),
            assertThrows(IllegalArgumentException.class,
                () -> Fitter.fit(Partitions.of(points, null, 2), settings, RandomStream.of(1), Monitor.NONE))
                    .getMessage());
    }

    @Test
    void aSumDoesNotDependOnHowTheBlocksWereCut() {
        final int blocks = 37;
        final RandomStream random = RandomStream.of(5);
        final double[] values = IntStream.range(0, blocks).mapToDouble(i -> random.nextGaussian()).toArray();
        final BlockSum<Double> whole = BlockSum.of(Double::sum);
        IntStream.range(0, blocks).forEach(b -> whole.add(b, values[b]));
        for (int cut = 0; cut <= blocks; cut++) {
            final BlockSum<Double> left = BlockSum.of(Double::sum);
            IntStream.range(0, cut).forEach(b -> left.add(b, values[b]));
            final BlockSum<Double> right = BlockSum.of(Double::sum);
            IntStream.range(cut, blocks).forEach(b -> right.add(b, values[b]));
            final BlockSum<Double> both = BlockSum.of(Double::sum);
            left.parts().forEach(both::add);
            right.parts().forEach(both::add);
            assertEquals(whole.total(), both.total());
        }
    }

    @Test
    void aBlockThatIsMissingInASumIsTold() {
        final BlockSum<Double> sum = BlockSum.of(Double::sum);
        sum.add(0, 1.0);
        assertEquals("Block 1 is next, not 2.",
            assertThrows(IllegalArgumentException.class, () -> sum.add(2, 1.0)).getMessage());
    }

    @Test
    @DisplayName("few numbers are chosen among many as among fewer, where all are listed: by the same draws")
    void choosesFewAmongMany() {
        final int n = 64 * 100 + 64;
        final RandomStream random = RandomStream.of(9);
        final int[] numbers = IntStream.range(0, n).toArray();
        for (int i = 0; i < 100; i++) {
            final int j = i + random.nextInt(n - i);
            final int swapped = numbers[i];
            numbers[i] = numbers[j];
            numbers[j] = swapped;
        }
        assertArrayEquals(Arrays.copyOf(numbers, 100), RandomStream.of(9).choose(n, 100));
    }
}
