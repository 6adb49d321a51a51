package org.modelcollapse.view;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modelcollapse.collapse.law.ComponentBands;
import org.modelcollapse.collapse.law.ComponentSteps;
import org.modelcollapse.gmm.CovarianceType;
import org.modelcollapse.gmm.Criterion;
import org.modelcollapse.gmm.Fit;
import org.modelcollapse.gmm.FitWarning;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Points;
import org.modelcollapse.gmm.Selection;
import org.modelcollapse.gmm.StopReason;

@DisplayName("Summaries")
class SummaryTest {

    private static final GaussianMixture TWO =
        GaussianMixture.of(new double[]{0.25, 0.75}, new double[]{-1, 2}, new double[]{1, 0.5});

    private static final GaussianMixture ONE =
        GaussianMixture.of(new double[]{1}, new double[]{1.5}, new double[]{2});

    private static final Points FIVE = Points.of(0, 1, 2, 3, 5);

    private static TrajectorySummary trajectory(final double[] expected, final GaussianMixture original,
        final SortedMap<Integer, RowsSummary> kept) {
        return new TrajectorySummary(List.of("v"), List.of(TWO, ONE), expected,
            new double[]{Double.NaN, expected == null ? Double.NaN : -0.5}, original,
            RowsSummary.of(FIVE, null), kept, null, null, Map.of("W1", new double[]{0.5, 0.75}));
    }

    @Test
    @DisplayName("of a recursion: a line a component, with gaps where it is missing, and further metrics last")
    void trajectory() {
        final SortedMap<Integer, RowsSummary> kept = TrajectorySummary.summarise(new TreeMap<>(Map.of(2, FIVE)));
        final String bins = "[{\"lower\":0,\"width\":1,\"counts\":[1,1,1,1,1]}]";
        final String two = "{\"weights\":[0.25,0.75],\"means\":[[-1],[2]],\"sds\":[[1],[0.5]]}";
        final String one = "{\"weights\":[1],\"means\":[[1.5]],\"sds\":[[2]]}";
        assertEquals("{\"variables\":[\"v\"],\"generations\":2,\"stepZ\":-0.5,\"metrics\":["
            + "{\"name\":\"Total variance\",\"lines\":[{\"name\":\"Total variance\",\"x\":null,\"y\":[2.125,4]},"
            + "{\"name\":\"Expected by the law\",\"x\":null,\"y\":[2,1.5],\"law\":true}]},"
            + metric("Variance", "1,4", "0.25,null") + metric("Sd", "1,2", "0.5,null")
            + metric("Mean", "-1,1.5", "2,null") + metric("Weight", "0.25,1", "0.75,null")
            + "{\"name\":\"Mean of the mixture\",\"lines\":[{\"name\":\"Mean\",\"x\":null,\"y\":[1.25,1.5]}]},"
            + "{\"name\":\"Step z-score\",\"lines\":[{\"name\":\"Step z-score\",\"x\":null,\"y\":[null,-0.5]}]},"
            + "{\"name\":\"W1\",\"lines\":[{\"name\":\"W1\",\"x\":null,\"y\":[0.5,0.75]}]}],"
            + "\"original\":" + two + ",\"first\":" + bins + ",\"kept\":[{\"generation\":2,\"rows\":5,"
            + "\"histograms\":" + bins + ",\"mixture\":" + one + "}]}",
            trajectory(new double[]{2, 1.5}, TWO, kept).toJson());
    }

    private static String metric(final String name, final String first, final String second) {
        return "{\"name\":\"" + name + "\",\"lines\":[{\"name\":\"Component 1\",\"x\":null,\"y\":[" + first
            + "]},{\"name\":\"Component 2\",\"x\":null,\"y\":[" + second + "]}]},";
    }

