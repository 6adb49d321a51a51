package org.modelcollapse.picture;

import java.util.Arrays;

/**
 * Draws farther down on another canvas.
 *
 * @param below the other one
 * @param top where the picture begins there
 */
record ShiftedCanvas(Canvas below, double top) implements Canvas {

    private double[] shifted(final double[] y) {
        return Arrays.stream(y).map(v -> v + top).toArray();
    }

    @Override
    public void rectangle(final double x, final double y, final double width, final double height, final int colour) {
        below.rectangle(x, y + top, width, height, colour);
    }

    @Override
    public void line(final double[] x, final double[] y, final Stroke stroke) {
        below.line(x, shifted(y), stroke);
    }

    @Override
    public void area(final double[] x, final double[] y, final int colour) {
        below.area(x, shifted(y), colour);
    }

    @Override
    public void dot(final double x, final double y, final double radius, final int colour) {
        below.dot(x, y + top, radius, colour);
    }

    @Override
    public void text(final double x, final double y, final String text, final Font font) {
        below.text(x, y + top, text, font);
    }

    @Override
    public void textUpwards(final double x, final double y, final String text, final Font font) {
        below.textUpwards(x, y + top, text, font);
    }
}
