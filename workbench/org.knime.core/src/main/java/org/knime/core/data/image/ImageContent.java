package org.knime.core.data.image;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.io.IOException;
import java.io.OutputStream;

import org.knime.core.data.DataCell;

/** An immutable image of some format. */
public interface ImageContent {

    /** Draws the image, made smaller if it has to be. */
    void paint(Graphics2D g, int maxWidth, int maxHeight);

    Dimension getPreferredSize();

    DataCell toImageCell();

    /** Writes the image in its format. */
    void save(OutputStream out) throws IOException;

    String getSummary();
}
