package org.knime.core.node.workflow;

import java.io.IOException;
import java.util.Map;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.workflow.WorkflowPersistor.LoadResult;

/** Reads a node; only here because of what {@link WorkflowPersistor} holds. */
public interface NodeContainerPersistor {

    NodeContainerMetaPersistor getMetaPersistor();

    NodeContainer getNodeContainer(WorkflowManager parent, NodeID id);

    void loadNodeContainer(Map<Integer, BufferedDataTable> tblRep, ExecutionMonitor exec, LoadResult loadResult)
        throws InvalidSettingsException, CanceledExecutionException, IOException;

    boolean isDirtyAfterLoad();

    boolean needsResetAfterLoad();

    boolean mustComplainIfStateDoesNotMatch();
}
