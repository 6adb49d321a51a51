package org.modelcollapse.tests.standin;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.LoopEndNode;
import org.knime.core.node.workflow.LoopStartNode;
import org.knime.core.node.workflow.NodeContainer;
import org.knime.core.node.workflow.NodeID;
import org.knime.core.node.workflow.WorkflowCreationHelper;
import org.knime.core.node.workflow.WorkflowManager;

/** A workflow of script nodes. */
final class Flow implements AutoCloseable {

    @SuppressWarnings("deprecation") // the other way needs internal classes
    final WorkflowManager manager = WorkflowManager.ROOT.createAndAddProject("flow", new WorkflowCreationHelper());

    NodeID add(final ScriptNode node) {
        return manager.createAndAddNode(node);
    }

    NodeID add(final ScriptNode.Model model) {
        NodeType type = NodeType.Manipulator;
        if (model instanceof LoopStartNode) {
            type = NodeType.LoopStart;
        } else if (model instanceof LoopEndNode) {
            type = NodeType.LoopEnd;
        }
        return add(new ScriptNode(type, model));
    }

    /** Connects the first outputs to the inputs of the node that follows, one after the other. */
    Flow chain(final NodeID... ids) {
        for (int i = 1; i < ids.length; i++) {
            connect(ids[i - 1], ids[i], 1);
        }
        return this;
    }

    Flow connect(final NodeID source, final NodeID dest, final int input) {
        manager.addConnection(source, 1, dest, input);
        return this;
    }

    boolean execute() {
        return manager.executeAllAndWaitUntilDone();
    }

    NodeContainer node(final NodeID id) {
        return manager.getNodeContainer(id);
    }

    boolean executed(final NodeID id) {
        return node(id).getNodeContainerState().isExecuted();
    }

    String message(final NodeID id) {
        return node(id).getNodeMessage().getMessageType() + ": " + node(id).getNodeMessage().getMessage();
    }

    double[] values(final NodeID id) {
        return ScriptNode.values((BufferedDataTable)node(id).getOutPort(1).getPortObject());
    }

    FlowVariable variable(final NodeID id, final String name) {
        return node(id).getOutPort(1).getFlowObjectStack().getAllAvailableFlowVariables().get(name);
    }

    /** Sets the setting "number", and lets variables set settings. */
    void set(final NodeID id, final int number, final String key, final String used, final String exposed)
        throws InvalidSettingsException {
        manager.saveNodeSettingsToDefault(id);
        final NodeSettings settings = new NodeSettings("node");
        manager.saveNodeSettings(id, settings);
        settings.getNodeSettings("model").addInt("number", number);
        if (key != null) {
            final var variables = settings.addNodeSettings("variables");
            variables.addString("version", "V_2019_09_13");
            final var place = variables.addNodeSettings("tree").addNodeSettings(key);
            place.addString("used_variable", used);
            place.addString("exposed_variable", exposed);
        }
        manager.loadNodeSettings(id, settings);
    }

    @Override
    public void close() {
        WorkflowManager.ROOT.removeProject(manager.getID());
    }
}
