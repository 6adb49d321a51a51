package org.modelcollapse.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareWithKnimeTest {

    @TempDir
    Path folder;
    private Path ours;
    private Path theirs;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @BeforeEach
    void makeFolders() throws IOException {
        ours = Files.createDirectory(folder.resolve("ours"));
        theirs = Files.createDirectory(folder.resolve("theirs"));
        Files.writeString(ours.resolve("a.csv"), "x\n1.0\n2.0\n");
        Files.writeString(theirs.resolve("a.csv"), "x\n1.0\n2.0\n");
        Files.writeString(ours.resolve("index.html"), "pages are not compared");
    }

    private boolean same() throws IOException {
        return CompareWithKnime.compareTables("the-post", ours, theirs, new PrintStream(out, true));
    }

    @Test
    void theSameBytesAreTheSame() throws IOException {
        assertTrue(same());
        assertEquals("the-post, a.csv: same 10 bytes", out.toString().strip());
    }

    @Test
    void theFirstLineThatDiffersIsShown() throws IOException {
        Files.writeString(theirs.resolve("a.csv"), "x\n1.0\n2.0000000000000004\n");
        assertFalse(same());
        assertEquals("the-post, a.csv: DIFFERS in line 3: 2.0 here, 2.0000000000000004 in KNIME", out.toString().strip());
    }

    @Test
    void aTableThatIsMissingOrShorterDiffers() throws IOException {
        Files.writeString(ours.resolve("b.csv"), "x\n");
        Files.writeString(theirs.resolve("c.csv"), "x\n");
        Files.writeString(theirs.resolve("a.csv"), "x\n");
        assertFalse(same());
        assertEquals(List.of("the-post, a.csv: DIFFERS in line 2: 1.0 here, (end) in KNIME", "the-post, b.csv: DIFFERS: only the stand-in has it",
            "the-post, c.csv: DIFFERS: only KNIME has it"), out.toString().lines().toList());
    }

    @Test
    void noTablesAtAllAreNotTheSame() throws IOException {
        Files.delete(ours.resolve("a.csv"));
        Files.delete(theirs.resolve("a.csv"));
        assertFalse(same());
    }

    private Path installation() throws IOException {
        final Path home = folder.resolve("knime");
        Files.createDirectories(home.resolve("plugins"));
        Files.createFile(home.resolve("plugins/org.eclipse.equinox.launcher_1.6.700.jar"));
        Files.createDirectories(home.resolve("configuration/org.eclipse.equinox.simpleconfigurator"));
        Files.writeString(home.resolve("configuration/config.ini"), "osgi.bundles=reference\\:file\\:a.jar@1\\:start\neclipse.p2.data.area=@config.dir/../p2\n");
        Files.writeString(home.resolve("configuration/org.eclipse.equinox.simpleconfigurator/bundles.info"),
            "#version=1\norg.knime.core,5.8.2,plugins/org.knime.core_5.8.2/,4,false\norg.modelcollapse.knime,0.9.0,plugins/old.jar,4,false\n");
        Files.writeString(home.resolve("knime.ini"), "-startup\nplugins/launcher.jar\n-vmargs\n-Xmx2g\n--add-opens=java.base/java.lang=ALL-UNNAMED\n");
        return home;
    }

    @Test
    void anInstallationIsStartedWithOurBundlesAndNotChanged() throws IOException {
        final Path home = installation();
        final String before = listing(home);
        final Path jar = folder.resolve("org.modelcollapse.knime_1.0.0.v2026.jar");
        final Path area = folder.resolve("area");
        final List<String> command = KnimeInstallation.of(home).command(area, List.of(jar), List.of("-workflowDir=x"));

        assertTrue(command.containsAll(List.of("-Xmx2g", "--add-opens=java.base/java.lang=ALL-UNNAMED", "-application", "org.modelcollapse.runner.run", "-workflowDir=x")), command.toString());
        assertTrue(command.contains(home.resolve("plugins/org.eclipse.equinox.launcher_1.6.700.jar").toString()), command.toString());
        final List<String> bundles = Files.readAllLines(area.resolve("configuration/org.eclipse.equinox.simpleconfigurator/bundles.info"));
        assertEquals(List.of("#version=1", "org.knime.core,5.8.2,plugins/org.knime.core_5.8.2/,4,false", "org.modelcollapse.knime,1.0.0.v2026," + jar.toUri() + ",4,false"), bundles);
        final Properties config = new Properties();
        try (var in = Files.newInputStream(area.resolve("configuration/config.ini"))) {
            config.load(in);
        }
        assertEquals("reference:file:a.jar@1:start", config.getProperty("osgi.bundles"));
        assertTrue(config.getProperty("org.eclipse.equinox.simpleconfigurator.configUrl").startsWith("file:"), config.toString());
        assertTrue(config.getProperty("eclipse.p2.data.area").contains("/area/p2"), config.toString());
        assertEquals(before, listing(home));
    }

    @Test
    void whatIsNoInstallationIsSaid() throws IOException {
        final Path home = installation();
        Files.delete(home.resolve("configuration/config.ini"));
        assertEquals("no KNIME in " + home + ": there is no configuration/config.ini", assertThrows(IOException.class, () -> KnimeInstallation.of(home)).getMessage());
    }

    private static String listing(final Path home) throws IOException {
        final StringBuilder text = new StringBuilder();
        try (Stream<Path> all = Files.walk(home)) {
            for (final Path path : all.sorted().toList()) {
                text.append(path).append(Files.isRegularFile(path) ? " " + Files.readString(path) : "").append('\n');
            }
        }
        return text.toString();
    }
}
