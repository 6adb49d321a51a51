package org.modelcollapse.picture;

import java.util.Locale;

/** Writes SVG text. Coordinates are rounded to hundredths of a pixel. Not safe for use by several threads. */
final class SvgCanvas implements Canvas {

    private static final String FONTS = "'DejaVu Sans', Verdana, 'Segoe UI', Helvetica, Arial, sans-serif";

    private final StringBuilder svg = new StringBuilder();

    SvgCanvas(final int width, final int height, final String title) {
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ").append(width).append(' ').append(height)
            .append("\" width=\"").append(width).append("\" height=\"").append(height)
            .append("\" role=\"img\" font-family=\"").append(FONTS).append("\">\n");
        svg.append("<title>").append(Markup.escape(title)).append("</title>\n");
    }

    @Override
    public void rectangle(final double x, final double y, final double width, final double height, final int colour) {
        svg.append("<rect x=\"").append(number(x)).append("\" y=\"").append(number(y)).append("\" width=\"")
            .append(number(width)).append("\" height=\"").append(number(height))
            .append("\" fill=\"").append(colour(colour)).append("\"/>\n");
    }

    @Override
    public void line(final double[] x, final double[] y, final Stroke stroke) {
        svg.append("<polyline fill=\"none\" stroke=\"").append(colour(stroke.colour())).append("\" stroke-width=\"")
            .append(number(stroke.width())).append('"');
        if (stroke.dashed()) {
            svg.append(" stroke-dasharray=\"").append(number(4 * stroke.width())).append(' ')
                .append(number(3 * stroke.width())).append('"');
        }
        svg.append(" stroke-linejoin=\"round\" points=\"");
        for (int i = 0; i < x.length; i++) {
            svg.append(i == 0 ? "" : " ").append(number(x[i])).append(',').append(number(y[i]));
        }
        svg.append("\"/>\n");
    }

    @Override
    public void area(final double[] x, final double[] y, final int colour) {
        svg.append("<polygon fill=\"").append(colour(colour)).append("\" points=\"");
        for (int i = 0; i < x.length; i++) {
            svg.append(i == 0 ? "" : " ").append(number(x[i])).append(',').append(number(y[i]));
        }
        svg.append("\"/>\n");
    }

    @Override
    public void dot(final double x, final double y, final double radius, final int colour) {
        svg.append("<circle cx=\"").append(number(x)).append("\" cy=\"").append(number(y)).append("\" r=\"")
            .append(number(radius)).append("\" fill=\"").append(colour(colour)).append("\" fill-opacity=\"0.55\"/>\n");
    }

    @Override
    public void text(final double x, final double y, final String text, final Font font) {
        open(x, y, font);
        svg.append('>').append(Markup.escape(text)).append("</text>\n");
    }

    @Override
    public void textUpwards(final double x, final double y, final String text, final Font font) {
        open(x, y, font);
        svg.append(" transform=\"rotate(-90 ").append(number(x)).append(' ').append(number(y)).append(")\">")
            .append(Markup.escape(text)).append("</text>\n");
    }

    private void open(final double x, final double y, final Font font) {
        final String anchor = switch (font.anchor()) {
            case START -> "start";
            case MIDDLE -> "middle";
            case END -> "end";
        };
        svg.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y)).append("\" font-size=\"")
            .append(number(font.size())).append('"');
        if (font.bold()) {
            svg.append(" font-weight=\"bold\"");
        }
        svg.append(" text-anchor=\"").append(anchor).append("\" fill=\"").append(colour(font.colour())).append('"');
    }

    /** @return the whole document; nothing may be drawn afterwards */
    String finish() {
        return svg.append("</svg>\n").toString();
    }

    static String colour(final int colour) {
        return String.format(Locale.ROOT, "#%06x", colour);
    }

    /** @return the number rounded to hundredths, without needless zeros */
    static String number(final double value) {
        final long hundredths = Math.round(value * 100);
        final StringBuilder text = new StringBuilder(hundredths < 0 ? "-" : "").append(Math.abs(hundredths) / 100);
        final long rest = Math.abs(hundredths) % 100;
        if (rest > 0) {
            text.append('.').append(rest / 10);
            if (rest % 10 > 0) {
                text.append(rest % 10);
            }
        }
        return text.toString();
    }
}
