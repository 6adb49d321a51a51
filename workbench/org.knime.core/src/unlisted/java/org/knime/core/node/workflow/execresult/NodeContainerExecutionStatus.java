package org.knime.core.node.workflow.execresult;

/** Whether an execution was successful. */
public interface NodeContainerExecutionStatus {

    boolean isSuccess();

    /** The same of a node inside; nodes of the stand-in have none inside. */
    NodeContainerExecutionStatus getChildStatus(int idSuffix);
}
