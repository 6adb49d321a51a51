package org.modelcollapse.spark;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * The commands. Exit codes: 0 done, 2 the options are wrong, 3 the data or files are, 1 anything else. An error is one
 * sentence on the standard error.
 */
public final class Main {

    private Main() {
    }

    /**
     * Does a command and ends the process if it fails.
     *
     * @param args a command and what it takes; nothing for help
     */
    public static void main(final String... args) {
        final int code = run(args);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** Does a command; the exit code. */
    static int run(final String... args) {
        try {
            if (args.length == 0 || args[0].equals("help") || args[0].equals("--help")) {
                System.out.print(usage());
                return 0;
            }
            final List<String> rest = Arrays.asList(args).subList(1, args.length);
            if (rest.contains("--help")) {
                System.out.print(usage());
                return 0;
            }
            switch (args[0]) {
                case "fit" -> FitCommand.run(rest);
                case "sample" -> SampleCommand.run(rest);
                case "assign" -> AssignCommand.run(rest);
                case "experiment" -> ExperimentCommand.run(rest);
                case "merge" -> MergeCommand.run(rest);
                default -> throw Refusal.ofOptions("There is no command " + args[0] + ". --help lists them.");
            }
            return 0;
        } catch (final Refusal e) {
            error(e.getMessage());
            return e.isUsage() ? 2 : 3;
        } catch (final Exception e) { // Spark throws checked ones that it does not declare
            final Throwable root = Sentences.root(e);
            if (root instanceof IOException || root instanceof SecurityException) {
                error("A file cannot be read or written: " + Sentences.first(root));
                return 3;
            }
            error("The command failed: " + Sentences.first(root));
            e.printStackTrace();
            return 1;
        }
    }

    private static String usage() {
        return "The engine of the Model Collapse Nodes on Apache Spark: the same bytes as the nodes.\n\n"
            + String.join("\n", FitCommand.USAGE, SampleCommand.USAGE, AssignCommand.USAGE,
                ExperimentCommand.USAGE, MergeCommand.USAGE);
    }

    /** Tells what a node would warn of. */
    static void warn(final String words) {
        System.err.println("WARN  " + words);
    }

    private static void error(final String words) {
        System.err.println("ERROR " + words);
    }
}
