package org.knime.core.node.workflow;

/** The description of a workflow; the stand-in does not read it and never makes one. */
public final class WorkflowMetadata {

    private WorkflowMetadata() {
    }
}
