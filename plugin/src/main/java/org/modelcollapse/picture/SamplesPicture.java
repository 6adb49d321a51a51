package org.modelcollapse.picture;

import java.util.Arrays;
import java.util.List;
import org.modelcollapse.picture.Canvas.Stroke;
import org.modelcollapse.picture.Panel.Entry;

/**
 * The first and the last generation's values: two histograms one over the other for one value column, two scatter
 * plots of the first two columns for more.
 */
public final class SamplesPicture {

    private static final int WIDTH = 860;
    private static final int LEFT = 84;
    private static final int RIGHT = WIDTH - 28;
    private static final int HEAD = 50;
    private static final int PANEL = 230;
    private static final int ABOVE = 38;
    private static final int BELOW = 34;
    private static final int FOOT = 22;
    private static final int BINS = 80;
    private static final int DOTS = 3000;
    private static final double GOLDEN = 0.6180339887498949;
    /**
     * Where one peak is more than this many times the other, a common scale would flatten the lower histogram to
     * nothing.
     */
    private static final double COMMON_SCALE = 6;

    private SamplesPicture() {
    }

    /**
     * @param samples with at least one row a generation
     * @param name of the picture's files, without ending
     * @return the picture
     */
    public static Picture of(final Samples samples, final String name) {
        return samples.columns().size() == 1 ? histograms(samples, name) : scatters(samples, name);
    }

    private static Picture histograms(final Samples samples, final String name) {
        final double[] first = samples.first().values().get(0);
        final double[] last = samples.last().values().get(0);
        final Axis x = Axis.round(min(first, last), max(first, last), LEFT, RIGHT, 8);
        final int[] firstCounts = counts(first, x);
        final int[] lastCounts = counts(last, x);
        final double firstPeak = Arrays.stream(firstCounts).max().orElse(1);
        final double lastPeak = Arrays.stream(lastCounts).max().orElse(1);
        final boolean common = Math.max(firstPeak, lastPeak) <= COMMON_SCALE * Math.min(firstPeak, lastPeak);
        final String title = "First and last generation";
        return new Picture(name, title, WIDTH, HEAD + 2 * (ABOVE + PANEL + BELOW) + FOOT, canvas -> {
            canvas.text(LEFT, 32, title, Style.TITLE);
            final double upper = HEAD + ABOVE;
            final double lower = upper + PANEL + BELOW + ABOVE;
            final double highest = Math.max(firstPeak, lastPeak);
            final Panel above = new Panel(x, Axis.round(0, common ? highest : firstPeak, upper + PANEL, upper, 4));
            above.drawFrame(canvas, heading(samples.first()), "", "Rows");
            bars(canvas, above, firstCounts, Style.BLUE);
            final Panel below = new Panel(x, Axis.round(0, common ? highest : lastPeak, lower + PANEL, lower, 4));
            below.drawFrame(canvas, heading(samples.last()), samples.columns().get(0), "Rows");
            bars(canvas, below, lastCounts, Style.VERMILLION);
            if (common && samples.first().number() != samples.last().number()) {
                final Stroke outline = Stroke.solid(Style.BLUE, 1.3);
                outline(canvas, below, firstCounts, outline);
                below.drawLegend(canvas, List.of(
                    new Entry("generation " + Text.count(samples.first().number()) + " for comparison", outline)));
            }
        });
    }

