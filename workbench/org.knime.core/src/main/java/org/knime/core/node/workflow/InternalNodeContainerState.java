package org.knime.core.node.workflow;

/** The states of a node. */
enum InternalNodeContainerState implements NodeContainerState {
    /** Cannot be executed as it stands. */
    IDLE,
    /** Could be executed. */
    CONFIGURED,
    /** Will be executed. */
    CONFIGURED_MARKEDFOREXEC,
    /** Is being executed. */
    EXECUTING,
    /** Was executed. */
    EXECUTED,
    /** The start of a loop that will be executed again. */
    EXECUTED_MARKEDFOREXEC;

    @Override
    public boolean isIdle() {
        return this == IDLE;
    }

    @Override
    public boolean isConfigured() {
        return this == CONFIGURED;
    }

    @Override
    public boolean isExecutionInProgress() {
        return this == EXECUTING || isWaitingToBeExecuted();
    }

    @Override
    public boolean isExecutingRemotely() {
        return false;
    }

    @Override
    public boolean isExecuted() {
        return this == EXECUTED;
    }

    @Override
    public boolean isWaitingToBeExecuted() {
        return this == CONFIGURED_MARKEDFOREXEC || this == EXECUTED_MARKEDFOREXEC;
    }

    @Override
    public boolean isHalted() {
        return !isExecutionInProgress();
    }
}
