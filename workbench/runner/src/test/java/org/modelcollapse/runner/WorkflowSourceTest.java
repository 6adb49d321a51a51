package org.modelcollapse.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkflowSourceTest {

    @TempDir
    Path folder;

    private Path zip(final String name, final String... entries) throws IOException {
        final Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (final String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write(entry.getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private static WorkflowSource copyOf(final Path workflow) throws RunException {
        return copyOf(workflow, "", Archive.Limits.DEFAULT);
    }

    private static WorkflowSource copyOf(final Path workflow, final String name, final Archive.Limits limits) throws RunException {
        final WorkflowSource source = WorkflowSource.of(workflow);
        try {
            source.fill(name, limits);
            return source;
        } catch (final RunException e) {
            source.close();
            throw e;
        }
    }

    private static String errorOf(final Path workflow, final Archive.Limits limits) {
        return assertThrows(RunException.class, () -> copyOf(workflow, "", limits)).getMessage();
    }

    private static String errorOf(final Path workflow) {
        final RunException e = assertThrows(RunException.class, () -> copyOf(workflow));
        assertEquals(ExitCode.LOAD_ERROR, e.code());
        return e.getMessage();
    }

    @Test
    void aDirectoryIsCopiedWithoutItsLockAndTheCopyRemoved() throws Exception {
        final Path workflow = Files.createDirectories(folder.resolve("the-post/Node (#1)")).getParent();
        Files.writeString(workflow.resolve("workflow.knime"), "w");
        Files.writeString(workflow.resolve(".knimeLock"), "l");
        Files.writeString(workflow.resolve("Node (#1)/settings.xml"), "s");
        final Path copy;
        try (WorkflowSource source = copyOf(workflow)) {
            copy = source.directory();
            assertEquals("the-post", copy.getFileName().toString());
            assertEquals("s", Files.readString(copy.resolve("Node (#1)/settings.xml")));
            assertFalse(Files.exists(copy.resolve(".knimeLock")));
            assertEquals("broken: " + workflow + "/Node (#1)/settings.xml", source.inTermsOfOriginal("broken: " + copy + "/Node (#1)/settings.xml"));
        }
        assertFalse(Files.exists(copy.getParent()));
        assertTrue(Files.exists(workflow.resolve("workflow.knime")));
    }

    @Test
    void aFileIsUnpackedWithOrWithoutItsTopFolder() throws Exception {
        try (WorkflowSource source = copyOf(zip("a.knwf", "a/workflow.knime", "a/Node (#1)/settings.xml"))) {
            assertTrue(Files.exists(source.directory().resolve("Node (#1)/settings.xml")));
        }
        try (WorkflowSource source = copyOf(zip("b.knwf", "workflow.knime"))) {
            assertTrue(Files.exists(source.directory().resolve("workflow.knime")));
        }
    }

    @Test
    void whatIsNoWorkflowIsSaid() throws Exception {
        assertEquals(folder + " holds no file workflow.knime. Name the directory of one workflow, or a .knwf file with one workflow.", errorOf(folder));
        final Path text = Files.writeString(folder.resolve("text.knwf"), "no zip");
        assertEquals("The workflow " + text + " cannot be read: it is no zip file or an empty one.", errorOf(text));
        final Path two = zip("two.knwf", "a/workflow.knime", "b/workflow.knime");
        assertEquals(two + " holds several workflows: a, b. Choose one by -workflowName=NAME.", errorOf(two));
    }

    @Test
    void aFileCannotWriteOutsideOfItsCopy() throws Exception {
        final Path evil = zip("evil.knwf", "../../evil.txt", "workflow.knime");
        assertTrue(errorOf(evil).contains("outside of the workflow"));
    }

    @Test
    void whatMacsAndWindowsPutIntoArchivesIsPassedOver() throws Exception {
        final Path mac = zip("mac.knwf", "__MACOSX/a/._workflow.knime", ".DS_Store", "a/workflow.knime", "a/.DS_Store", "Thumbs.db");
        try (WorkflowSource source = copyOf(mac)) {
            assertEquals("a", source.directory().getFileName().toString());
            assertEquals(List.of(source.directory().resolve("workflow.knime")), Folders.children(source.directory()));
        }
    }

    @Test
    void backslashesInArchivesAreSlashes() throws Exception {
        try (WorkflowSource source = copyOf(zip("w.knwf", "group\\", "group\\a\\workflow.knime", "group\\a\\Node (#1)\\settings.xml"))) {
            assertTrue(Files.exists(source.directory().resolve("Node (#1)/settings.xml")));
        }
        assertTrue(errorOf(zip("evil2.knwf", "..\\..\\evil.txt", "workflow.knime")).contains("outside of the workflow"));
    }

    @Test
    void ofSeveralWorkflowsOneIsChosenByItsName() throws Exception {
        final Path two = zip("two.knwf", "g/a/workflow.knime", "g/b/workflow.knime", "g/b/Metanode (#2)/workflow.knime");
        for (final String name : List.of("b", "g/b")) {
            try (WorkflowSource source = copyOf(two, name, Archive.Limits.DEFAULT)) {
                assertTrue(Files.exists(source.directory().resolve("Metanode (#2)/workflow.knime")), name);
            }
        }
        assertEquals(two + " holds no workflow \"c\", but: g/a, g/b. Choose one by -workflowName=NAME.",
            assertThrows(RunException.class, () -> copyOf(two, "c", Archive.Limits.DEFAULT)).getMessage());
    }

    @Test
    void namesInTheEncodingOfOldToolsAreRead() throws Exception {
        final Path file = folder.resolve("old.knwf");
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out, java.nio.charset.Charset.forName("IBM437"))) {
            zip.putNextEntry(new ZipEntry("\u00fcbung/workflow.knime"));
        }
        try (WorkflowSource source = copyOf(file)) {
            assertEquals("\u00fcbung", source.directory().getFileName().toString());
        }
    }

    @Test
    void tooMuchInAnArchiveIsToldWithTheWayOut() throws Exception {
        final Path file = folder.resolve("bomb.knwf");
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("workflow.knime"));
            zip.write(new byte[3_000_000]);
        }
        assertEquals("The workflow " + file + " cannot be read: it holds 1 GB, more than the 0 GB that are unpacked. If you trust it, allow more by -maxUnpacked=1.",
            errorOf(file, new Archive.Limits(2_999_999, 10)));
        copyOf(file, "", new Archive.Limits(3_000_000, 1)).close();
        final Path many = zip("many.knwf", "workflow.knime", "1", "2");
        assertEquals("The workflow " + many + " cannot be read: it holds 3 files and folders, more than the 2 that are unpacked. If you trust it, allow more by -maxEntries=3.",
            errorOf(many, new Archive.Limits(1000, 2)));
    }

    @Test
    void linksAreFollowedExceptThoseThatLeadNowhereOrBack() throws Exception {
        final Path workflow = Files.createDirectory(folder.resolve("w"));
        Files.writeString(workflow.resolve("workflow.knime"), "w");
        final Path elsewhere = Files.createDirectory(folder.resolve("n"));
        Files.writeString(elsewhere.resolve("settings.xml"), "s");
        Files.createSymbolicLink(workflow.resolve("Node (#1)"), elsewhere);
        Files.createSymbolicLink(workflow.resolve("back"), workflow);
        Files.createSymbolicLink(workflow.resolve("nowhere"), folder.resolve("none"));
        final Path link = Files.createSymbolicLink(folder.resolve("link"), workflow);
        try (WorkflowSource source = copyOf(link)) {
            assertEquals("s", Files.readString(source.directory().resolve("Node (#1)/settings.xml")));
            assertFalse(Files.isSymbolicLink(source.directory().resolve("Node (#1)")));
            assertFalse(Files.exists(source.directory().resolve("nowhere")));
        }
    }

    @Test
    void aFolderOfWorkflowsNamesThem() throws Exception {
        for (final String name : List.of("a", "b")) {
            Files.writeString(Files.createDirectories(folder.resolve("group/" + name)).resolve("workflow.knime"), "w");
        }
        assertTrue(errorOf(folder.resolve("group")).endsWith(" Workflows in it: a, b."));
    }
}