    @Test
    @DisplayName("of a recursion: the law of the components behind weight, mean, variance and deviation, up to where it is valid")
    void lawOfComponents() {
        final double[][] start = {{1, 1, 1, 1, 1}, {2, 2, 2, 2, 2}, {4, 4, 4, 4, 4}};
        final double[][] one = {{1, 1, 1, 1, 1}, {0, 1, 2, 3, 4}, {1, 4, 9, 16, 25}};
        final ComponentBands bands = new ComponentBands(new int[]{0, 10, 20}, new double[][][]{start, one, one},
            new double[3][1], new double[3], new double[]{0, .05, .06});
        final ComponentSteps steps = ComponentSteps.of(List.of(ONE, ONE), 100, 9).orElseThrow();
        final String json = new TrajectorySummary(List.of("v"), List.of(ONE, ONE), null,
            new double[]{Double.NaN, Double.NaN}, ONE, RowsSummary.of(FIVE, null), new TreeMap<>(), bands, steps,
            Map.of()).toJson();
        assertTrue(json.contains("\"componentsValidTo\":10,\"componentSteps\":{\"count\":1,\"weights\":[0],\"means\":["),
            json);
        assertTrue(json.contains(
            "\"bands\":[{\"x\":[10],\"p05\":[1],\"q1\":[4],\"median\":[9],\"q3\":[16],\"p95\":[25]}]},{\"name\":\"Sd\""), json);
        assertTrue(json.contains("\"bands\":[{\"x\":[10],\"p05\":[1],\"q1\":[2],\"median\":[3],\"q3\":[4],\"p95\":[5]}]},{\"name\":\"Mean\""),
            json);
        assertEquals(4, json.split("\"bands\"", -1).length - 1);
    }

    @Test
    @DisplayName("of a recursion without a law, from rows, that kept nothing: says so by leaving out")
    void leavesOut() {
        final String json = trajectory(null, null, new TreeMap<>()).toJson();
        assertTrue(!json.contains("Expected") && json.contains("\"stepZ\":null") && !json.contains("Step z-score")
            && json.contains("\"original\":null") && json.endsWith("\"kept\":[]}"),
            json);
    }

    @Test
    @DisplayName("of a very long recursion in several dimensions stays small")
    void bounded() {
        final GaussianMixture wide = GaussianMixture.of(CovarianceType.SPHERICAL,
            new double[]{0.3, 0.3, 0.4}, new double[3][10],
            IntStream.range(0, 3).mapToObj(k -> identity(10, 1 / (k + 3.0))).toArray(double[][][]::new));
        final List<GaussianMixture> fits = Collections.nCopies(20_000, wide);
        final List<String> names = IntStream.range(0, 10).mapToObj(j -> "column " + j).toList();
        final SortedMap<Integer, Points> kept = new TreeMap<>();
        IntStream.rangeClosed(1, 1_000).forEach(t -> kept.put(t, Points.ofColumns(new double[10][50])));
        final SortedMap<Integer, RowsSummary> summaries = TrajectorySummary.summarise(kept);
        assertEquals(TrajectorySummary.MOST_KEPT, summaries.size());
        assertEquals(1, summaries.firstKey());
        assertEquals(1_000, summaries.lastKey());
        final String json =
            new TrajectorySummary(names, fits, null, new double[20_000], wide, summaries.get(1), summaries, null, null, Map.of()).toJson();
        assertTrue(json.length() < 4_000_000, json.length() + " characters");
    }

    private static double[][] identity(final int d, final double variance) {
        final double[][] matrix = new double[d][d];
        IntStream.range(0, d).forEach(j -> matrix[j][j] = variance);
        return matrix;
    }

    @Test
    @DisplayName("of rows: at most a thousand for scatter plots, at equal distances; none in one dimension")
    void rows() {
        final double[] x = IntStream.range(0, 3_000).mapToDouble(i -> i).toArray();
        final RowsSummary rows = RowsSummary.of(Points.ofColumns(x, x), null);
        assertEquals(3_000, rows.total());
        assertEquals(2, rows.histograms().size());
        assertArrayEquals(IntStream.range(0, 1_000).mapToDouble(i -> 3 * i).toArray(), rows.scatter().get(1));
        assertEquals(List.of(), RowsSummary.of(FIVE, null).scatter());
    }

