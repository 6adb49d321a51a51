package org.knime.core.data.image.png;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

import javax.imageio.ImageIO;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataType;
import org.knime.core.data.image.ImageContent;

/** A PNG image: the bytes of its file. */
public class PNGImageContent implements ImageContent {

    /** The type of cells with such images. */
    public static final DataType TYPE = DataType.getType(PNGImageCell.class);

    private final byte[] bytes;

    private final BufferedImage image;

    /**
     * @param imageBytes of a PNG file; not to be changed any more
     * @throws IllegalArgumentException if it is no image
     */
    public PNGImageContent(final byte[] imageBytes) {
        bytes = imageBytes;
        try {
            image = ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new IllegalArgumentException("The bytes are no image", e);
        }
        if (image == null) {
            throw new IllegalArgumentException("The bytes are no image");
        }
    }

    @Override
    public void paint(final Graphics2D g, final int width, final int height) {
        final double scale = Math.min(1,
            Math.min((double)width / image.getWidth(), (double)height / image.getHeight()));
        g.drawImage(image, 0, 0, (int)(scale * image.getWidth()), (int)(scale * image.getHeight()), null);
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(image.getWidth(), image.getHeight());
    }

    @Override
    public DataCell toImageCell() {
        return new PNGImageCell(this);
    }

    @Override
    public void save(final OutputStream output) throws IOException {
        output.write(bytes);
    }

    @Override
    public String getSummary() {
        return "PNG Image " + image.getWidth() + " x " + image.getHeight() + " with "
            + (bytes.length < 1000 ? bytes.length + " B" : bytes.length / 1024 + " KB");
    }

    @Override
    public boolean equals(final Object o) {
        return o instanceof PNGImageContent other && Arrays.equals(bytes, other.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
