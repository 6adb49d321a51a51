package org.knime.core.node;

/** Thrown where a node notices that its execution was cancelled. */
public class CanceledExecutionException extends Exception {

    private static final long serialVersionUID = 1L;

    public CanceledExecutionException() {
        super("Execution canceled");
    }
}
