package org.knime.core.node.workflow;

/** The tables of a workflow on disk; the stand-in keeps tables in memory and never makes one. */
public class WorkflowDataRepository {

    WorkflowDataRepository() {
    }
}
