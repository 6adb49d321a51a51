package org.modelcollapse.runner;

/** What the process returns; the same numbers as KNIME's batch application. */
public enum ExitCode {
    /** Everything was executed and written; nodes may have warned. */
    SUCCESS(0),
    /** The tables are written, but a picture or a view could not be, or nodes of KNIME's own, which are not installed, were left out. */
    WARNING(1),
    /** The options are wrong; nothing was done. */
    BAD_OPTIONS(2),
    /** The workflow could not be loaded. */
    LOAD_ERROR(3),
    /** The workflow was loaded but not executed to its end, or its results could not be written. */
    EXECUTION_ERROR(4);

    private final int number;

    ExitCode(final int number) {
        this.number = number;
    }

    /** @return the number that the process returns */
    public int number() {
        return number;
    }
}
