package org.modelcollapse.spark;

/** Says in one sentence why a command does not do what is asked, and what to do. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean usage;

    private Refusal(final String message, final boolean usage, final Throwable cause) {
        super(message, cause);
        this.usage = usage;
    }

    /** Something in what was typed is wrong. */
    static Refusal ofOptions(final String message) {
        return new Refusal(message, true, null);
    }

    /** Something in the data or the files is wrong. */
    static Refusal of(final String message) {
        return new Refusal(message, false, null);
    }

    static Refusal of(final String message, final Throwable cause) {
        return new Refusal(message, false, cause);
    }

    /** Whether it is about the options. */
    boolean isUsage() {
        return usage;
    }
}
