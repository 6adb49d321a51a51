package org.modelcollapse.runner.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/** A picture that can be had as SVG and as PNG. Immutable. */
public final class Picture {

    /** Says that this Java cannot draw a PNG. */
    public static final class DrawingException extends Exception {
        private static final long serialVersionUID = 1L;

        DrawingException(final String message, final Throwable cause) {
            super(message, cause);
        }
    }

    private final String name;
    private final String title;
    private final int width;
    private final int height;
    private final Consumer<Canvas> drawing;

    /**
     * @param name of its files, without ending
     * @param title what it shows
     * @param width in pixels
     * @param height in pixels
     * @param drawing draws it; is called once for each format
     */
    Picture(final String name, final String title, final int width, final int height, final Consumer<Canvas> drawing) {
        this.name = name;
        this.title = title;
        this.width = width;
        this.height = height;
        this.drawing = drawing;
    }

    /** @return the name of its files, without ending */
    public String name() {
        return name;
    }

    /** @return the picture as an SVG document; the same for the same data, always */
    public String toSvg() {
        final SvgCanvas canvas = new SvgCanvas(width, height, title);
        draw(canvas);
        return canvas.finish();
    }

    /**
     * @return the picture as a PNG file's bytes
     * @throws DrawingException if this Java cannot draw, as where the machine has no font
     */
    public byte[] toPng() throws DrawingException {
        try {
            final ImageCanvas canvas = new ImageCanvas(width, height);
            draw(canvas);
            return encode(canvas.finish());
        } catch (final IOException | RuntimeException e) {
            throw cannotDraw(e);
        } catch (final OutOfMemoryError | StackOverflowError e) {
            throw e;
        } catch (final Error e) { // NOSONAR where no font is installed Java throws a plain Error, or another one, depending on its version
            throw cannotDraw(e);
        }
    }

    private static DrawingException cannotDraw(final Throwable e) {
        return new DrawingException("this Java cannot draw, probably because no font is installed (" + e.getMessage() + ")", e);
    }

    private static byte[] encode(final BufferedImage image) throws IOException {
        ImageIO.setUseCache(false);
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(image, "png", bytes)) {
            throw new IOException("this Java has no writer for PNG");
        }
        return bytes.toByteArray();
    }

    private void draw(final Canvas canvas) {
        canvas.rectangle(0, 0, width, height, Style.WHITE);
        drawing.accept(canvas);
    }
}
