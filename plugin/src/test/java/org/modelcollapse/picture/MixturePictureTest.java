package org.modelcollapse.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modelcollapse.gmm.CovarianceType;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.MixtureSampler;
import org.modelcollapse.gmm.RandomStream;
import org.modelcollapse.view.RowsSummary;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

@DisplayName("The picture of a mixture over rows")
class MixturePictureTest {

    private static final GaussianMixture LINE =
        GaussianMixture.of(new double[] {0.4, 0.6}, new double[] {-2, 2}, new double[] {1, 0.5});

    private static final GaussianMixture PLANE = GaussianMixture.of(CovarianceType.FULL, new double[] {0.5, 0.5},
        new double[][] {{0, 0}, {10, 20}}, new double[][][] {{{1, 0.5}, {0.5, 1}}, {{4, 0}, {0, 9}}});

    private static Picture picture(final List<String> variables, final GaussianMixture mixture, final int rows) {
        final var points = MixtureSampler.of(mixture).sample(rows, RandomStream.of(1));
        return MixturePicture.of("Rows and true density", variables, RowsSummary.of(points, null), mixture, "mixture");
    }

    private static Document svg(final List<String> variables, final GaussianMixture mixture, final int rows)
        throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder()
            .parse(new InputSource(new StringReader(picture(variables, mixture, rows).toSvg())));
    }

    private static List<Element> elements(final Document svg, final String name) {
        final NodeList list = svg.getElementsByTagName(name);
        return IntStream.range(0, list.getLength()).mapToObj(i -> (Element)list.item(i)).toList();
    }

    private static List<String> texts(final Document svg) {
        return elements(svg, "text").stream().map(Element::getTextContent).toList();
    }

    /** The lines with more points than a grid line, an axis or a legend entry has. */
    private static List<double[][]> curves(final Document svg) {
        return elements(svg, "polyline").stream().map(e -> e.getAttribute("points").split("[ ,]"))
            .filter(p -> p.length > 6).map(p -> {
                final double[] all = Arrays.stream(p).mapToDouble(Double::parseDouble).toArray();
                final int n = all.length / 2;
                return new double[][] {IntStream.range(0, n).mapToDouble(i -> all[2 * i]).toArray(),
                    IntStream.range(0, n).mapToDouble(i -> all[2 * i + 1]).toArray()};
            }).toList();
    }

    @Test
    @DisplayName("has a bar a bin, and the density, which is the sum of its components, over them")
    void histogram() throws Exception {
        final Document svg = svg(List.of("Value"), LINE, 1_000);
        assertTrue(texts(svg).containsAll(List.of("Rows and true density", "1,000 rows, 2 components", "Value", "Density",
            "rows", "density", "component 1", "component 2")), texts(svg).toString());
        // Rice's rule, and the ground
        assertEquals(20 + 1, elements(svg, "rect").size());
        final List<double[][]> curves = curves(svg);
        assertEquals(3, curves.size());
        final double bottom = Arrays.stream(curves.get(1)[1]).max().orElseThrow();
        for (int i = 0; i < curves.get(0)[0].length; i++) {
            final double sum = bottom - curves.get(1)[1][i] + bottom - curves.get(2)[1][i];
            // rounded to hundredths of a pixel each
            assertEquals(sum, bottom - curves.get(0)[1][i], 0.02);
        }
    }

    @Test
    @DisplayName("has bars and density of one area: that of a probability")
    void areas() throws Exception {
        final Document svg = svg(List.of("Value"), LINE, 20_000);
        final double bars = elements(svg, "rect").stream().skip(1)
            .mapToDouble(e -> number(e, "width") * number(e, "height")).sum();
        final double[][] density = curves(svg).get(0);
        final double bottom = Arrays.stream(density[1]).max().orElseThrow();
        double area = 0;
        for (int i = 1; i < density[0].length; i++) {
            area += (density[0][i] - density[0][i - 1]) * (bottom - (density[1][i] + density[1][i - 1]) / 2);
        }
        // three standard deviations are shown, which is all but three in a thousand
        assertEquals(bars, area, 0.004 * bars);
    }

    private static double number(final Element element, final String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    @Test
    @DisplayName("in several dimensions has a dot a row, but not too many, and two ellipses a component")
    void scatter() throws Exception {
        final Document svg = svg(List.of("x", "y"), PLANE, 5_000);
        assertTrue(texts(svg).containsAll(List.of("x", "y", "component 1", "component 2", "5,000 rows, 2 components; "
            + "ellipses at one and two standard deviations; 1,000 of the rows are shown")), texts(svg).toString());
        assertEquals(1_000, elements(svg, "circle").size());
        final List<double[][]> ellipses = curves(svg);
        assertEquals(4, ellipses.size());
        final double[] inner = ellipses.get(2)[0];
        final double[] outer = ellipses.get(3)[0];
        assertEquals(2, span(outer) / span(inner), 0.01, "two standard deviations are twice one");
        // the second component's standard deviations are 2 and 3
        final double perX = span(outer) / 8;
        final double[] first = ellipses.get(1)[0];
        assertEquals(4, span(first) / perX, 0.05, "the first one's standard deviation is 1");
    }

    private static double span(final double[] values) {
        return Arrays.stream(values).max().orElseThrow() - Arrays.stream(values).min().orElseThrow();
    }

    @Test
    @DisplayName("does not name many components one by one")
    void manyComponents() throws Exception {
        final double[] means = IntStream.range(0, 9).mapToDouble(k -> 5 * k).toArray();
        final double[] ones = IntStream.range(0, 9).mapToDouble(k -> 1).toArray();
        final double[] weights = Arrays.stream(ones).map(w -> w / 9).toArray();
        final Document svg = svg(List.of("Value"), GaussianMixture.of(weights, means, ones), 100);
        assertTrue(texts(svg).contains("components"), texts(svg).toString());
        assertFalse(texts(svg).contains("component 1"), texts(svg).toString());
        assertEquals(10, curves(svg).size());
    }

    @Test
    @DisplayName("can be stacked on others, and be blank where nothing can be drawn")
    void stacked() throws Exception {
        final Picture one = picture(List.of("Value"), LINE, 100);
        final String both = Picture.stacked("both", List.of(one, one)).toSvg();
        assertTrue(both.contains("viewBox=\"0 0 860 1052\""), both.substring(0, 120));
        assertEquals(2, both.split(">Density<", -1).length - 1);
        final var blank = javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(one.toBlankPng()));
        assertEquals(1052, blank.getHeight());
        assertTrue(IntStream.range(0, 1720).allMatch(x -> (blank.getRGB(x, 500) & 0xFFFFFF) == 0xFFFFFF));
    }
}
