package org.modelcollapse.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class PictureTest {

    private static final double[] GENERATIONS = {1, 2, 3, 4};
    private static final double[] FALLING = {1.0, 0.8, 0.6, 0.5};
    private static final double[] RISING = {1.0, 1.1, 1.3, 1.2};

    private static Trajectory trajectory() {
        return new Trajectory(GENERATIONS, List.of(new Trajectory.Dimension("", List.of(FALLING, RISING))), Optional.of(new double[] {5, 4.9, 4.8, 4.7}),
            Optional.of(new double[] {5, 4.95, 4.9, 4.85}));
    }

    private static Samples samples(final List<String> columns, final double[]... values) {
        final List<double[]> all = List.of(values);
        return new Samples(columns, new Samples.Generation(1, all), new Samples.Generation(2000, all));
    }

    private static Document parse(final String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<Element> elements(final Document svg, final String name) {
        final NodeList list = svg.getElementsByTagName(name);
        return IntStream.range(0, list.getLength()).mapToObj(i -> (Element)list.item(i)).toList();
    }

    private static List<String> texts(final Document svg) {
        return elements(svg, "text").stream().map(Element::getTextContent).toList();
    }

    /** The lines with more points than a grid line, an axis or a legend entry has. */
    private static List<Element> series(final Document svg) {
        return elements(svg, "polyline").stream().filter(e -> e.getAttribute("points").split(" ").length > 3).toList();
    }

    @Test
    void theVariancePictureHasALineAComponentAndOneEachForTotalAndLaw() throws Exception {
        final Document svg = parse(VariancePicture.of(trajectory(), "variances").toSvg());
        assertEquals(4, series(svg).size());
        assertEquals(List.of("#0072b2", "#d55e00", "#222222", "#555555"), series(svg).stream().map(e -> e.getAttribute("stroke")).toList());
        assertEquals(List.of("", "", "", "5.6 4.2"), series(svg).stream().map(e -> e.getAttribute("stroke-dasharray")).toList());
        assertTrue(texts(svg).containsAll(List.of("Fitted variances over the generations", "Generation", "Variance", "Total variance", "component 1", "component 2",
            "expected by the law")), texts(svg).toString());
    }

    @Test
    void aLinePassesThroughItsValues() throws Exception {
        final Document svg = parse(VariancePicture.of(trajectory(), "variances").toSvg());
        // x: generation 0 to 4 on pixels 84 to 832; y: variance 0 to 1.5 on pixels 386 up to 86
        assertEquals("271,186 458,226 645,266 832,286", series(svg).get(0).getAttribute("points"));
    }

    @Test
    void everyDimensionHasAPanelOfItsOwn() throws Exception {
        final Trajectory plane = new Trajectory(GENERATIONS,
            List.of(new Trajectory.Dimension("eruptions", List.of(FALLING)), new Trajectory.Dimension("waiting", List.of(RISING))), Optional.empty(), Optional.empty());
        final Document svg = parse(VariancePicture.of(plane, "variances").toSvg());
        assertEquals(2, series(svg).size());
        assertTrue(texts(svg).containsAll(List.of("Each component, eruptions", "Each component, waiting")), texts(svg).toString());
        assertFalse(texts(svg).contains("Total variance"));
    }

    @Test
    void missingValuesBreakALineAndAreNotDrawn() throws Exception {
        final double[] broken = {1.0, 0.9, 0.8, 0.8, Double.NaN, 0.6, 0.5, 0.5, 0.5};
        final Trajectory trajectory = new Trajectory(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, List.of(new Trajectory.Dimension("", List.of(broken))), Optional.empty(),
            Optional.empty());
        final String svg = VariancePicture.of(trajectory, "variances").toSvg();
        assertEquals(2, series(parse(svg)).size());
        assertFalse(svg.contains("NaN"));
    }

    @Test
    void aLongLineIsThinnedWithoutLosingItsPeaks() throws Exception {
        final double[] values = new double[1_000_000];
        values[123_456] = 7;
        final double[] generations = IntStream.rangeClosed(1, values.length).asDoubleStream().toArray();
        final Document svg = parse(VariancePicture.of(new Trajectory(generations,
            List.of(new Trajectory.Dimension("", List.of(values))), Optional.empty(), Optional.empty()), "variances").toSvg());
        final String[] points = series(svg).get(0).getAttribute("points").split(" ");
        assertTrue(points.length <= 4000, points.length + " points");
        // the axis ends at 8, an eighth above the peak
        final double[] y = Stream.of(points).mapToDouble(p -> Double.parseDouble(p.split(",")[1])).toArray();
        assertEquals(300 * 7 / 8.0, Arrays.stream(y).max().orElseThrow() - Arrays.stream(y).min().orElseThrow(), 0.02);
    }

    @Test
    void oneColumnGivesTwoHistogramsOverTheSameAxis() throws Exception {
        final Document svg = parse(SamplesPicture.of(samples(List.of("Value"), new double[] {-2, -1.9, 2, 2.1, 2.1}), "histograms").toSvg());
        assertTrue(texts(svg).containsAll(List.of("First and last generation", "Generation 1 (5 rows)", "Generation 2,000 (5 rows)", "Value", "Rows",
            "generation 1 for comparison")), texts(svg).toString());
        final List<String> bars = elements(svg, "rect").stream().map(e -> e.getAttribute("x") + " " + e.getAttribute("fill")).toList();
        assertEquals(1 + 4 + 4, bars.size(), "background and four filled bins in each");
        assertEquals(bars.subList(1, 5).stream().map(b -> b.replace("#0072b2", "#d55e00")).toList(), bars.subList(5, 9));
    }

    @Test
    void everyValueIsCountedInOneBin() {
        final Axis axis = Axis.round(-4, 4, 0, 80, 8);
        final int[] counts = SamplesPicture.counts(new double[] {-4, -4, 0, 3.99, 4}, axis);
        assertEquals(2, counts[0]);
        assertEquals(1, counts[40]);
        assertEquals(2, counts[79]);
        assertEquals(5, IntStream.of(counts).sum());
    }

    @Test
    void severalColumnsGiveTwoScatterPlotsOfTheFirstTwo() throws Exception {
        final double[] x = {1, 2, 3};
        final Document svg = parse(SamplesPicture.of(samples(List.of("eruptions", "waiting", "more"), x, x, x), "scatter").toSvg());
        assertEquals(6, elements(svg, "circle").size());
        assertTrue(texts(svg).containsAll(List.of("eruptions", "waiting")) && !texts(svg).contains("more"), texts(svg).toString());
    }

    @Test
    void ofManyDotsAnEvenShareIsDrawn() throws Exception {
        final double[] alternating = IntStream.range(0, 30_000).mapToDouble(i -> i % 2).toArray();
        final Document svg = parse(SamplesPicture.of(samples(List.of("x", "y"), alternating, alternating), "scatter").toSvg());
        final List<String> left = elements(svg, "circle").stream().map(e -> e.getAttribute("cx")).toList();
        assertEquals(6000, left.size(), 10);
        final long low = left.stream().filter(left.get(0)::equals).count();
        assertEquals(1500, low, 30);
    }

    @Test
    void theSameDataGiveTheSameSvg() {
        assertEquals(VariancePicture.of(trajectory(), "v").toSvg(), VariancePicture.of(trajectory(), "v").toSvg());
    }

    @Test
    void namesFromTheDataCannotBreakTheSvg() throws Exception {
        final double[] x = {1, 2};
        final Document svg = parse(SamplesPicture.of(samples(List.of("a<b & \"c\"\u0001"), x), "histograms").toSvg());
        assertTrue(texts(svg).contains("a<b & \"c\"\uFFFD"), texts(svg).toString());
    }

    @Test
    void thePngShowsThePictureAtTwiceTheSize() throws Exception {
        final Document svg = parse(VariancePicture.of(trajectory(), "v").toSvg());
        final BufferedImage png = ImageIO.read(new ByteArrayInputStream(VariancePicture.of(trajectory(), "v").toPng()));
        assertEquals(2 * Integer.parseInt(svg.getDocumentElement().getAttribute("width")), png.getWidth());
        assertEquals(2 * Integer.parseInt(svg.getDocumentElement().getAttribute("height")), png.getHeight());
        assertEquals(0xFFFFFF, png.getRGB(2, 2) & 0xFFFFFF);
        // the last point of the first component, (832, 286), in the first colour
        final long blue = IntStream.range(0, 12).filter(i -> (png.getRGB(2 * 832 - 6, 2 * 286 - 8 + i) & 0xFFFFFF) == 0x0072B2).count();
        assertTrue(blue > 0, "the line ends at its last value");
    }

    @Test
    void whereNoFontIsInstalledThePngIsRefusedWithTheReason() {
        // what Java 17 throws there
        final Picture picture = new Picture("v", "title", 10, 10, canvas -> {
            throw new Error("Probable fatal error: No physical fonts found.");
        });
        final String message = assertThrows(Picture.DrawingException.class, picture::toPng).getMessage();
        assertEquals("this Java cannot draw, probably because no font is installed (Probable fatal error: No physical fonts found.)", message);
    }

    @Test
    void coordinatesAreRoundedToHundredths() {
        assertEquals("0", SvgCanvas.number(-0.001));
        assertEquals("-1.5", SvgCanvas.number(-1.5));
        assertEquals("12.05", SvgCanvas.number(12.0499));
        assertEquals("3", SvgCanvas.number(2.9999));
    }
}
