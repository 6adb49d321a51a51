package org.knime.core.node.workflow;

/** Flow variables or scopes that do not fit together. */
class IllegalFlowObjectStackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IllegalFlowObjectStackException(final String message) {
        super(message);
    }
}
