package org.modelcollapse.tests.nodes;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

import javax.imageio.ImageIO;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knime.core.data.image.ImageValue;
import org.knime.core.data.image.png.PNGImageContent;
import org.knime.core.node.port.image.ImagePortObject;
import org.knime.core.node.port.image.ImagePortObjectSpec;
import org.modelcollapse.tests.nodes.Canvas.Node;

/** The image that a node gives out if its last port was added. */
@DisplayName("The picture of")
class PicturePortTest {

    private static final String PORT = "Picture";

    /** Colours of Okabe and Ito in which the pictures draw their first and second line. */
    private static final int BLUE = 0x0072B2;

    private static final int VERMILLION = 0xD55E00;

    private final Canvas canvas = new Canvas();

    @AfterEach
    void close() {
        canvas.close();
    }

    private Node add(final String kind, final int seed, final String... ports) {
        return switch (kind) {
            case "Sample GMM" -> canvas.add(Canvas.SAMPLE, ports).set("rows", 500L).set("random/seed", (long)seed);
            case "Fit GMM" -> canvas.add(Canvas.FIT, ports).from(add("Sample GMM", seed), 1, 1);
            case "Fit GMM of several columns" -> canvas.add(Canvas.FIT, ports)
                .from(canvas.add(Canvas.EXAMPLE), 1, 1).set("random/seed", (long)seed).set("components", seed + 1);
            case "Recursive Collapse Loop End" -> {
                final Node start = canvas.add(Canvas.START).from(add("Sample GMM", seed), 2, 1).set("rows", 200)
                    .set("generations", 4).set("random/seed", (long)seed);
                yield canvas.add(Canvas.END, ports).from(canvas.add(Canvas.FIT).from(start, 1, 1), 1, 1);
            }
            default -> canvas.add(Canvas.EXPERIMENT, ports).from(add("Sample GMM", seed), 2, 1).set("rows", 50)
                .set("generations", 5).set("replicates", 4).set("random/seed", (long)seed);
        };
    }

    private static int last(final Node node) {
        return node.container().getNrOutPorts() - 1;
    }

    private static byte[] bytes(final Node node) throws Exception {
        assertTrue(node.executed(), node.message());
        final var image = (ImagePortObject)node.container().getOutPort(last(node)).getPortObject();
        final ImageValue value = (ImageValue)image.toDataCell();
        assertEquals("png", value.getImageExtension());
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        value.getImageContent().save(bytes);
        return bytes.toByteArray();
    }

    private static BufferedImage decoded(final byte[] bytes) throws Exception {
        final BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
        assertNotNull(image, "it is an image");
        return image;
    }

    /** How many pixels have a colour. */
    private static Map<Integer, Integer> colours(final BufferedImage image) {
        final Map<Integer, Integer> colours = new HashMap<>();
        for (final int pixel : image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth())) {
            colours.merge(pixel & 0xFFFFFF, 1, Integer::sum);
        }
        return colours;
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sample GMM", "Fit GMM", "Fit GMM of several columns", "Recursive Collapse Loop End",
        "Recursive Collapse Experiment"})
    @DisplayName("a node is the last output if it is wanted, the same for the same data")
    void lastOutput(final String kind) throws Exception {
        final Node without = add(kind, 1);
        final Node with = add(kind, 1, PORT);
        final Node again = add(kind, 1, PORT);
        final Node other = add(kind, 2, PORT);
        assertEquals(without.container().getNrOutPorts() + 1, with.container().getNrOutPorts());
        assertEquals(PORT, with.container().getOutPort(last(with)).getPortName());
        final var spec = (ImagePortObjectSpec)with.container().getOutPort(last(with)).getPortObjectSpec();
        assertEquals(PNGImageContent.TYPE, spec.getDataType(), "known before the execution");
        canvas.execute();
        final byte[] bytes = bytes(with);
        assertArrayEquals(bytes, bytes(again), "the same data give the same bytes");
        assertFalse(Arrays.equals(bytes, bytes(other)), "other data give another picture");
        for (int port = 1; port < last(with); port++) {
            assertEquals(without.out(port).text(), with.out(port).text(), "the tables are the same");
        }
        final BufferedImage image = decoded(bytes);
        assertEquals(1720, image.getWidth());
        final Map<Integer, Integer> colours = colours(image);
        assertTrue(colours.getOrDefault(BLUE, 0) > 1_000, "the first line is there: " + colours.get(BLUE));
        assertTrue(colours.getOrDefault(VERMILLION, 0) > 300, "and the second: " + colours.get(VERMILLION));
        assertTrue(colours.get(0xFFFFFF) < 0.97 * image.getWidth() * image.getHeight(), "it is not blank");
    }

    @Test
    @DisplayName("a loop end shows the variances, and the kept sets below if there are any")
    void loopEnd() throws Exception {
        final Node end = add("Recursive Collapse Loop End", 1, PORT);
        final Node start = canvas.add(Canvas.START).from(add("Sample GMM", 1), 2, 1).set("rows", 200)
            .set("generations", 4).set("kept/keep", "NONE");
        final Node nothingKept =
            canvas.add(Canvas.END, PORT).from(canvas.add(Canvas.FIT).from(start, 1, 1), 1, 1);
        canvas.execute();
        assertTrue(decoded(bytes(end)).getHeight() > 1.5 * decoded(bytes(nothingKept)).getHeight());
    }

    @Test
    @DisplayName("a node survives a reset of the loop's body: it is drawn in each iteration where it is asked for")
    void inTheBody() throws Exception {
        final Node start = canvas.add(Canvas.START).from(add("Sample GMM", 1), 2, 1).set("rows", 200)
            .set("generations", 3);
        final Node fit = canvas.add(Canvas.FIT, PORT).from(start, 1, 1);
        final Node end = canvas.add(Canvas.END).from(fit, 1, 1);
        canvas.execute();
        assertTrue(end.executed(), end.message());
        assertTrue(colours(decoded(bytes(fit))).get(BLUE) > 1_000);
        assertEquals(3, end.out(1).size());
    }
}
