package org.modelcollapse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arrows point one way: knime -> picture -> view -> collapse -> gmm, and only knime knows KNIME and Eclipse. */
class PackageArrowsTest {

    private static final Path ROOT = Path.of("src/main/java/org/modelcollapse");

    private static List<Path> sources(final Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".java")).sorted().toList();
        }
    }

    @ParameterizedTest(name = "{0} never refers to {1}")
    @CsvSource({"gmm, org.knime", "gmm, org.eclipse", "gmm, org.modelcollapse.collapse", "gmm, org.modelcollapse.knime",
        "collapse, org.knime", "collapse, org.eclipse", "collapse, org.modelcollapse.knime",
        "view, org.knime", "view, org.eclipse", "view, org.modelcollapse.knime",
        "collapse, org.modelcollapse.view", "gmm, org.modelcollapse.view",
        "picture, org.knime", "picture, org.eclipse", "picture, org.modelcollapse.knime",
        "view, org.modelcollapse.picture", "collapse, org.modelcollapse.picture", "gmm, org.modelcollapse.picture",
        "knime/node, org.modelcollapse.knime.loop", "knime/node, org.modelcollapse.knime.fit",
        "knime/table, org.modelcollapse.knime.loop", "knime/table, org.modelcollapse.knime.fit"})
    void pointsOneWay(final String folder, final String forbidden) throws IOException {
        final Pattern code = Pattern.compile("(?m)^(?!\\s*(\\*|//|/\\*)).*\\b" + Pattern.quote(forbidden) + "\\b");
        final List<Path> sources = sources(ROOT.resolve(folder));
        assertTrue(sources.size() > 2, "there is something to check in " + folder);
        for (final Path source : sources) {
            assertFalse(code.matcher(Files.readString(source)).find(), source + " refers to " + forbidden);
        }
    }

    /** The rooms of the recursion laboratory, each knowing only those before it. */
    private static final List<String> ROOMS = List.of("math", "distance", "law", "model", "original", "curation", "regime",
        "recursion", "metric", "experiment");

    @Test
    @DisplayName("the rooms of collapse: each knows only those before it, and there are no others")
    void roomsKnowOnlyThoseBefore() throws IOException {
        final Path house = ROOT.resolve("collapse");
        final Pattern room = Pattern.compile("\\borg\\.modelcollapse\\.collapse\\.([a-z]+)\\b");
        for (final Path source : sources(house)) {
            final String own = house.relativize(source).getName(0).toString();
            if (own.equals("package-info.java")) {
                continue;
            }
            assertTrue(ROOMS.contains(own), "a room that this test does not know: " + own);
            final List<String> known = ROOMS.subList(0, ROOMS.indexOf(own) + 1);
            room.matcher(Files.readString(source)).results().map(found -> found.group(1))
                .forEach(other -> assertTrue(known.contains(other), source + " knows the room " + other));
        }
    }

    @Test
    @DisplayName("every package says what lives there")
    void packagesAreDescribed() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            final List<Path> silent = files.filter(Files::isDirectory).filter(d -> !d.equals(ROOT))
                .filter(d -> holdsSources(d) && !Files.exists(d.resolve("package-info.java"))).toList();
            assertEquals(List.of(), silent);
        }
    }

    private static boolean holdsSources(final Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(f -> f.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    @DisplayName("results use only operations that IEEE 754 fixes: no transcendental of java.lang.Math in the numerics")
    void noMachineDependentMathematics() throws IOException {
        final Pattern call = Pattern.compile("(?<!Strict)\\bMath\\.(exp|expm1|log|log1p|log10|pow|sin|cos|tan|cbrt|tanh)\\(");
        for (final String folder : List.of("gmm", "collapse")) {
            for (final Path source : sources(ROOT.resolve(folder))) {
                assertFalse(call.matcher(Files.readString(source)).find(),
                    source + " calls a function of java.lang.Math whose last digit differs between machines");
            }
        }
    }

    @Test
    @DisplayName("no global state: no static field that can change")
    void noMutableStatics() throws IOException {
        final Pattern field = Pattern.compile("(?m)^\\s+(private |public |protected )?static (?!final|class|record|enum"
            + "|interface|sealed|abstract|<)[\\w<>\\[\\], ]+ \\w+( =[^=]|;)");
        for (final Path source : sources(ROOT)) {
            assertFalse(field.matcher(Files.readString(source)).find(), source + " has a static field that can change");
        }
    }

    @ParameterizedTest(name = "{0} writes numbers and words the same in every locale")
    @CsvSource({"src/main/java", "../workbench/runner/src/main/java", "../workbench/tools/src/main/java"})
    void formatsWithoutTheMachinesLocale(final Path folder) throws IOException {
        final Pattern call = Pattern.compile("String\\.format\\((?!\\s*Locale\\.ROOT)|\\bprintf\\((?!\\s*Locale\\.ROOT)"
            + "|\\.to(Lower|Upper)Case\\(\\)|\\bNumberFormat\\.get|new (DecimalFormat|Formatter|SimpleDateFormat)\\b");
        // formatted(…) knows no locale: for words only
        final Pattern words = Pattern.compile("\\.formatted\\(");
        final Pattern number = Pattern.compile("%[-+0,#(]*\\d*(\\.\\d+)?[dfegDFEG]");
        final List<Path> sources = sources(folder);
        assertTrue(sources.size() > 2, "there is something to check in " + folder);
        for (final Path source : sources) {
            final String text = Files.readString(source);
            assertFalse(call.matcher(text).find() || words.matcher(text).find() && number.matcher(text).find(),
                source + " writes digits or letters as the machine's locale has them: give it Locale.ROOT");
        }
    }
}
