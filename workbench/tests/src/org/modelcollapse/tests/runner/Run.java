package org.modelcollapse.tests.runner;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.modelcollapse.runner.ExitCode;
import org.modelcollapse.runner.Runner;

/** A run of the runner and what it said. */
record Run(ExitCode code, String out, String err) {

    /** The checkout, in which the examples are. */
    static final Path ROOT = Path.of(System.getProperty("modelcollapse.root"));

    static Path example(final String name) {
        return ROOT.resolve("examples").resolve(name);
    }

    static Run of(final Path workflow, final Path output, final String... options) {
        final List<String> arguments = new ArrayList<>(List.of(options));
        arguments.addAll(List.of("-progress=none", workflow.toString(), "-o", output.toString()));
        return of(arguments.toArray(String[]::new));
    }

    static Run of(final String... arguments) {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        final ByteArrayOutputStream err = new ByteArrayOutputStream();
        final ExitCode code = new Runner(new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8)).run(List.of(arguments));
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    static List<String> names(final Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    static void copy(final Path from, final Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (final Path path : all.toList()) {
                final Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }

    static void delete(final Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (final Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
