package org.modelcollapse.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.modelcollapse.picture.Bands.Scenario;
import org.modelcollapse.picture.Bands.Statistic;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class BandsPictureTest {

    private static final double[] GENERATIONS = {1, 50, 100, 150};

    /** @param law what to multiply the statistics of the law with; NaN for none */
    private static Map<Statistic, double[]> statistics(final double law) {
        final Map<Statistic, double[]> values = new EnumMap<>(Statistic.class);
        for (final Statistic statistic : Statistic.values()) {
            final double factor = statistic == Statistic.EXPECTED ? law : 1 + 0.1 * statistic.ordinal();
            values.put(statistic, Arrays.stream(new double[] {4, 3, 2, 1}).map(v -> v * factor).toArray());
        }
        return values;
    }

    private static Scenario scenario(final String name, final double law, final String... others) {
        final Map<String, Map<Statistic, double[]>> values = new HashMap<>();
        values.put("Total variance", statistics(law));
        for (final String other : others) {
            values.put(other, statistics(Double.NaN));
        }
        return new Scenario(name, GENERATIONS, values);
    }

    private static Document svg(final Scenario... scenarios) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder()
            .parse(new InputSource(new StringReader(BandsPicture.of(new Bands(List.of(scenarios)), "bands").toSvg())));
    }

    private static List<Element> elements(final Document svg, final String name) {
        final NodeList list = svg.getElementsByTagName(name);
        return IntStream.range(0, list.getLength()).mapToObj(i -> (Element)list.item(i)).toList();
    }

    private static List<String> texts(final Document svg) {
        return elements(svg, "text").stream().map(Element::getTextContent).toList();
    }

    private static long series(final Document svg) {
        return elements(svg, "polyline").stream().filter(e -> e.getAttribute("points").split(" ").length > 3).count();
    }

    @Test
    void aScenarioIsAPanelWithTwoBandsAndThreeLines() throws Exception {
        final Document one = svg(scenario("regime MIX", 1));
        assertEquals(2, elements(one, "polygon").size());
        assertEquals(3, series(one));
        assertTrue(texts(one).containsAll(List.of("regime mix", "Generation", "Total variance", "median", "mean", "mean by the exact law")), texts(one).toString());
        final Document two = svg(scenario("a", 1), scenario("b", 2));
        assertEquals(4, elements(two, "polygon").size());
        assertEquals(6, series(two));
    }

    @Test
    void withoutALawNoneIsShown() throws Exception {
        final Document svg = svg(scenario("a", Double.NaN));
        assertEquals(2, series(svg));
        assertTrue(!texts(svg).contains("mean by the exact law"), texts(svg).toString());
    }

    @Test
    void mixturesThatShareALawHaveASecondPanelForAComponent() throws Exception {
        final Document same = svg(scenario("tolerance 0.001", 1, "Sd 1"), scenario("tolerance 0.1", 1, "Sd 1"));
        assertEquals(8, elements(same, "polygon").size());
        assertTrue(texts(same).contains("Sd of component 1"), texts(same).toString());
        final Document different = svg(scenario("a", 1, "Sd 1"), scenario("b", 2, "Sd 1"));
        assertEquals(4, elements(different, "polygon").size());
    }

    @Test
    void aGridOfTwoSettingsIsAHeatMapOfWhatIsLeft() throws Exception {
        final Document svg = svg(scenario("rows 100, ratioOriginal 0, ratioFitted 1", 1), scenario("rows 100, ratioOriginal 0.1, ratioFitted 0.9", 1),
            scenario("rows 2000, ratioOriginal 0, ratioFitted 1", 1), scenario("rows 2000, ratioOriginal 0.1, ratioFitted 0.9", 1));
        // the mean ends at 1.1 where the law begins at 4
        assertEquals(4, texts(svg).stream().filter("27.5 %"::equals).count(), texts(svg).toString());
        assertEquals(4, texts(svg).stream().filter("law 25.0 %"::equals).count(), texts(svg).toString());
        assertTrue(texts(svg).containsAll(List.of("rows", "100", "2,000", "ratioOriginal", "0", "0.1", "Total variance kept after 150 generations")), texts(svg).toString());
    }

    @Test
    void anIncompleteGridIsDrawnAsPanels() throws Exception {
        final Document svg = svg(scenario("rows 100, ratioOriginal 0", 1), scenario("rows 100, ratioOriginal 1", 1), scenario("rows 200, ratioOriginal 0", 1));
        assertEquals(6, elements(svg, "polygon").size());
    }

    @Test
    void allArePicturesToo() throws Exception {
        final Bands bands = new Bands(List.of(scenario("a", 1), scenario("b", 2), scenario("c", 3)));
        assertTrue(BandsPicture.of(bands, "bands").toPng().length > 1000);
    }
}
