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

    private static String errorOf(final Path workflow) {
        final RunException e = assertThrows(RunException.class, () -> WorkflowSource.copyOf(workflow));
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
        try (WorkflowSource source = WorkflowSource.copyOf(workflow)) {
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
        try (WorkflowSource source = WorkflowSource.copyOf(zip("a.knwf", "a/workflow.knime", "a/Node (#1)/settings.xml"))) {
            assertTrue(Files.exists(source.directory().resolve("Node (#1)/settings.xml")));
        }
        try (WorkflowSource source = WorkflowSource.copyOf(zip("b.knwf", "workflow.knime"))) {
            assertTrue(Files.exists(source.directory().resolve("workflow.knime")));
        }
    }

    @Test
    void whatIsNoWorkflowIsSaid() throws Exception {
        assertEquals(folder + " holds no file workflow.knime. Name the directory of one workflow, or a .knwf file with one workflow.", errorOf(folder));
        final Path text = Files.writeString(folder.resolve("text.knwf"), "no zip");
        assertEquals("The workflow " + text + " cannot be read: it is no zip file or an empty one.", errorOf(text));
        final Path two = zip("two.knwf", "a/workflow.knime", "b/workflow.knime");
        assertTrue(errorOf(two).startsWith(two + " holds no file workflow.knime."));
    }

    @Test
    void aFileCannotWriteOutsideOfItsCopy() throws Exception {
        final Path evil = zip("evil.knwf", "../../evil.txt", "workflow.knime");
        assertTrue(errorOf(evil).contains("outside of the workflow"));
    }
}
