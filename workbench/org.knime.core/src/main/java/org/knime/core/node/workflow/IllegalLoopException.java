package org.knime.core.node.workflow;

/** A loop that is wired wrongly. */
class IllegalLoopException extends Exception {

    private static final long serialVersionUID = 1L;

    IllegalLoopException(final String message) {
        super(message);
    }
}
