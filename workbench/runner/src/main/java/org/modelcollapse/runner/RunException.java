package org.modelcollapse.runner;

/** Ends a run with a message for the person who started it. */
final class RunException extends Exception {

    private static final long serialVersionUID = 1L;

    private final ExitCode code;

    RunException(final ExitCode code, final String message) {
        super(message);
        this.code = code;
    }

    RunException(final ExitCode code, final String message, final Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    ExitCode code() {
        return code;
    }
}
