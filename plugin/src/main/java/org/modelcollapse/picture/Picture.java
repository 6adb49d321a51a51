package org.modelcollapse.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A picture that can be had as SVG and as PNG. Immutable. */
public final class Picture {

    /** Says that this Java cannot draw a PNG. */
    public static final class DrawingException extends Exception {
        private static final long serialVersionUID = 1L;

        DrawingException(final String message, final Throwable cause) {
            super(message, cause);
        }
    }

    private static final int WIDTH = 860;
    private static final int LITTLE = 120;

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

    /**
     * @param name of the new picture's files, without ending
     * @param parts at least one
     * @return them all as one picture, from top to bottom
     */
    public static Picture stacked(final String name, final List<Picture> parts) {
        final String title = parts.stream().map(p -> p.title).collect(Collectors.joining("; "));
        final int width = parts.stream().mapToInt(p -> p.width).max().orElseThrow();
        return new Picture(name, title, width, parts.stream().mapToInt(p -> p.height).sum(), canvas -> {
            double top = 0;
            for (final Picture part : parts) {
                part.drawing.accept(new ShiftedCanvas(canvas, top));
                top += part.height;
            }
        });
    }

    /**
     * @param name of its files, without ending
     * @param sentence to be written on it
     * @return a picture that says why there is nothing to see
     */
    public static Picture saying(final String name, final String sentence) {
        return new Picture(name, sentence, WIDTH, LITTLE,
            canvas -> canvas.text(WIDTH / 2.0, LITTLE / 2.0, sentence, Style.AXIS));
    }

    /** @return an empty picture of the same size, as a PNG file's bytes, which needs no font */
    public byte[] toBlankPng() {
        final ImageCanvas canvas = new ImageCanvas(width, height);
        canvas.rectangle(0, 0, width, height, Style.WHITE);
        try {
            return encode(canvas.finish());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
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
        } catch (final Error e) { // NOSONAR where no font is installed Java throws a plain Error, or another kind
            throw cannotDraw(e);
        }
    }

    private static DrawingException cannotDraw(final Throwable e) {
        return new DrawingException(
            "this Java cannot draw, probably because no font is installed (" + e.getMessage() + ")", e);
    }

    private static byte[] encode(final BufferedImage image) throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // in memory: by itself ImageIO writes a file, unless a setting of the whole process says otherwise
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", out)) {
                throw new IOException("this Java has no writer for PNG");
            }
        }
        return bytes.toByteArray();
    }

    private void draw(final Canvas canvas) {
        canvas.rectangle(0, 0, width, height, Style.WHITE);
        drawing.accept(canvas);
    }
}
