package org.modelcollapse.tests.nodes;

import java.util.Arrays;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ConfigurableNodeFactory;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.context.ModifiableNodeCreationConfiguration;
import org.knime.core.node.context.ports.ExtendablePortGroup;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.NativeNodeContainer;
import org.knime.core.node.workflow.NodeContainer;
import org.knime.core.node.workflow.NodeID;
import org.knime.core.node.workflow.NodeMessage;
import org.knime.core.node.workflow.WorkflowCreationHelper;
import org.knime.core.node.workflow.WorkflowManager;

/** A workflow that a test builds node by node, as a person does on the canvas, from the extension registry. */
final class Canvas implements AutoCloseable {

    static final String EXAMPLE = "org.modelcollapse.knime.example.MixtureExampleDataNodeFactory";

    static final String SAMPLE = "org.modelcollapse.knime.sample.SampleGmmNodeFactory";

    static final String FIT = "org.modelcollapse.knime.fit.FitGmmNodeFactory";

    static final String BAYES = "org.modelcollapse.knime.bayes.FitBayesianGmmNodeFactory";

    static final String BOOTSTRAP = "org.modelcollapse.knime.bootstrap.GmmBootstrapNodeFactory";

    static final String MERGE = "org.modelcollapse.knime.merge.MergeGmmComponentsNodeFactory";

    static final String ASSIGN = "org.modelcollapse.knime.assign.GmmAssignerNodeFactory";

    static final String START = "org.modelcollapse.knime.loop.RecursiveCollapseLoopStartNodeFactory";

    static final String END = "org.modelcollapse.knime.loop.RecursiveCollapseLoopEndNodeFactory";

    static final String EXPERIMENT = "org.modelcollapse.knime.experiment.RecursiveCollapseExperimentNodeFactory";

    static final String GRID = "org.modelcollapse.knime.grid.ScenarioGridNodeFactory";

    static final String DISTANCE = "org.modelcollapse.knime.distance.MixtureDistanceNodeFactory";

    static final String FILTER = "org.modelcollapse.knime.filter.CentralFilterNodeFactory";

    private final WorkflowManager workflow =
        WorkflowManager.ROOT.createAndAddProject("test", new WorkflowCreationHelper());

    /** A change of settings. */
    interface Edit {
        void apply(NodeSettings settings) throws InvalidSettingsException;
    }

    /** A node on the canvas. */
    final class Node {

        private final NodeID id;

        private Node(final NodeID id) {
            this.id = id;
        }

        NodeContainer container() {
            return workflow.getNodeContainer(id);
        }

        /**
         * Sets an option as the dialog would: all options, with this one changed. Connect the node first: the defaults
         * come from its input.
         *
         * @param key where it is in the settings, with slashes
         */
        Node set(final String key, final Object value) {
            return edit(model -> {
                NodeSettings at = model;
                final String[] path = key.split("/");
                for (int i = 0; i < path.length - 1; i++) {
                    at = at.getNodeSettings(path[i]);
                }
                final String last = path[path.length - 1];
                if (!at.containsKey(last)) {
                    throw new AssertionError("no option " + key + " in " + at);
                }
                if (value instanceof Integer i) {
                    at.addInt(last, i);
                } else if (value instanceof Long l) {
                    at.addLong(last, l);
                } else if (value instanceof Double d) {
                    at.addDouble(last, d);
                } else if (value instanceof Boolean b) {
                    at.addBoolean(last, b);
                } else {
                    at.addString(last, value.toString());
                }
            });
        }

        private Node edit(final Edit edit) {
            return editAll(settings -> edit.apply(settings.getNodeSettings("model")));
        }

        private Node editAll(final Edit edit) {
            try {
                // a node whose dialog was never opened has no settings of its own yet
                workflow.saveNodeSettingsToDefault(id);
                final NodeSettings settings = settings();
                edit.apply(settings);
                workflow.loadNodeSettings(id, settings);
                return this;
            } catch (InvalidSettingsException e) {
                throw new IllegalArgumentException(e.getMessage(), e);
            }
        }

        /** @return all settings of the node as they are saved */
        NodeSettings settings() {
            final NodeSettings settings = new NodeSettings("node");
            workflow.saveNodeSettings(id, settings);
            return settings;
        }

        /** @return what KNIME gives the node's view: its settings, with those that variables set */
        NodeSettings viewSettings() throws InvalidSettingsException {
            return ((NativeNodeContainer)container()).getViewSettingsUsingFlowObjectStack().orElseThrow();
        }

