package org.modelcollapse.picture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.picture.Canvas.Stroke;
import org.modelcollapse.picture.Panel.Entry;
import org.modelcollapse.view.Histogram;
import org.modelcollapse.view.RowsSummary;

/**
 * A mixture over rows: in one dimension their histogram with the density of the mixture and of each component; in
 * several dimensions a scatter plot of the first two, with an ellipse at one and two standard deviations of each
 * component.
 */
public final class MixturePicture {

    private static final int WIDTH = 860;
    private static final int LEFT = 84;
    private static final int RIGHT = WIDTH - 28;
    private static final int TOP = 106;
    private static final int HISTOGRAM = 360;
    private static final int SCATTER = 560;
    private static final int FOOT = 60;
    private static final int STEPS = 400;
    /** Standard deviations around each mean that are shown, whether there are rows or not. */
    private static final double REACH = 3;
    private static final double MARGIN = 0.04;
    /** Components that the legend names one by one. */
    private static final int MOST_NAMED = 4;
    private static final int BARS = 0xC9D0D7;
    private static final int DOTS = 0x8C97A3;
    private static final double ROOT_OF_TWO_PI = Math.sqrt(2 * Math.PI);

    private final List<String> variables;
    private final RowsSummary rows;
    private final GaussianMixture mixture;

    private MixturePicture(final List<String> variables, final RowsSummary rows, final GaussianMixture mixture) {
        this.variables = variables;
        this.rows = rows;
        this.mixture = mixture;
    }

    /**
     * @param title what it shows, such as "Rows and fitted density"
     * @param variables a name a dimension
     * @param rows at least one
     * @param mixture of the same dimensions
     * @param name of the picture's files, without ending
     * @return the picture
     */
    public static Picture of(final String title, final List<String> variables, final RowsSummary rows,
        final GaussianMixture mixture, final String name) {
        final MixturePicture picture = new MixturePicture(variables, rows, mixture);
        final boolean several = mixture.dimension() > 1;
        return new Picture(name, title, WIDTH, TOP + (several ? SCATTER : HISTOGRAM) + FOOT, canvas -> {
            canvas.text(LEFT, 32, title, Style.TITLE);
            canvas.text(LEFT, 54, picture.subtitle(), Style.SUBTITLE);
            if (several) {
                picture.drawScatter(canvas);
            } else {
                picture.drawHistogram(canvas);
            }
        });
    }

    private String subtitle() {
        final int components = mixture.components();
        final String of = Text.count(rows.total()) + (rows.total() == 1 ? " row" : " rows") + ", "
            + components + (components == 1 ? " component" : " components");
        if (mixture.dimension() == 1) {
            return of;
        }
        final int shown = rows.scatter().get(0).length;
        return of + "; ellipses at one and two standard deviations"
            + (shown < rows.total() ? "; " + Text.count(shown) + " of the rows are shown" : "");
    }

    /** All rows, and the mixture as far as it is seen. */
    private double[] range(final int j) {
        double least = rows.histograms().get(j).lower();
        double largest = rows.histograms().get(j).upper();
        for (int k = 0; k < mixture.components(); k++) {
            least = Math.min(least, mixture.mean(k, j) - REACH * sd(k, j));
            largest = Math.max(largest, mixture.mean(k, j) + REACH * sd(k, j));
        }
        return new double[] {least, largest};
    }

    private double sd(final int k, final int j) {
        return Math.sqrt(mixture.covariance(k, j, j));
    }

    private void drawHistogram(final Canvas canvas) {
        final Histogram histogram = rows.histograms().get(0);
        final double[] heights = heights(histogram);
        final double[] range = range(0);
        final double[] xs = places(range[0], range[1]);
        final List<double[]> parts = IntStream.range(0, mixture.components()).mapToObj(k -> density(k, xs)).toList();
        final double[] whole = new double[xs.length];
        parts.forEach(part -> Arrays.setAll(whole, i -> whole[i] + part[i]));
        final double highest = Math.max(Arrays.stream(heights).max().orElse(1), Arrays.stream(whole).max().orElse(1));
        final Panel panel = new Panel(Axis.exact(range[0], range[1], LEFT, RIGHT, 10),
            Axis.round(0, highest, TOP + HISTOGRAM, TOP, 5));
        panel.drawFrame(canvas, "", variables.get(0), "Density");
        for (int i = 0; i < heights.length; i++) {
            final double left = panel.x().at(histogram.lower() + i * histogram.width());
            final double right = panel.x().at(histogram.lower() + (i + 1) * histogram.width());
            final double top = panel.y().at(heights[i]);
            canvas.rectangle(left, top, right - left, panel.y().from() - top, BARS);
        }
        final Stroke bold = Stroke.solid(Style.BLUE, 2.2);
        panel.drawSeries(canvas, xs, whole, bold);
        final List<Entry> entries =
            new ArrayList<>(List.of(new Entry("rows", Stroke.solid(BARS, 9)), new Entry("density", bold)));
        if (parts.size() > 1) {
            for (int k = 0; k < parts.size(); k++) {
                panel.drawSeries(canvas, xs, parts.get(k), stroke(k));
            }
            addComponents(entries);
        }
        panel.drawLegend(canvas, entries);
    }