    @Test
    @DisplayName("of rows as they are drawn: counts all, shows the first thousand, whatever the size of the chunks")
    void collected() {
        final GaussianMixture plane = GaussianMixture.of(CovarianceType.FULL, new double[]{1},
            new double[][]{{0, 0}}, new double[][][]{{{1, 0}, {0, 1}}});
        final RowsSummary.Collector collector = RowsSummary.Collector.of(plane);
        final List<Double> drawn = new ArrayList<>();
        for (final int n : List.of(700, 1, 700, 900)) {
            final double[][] chunk = new double[2][1_000];
            for (int i = 0; i < n; i++) {
                chunk[0][i] = drawn.size() / 1e3;
                chunk[1][i] = -chunk[0][i];
                drawn.add(chunk[0][i]);
            }
            collector.add(chunk, n);
        }
        final RowsSummary rows = collector.finish();
        assertEquals(2_301, rows.total());
        assertArrayEquals(drawn.subList(0, 1_000).stream().mapToDouble(v -> v).toArray(), rows.scatter().get(0));
        assertEquals(-0.999, rows.scatter().get(1)[999]);
        for (final Histogram histogram : rows.histograms()) {
            assertEquals(2_301, Arrays.stream(histogram.counts()).sum());
        }
    }

    @Test
    @DisplayName("of a fit: mixture, log-likelihood by iteration, and the criteria of every number tried")
    void fit() {
        final Fit one = new Fit(ONE, -3, -3, 1, StopReason.MAX_ITERATIONS, new double[]{-3}, 10, 11, 12, List.of(), java.util.Optional.empty());
        final Fit two = new Fit(TWO, -2, -2, 2, StopReason.CONVERGED, new double[]{-2.5, -2}, 8, 9, 9.5, List.of(), java.util.Optional.empty());
        final String json = new FitSummary(List.of("v"), RowsSummary.of(FIVE, null), TWO,
            new Selection(Criterion.BIC, List.of(one, two), 1)).toJson();
        assertEquals("{\"variables\":[\"v\"],\"rows\":5,"
            + "\"histograms\":[{\"lower\":0,\"width\":1,\"counts\":[1,1,1,1,1]}],"
            + "\"scatter\":[],\"mixture\":{\"weights\":[0.25,0.75],\"means\":[[-1],[2]],\"sds\":[[1],[0.5]],"
            + "\"covariances\":[[[1]],[[0.25]]]},\"iterations\":2,\"converged\":true,"
            + "\"logLikelihood\":{\"x\":null,\"y\":[-2.5,-2]},\"criterion\":\"BIC\",\"covariance\":\"V\",\"fits\":["
            + "{\"components\":1,\"AIC\":10,\"BIC\":11,\"ICL\":12,\"iterations\":1,\"converged\":false},"
            + "{\"components\":2,\"AIC\":8,\"BIC\":9,\"ICL\":9.5,\"iterations\":2,\"converged\":true}]}", json);
    }

    @Test
    @DisplayName("of fits of several kinds: the criterion by kind and number, without what may not win")
    void kinds() {
        final GaussianMixture tied =
            GaussianMixture.of(CovarianceType.TIED, new double[]{1}, new double[][]{{0}}, new double[][][]{{{4}}});
        final Fit other = new Fit(tied, -3, -3, 1, StopReason.CONVERGED, new double[]{-3}, 10, 11, 12, List.of(),
            java.util.Optional.empty());
        final Fit spike = new Fit(TWO, -2, -2, 2, StopReason.CONVERGED, new double[]{-2}, 8, 9, 9.5,
            List.of(new FitWarning(FitWarning.Kind.COLLAPSED_COMPONENT, 1, "has collapsed")), java.util.Optional.empty());
        final String json = new FitSummary(List.of("v"), RowsSummary.of(FIVE, null), tied,
            Selection.of(Criterion.BIC, List.of(other, spike))).toJson();
        assertTrue(json.contains("\"covariance\":\"E\",\"fits\":[{\"components\":1,"), json);
        assertTrue(json.contains("\"criteria\":[{\"covariance\":\"E\",\"components\":[1],\"values\":[11]},"
            + "{\"covariance\":\"V\",\"components\":[2],\"values\":[null]}]"), json);
    }

    @Test
    @DisplayName("of a sample: as that of a fit without the fit")
    void sample() {
        final String json = new SampleSummary(List.of("v"), RowsSummary.of(FIVE, null), ONE).toJson();
        assertTrue(json.startsWith("{\"variables\":[\"v\"],\"rows\":5,") && json.endsWith("\"covariances\":[[[4]]]}}"),
            json);
    }
}
