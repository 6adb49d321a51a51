package org.modelcollapse.picture;

import java.math.BigDecimal;
import java.util.List;
import org.modelcollapse.picture.Canvas.Stroke;

/**
 * A rectangle with two axes in which data are drawn.
 *
 * @param x the horizontal axis
 * @param y the vertical axis, upwards
 */
record Panel(Axis x, Axis y) {

    private static final double TICK_LENGTH = 5;

    /**
     * An entry of a legend.
     *
     * @param label its text
     * @param stroke the line it explains
     */
    record Entry(String label, Stroke stroke) {
    }

    /** Draws grid, frame, ticks and labels; the data come on top of it. */
    void drawFrame(final Canvas canvas, final String title, final String xLabel, final String yLabel) {
        final double left = x.from();
        final double right = x.to();
        final double bottom = y.from();
        final double top = y.to();
        for (final BigDecimal tick : y.ticks()) {
            final double at = y.at(tick.doubleValue());
            segment(canvas, left, at, right, at, Style.GRID);
            segment(canvas, left - TICK_LENGTH, at, left, at, Style.FRAME);
            canvas.text(left - 9, at + 4, Axis.label(tick), Style.TICK_LEFT);
        }
        for (final BigDecimal tick : x.ticks()) {
            final double at = x.at(tick.doubleValue());
            segment(canvas, at, top, at, bottom, Style.GRID);
            segment(canvas, at, bottom, at, bottom + TICK_LENGTH, Style.FRAME);
            canvas.text(at, bottom + 19, Axis.label(tick), Style.TICK);
        }
        canvas.line(new double[] {left, left, right}, new double[] {top, bottom, bottom}, Stroke.solid(Style.FRAME, 1));
        if (!title.isEmpty()) {
            canvas.text(left, top - 10, title, Style.PANEL_TITLE);
        }
        if (!xLabel.isEmpty()) {
            canvas.text((left + right) / 2, bottom + 40, xLabel, Style.AXIS);
        }
        canvas.textUpwards(left - 62, (top + bottom) / 2, yLabel, Style.AXIS);
    }

    /** Draws the legend above the top right corner, entries from left to right, the last ending at the right edge. */
    void drawLegend(final Canvas canvas, final List<Entry> entries) {
        final double size = Style.LEGEND.size();
        double at = x.to();
        for (int i = entries.size() - 1; i >= 0; i--) {
            final Entry entry = entries.get(i);
            at -= entry.label().length() * size * Style.LETTER_WIDTH;
            canvas.text(at, y.to() - 10, entry.label(), Style.LEGEND);
            final Stroke thick =
                new Stroke(entry.stroke().colour(), Math.max(2, entry.stroke().width()), entry.stroke().dashed());
            canvas.line(new double[] {at - 30, at - 6}, new double[] {y.to() - 14.5, y.to() - 14.5}, thick);
            at -= 48;
        }
    }

    /** Draws a line through the points, broken where a value is NaN. */
    void drawSeries(final Canvas canvas, final double[] xs, final double[] ys, final Stroke stroke) {
        int begin = 0;
        while (begin < ys.length) {
            int end = begin;
            while (end < ys.length && Double.isFinite(ys[end])) {
                end++;
            }
            if (end > begin) {
                final double[] px = new double[end - begin];
                final double[] py = new double[end - begin];
                for (int i = begin; i < end; i++) {
                    px[i - begin] = x.at(xs[i]);
                    py[i - begin] = y.at(ys[i]);
                }
                canvas.line(px, py, stroke);
            }
            begin = end + 1;
        }
    }

    private static void segment(final Canvas canvas, final double x1, final double y1, final double x2,
        final double y2, final int colour) {
        canvas.line(new double[] {x1, x2}, new double[] {y1, y2}, Stroke.solid(colour, 1));
    }
}
