package org.modelcollapse.spark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Predicate;

/** Processes that a test starts. */
final class Processes {

    private Processes() {
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Waits for a line that a process writes; what it writes later is read and dropped, so that it is never held up. */
    static void awaits(final Process process, final Predicate<String> wanted) throws IOException {
        final BufferedReader lines =
            new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        final StringBuilder all = new StringBuilder();
        String line = lines.readLine();
        while (line != null && !wanted.test(line)) {
            all.append(line).append('\n');
            line = lines.readLine();
        }
        if (line == null) {
            throw new IOException("The process has ended: " + all);
        }
        final Thread reader = new Thread(() -> {
            try (lines) {
                while (lines.readLine() != null) {
                    // nobody wants it
                }
            } catch (final IOException e) {
                // the process has ended
            }
        });
        reader.setDaemon(true);
        reader.start();
    }
}