        /** Changes settings of the view as the dialog would. */
        Node setView(final Edit edit) {
            return editAll(settings -> {
                final NodeSettings view = new NodeSettings("view");
                viewSettings().copyTo(view);
                edit.apply(view);
                settings.addNodeSettings(view);
            });
        }

        /** Lets a variable set a setting of the view, as the dialog would. */
        Node setViewVariable(final String group, final String key, final String variable) {
            setView(view -> { });
            return editAll(settings -> {
                final NodeSettings variables = new NodeSettings("view_variables");
                variables.addString("version", "V_2019_09_13");
                final NodeSettingsWO place =
                    variables.addNodeSettings("tree").addNodeSettings(group).addNodeSettings(key);
                place.addString("used_variable", variable);
                place.addString("exposed_variable", null);
                settings.addNodeSettings(variables);
            });
        }

        /** Chooses the column of row weights of "Fit GMM". */
        Node weights(final String column) {
            return edit(model -> {
                model.addBoolean("weightColumn_is_present", true);
                model.addString("weightColumn", column);
            });
        }

        /** Tells "Mixture Distance" that both inputs are samples. */
        Node samples() {
            return set("first", "SAMPLE").set("second", "SAMPLE").set("firstColumn", "Value").set("secondColumn",
                "Value");
        }

        /** Connects an output of another node, counted from 1, to an input of this one, counted from 1. */
        Node from(final Node source, final int port, final int input) {
            workflow.addConnection(source.id, port, id, input);
            return this;
        }

        /** @return the message with which an option's value is refused */
        String refusal(final String key, final Object value) {
            try {
                set(key, value);
            } catch (IllegalArgumentException e) {
                return e.getMessage();
            }
            throw new AssertionError(key + " = " + value + " was not refused");
        }

        Table out(final int port) {
            return Table.of((BufferedDataTable)container().getOutPort(port).getPortObject());
        }

        DataTableSpec spec(final int port) {
            return (DataTableSpec)container().getOutPort(port).getPortObjectSpec();
        }

        boolean executed() {
            return container().getNodeContainerState().isExecuted();
        }

        /** @return the node's error or warning, with its kind before it */
        String message() {
            final NodeMessage message = container().getNodeMessage();
            return message.getMessageType() + ": " + message.getMessage();
        }

        FlowVariable variable(final String name) {
            return container().getOutPort(1).getFlowObjectStack().getAllAvailableFlowVariables().get(name);
        }
    }

    /** Adds a node of the extension, as the node repository would, with optional ports. */
    Node add(final String factory, final String... optionalPorts) {
        return add(create(factory), optionalPorts);
    }

    @SuppressWarnings("unchecked")
    Node add(final NodeFactory<? extends NodeModel> factory, final String... optionalPorts) {
        ModifiableNodeCreationConfiguration creation = null;
        if (factory instanceof ConfigurableNodeFactory<?> configurable) {
            creation = configurable.createNodeCreationConfig();
            for (final String port : optionalPorts) {
                final ExtendablePortGroup group =
                    creation.getPortConfig().orElseThrow().getExtendablePorts().get(port);
                group.addPort(group.getSupportedPortTypes()[0]);
            }
        }
        return new Node(workflow.addNodeAndApplyContext((NodeFactory<NodeModel>)factory, creation, -1));
    }

    @SuppressWarnings("unchecked")
    static NodeFactory<NodeModel> create(final String factory) {
        final IConfigurationElement element = Arrays
            .stream(Platform.getExtensionRegistry()
                .getConfigurationElementsFor("org.knime.workbench.repository.nodes"))
            .filter(e -> factory.equals(e.getAttribute("factory-class"))).findFirst()
            .orElseThrow(() -> new AssertionError(factory + " is not registered"));
        try {
            return (NodeFactory<NodeModel>)element.createExecutableExtension("factory-class");
        } catch (CoreException e) {
            throw new AssertionError(factory + " cannot be created", e);
        }
    }

    /** Adds a variable of the workflow. */
    Canvas variable(final String name, final String value) {
        workflow.addWorkflowVariables(false, new FlowVariable(name, value));
        return this;
    }

    /** Executes all nodes. */
    Canvas execute() {
        workflow.executeAllAndWaitUntilDone();
        return this;
    }

    @Override
    public void close() {
        WorkflowManager.ROOT.removeProject(workflow.getID());
    }
}
