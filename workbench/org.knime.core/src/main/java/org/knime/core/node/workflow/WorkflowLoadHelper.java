package org.knime.core.node.workflow;

import java.io.File;

/** What reading a workflow may ask; the stand-in asks nothing. */
public class WorkflowLoadHelper {

    public static final WorkflowLoadHelper INSTANCE = new WorkflowLoadHelper();

    public WorkflowLoadHelper() {
        // nothing to answer
    }

    /** @param workflowLocation the directory of the workflow */
    @Deprecated
    public WorkflowLoadHelper(final File workflowLocation) {
        // the directory is told again when the workflow is read
    }
}
