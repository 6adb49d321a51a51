package org.knime.core.node.workflow.execresult;

/** The outcome of an execution elsewhere; the stand-in executes here only and never makes one. */
public abstract class NodeContainerExecutionResult implements NodeContainerExecutionStatus {
}
