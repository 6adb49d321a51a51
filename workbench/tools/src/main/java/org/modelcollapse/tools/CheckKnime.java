package org.modelcollapse.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Holds the stand-in and the shipped code against a KNIME installation.
 *
 * <pre>
 * check-knime KNIME_HOME STANDIN_OR_CODE...
 * </pre>
 *
 * Bundles whose file name begins with {@code org.knime.} are stand-ins, others are code that uses KNIME. Prints a line for each difference. Exit code 0 if there is none,
 * 1 if there are some, 2 for unusable arguments.
 */
public final class CheckKnime {

    /** What KNIME's internal names begin with. */
    static final String ROOT = "org/knime/";

    private static final String BUNDLES = "org.knime.";
    private static final Set<String> NEEDED = Set.of("org.knime.core", "org.knime.core.ui");

    private CheckKnime() {
    }

    /**
     * @param arguments home of the installation, and jars or folders to check
     * @throws IOException if a file cannot be read
     */
    public static void main(final String[] arguments) throws IOException {
        System.exit(run(List.of(arguments), System.out));
    }

    static int run(final List<String> arguments, final Appendable out) throws IOException {
        if (arguments.size() < 2) {
            out.append("usage: check-knime KNIME_HOME [JAR_OR_FOLDER...]\n");
            return 2;
        }
        final Path plugins = Path.of(arguments.get(0)).resolve("plugins");
        final Bundles knime = Files.isDirectory(plugins) ? Bundles.inFolder(plugins, BUNDLES) : Bundles.of(List.of());
        if (!knime.names().containsAll(NEEDED)) {
            out.append("no KNIME in " + arguments.get(0) + ": the folder must hold plugins/org.knime.core_* and plugins/org.knime.core.ui_*\n");
            return 2;
        }
        final List<Path> standIns = new ArrayList<>();
        final List<Path> code = new ArrayList<>();
        for (final String argument : arguments.subList(1, arguments.size())) {
            final Path file = Path.of(argument);
            if (!Files.exists(file)) {
                out.append("there is no " + file + "\n");
                return 2;
            }
            (file.getFileName().toString().startsWith(BUNDLES) ? standIns : code).add(file);
        }
        return check(standIns, code, knime, out) ? 0 : 1;
    }

    private static boolean check(final List<Path> standIns, final List<Path> code, final Bundles knime, final Appendable out) throws IOException {
        boolean same = true;
        if (!standIns.isEmpty()) {
            final StandInCheck check = new StandInCheck(Bundles.of(standIns), knime);
            same &= report(check.run(), standIns.size() + " stand-ins: " + check.checked() + " types and members", out);
        }
        for (final Path file : code) {
            final UseCheck check = new UseCheck(Bundles.of(List.of(file)), knime, NEEDED.toArray(String[]::new));
            same &= report(check.run(), file.getFileName() + ": " + check.checked() + " references", out);
        }
        return same;
    }

    private static boolean report(final Set<String> differences, final String what, final Appendable out) throws IOException {
        for (final String difference : differences) {
            out.append(difference).append('\n');
        }
        out.append(what + " checked, " + differences.size() + " differ\n");
        return differences.isEmpty();
    }
}
