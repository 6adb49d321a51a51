package org.knime.core.node.workflow;

/** What making a workflow may ask; the stand-in asks nothing. */
public class WorkflowCreationHelper {

    @Deprecated
    public WorkflowCreationHelper() {
        // nothing to answer
    }
}
