package org.knime.core.node.workflow;

/** A name that flow variables must not have. */
public class IllegalFlowVariableNameException extends IllegalFlowObjectStackException {

    private static final long serialVersionUID = 1L;

    IllegalFlowVariableNameException(final String message) {
        super(message);
    }
}
