package org.modelcollapse.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What pages are given, with settings, and through files. */
class PageDataTest {

    private static final PageData DETAILED = new PageData() {

        @Override
        public String initial() {
            return "{\"x\":1}";
        }

        @Override
        public List<String> details() {
            return List.of("runs/0/1", "\u00fcber \"alles\"");
        }

        @Override
        public String detail(final String name) {
            return "[\"" + name.length() + " \u03bc\"]";
        }
    };

    @Test
    @DisplayName("settings and possible requests stand before the data")
    void settings() {
        final Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("title", "a <b");
        settings.put("bins", 80);
        assertEquals("{\"settings\":{\"title\":\"a \\u003cb\",\"bins\":80},\"x\":1}",
            PageSettings.add(settings, () -> "{\"x\":1}"));
        assertEquals("{\"settings\":{},\"details\":[{\"method\":\"detail\",\"params\":[\"runs/0/1\"]},"
            + "{\"method\":\"detail\",\"params\":[\"\u00fcber \\\"alles\\\"\"]}],\"x\":1}",
            PageSettings.add(Map.of(), DETAILED));
    }

    @Test
    @DisplayName("files give back what was saved, all details too")
    void saved(@TempDir final Path folder) throws IOException {
        PageFiles.save(DETAILED, folder);
        final PageData opened = PageFiles.load(folder).orElseThrow();
        // the workflow may be moved while it is open
        try (var files = Files.list(folder)) {
            for (final Path file : files.toList()) {
                Files.delete(file);
            }
        }
        assertEquals(DETAILED.initial(), opened.initial());
        assertEquals(DETAILED.details(), opened.details());
        for (final String name : opened.details()) {
            assertEquals(DETAILED.detail(name), opened.detail(name));
        }
        assertThrows(IllegalArgumentException.class, () -> opened.detail("runs/0/2"));
    }

    @Test
    @DisplayName("data without details take one file; no file, no data")
    void plain(@TempDir final Path folder) throws IOException {
        assertEquals(Optional.empty(), PageFiles.load(folder));
        PageFiles.save(() -> "{\"x\":2}", folder);
        assertFalse(Files.exists(folder.resolve("view-details.bin")));
        assertEquals("{\"x\":2}", PageFiles.load(folder).orElseThrow().initial());
        assertEquals(List.of(), PageFiles.load(folder).orElseThrow().details());
    }

    @Test
    @DisplayName("the same data give the same bytes")
    void sameBytes(@TempDir final Path one, @TempDir final Path two) throws IOException {
        PageFiles.save(DETAILED, one);
        PageFiles.save(DETAILED, two);
        assertEquals(-1, Files.mismatch(one.resolve("view-details.bin"), two.resolve("view-details.bin")));
    }

    @Test
    @DisplayName("asking for what is not there tells a person what to do")
    void missing() {
        final PageData none = () -> "{}";
        final String message = assertThrows(IllegalArgumentException.class, () -> none.detail("bands/1")).getMessage();
        assertTrue(message.contains("\"bands/1\"") && message.endsWith("Close the view and open it again."), message);
    }
}
