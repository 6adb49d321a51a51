package org.modelcollapse.picture;

/**
 * What a picture is drawn on. Coordinates are pixels, x to the right and y downwards; colours are {@code 0xRRGGBB}.
 */
interface Canvas {

    /** Where a text stands with respect to its x coordinate. */
    enum Anchor {
        START, MIDDLE, END
    }

    /**
     * How a line looks.
     *
     * @param colour of the line
     * @param width in pixels
     * @param dashed whether it is dashed
     */
    record Stroke(int colour, double width, boolean dashed) {
        static Stroke solid(final int colour, final double width) {
            return new Stroke(colour, width, false);
        }
    }

    /**
     * How a text looks.
     *
     * @param colour of the letters
     * @param size of the letters in pixels
     * @param bold whether it is bold
     * @param anchor where it stands
     */
    record Font(int colour, double size, boolean bold, Anchor anchor) {
    }

    void rectangle(double x, double y, double width, double height, int colour);

    /** Draws a line through the points (x[i], y[i]). */
    void line(double[] x, double[] y, Stroke stroke);

    /** Fills the shape whose corners are (x[i], y[i]). */
    void area(double[] x, double[] y, int colour);

    /** Draws a filled circle that lets shine through what is below. */
    void dot(double x, double y, double radius, int colour);

    /** Writes a text whose base line is at y. */
    void text(double x, double y, String text, Font font);

    /** Writes a text from bottom to top, centred on (x, y), its base line at x. */
    void textUpwards(double x, double y, String text, Font font);
}
