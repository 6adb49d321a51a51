package org.knime.core.node.workflow;

/** Where a node is in its life. */
public interface NodeContainerState {

    boolean isIdle();

    boolean isConfigured();

    boolean isExecutionInProgress();

    boolean isExecutingRemotely();

    boolean isExecuted();

    boolean isWaitingToBeExecuted();

    boolean isHalted();
}
