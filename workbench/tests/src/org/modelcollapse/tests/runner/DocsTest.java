package org.modelcollapse.tests.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.eclipse.core.runtime.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.modelcollapse.runner.docs.WriteDocsApplication;

@DisplayName("The documentation")
class DocsTest {

    private static final Path DOCS = Run.ROOT.resolve("docs");
    private static final String HOW = " differs from what the nodes say. Run mvn verify -DskipTests, then workbench/tools/write-docs";

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory("docs-test");
    }

    @AfterEach
    void deleteFolder() throws IOException {
        Run.delete(folder);
    }

    private static TreeSet<String> files(final Path root, final String under) throws IOException {
        try (Stream<Path> all = Files.walk(root.resolve(under))) {
            return new TreeSet<>(all.filter(Files::isRegularFile).map(f -> root.relativize(f).toString()).toList());
        }
    }

    @Test
    @DisplayName("is what workbench/tools/write-docs writes")
    void isWritten() throws IOException {
        final List<Path> written = WriteDocsApplication.writeAll(folder);
        assertTrue(written.size() > 20, written.toString());
        for (final Path file : written) {
            assertTrue(Files.exists(DOCS.resolve(file)), "docs/" + file + " is not there. Run workbench/tools/write-docs");
            assertEquals(Files.readString(folder.resolve(file)), Files.readString(DOCS.resolve(file)), "docs/" + file + HOW);
        }
        for (final String under : List.of("nodes", "pictures/canvas")) {
            assertEquals(files(folder, under), files(DOCS, under), "a page of what there is no more");
        }
    }

    @Test
    @DisplayName("has a page for each node that is registered, with all of its options")
    void pages() throws IOException {
        final long nodes = Stream.of(Platform.getExtensionRegistry().getConfigurationElementsFor("org.knime.workbench.repository.nodes"))
            .filter(e -> String.valueOf(e.getAttribute("factory-class")).startsWith("org.modelcollapse.knime.")).count();
        assertEquals(nodes, files(DOCS, "nodes").size());
        final String start = Files.readString(DOCS.resolve("nodes/recursive-collapse-loop-start.md"));
        for (final String text : List.of("### Recursion\n", "- **Generations** (default: 2,000)\n", "### Next training set\n", "- **Sampling temperature** (default: 1; advanced)\n",
            "- **Seed** (default: 1)\n", "1. **Original mixture**: ", "- **Original rows** (added by the + on the node): ")) {
            assertTrue(start.contains(text), text);
        }
        assertFalse(start.contains("<p>") || start.contains("&#"), start);
    }

    static List<Path> pagesWithLinks() throws IOException {
        final List<Path> pages = new ArrayList<>(List.of(Path.of("README.md"), Path.of("CONTRIBUTING.md"), Path.of("examples/README.md")));
        files(Run.ROOT, "docs").stream().filter(f -> f.endsWith(".md")).map(Path::of).forEach(pages::add);
        return pages;
    }

    @ParameterizedTest(name = "{0} has no link that leads nowhere")
    @MethodSource("pagesWithLinks")
    void links(final Path page) throws IOException {
        final String text = Files.readString(Run.ROOT.resolve(page)).replaceAll("(?s)```.*?```", "");
        final Matcher matcher = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)|src=\"([^\"]+)\"").matcher(text);
        while (matcher.find()) {
            final String target = matcher.group(1) == null ? matcher.group(3) : matcher.group(1);
            if (!target.matches("[a-z]+:.*")) {
                assertTrue(Files.exists(Run.ROOT.resolve(page).resolveSibling(target)), page + ": " + target);
            }
        }
    }
}