    /** @return places on the axis, evenly and closely around each mean, for components may be narrow */
    private double[] places(final double least, final double largest) {
        final List<Double> places = new ArrayList<>();
        IntStream.rangeClosed(0, STEPS).forEach(i -> places.add(least + (largest - least) * i / STEPS));
        for (int k = 0; k < mixture.components(); k++) {
            for (double z = -REACH; z <= REACH; z += 0.1) {
                places.add(mixture.mean(k, 0) + z * sd(k, 0));
            }
        }
        return places.stream().mapToDouble(x -> x).filter(x -> x >= least && x <= largest).sorted().toArray();
    }

    private double[] density(final int k, final double[] xs) {
        final double mean = mixture.mean(k, 0);
        final double sd = sd(k, 0);
        final double factor = mixture.weight(k) / (sd * ROOT_OF_TWO_PI);
        return Arrays.stream(xs).map(x -> (x - mean) / sd).map(z -> factor * StrictMath.exp(-z * z / 2)).toArray();
    }

    private static double[] heights(final Histogram histogram) {
        final double[] counts = histogram.counts();
        final double area = Arrays.stream(counts).sum() * histogram.width();
        return Arrays.stream(counts).map(c -> c / area).toArray();
    }

    /** The first colour is that of the whole, which shines through where a component is all there is. */
    private static Stroke stroke(final int k) {
        return new Stroke(Style.series(k + 1, 1).colour(), 1.8, true);
    }

    private void addComponents(final List<Entry> entries) {
        final int components = mixture.components();
        if (components > MOST_NAMED) {
            entries.add(new Entry("components", stroke(0)));
        } else {
            IntStream.range(0, components).forEach(k -> entries.add(new Entry("component " + (k + 1), stroke(k))));
        }
    }

    private void drawScatter(final Canvas canvas) {
        final Panel panel = new Panel(padded(range(0), LEFT, RIGHT), padded(range(1), TOP + SCATTER, TOP));
        panel.drawFrame(canvas, "", variables.get(0), variables.get(1));
        final double[] xs = rows.scatter().get(0);
        final double[] ys = rows.scatter().get(1);
        for (int i = 0; i < xs.length; i++) {
            canvas.dot(panel.x().at(xs[i]), panel.y().at(ys[i]), 2.2, DOTS);
        }
        for (int k = 0; k < mixture.components(); k++) {
            drawEllipse(canvas, panel, k, 1, Style.series(k, 2.2));
            drawEllipse(canvas, panel, k, 2, Style.series(k, 1.2));
        }
        final List<Entry> entries = new ArrayList<>();
        if (mixture.components() > 1 && mixture.components() <= MOST_NAMED) {
            for (int k = 0; k < mixture.components(); k++) {
                entries.add(new Entry("component " + (k + 1), Style.series(k, 2)));
            }
        }
        panel.drawLegend(canvas, entries);
    }

    private static Axis padded(final double[] range, final double from, final double to) {
        final double margin = MARGIN * (range[1] - range[0]);
        return Axis.exact(range[0] - margin, range[1] + margin, from, to, 8);
    }

    /** Draws where a component's Mahalanobis distance in the plane of the first two variables is the radius. */
    private void drawEllipse(final Canvas canvas, final Panel panel, final int k, final double radius,
        final Stroke stroke) {
        // the Cholesky factor of the 2 x 2 part maps the circle onto the ellipse
        final double a = sd(k, 0);
        final double b = mixture.covariance(k, 0, 1) / a;
        final double c = Math.sqrt(Math.max(mixture.covariance(k, 1, 1) - b * b, 0));
        final double[] xs = new double[STEPS / 4 + 1];
        final double[] ys = new double[xs.length];
        for (int i = 0; i < xs.length; i++) {
            final double angle = 2 * Math.PI * i / (xs.length - 1);
            final double u = radius * StrictMath.cos(angle);
            final double v = radius * StrictMath.sin(angle);
            xs[i] = mixture.mean(k, 0) + a * u;
            ys[i] = mixture.mean(k, 1) + b * u + c * v;
        }
        panel.drawSeries(canvas, xs, ys, stroke);
    }
}
