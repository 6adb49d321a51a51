package org.modelcollapse.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {

    @TempDir
    Path parent;

    private void write(final OutputFolder folder, final String name, final String text) throws IOException {
        try (Writer out = folder.create(name)) {
            out.write(text);
        }
    }

    private List<String> names(final Path folder) throws IOException {
        return Folders.children(folder).stream().map(p -> p.getFileName().toString()).toList();
    }

    @Test
    void nothingIsInPlaceBeforeTheEndAndNothingElseAfterwards() throws Exception {
        final Path target = parent.resolve("out").resolve("run");
        final OutputFolder folder = OutputFolder.of(target);
        write(folder, "a.csv", "x\n1\n");
        folder.write("index.html", OutputFolder.MARK.getBytes());
        assertFalse(Files.exists(target));
        folder.commit();
        assertEquals(List.of("a.csv", "index.html"), names(target));
        assertEquals("x\n1\n", Files.readString(target.resolve("a.csv")));
        assertEquals(List.of("run"), names(target.getParent()));
    }

    @Test
    void anAbortedRunLeavesNothing() throws Exception {
        final OutputFolder folder = OutputFolder.of(parent.resolve("run"));
        final Writer out = folder.create("a.csv");
        out.write("x\n");
        out.flush();
        folder.abort();
        assertEquals(List.of(), names(parent));
        out.write("1\n");
        assertThrows(IOException.class, out::flush);
        assertThrows(IOException.class, () -> folder.create("b.csv"));
        assertThrows(IOException.class, folder::commit);
        assertEquals(List.of(), names(parent));
    }

    @Test
    void theResultsOfAnEarlierRunAreReplaced() throws Exception {
        final Path target = parent.resolve("run");
        final OutputFolder first = OutputFolder.of(target);
        write(first, "old.csv", "");
        write(first, "index.html", OutputFolder.MARK);
        first.commit();
        final OutputFolder second = OutputFolder.of(target);
        write(second, "new.csv", "");
        write(second, "index.html", OutputFolder.MARK);
        second.commit();
        assertEquals(List.of("index.html", "new.csv"), names(target));
        assertEquals(List.of("run"), names(parent));
    }

    @Test
    void anAbortedRunLeavesTheResultsOfAnEarlierOne() throws Exception {
        final Path target = parent.resolve("run");
        final OutputFolder first = OutputFolder.of(target);
        write(first, "index.html", OutputFolder.MARK);
        first.commit();
        final OutputFolder second = OutputFolder.of(target);
        write(second, "new.csv", "");
        second.abort();
        assertEquals(List.of("index.html"), names(target));
    }

    @Test
    void anEmptyFolderMayBeUsed() throws Exception {
        final OutputFolder folder = OutputFolder.of(Files.createDirectory(parent.resolve("run")));
        write(folder, "a.csv", "");
        folder.commit();
        assertEquals(List.of("a.csv"), names(parent.resolve("run")));
    }

    @Test
    void aFolderWithOtherThingsIsNeverReplaced() throws Exception {
        final Path thesis = Files.createDirectory(parent.resolve("thesis"));
        Files.writeString(thesis.resolve("data.csv"), "precious");
        final RunException e = assertThrows(RunException.class, () -> OutputFolder.of(thesis));
        assertEquals(ExitCode.BAD_OPTIONS, e.code());
        assertTrue(e.getMessage().contains(thesis.toString()) && e.getMessage().contains("-o FOLDER"), e.getMessage());

        Files.writeString(thesis.resolve("index.html"), OutputFolder.MARK);
        Files.createDirectory(thesis.resolve("chapters"));
        assertThrows(RunException.class, () -> OutputFolder.of(thesis));
        assertThrows(RunException.class, () -> OutputFolder.of(thesis.resolve("data.csv")));
    }
}
