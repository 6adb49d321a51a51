package org.modelcollapse.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/**
 * Draws into an image, each pixel of the picture as {@value #SCALE} by {@value #SCALE} of the image. Needs no
 * display. Not safe for use by several threads.
 */
final class ImageCanvas implements Canvas {

    static final int SCALE = 2;
    private static final int TRANSLUCENT = 140;

    private final BufferedImage image;
    private final Graphics2D graphics;

    ImageCanvas(final int width, final int height) {
        image = new BufferedImage(width * SCALE, height * SCALE, BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.scale(SCALE, SCALE);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    @Override
    public void rectangle(final double x, final double y, final double width, final double height, final int colour) {
        graphics.setColor(new Color(colour));
        graphics.fill(new Rectangle2D.Double(x, y, width, height));
    }

    @Override
    public void line(final double[] x, final double[] y, final Stroke stroke) {
        final float width = (float)stroke.width();
        final float[] dashes = stroke.dashed() ? new float[] {4 * width, 3 * width} : null;
        graphics.setColor(new Color(stroke.colour()));
        graphics.setStroke(new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, dashes, 0f));
        graphics.draw(path(x, y));
    }

    private static Path2D path(final double[] x, final double[] y) {
        final Path2D path = new Path2D.Double();
        for (int i = 0; i < x.length; i++) {
            if (i == 0) {
                path.moveTo(x[i], y[i]);
            } else {
                path.lineTo(x[i], y[i]);
            }
        }
        return path;
    }

    @Override
    public void area(final double[] x, final double[] y, final int colour) {
        final Path2D path = path(x, y);
        path.closePath();
        graphics.setColor(new Color(colour));
        graphics.fill(path);
    }

    @Override
    public void dot(final double x, final double y, final double radius, final int colour) {
        graphics.setColor(new Color((TRANSLUCENT << 24) | colour, true));
        graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
    }

    @Override
    public void text(final double x, final double y, final String text, final Font font) {
        final int style = font.bold() ? java.awt.Font.BOLD : java.awt.Font.PLAIN;
        final java.awt.Font face =
            new java.awt.Font(java.awt.Font.SANS_SERIF, style, 1).deriveFont((float)font.size());
        graphics.setFont(face);
        graphics.setColor(new Color(font.colour()));
        final double width = face.getStringBounds(text, graphics.getFontRenderContext()).getWidth();
        final double left = switch (font.anchor()) {
            case START -> x;
            case MIDDLE -> x - width / 2;
            case END -> x - width;
        };
        graphics.drawString(text, (float)left, (float)y);
    }

    @Override
    public void textUpwards(final double x, final double y, final String text, final Font font) {
        final AffineTransform before = graphics.getTransform();
        graphics.rotate(-Math.PI / 2, x, y);
        text(x, y, text, font);
        graphics.setTransform(before);
    }

    BufferedImage finish() {
        graphics.dispose();
        return image;
    }
}
