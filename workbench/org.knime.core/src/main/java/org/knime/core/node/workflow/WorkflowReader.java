package org.knime.core.node.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.knime.core.node.ConfigurableNodeFactory;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeAndBundleInformationPersistor;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.config.Config;
import org.knime.core.node.context.ModifiableNodeCreationConfiguration;
import org.knime.core.node.workflow.WorkflowPersistor.LoadResult;
import org.knime.core.node.workflow.WorkflowPersistor.WorkflowLoadResult;
import org.modelcollapse.standin.MissingNodes;
import org.modelcollapse.standin.NodeRepository;

/** Reads a workflow from its directory. What cannot be read is told by node, setting and file. */
final class WorkflowReader {

    private static final String WORKFLOW_FILE = "workflow.knime";

    private final Path directory;

    private final Map<Integer, NodeID> ids = new HashMap<>();

    /** Of the nodes that cannot be made, what they are called. */
    private final Map<Integer, String> unread = new HashMap<>();

    WorkflowReader(final Path directory) {
        this.directory = directory;
    }

    private static NodeSettingsRO load(final Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return NodeSettings.loadFromXML(in);
        } catch (NoSuchFileException e) {
            throw new IOException("The file " + file + " is not there", e);
        } catch (IOException e) {
            throw new IOException("The file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    WorkflowLoadResult read(final WorkflowManager root) throws IOException, InvalidSettingsException {
        final Path file = directory.resolve(WORKFLOW_FILE);
        final NodeSettingsRO settings = load(file);
        final String name = Optional.ofNullable(settings.getString("name", null))
            .orElse(directory.toAbsolutePath().normalize().getFileName().toString());
        final WorkflowLoadResult result = new WorkflowLoadResult("Workflow \"" + name + "\"");
        final WorkflowManager workflow = root.createAndAddProject(name, new WorkflowCreationHelper());
        result.setWorkflowManager(workflow);
        try {
            readVariables(workflow, settings, result, file);
            readNodes(workflow, settings, result, file);
            readConnections(workflow, settings, result, file);
            workflow.configureAll();
        } catch (RuntimeException e) {
            root.removeProject(workflow.getID());
            throw new IOException("The workflow in " + directory + " cannot be read: " + e.getMessage(), e);
        }
        return result;
    }

    private static void readVariables(final WorkflowManager workflow, final NodeSettingsRO settings,
        final LoadResult result, final Path file) throws InvalidSettingsException {
        if (settings.containsKey("workflow_variables")) {
            final NodeSettingsRO variables = settings.getNodeSettings("workflow_variables");
            for (final String key : variables.keySet()) {
                try {
                    workflow.putVariables(FlowVariable.load(variables.getNodeSettings(key)));
                } catch (InvalidSettingsException e) {
                    result.addError("Workflow variable " + key + " in file " + file + ": " + e.getMessage());
                }
            }
        }
    }

    private void readNodes(final WorkflowManager workflow, final NodeSettingsRO settings, final LoadResult result,
        final Path file) {
        final NodeSettingsRO nodes;
        try {
            nodes = settings.getNodeSettings("nodes");
        } catch (InvalidSettingsException e) {
            result.addError("The file " + file + " has no list of nodes: " + e.getMessage());
            return;
        }
        for (final String key : nodes.keySet()) {
            try {
                readNode(workflow, nodes.getNodeSettings(key), result);
            } catch (InvalidSettingsException e) {
                result.addError("The entry \"" + key + "\" in file " + file + " is no node: " + e.getMessage());
            }
        }
    }

    private void readNode(final WorkflowManager workflow, final NodeSettingsRO entry, final LoadResult result)
        throws InvalidSettingsException {
        final int number = entry.getInt("id");
        final String settingsFile = entry.getString("node_settings_file");
        final Path file = directory.resolve(settingsFile);
        final String folder = settingsFile.contains("/") ? settingsFile.substring(0, settingsFile.indexOf('/'))
            : settingsFile;
        unread.put(number, folder);
        final String type = entry.getString("node_type", "NativeNode");
        if (entry.getBoolean("node_is_meta", false) || !"NativeNode".equals(type)) {
            result.addError("Node " + number + " (" + folder + ") is a "
                + ("SubNode".equals(type) ? "component" : "metanode")
                + ", which is not supported by the runner; open the workflow in KNIME, or take what it holds out of"
                + " it.");
            return;
        }
        final LoadResult loaded =
            new LoadResult(folder.replaceFirst(" \\(#\\d+\\)$", "") + " " + workflow.getID().createChild(number));
        try {
            final NativeNodeContainer node = readNode(workflow, number, load(file), loaded, file);
            if (node != null) {
                ids.put(number, node.getID());
                unread.remove(number);
            }
        } catch (IOException | IllegalStateException e) {
            loaded.addError(e.getMessage());
        } catch (InvalidSettingsException e) {
            loaded.addError("The settings in file " + file + " are not usable: " + e.getMessage());
        }
        if (loaded.hasErrors() || loaded.hasWarningEntries()) {
            result.addChildError(loaded);
        }
    }

    private static NativeNodeContainer readNode(final WorkflowManager workflow, final int number,
        final NodeSettingsRO settings, final LoadResult loaded, final Path file) throws InvalidSettingsException {
        final NodeAndBundleInformationPersistor origin = MissingNodes.origin(settings);
        final Optional<NodeFactory<?>> found = NodeRepository.find(origin.getFactoryClassNotNull());
        if (found.isEmpty()) {
            loaded.addError(origin.getErrorMessageWhenNodeIsMissing() + " (file " + file + ")");
            loaded.addMissingNode(origin);
            return null;
        }
        final NodeFactory<?> factory = found.orElseThrow();
        if (settings.containsKey("factory_settings")) {
            factory.loadAdditionalFactorySettings(settings.getNodeSettings("factory_settings"));
        }
        ModifiableNodeCreationConfiguration ports = null;
        if (factory instanceof ConfigurableNodeFactory<?> configurable) {
            ports = configurable.createNodeCreationConfig();
            ports.loadSettingsFrom(settings);
        }
        final NativeNodeContainer node = workflow.add(factory, ports, number);
        readModel(node, settings, loaded, file);
        return node;
    }

    private static void readModel(final NativeNodeContainer node, final NodeSettingsRO settings,
        final LoadResult loaded, final Path file) throws InvalidSettingsException {
        try {
            if (settings.containsKey("internal_node_subsettings")) {
                node.loadSettings(settings);
            } else {
                node.takeSettings(settings);
            }
        } catch (InvalidSettingsException | RuntimeException e) {
            node.takeSettings(settings);
            loaded.addError("Loading model settings of node \"" + node.getName() + "\" from file " + file + " failed: "
                + e.getMessage());
            return;
        }
        if (settings.containsKey("model")) {
            final NodeSettings known = new NodeSettings("model");
            node.getNode().saveModelSettingsTo(known);
            if (known.getChildCount() > 0) {
                for (final String unknown : unknown(settings.getNodeSettings("model"), known, "")) {
                    loaded.addError(
                        "Unknown setting \"" + unknown + "\" of node \"" + node.getName() + "\" in file " + file);
                }
            }
        }
    }

    /** The places of settings that the node would not write. */
    private static List<String> unknown(final NodeSettingsRO given, final Config known, final String path) {
        final List<String> unknown = new ArrayList<>();
        for (final String key : given.keySet()) {
            final boolean element = key.matches("\\d+|array-size");
            if (!known.containsKey(key)) {
                if (!element) {
                    unknown.add(path + key);
                }
            } else if (known.getEntry(key) instanceof Config knownGroup
                && ((Config)given).getEntry(key) instanceof NodeSettings givenGroup) {
                unknown.addAll(unknown(givenGroup, knownGroup, path + key + "/"));
            }
        }
        return unknown;
    }

    private void readConnections(final WorkflowManager workflow, final NodeSettingsRO settings,
        final LoadResult result, final Path file) {
        final NodeSettingsRO connections;
        try {
            connections = settings.getNodeSettings("connections");
        } catch (InvalidSettingsException e) {
            result.addError("The file " + file + " has no list of connections: " + e.getMessage());
            return;
        }
        for (final String key : connections.keySet()) {
            try {
                readConnection(workflow, connections.getNodeSettings(key), key, result, file);
            } catch (InvalidSettingsException e) {
                result.addError("The entry \"" + key + "\" in file " + file + " is no connection: " + e.getMessage());
            }
        }
    }

    private void readConnection(final WorkflowManager workflow, final NodeSettingsRO entry, final String key,
        final LoadResult result, final Path file) throws InvalidSettingsException {
        final int source = entry.getInt("sourceID");
        final int dest = entry.getInt("destID");
        for (final int end : new int[]{source, dest}) {
            if (!ids.containsKey(end)) {
                if (!unread.containsKey(end)) {
                    result.addError("The connection \"" + key + "\" in file " + file
                        + " cannot be made: the workflow has no node " + end + ".");
                }
                return;
            }
        }
        try {
            workflow.connect(ids.get(source), entry.getInt("sourcePort"), ids.get(dest), entry.getInt("destPort"));
        } catch (IllegalArgumentException e) {
            result.addError(
                "The connection \"" + key + "\" in file " + file + " cannot be made. " + e.getMessage() + ".");
        }
    }
}
