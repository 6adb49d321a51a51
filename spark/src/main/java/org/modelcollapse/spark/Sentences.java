package org.modelcollapse.spark;

/** What an error says, for people. */
final class Sentences {

    private Sentences() {
    }

    /** The first line of an error, ended by a full stop. */
    static String first(final Throwable error) {
        final String message = error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
        final String line = message.lines().map(String::strip).filter(l -> !l.isEmpty()).findFirst().orElse("");
        return line.endsWith(".") ? line : line + ".";
    }

    /** The cause at the bottom: Spark wraps what a task throws. */
    static Throwable root(final Throwable error) {
        Throwable root = error;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }
}
