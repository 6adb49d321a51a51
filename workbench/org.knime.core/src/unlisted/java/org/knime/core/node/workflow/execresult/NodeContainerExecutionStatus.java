package org.knime.core.node.workflow.execresult;

/** Whether an execution was successful. */
public interface NodeContainerExecutionStatus {
}
