package org.modelcollapse.runner;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the person asked for. Immutable.
 *
 * @param workflow directory or file of the workflow
 * @param output folder for the results
 * @param reset whether the workflow is reset before it is executed
 * @param progress how progress is shown
 * @param variables workflow variables to set
 * @param settings node settings to change
 * @param workflowName which workflow to take where a file holds several; "" if it was not said
 * @param limits of what a file may unpack to
 */
record Options(Path workflow, Path output, boolean reset, ProgressMode progress, List<Variable> variables, List<Setting> settings, String workflowName,
    Archive.Limits limits) {

    static final String USAGE = """
        Usage: run-workflow [options] WORKFLOW [-o FOLDER]
        Executes a KNIME workflow without a window and writes its results: each open output table as CSV, each view as a page of its own,
        pictures as SVG and PNG, and index.html, where one begins to read.
        WORKFLOW is a workflow directory or a .knwf file. It is not changed.

        Options
         -workflowDir=PATH      the workflow directory, as in KNIME's batch application
         -workflowFile=PATH     the .knwf file, as in KNIME's batch application
         -workflowName=NAME     which workflow, where a .knwf file holds several
         -maxUnpacked=GB        how many gigabytes a .knwf file may unpack to; 4 unless given
         -maxEntries=N          how many files and folders a .knwf file may hold; 100000 unless given
         -o FOLDER, -outputDir=FOLDER
                                where the results go; out/NAME unless given. Results of an earlier run there are replaced.
         -workflow.variable=NAME,VALUE,TYPE
                                sets a workflow variable; TYPE is String, int or double; may be given several times
         -option=NODE,KEY,VALUE,TYPE
                                changes a setting of the node with this number before the run; KEY may be a path such as output/seed;
                                TYPE is String, int, long, double or boolean; may be given several times
         -reset                 resets the workflow first, as for one that was saved executed
         -progress=MODE         line (one line, rewritten), log (a line now and then) or none; chosen by the terminal unless given
         -nosave, -nosplash, -consoleLog, -failonloaderror
                                accepted because KNIME has them; the runner always behaves so
         --help                 this text

        Exit codes, those of KNIME's batch application
         0  executed and written; warnings of nodes are printed
         1  executed and written, but a picture or a view could not be, or nodes of KNIME's own were left out
         2  wrong options
         3  the workflow could not be loaded
         4  the workflow was not executed to its end
        """;

    private static final Set<String> ACCEPTED = Set.of("-nosave", "-nosplash", "-consolelog", "-failonloaderror", "-noversioncheck", "-allowdeadlock");
    private static final Set<String> VARIABLE_TYPES = Set.of("String", "int", "double");
    /** Types that the value of a setting may have on the command line. */
    static final Set<String> SETTING_TYPES = Set.of("String", "int", "long", "double", "boolean");

    /** How progress is shown. */
    enum ProgressMode {
        /** A line if there is a terminal, else a log. */
        AUTO,
        /** One line that is written over. */
        LINE,
        /** A line of its own now and then. */
        LOG,
        /** Nothing. */
        NONE
    }

    /**
     * A workflow variable.
     *
     * @param name of the variable
     * @param value as a String, an Integer or a Double
     */
    record Variable(String name, Object value) {
    }

    /**
     * A changed setting of a node.
     *
     * @param node number of the node in the workflow
     * @param path keys from the node's settings to the one to change
     * @param value as a String, an Integer, a Long, a Double or a Boolean
     */
    record Setting(int node, List<String> path, Object value) {
    }

    /**
     * @param arguments of the command line
     * @return whether they ask for the usage text
     */
    static boolean wantHelp(final List<String> arguments) {
        return arguments.isEmpty() || arguments.contains("--help") || arguments.contains("-help") || arguments.contains("-h");
    }

    /**
     * @param arguments of the command line
     * @return the options
     * @throws RunException if an argument is unknown or its value is not usable, or there is no such workflow
     */
    static Options parse(final List<String> arguments) throws RunException {
        try {
            return parsed(arguments);
        } catch (final InvalidPathException e) {
            throw new RunException(ExitCode.BAD_OPTIONS, "'" + e.getInput() + "' cannot be the name of a file here: " + e.getReason()
                + ". If it has letters beyond ASCII, set the environment variable LC_ALL to a locale of UTF-8, such as C.UTF-8.", e);
        }
    }

    private static Options parsed(final List<String> arguments) throws RunException {
        final Parser parser = new Parser();
        for (int i = 0; i < arguments.size(); i++) {
            final String argument = arguments.get(i);
            if (argument.equals("-o")) {
                if (i + 1 == arguments.size()) {
                    throw bad("-o needs a folder after it.");
                }
                parser.output = Optional.of(Path.of(arguments.get(++i)));
            } else {
                parser.take(argument);
            }
        }
        return parser.finish();
    }

    private static RunException bad(final String message) {
        return new RunException(ExitCode.BAD_OPTIONS, message);
    }

    private static final class Parser {
        private final List<Path> workflows = new ArrayList<>();
        private final List<Variable> variables = new ArrayList<>();
        private final List<Setting> settings = new ArrayList<>();
        private Optional<Path> output = Optional.empty();
        private String workflowName = "";
        private Archive.Limits limits = Archive.Limits.DEFAULT;
        private boolean reset;
        private ProgressMode progress = ProgressMode.AUTO;

        void take(final String argument) throws RunException {
            final int equals = argument.indexOf('=');
            final String name = equals < 0 ? argument : argument.substring(0, equals);
            if (!argument.startsWith("-")) {
                workflows.add(Path.of(argument));
            } else if (argument.equals("-reset")) {
                reset = true;
            } else if (!ACCEPTED.contains(argument.toLowerCase(Locale.ROOT))) {
                takeValue(name, value(argument, equals));
            }
        }

        private static String value(final String argument, final int equals) {
            return equals < 0 ? "" : argument.substring(equals + 1);
        }

        private void takeValue(final String name, final String value) throws RunException {
            switch (name) {
                case "-workflowDir" -> workflows.add(existing(name, value, Files.isDirectory(Path.of(value)), "directory"));
                case "-workflowFile" -> workflows.add(existing(name, value, Files.isRegularFile(Path.of(value)), "file"));
                case "-workflowName" -> workflowName = nonEmpty(name, value).replaceFirst("/$", "");
                case "-maxUnpacked" -> limits = new Archive.Limits(Archive.GIGABYTE * count(name, value), limits.entries());
                case "-maxEntries" -> limits = new Archive.Limits(limits.bytes(), count(name, value));
                case "-outputDir" -> output = Optional.of(Path.of(nonEmpty(name, value)));
                case "-workflow.variable" -> variables.add(variable(value));
                case "-option" -> settings.add(setting(value));
                case "-progress" -> progress = mode(value);
                case "-destDir", "-destFile" -> throw bad(name + " is not available here: the runner saves tables (-outputDir=FOLDER), not the executed workflow.");
                default -> throw bad("Unknown option '" + name + "'. --help lists all options.");
            }
        }

        Options finish() throws RunException {
            if (workflows.size() != 1) {
                throw bad(workflows.isEmpty() ? "No workflow given: name a workflow directory or a .knwf file."
                    : "Give one workflow, not " + workflows.size() + ": " + workflows + ".");
            }
            final Path workflow = workflows.get(0).toAbsolutePath().normalize();
            if (!Files.exists(workflow)) {
                throw bad("There is no workflow " + workflow + ".");
            }
            final Path results = output.orElseGet(() -> Path.of("out", nameOf(workflow)));
            return new Options(workflow, results.toAbsolutePath().normalize(), reset, progress, List.copyOf(variables), List.copyOf(settings), workflowName,
                limits);
        }
    }

    /** @return the name of a workflow: that of its directory, or of its file without the ending */
    static String nameOf(final Path workflow) {
        final String name = String.valueOf(workflow.getFileName());
        return name.replaceFirst("\\.(?:knwf|zip)$", "");
    }

    private static int count(final String name, final String value) throws RunException {
        if (!value.matches("[1-9]\\d{0,8}")) {
            throw bad(name + " is a whole number from 1 to 999999999, not '" + value + "'.");
        }
        return Integer.parseInt(value);
    }

    private static String nonEmpty(final String name, final String value) throws RunException {
        if (value.isEmpty()) {
            throw bad(name + " needs a value: " + name + "=...");
        }
        return value;
    }

    private static Path existing(final String name, final String value, final boolean exists, final String what) throws RunException {
        nonEmpty(name, value);
        if (!exists) {
            throw bad(name + ": '" + value + "' is not a " + what + ".");
        }
        return Path.of(value);
    }

    private static ProgressMode mode(final String value) throws RunException {
        return switch (value) {
            case "line" -> ProgressMode.LINE;
            case "log" -> ProgressMode.LOG;
            case "none" -> ProgressMode.NONE;
            default -> throw bad("-progress is line, log or none, not '" + value + "'.");
        };
    }

    private static Variable variable(final String text) throws RunException {
        final int first = text.indexOf(',');
        final int last = text.lastIndexOf(',');
        if (first < 1 || last == first) {
            throw bad("-workflow.variable=" + text + ": expected NAME,VALUE,TYPE.");
        }
        final String type = text.substring(last + 1);
        if (!VARIABLE_TYPES.contains(type)) {
            throw bad("-workflow.variable=" + text + ": the type is String, int or double, not '" + type + "'.");
        }
        return new Variable(unquoted(text.substring(0, first)), typed("-workflow.variable=" + text, text.substring(first + 1, last), type));
    }

    private static Setting setting(final String text) throws RunException {
        final String[] head = text.split(",", 3);
        final int last = head.length < 3 ? -1 : head[2].lastIndexOf(',');
        if (last < 0 || !head[0].matches("\\d{1,9}") || head[1].isEmpty()) {
            throw bad("-option=" + text + ": expected NODE,KEY,VALUE,TYPE with the node's number.");
        }
        final List<String> path = List.of(head[1].split("/", -1));
        if (path.contains("")) {
            throw bad("-option=" + text + ": the key '" + head[1] + "' has nothing before, between or after its slashes.");
        }
        final String type = head[2].substring(last + 1);
        if (!SETTING_TYPES.contains(type)) {
            throw bad("-option=" + text + ": the type is String, int, long, double or boolean, not '" + type + "'.");
        }
        return new Setting(Integer.parseInt(head[0]), path, typed("-option=" + text, head[2].substring(0, last), type));
    }

    private static Object typed(final String option, final String quoted, final String type) throws RunException {
        final String value = unquoted(quoted);
        try {
            return switch (type) {
                case "int" -> (Object)Integer.valueOf(value);
                case "long" -> Long.valueOf(value);
                case "double" -> Double.valueOf(value);
                case "boolean" -> booleanOf(value);
                default -> value;
            };
        } catch (final NumberFormatException e) {
            throw new RunException(ExitCode.BAD_OPTIONS, option + ": '" + value + "' is not of type " + type + ".", e);
        }
    }

    private static Boolean booleanOf(final String value) {
        if (!Set.of("true", "false").contains(value)) {
            throw new NumberFormatException(value);
        }
        return Boolean.valueOf(value);
    }

    private static String unquoted(final String text) {
        final boolean quoted = text.length() >= 2 && text.charAt(0) == text.charAt(text.length() - 1) && (text.charAt(0) == '"' || text.charAt(0) == '\'');
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
