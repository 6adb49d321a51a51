package org.modelcollapse.tests.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.webui.node.dialog.NodeDialogFactory;
import org.knime.core.webui.node.view.NodeViewFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

@DisplayName("Every node")
class EveryNodeTest {

    static Stream<String> factories() {
        return Arrays
            .stream(Platform.getExtensionRegistry()
                .getConfigurationElementsFor("org.knime.workbench.repository.nodes"))
            .filter(e -> e.getContributor().getName().equals("org.modelcollapse.knime"))
            .map(e -> e.getAttribute("factory-class"));
    }

    @Test
    @DisplayName("is in the category Model Collapse")
    void category() {
        final IConfigurationElement category = Arrays
            .stream(Platform.getExtensionRegistry()
                .getConfigurationElementsFor("org.knime.workbench.repository.categories"))
            .filter(e -> e.getContributor().getName().equals("org.modelcollapse.knime")).findFirst().orElseThrow();
        assertEquals("Model Collapse", category.getAttribute("name"));
        assertEquals(List.of(category.getAttribute("path") + "/" + category.getAttribute("level-id")), Arrays
            .stream(Platform.getExtensionRegistry()
                .getConfigurationElementsFor("org.knime.workbench.repository.nodes"))
            .filter(e -> e.getContributor().getName().equals("org.modelcollapse.knime"))
            .map(e -> e.getAttribute("category-path")).distinct().toList());
    }

    @ParameterizedTest
    @MethodSource("factories")
    @DisplayName("describes itself, each of its ports and each of its options")
    void descriptions(final String className) {
        final Element description = Canvas.create(className).getXMLDescription();
        assertTrue(text(description, "shortDescription").endsWith("."), "a sentence");
        assertTrue(text(description, "intro").length() > 200, "says what it does");
        for (final String tag : List.of("option", "inPort", "dynInPort", "outPort")) {
            final NodeList elements = description.getElementsByTagName(tag);
            for (int i = 0; i < elements.getLength(); i++) {
                final Element element = (Element)elements.item(i);
                assertTrue(element.getAttribute("name").length() > 1, tag + " has a name");
                assertTrue(text(element).strip().length() > 10,
                    tag + " \"" + element.getAttribute("name") + "\" is described");
            }
        }
        assertTrue(description.getElementsByTagName("option").getLength() > 0, "options are described");
    }

    @ParameterizedTest
    @MethodSource("factories")
    @DisplayName("says what it is for in a description that leaves its ports in sight; details are with ports and views")
    void lengthOfDescription(final String className) {
        final Element description = Canvas.create(className).getXMLDescription();
        final int words = text(description, "intro").strip().split("\\s+").length;
        assertTrue(words <= 240, words + " words");
        final String summary = text(description, "shortDescription").strip();
        assertTrue(summary.length() <= 125, summary + ": " + summary.length() + " letters");
    }

    @ParameterizedTest
    @MethodSource("factories")
    @DisplayName("has as many views as it describes, which is what KNIME shows descriptions of")
    void views(final String className) throws Exception {
        final NodeFactory<NodeModel> factory = Canvas.create(className);
        final int described = factory.getXMLDescription().getElementsByTagName("view").getLength();
        assertEquals(factory instanceof NodeViewFactory ? 1 : 0, described);
        try (Canvas canvas = new Canvas()) {
            assertEquals(described, canvas.add(className).container().getNrNodeViews());
        }
    }

    /** Words that people type into the search of KNIME's node repository, and which nodes they mean by them. */
    @ParameterizedTest
    @CsvSource({
        "gaussian, Sample GMM; Fit GMM; GMM Assigner; Mixture Distance",
        "mixture, Sample GMM; Fit GMM; GMM Assigner; Mixture Distance; Mixture Example Data",
        "gmm, Sample GMM; Fit GMM; GMM Assigner",
        "em, Fit GMM",
        "cluster, Fit GMM; GMM Assigner; Fit Bayesian GMM",
        "dirichlet, Fit Bayesian GMM",
        "outlier, GMM Assigner",
        "imputation, GMM Assigner",
        "collapse, Recursive Collapse Loop Start; Recursive Collapse Loop End; Recursive Collapse Experiment; Scenario Grid",
        "synthetic, Sample GMM; Recursive Collapse Loop Start; Recursive Collapse Experiment",
        "sample, Sample GMM",
        "bootstrap, GMM Bootstrap; Sample GMM; Recursive Collapse Experiment",
        "generative, Recursive Collapse Loop Start; Recursive Collapse Loop End; Recursive Collapse Experiment",
        "normal, Sample GMM; Fit GMM"})
    @DisplayName("is found by the words that people search for")
    void keywords(final String word, final String names) {
        final List<String> found = factories().map(Canvas::create)
            .filter(factory -> searched(factory).anyMatch(text -> text.equalsIgnoreCase(word)))
            .map(factory -> factory.getNodeName()).toList();
        assertEquals(List.of(), Arrays.stream(names.split("; ")).filter(name -> !found.contains(name)).toList());
    }

    /** @return the words of a node's name and its keywords */
    private static Stream<String> searched(final NodeFactory<NodeModel> factory) {
        final NodeList keywords = factory.getXMLDescription().getElementsByTagName("keyword");
        return Stream.concat(Arrays.stream(factory.getNodeName().split(" ")),
            IntStream.range(0, keywords.getLength()).mapToObj(i -> text(keywords.item(i)))
                .flatMap(keyword -> Stream.concat(Stream.of(keyword), Arrays.stream(keyword.split("[ -]")))));
    }

    private static String text(final Element description, final String tag) {
        return text(description.getElementsByTagName(tag).item(0)).strip();
    }

    /** The text below a node; KNIME's own XML classes lack getTextContent. */
    private static String text(final Node node) {
        final StringBuilder text = new StringBuilder();
        if (node.getNodeValue() != null) {
            text.append(node.getNodeValue());
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            text.append(text(child));
        }
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("factories")
    @DisplayName("has a dialog, and an icon of 16x16 pixels with its source beside it")
    void dialogAndIcon(final String className) throws Exception {
        final NodeFactory<NodeModel> factory = Canvas.create(className);
        assertNotNull(((NodeDialogFactory)factory).createNodeDialog());
        final Class<?> type = factory.getClass();
        final String icon = factory.getXMLDescription().getAttribute("icon");
        final BufferedImage image = ImageIO.read(type.getResource(icon));
        assertEquals(16, image.getWidth());
        assertEquals(16, image.getHeight());
        assertTrue(IntStream.range(0, 256).filter(i -> image.getRGB(i % 16, i / 16) >>> 24 > 127).count() > 20,
            "something is drawn");
        assertNotNull(type.getResource(icon.replace(".png", ".svg")));
    }
}
