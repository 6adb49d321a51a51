package org.modelcollapse.tools;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Runs workflows in a KNIME installation and on the stand-in and compares the tables byte by byte.
 *
 * <pre>
 * compare-with-knime KNIME_HOME PLUGINS WORKFLOW...
 * </pre>
 *
 * PLUGINS is the folder of bundles that run-workflow starts from. The installation is not changed. Prints a line for each table. Exit code 0 if all are the same, 1 if
 * one is not or a workflow did not run, 2 for unusable arguments.
 */
public final class CompareWithKnime {

    private static final String CODE = "org.modelcollapse.knime_";
    private static final String RUNNER = "org.modelcollapse.runner_";
    private static final String FRAMEWORK = "org.eclipse.osgi_";

    private final KnimeInstallation knime;
    private final Path plugins;
    private final PrintStream out;

    private CompareWithKnime(final KnimeInstallation knime, final Path plugins, final PrintStream out) {
        this.knime = knime;
        this.plugins = plugins;
        this.out = out;
    }

    /**
     * @param arguments home of the installation, folder of bundles, workflows
     * @throws IOException if temporary files cannot be written
     * @throws InterruptedException if stopped meanwhile
     */
    public static void main(final String[] arguments) throws IOException, InterruptedException {
        if (arguments.length < 3) {
            System.err.println("usage: compare-with-knime KNIME_HOME [WORKFLOW...]");
            System.exit(2);
        }
        final KnimeInstallation knime;
        try {
            knime = KnimeInstallation.of(Path.of(arguments[0]));
        } catch (final IOException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        final CompareWithKnime compare = new CompareWithKnime(knime, Path.of(arguments[1]).toAbsolutePath(), System.out);
        boolean same = true;
        for (final String workflow : List.of(arguments).subList(2, arguments.length)) {
            same &= compare.compare(Path.of(workflow).toAbsolutePath().normalize());
        }
        System.exit(same ? 0 : 1);
    }

    private boolean compare(final Path workflow) throws IOException, InterruptedException {
        final String name = workflow.getFileName().toString();
        final Path area = Files.createTempDirectory("compare-with-knime");
        try {
            final Path ours = area.resolve("stand-in");
            final Path theirs = area.resolve("knime");
            boolean ran = run(name + ", stand-in", standIn(arguments(workflow, ours)));
            ran &= run(name + ", KNIME", knime.command(area.resolve("area"), List.of(jar(CODE), jar(RUNNER)), arguments(workflow, theirs)));
            return ran && compareTables(name, ours, theirs, out);
        } finally {
            delete(area);
        }
    }

    private static List<String> arguments(final Path workflow, final Path output) {
        return List.of((Files.isDirectory(workflow) ? "-workflowDir=" : "-workflowFile=") + workflow, "-outputDir=" + output, "-progress=log");
    }

    private List<String> standIn(final List<String> arguments) throws IOException {
        final List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Djava.awt.headless=true",
            "-Dmodelcollapse.plugins=" + plugins, "-cp", jar(FRAMEWORK) + System.getProperty("path.separator") + jar(RUNNER), "org.modelcollapse.runner.launch.Launcher"));
        command.addAll(arguments);
        return command;
    }

    private Path jar(final String prefix) throws IOException {
        try (Stream<Path> files = Files.list(plugins)) {
            return files.filter(f -> f.getFileName().toString().startsWith(prefix)).max(Comparator.naturalOrder())
                .orElseThrow(() -> new IOException("there is no " + prefix + "*.jar in " + plugins));
        }
    }

    private boolean run(final String what, final List<String> command) throws IOException, InterruptedException {
        final long begin = System.nanoTime();
        final Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        final Thread stop = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(stop);
        final String text = new String(process.getInputStream().readAllBytes());
        final int code = process.waitFor();
        Runtime.getRuntime().removeShutdownHook(stop);
        // 1 is a warning of the runner's: the tables are there
        if (code > 1) {
            out.println(what + ": failed with exit code " + code + "\n" + text.indent(4));
            return false;
        }
        out.printf(Locale.ROOT, "%s: ran in %.1f s%n", what, (System.nanoTime() - begin) / 1e9);
        return true;
    }

    /** @return whether both folders hold the same tables; a line for each is printed */
    static boolean compareTables(final String workflow, final Path ours, final Path theirs, final PrintStream out) throws IOException {
        final TreeSet<String> names = new TreeSet<>(tables(ours));
        names.addAll(tables(theirs));
        boolean same = !names.isEmpty();
        for (final String name : names) {
            final String difference = difference(ours.resolve(name), theirs.resolve(name));
            same &= difference == null;
            out.println(workflow + ", " + name + ": " + (difference == null ? "same " + Files.size(ours.resolve(name)) + " bytes" : difference));
        }
        return same;
    }

    private static List<String> tables(final Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).filter(n -> n.endsWith(".csv")).toList();
        }
    }

    private static String difference(final Path ours, final Path theirs) throws IOException {
        if (!Files.exists(ours) || !Files.exists(theirs)) {
            return "DIFFERS: only " + (Files.exists(ours) ? "the stand-in" : "KNIME") + " has it";
        }
        if (Files.mismatch(ours, theirs) < 0) {
            return null;
        }
        final List<String> here = Files.readAllLines(ours);
        final List<String> there = Files.readAllLines(theirs);
        int line = 0;
        while (line < Math.min(here.size(), there.size()) && here.get(line).equals(there.get(line))) {
            line++;
        }
        return "DIFFERS in line " + (line + 1) + ": " + (line < here.size() ? here.get(line) : "(end)") + " here, " + (line < there.size() ? there.get(line) : "(end)") + " in KNIME";
    }

    private static void delete(final Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (final Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
