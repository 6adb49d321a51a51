package org.knime.core.node.workflow.contextv2;

/** Where a workflow is; the stand-in knows directories only and never makes one. */
public final class WorkflowContextV2 {

    private WorkflowContextV2() {
    }
}
