package org.modelcollapse.knime.picture;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;

import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.port.image.ImagePortObjectSpec;
import org.knime.node.impl.description.PortDescription;
import org.modelcollapse.picture.Picture;

/**
 * The last output of a node, which is there if the user added it: a picture of the result as a PNG image. Where it is
 * not there nothing is drawn.
 */
public final class PicturePort {

    /** The group of ports that a factory adds last, with the {@link #TYPE}. */
    public static final String GROUP = "Picture";

    /** What the port gives. */
    public static final PortType TYPE = ImagePortObject.TYPE;

    /** What a picture is called where it has no file. */
    public static final String NAME = "picture";

    private static final ImagePortObjectSpec SPEC = new ImagePortObjectSpec(PNGImageContent.TYPE);

    private final boolean there;

    private PicturePort(final boolean there) {
        this.there = there;
    }

    /**
     * @param ports of a node whose factory added the group last
     * @return the node's port
     */
    public static PicturePort of(final PortsConfiguration ports) {
        return new PicturePort(ports.getOutputPortLocation().getOrDefault(GROUP, new int[0]).length > 0);
    }

    /**
     * @param shows what is to be seen, an XML fragment
     * @return the text of the port, which comes last
     */
    public static PortDescription description(final String shows) {
        return PortDescription.dynamicPort(GROUP, "Picture", """
            Optional: the result as a picture (PNG), for reports, files and tables of images, by nodes such as <i>Image
            to Table</i> and <i>Image Writer (Port)</i>. It shows\s""" + shows);
    }

    /** Makes a picture. */
    @FunctionalInterface
    public interface Maker {
        /**
         * @return the picture
         * @throws IOException if a table cannot be read
         */
        Picture make() throws IOException;
    }

    /**
     * @param specs of the other outputs
     * @return the specs of all outputs
     */
    public PortObjectSpec[] specs(final PortObjectSpec... specs) {
        return there ? with(specs, SPEC) : specs;
    }

    /**
     * @param tables the other outputs
     * @return all outputs, with none yet where the picture goes
     */
    public PortObject[] withoutPicture(final PortObject... tables) {
        return there ? with(tables, null) : tables;
    }

    /**
     * Makes the picture if it is wanted. What cannot be drawn is no reason to lose the other results: then the
     * picture is empty, and a warning says why.
     *
     * @param maker makes the picture; not asked if the port is not there
     * @param warn takes a warning
     * @param tables the other outputs
     * @return all outputs
     * @throws IOException if a table cannot be read
     */
    public PortObject[] objects(final Maker maker, final Consumer<String> warn, final PortObject... tables)
        throws IOException {
        return there ? with(tables, new ImagePortObject(new PNGImageContent(png(maker.make(), warn)), SPEC)) : tables;
    }

    private static byte[] png(final Picture picture, final Consumer<String> warn) {
        try {
            return picture.toPng();
        } catch (final Picture.DrawingException e) {
            warn.accept("The picture is empty: " + e.getMessage() + ".");
            return picture.toBlankPng();
        }
    }

    private static <T> T[] with(final T[] others, final T last) {
        final T[] all = Arrays.copyOf(others, others.length + 1);
        all[others.length] = last;
        return all;
    }
}
