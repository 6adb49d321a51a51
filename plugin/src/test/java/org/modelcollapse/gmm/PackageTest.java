package org.modelcollapse.gmm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The package keeps to what its description promises. */
class PackageTest {

    /** Relative to the module, which is where the tests of a module run. */
    private static final Path SOURCES = Path.of("src/main/java/org/modelcollapse/gmm");

    private static List<String> linesThatMatch(final String pattern) {
        final Pattern compiled = Pattern.compile(pattern);
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.sorted().flatMap(PackageTest::lines).filter(line -> compiled.matcher(line).find()).toList();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> lines(final Path file) {
        try {
            return Files.readString(file).lines().map(line -> file.getFileName() + ": " + line);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void dependsOnJavaAndCommonsMathOnly() {
        assertEquals(List.of(),
            linesThatMatch("^[^ ]+ import (?!static )(?!java\\.)(?!org\\.apache\\.commons\\.math3\\.)"));
        assertTrue(linesThatMatch("import java\\.util\\.Arrays").size() > 3, "the sources were not found");
    }

    @Test
    void usesOnlyOperationsThatAreTheSameEverywhere() {
        // the intrinsics of these may differ in the last bit from machine to machine
        assertEquals(List.of(), linesThatMatch(
            "\\bMath\\.(exp|expm1|log|log1p|log10|pow|sin|cos|tan|sinh|cosh|tanh|cbrt|hypot|atan|asin|acos)\\("));
        assertEquals(List.of(), linesThatMatch("\\.parallel\\(|parallelStream|java\\.util\\.Random|ThreadLocalRandom"));
        assertEquals(List.of(), linesThatMatch("System\\.(nanoTime|currentTimeMillis|getProperty|identityHashCode)"));
    }
}
