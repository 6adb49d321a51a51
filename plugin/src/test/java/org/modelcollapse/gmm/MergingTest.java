package org.modelcollapse.gmm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Components are merged as mclust merges them, and as the entropy says. */
class MergingTest {

    private static List<Map<String, String>> rows(final String file, final String data) {
        return Reference.table("../mclust/merging/" + file).stream().filter(r -> r.get("data").equals(data)).toList();
    }

    private static GaussianMixture mixture(final String data, final int d) {
        final List<Map<String, String>> rows = rows("mixtures.csv", data);
        final int k = 1 + rows.stream().mapToInt(r -> Reference.whole(r, "component")).max().orElseThrow();
        final double[] weights = new double[k];
        final double[][] means = new double[k][d];
        final double[][][] covariances = new double[k][d][d];
        for (final Map<String, String> row : rows) {
            final int c = Reference.whole(row, "component");
            final int i = Reference.whole(row, "i");
            final double value = Reference.number(row, "value");
            switch (row.get("kind")) {
                case "weight" -> weights[c] = value;
                case "mean" -> means[c][i] = value;
                default -> covariances[c][i][Reference.whole(row, "j")] = value;
            }
        }
        return GaussianMixture.of(CovarianceType.FULL, weights, means, covariances);
    }

    /** Reference values: clustCombi and clustCombiOptim of mclust 6.0.0 ({@code mclust/merging/make_merging.R}). */
    @ParameterizedTest
    @ValueSource(strings = {"faithful", "iris", "plane3", "galaxies", "overlap3"})
    void asMclust(final String data) {
        final Points points = Reference.points("data/" + data + ".csv");
        final GaussianMixture mixture = mixture(data, points.dimension());
        final Merging merging = Merging.of(points, mixture, Monitor.NONE);
        final Map<Integer, String> labels = rows("labels.csv", data).stream()
            .collect(Collectors.toMap(r -> Reference.whole(r, "clusters"), r -> r.get("labels")));
        for (final Map<String, String> step : rows("steps.csv", data)) {
            final int count = Reference.whole(step, "clusters");
            // mclust's probabilities are those before its last M-step
            assertEquals(Reference.number(step, "entropy"), merging.entropy(count), 1e-3);
            assertEquals(Reference.whole(step, "optimum"), merging.bend());
            final String ours = IntStream.range(0, points.size())
                .mapToObj(i -> Integer.toString(
                    largest(merging.probabilities(mixture.responsibilities(points.row(i)), count))))
                .collect(Collectors.joining());
            assertEquals(labels.get(count), ours, count + " clusters");
        }
    }

    private static int largest(final double... values) {
        int best = 0;
        for (int k = 1; k < values.length; k++) {
            best = values[k] > values[best] ? k : best;
        }
        return best;
    }

    /** Two pairs of components at the same place: each pair is one cluster, and nothing is told apart within it. */
    private static final GaussianMixture PAIRS = GaussianMixture.of(new double[]{0.3, 0.25, 0.25, 0.2},
        new double[]{0, 50, 0.5, 51}, new double[]{1, 1, 2, 2});

    private static Merging pairs() {
        return Merging.of(MixtureSampler.of(PAIRS).sample(1000, RandomStream.of(1)), PAIRS, Monitor.NONE);
    }

    @Test
    void componentsThatAreNotToldApartComeTogether() {
        final Merging merging = pairs();
        assertArrayEquals(new int[]{0, 1, 2, 3}, merging.clusters(4));
        assertArrayEquals(new int[]{0, 1, 0, 1}, merging.clusters(2));
        assertArrayEquals(new int[]{0, 0, 0, 0}, merging.clusters(1));
        assertEquals(2, merging.bend());
        assertEquals(List.of(3, 2, 1), merging.steps().stream().map(Merging.Step::clusters).toList());
        assertEquals(1000, merging.steps().get(2).rows());
    }

    @Test
    void theEntropyNeverRisesAndIsZeroOfOneCluster() {
        final Merging merging = pairs();
        for (int count = 2; count <= 4; count++) {
            assertTrue(merging.entropy(count) >= merging.entropy(count - 1));
        }
        assertEquals(0, merging.entropy(1), 1e-12);
    }

    @Test
    void ofOneComponentThereIsNothingToMerge() {
        final GaussianMixture one = GaussianMixture.of(new double[]{1}, new double[]{0}, new double[]{1});
        final Merging merging = Merging.of(Points.of(1, 2, 3), one, Monitor.NONE);
        assertEquals(List.of(), merging.steps());
        assertEquals(1, merging.bend());
    }

    @Test
    void canBeCancelled() {
        final Monitor impatient = new Monitor() {
            @Override
            public void progress(final double fraction, final Supplier<String> message) {
                // nobody listens
            }

            @Override
            public void checkCanceled() {
                throw new CancellationException();
            }
        };
        assertThrows(CancellationException.class, () -> Merging.of(Points.of(1, 2, 3), PAIRS, impatient));
    }
}
