package org.knime.core.node.workflow;

/** The circumstances of an execution; only the usual ones are here. */
public final class ExecutionEnvironment {

    public static final ExecutionEnvironment DEFAULT = new ExecutionEnvironment();

    public ExecutionEnvironment() {
        // the usual circumstances
    }
}