    private static Picture scatters(final Samples samples, final String name) {
        final int gap = 74;
        final int side = (RIGHT - LEFT - gap) / 2;
        final double[] x1 = samples.first().values().get(0);
        final double[] y1 = samples.first().values().get(1);
        final double[] x2 = samples.last().values().get(0);
        final double[] y2 = samples.last().values().get(1);
        final String title = "First and last generation";
        final double top = HEAD + ABOVE;
        return new Picture(name, title, WIDTH, HEAD + ABOVE + side + 50 + FOOT, canvas -> {
            canvas.text(LEFT, 32, title, Style.TITLE);
            final Axis y = padded(min(y1, y2), max(y1, y2), top + side, top);
            final Panel left = new Panel(padded(min(x1, x2), max(x1, x2), LEFT, LEFT + side), y);
            left.drawFrame(canvas, thinnedHeading(samples.first()), samples.columns().get(0), samples.columns().get(1));
            dots(canvas, left, x1, y1, Style.BLUE);
            final Panel right = new Panel(padded(min(x1, x2), max(x1, x2), RIGHT - side, RIGHT), y);
            right.drawFrame(canvas, thinnedHeading(samples.last()), samples.columns().get(0), "");
            dots(canvas, right, x2, y2, Style.VERMILLION);
        });
    }

    private static String heading(final Samples.Generation generation) {
        return "Generation " + Text.count(generation.number()) + " (" + Text.count(generation.values().get(0).length)
            + " rows)";
    }

    private static String thinnedHeading(final Samples.Generation generation) {
        final int rows = generation.values().get(0).length;
        return rows <= DOTS ? heading(generation)
            : "Generation " + Text.count(generation.number()) + " (~" + Text.count(DOTS) + " of " + Text.count(rows)
                + " rows)";
    }

    private static Axis padded(final double lowest, final double highest, final double from, final double to) {
        final double margin = highest > lowest ? 0.04 * (highest - lowest) : Math.max(1, Math.abs(highest)) * 0.5;
        return Axis.exact(lowest - margin, highest + margin, from, to, 8);
    }

    /**
     * @return how many values lie in each of {@value #BINS} bins of equal width along the axis, the highest one
     *         closed
     */
    static int[] counts(final double[] values, final Axis axis) {
        final int[] counts = new int[BINS];
        for (final double value : values) {
            counts[Math.min(BINS - 1, (int)((value - axis.low()) / (axis.high() - axis.low()) * BINS))]++;
        }
        return counts;
    }

    private static void bars(final Canvas canvas, final Panel panel, final int[] counts, final int colour) {
        final double width = (panel.x().to() - panel.x().from()) / BINS;
        for (int i = 0; i < BINS; i++) {
            if (counts[i] > 0) {
                final double top = panel.y().at(counts[i]);
                canvas.rectangle(panel.x().from() + i * width + 0.4, top, width - 0.8, panel.y().from() - top, colour);
            }
        }
    }

    private static void outline(final Canvas canvas, final Panel panel, final int[] counts, final Stroke stroke) {
        final double[] x = new double[2 * BINS];
        final double[] y = new double[2 * BINS];
        final double width = (panel.x().to() - panel.x().from()) / BINS;
        for (int i = 0; i < BINS; i++) {
            x[2 * i] = panel.x().from() + i * width;
            x[2 * i + 1] = x[2 * i] + width;
            y[2 * i] = panel.y().at(counts[i]);
            y[2 * i + 1] = y[2 * i];
        }
        canvas.line(x, y, stroke);
    }

    private static void dots(final Canvas canvas, final Panel panel, final double[] xs, final double[] ys,
        final int colour) {
        final double share = (double)DOTS / xs.length;
        final double radius = xs.length > 1000 ? 1.8 : 2.8;
        for (int i = 0; i < xs.length; i++) {
            // multiples of the golden ratio are spread evenly, whatever order the rows have
            if (i * GOLDEN % 1 < share) {
                canvas.dot(panel.x().at(xs[i]), panel.y().at(ys[i]), radius, colour);
            }
        }
    }

    private static double min(final double[] a, final double[] b) {
        return Math.min(Arrays.stream(a).min().orElse(0), Arrays.stream(b).min().orElse(0));
    }

    private static double max(final double[] a, final double[] b) {
        return Math.max(Arrays.stream(a).max().orElse(0), Arrays.stream(b).max().orElse(0));
    }
}
