package org.knime.core.node.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.LinkedHashMap;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsWO;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** Writes a workflow to its directory, as not executed, without time stamps: the same workflow gives the same bytes. */
final class WorkflowWriter {

    private final WorkflowManager workflow;

    private final Path directory;

    WorkflowWriter(final WorkflowManager workflow, final Path directory) {
        this.workflow = workflow;
        this.directory = directory;
    }

    void write() throws IOException {
        Files.createDirectories(directory);
        final Map<NativeNodeContainer, String> folders = new LinkedHashMap<>();
        for (final NativeNodeContainer node : workflow.graph().nodes()) {
            final String folder =
                node.getName().replaceAll("[^A-Za-z0-9 \\-]", "_") + " (#" + node.getID().getIndex() + ")";
            folders.put(node, folder);
            Files.createDirectories(directory.resolve(folder));
            save(node(node), directory.resolve(folder).resolve("settings.xml"));
        }
        save(workflow(folders), directory.resolve("workflow.knime"));
    }

    private static void save(final NodeSettings settings, final Path file) throws IOException {
        settings.saveToXML(Files.newOutputStream(file));
    }

    private NodeSettings workflow(final Map<NativeNodeContainer, String> folders) {
        final NodeSettings settings = new NodeSettings("workflow.knime");
        settings.addString("created_by", "5.8.0");
        settings.addBoolean("created_by_nightly", false);
        settings.addString("version", "5.1.0");
        settings.addString("name", workflow.getName());
        final NodeSettingsWO author = settings.addNodeSettings("authorInformation");
        author.addString("authored-by", null);
        author.addString("authored-when", null);
        author.addString("lastEdited-by", null);
        author.addString("lastEdited-when", null);
        settings.addString("customDescription", workflow.getCustomDescription());
        settings.addString("state", "IDLE");
        settings.addNodeSettings("workflow_credentials");
        if (!workflow.getWorkflowVariables().isEmpty()) {
            final NodeSettingsWO variables = settings.addNodeSettings("workflow_variables");
            int i = 0;
            for (final FlowVariable variable : workflow.getWorkflowVariables()) {
                variable.save(variables.addNodeSettings("Var_" + i++));
            }
        }
        final NodeSettingsWO nodes = settings.addNodeSettings("nodes");
        folders.forEach((node, folder) -> {
            final int number = node.getID().getIndex();
            final NodeSettingsWO entry = nodes.addNodeSettings("node_" + number);
            entry.addInt("id", number);
            entry.addString("node_settings_file", folder + "/settings.xml");
            entry.addBoolean("node_is_meta", false);
            entry.addString("node_type", "NativeNode");
            final NodeUIInformation place = node.getUIInformation();
            entry.addString("ui_classname", place == null ? null : NodeUIInformation.class.getName());
            if (place != null) {
                entry.addNodeSettings("ui_settings").addIntArray("extrainfo.node.bounds", place.getBounds());
            }
        });
        final NodeSettingsWO connections = settings.addNodeSettings("connections");
        int i = 0;
        for (final ConnectionContainer connection : workflow.getConnectionContainers()) {
            final NodeSettingsWO entry = connections.addNodeSettings("connection_" + i++);
            entry.addInt("sourceID", connection.getSource().getIndex());
            entry.addInt("destID", connection.getDest().getIndex());
            entry.addInt("sourcePort", connection.getSourcePort());
            entry.addInt("destPort", connection.getDestPort());
        }
        return settings;
    }

    private static NodeSettings node(final NativeNodeContainer node) {
        final NodeSettings settings = new NodeSettings("settings.xml");
        settings.addString("node_file", "settings.xml");
        settings.addNodeSettings("flow_stack");
        node.saveSettings(settings);
        settings.addString("customDescription", node.getCustomDescription());
        settings.addString("state", node.getInternalState().isIdle() ? "IDLE" : "CONFIGURED");
        settings.addString("factory", node.getNode().getFactory().getClass().getName());
        settings.addString("node-name", node.getName());
        final Bundle bundle = FrameworkUtil.getBundle(node.getNode().getFactory().getClass());
        settings.addString("node-bundle-name", bundle == null ? null : bundle.getHeaders().get("Bundle-Name"));
        settings.addString("node-bundle-symbolic-name", bundle == null ? null : bundle.getSymbolicName());
        settings.addString("node-bundle-vendor", bundle == null ? null : bundle.getHeaders().get("Bundle-Vendor"));
        settings.addString("node-bundle-version", bundle == null ? "0.0.0" : bundle.getVersion().getMajor() + "."
            + bundle.getVersion().getMinor() + "." + bundle.getVersion().getMicro());
        settings.addString("node-feature-name", null);
        settings.addString("node-feature-symbolic-name", null);
        settings.addString("node-feature-vendor", null);
        settings.addString("node-feature-version", "0.0.0");
        node.getNode().getFactory().saveAdditionalFactorySettings(factorySettings(settings));
        node.getNode().getCopyOfCreationConfig().ifPresent(c -> c.saveSettingsTo(settings));
        settings.addString("name", node.getName());
        settings.addBoolean("hasContent", false);
        settings.addBoolean("isInactive", false);
        final NodeSettingsWO ports = settings.addNodeSettings("ports");
        for (int i = 1; i < node.getNrOutPorts(); i++) {
            final NodeSettingsWO port = ports.addNodeSettings("port_" + i);
            port.addInt("index", i);
            port.addString("port_dir_location", null);
        }
        final NodeSettingsWO stores = settings.addNodeSettings("filestores");
        stores.addString("file_store_location", null);
        stores.addString("file_store_id", null);
        return settings;
    }

    private static NodeSettings factorySettings(final NodeSettings settings) {
        settings.addNodeSettings("factory_settings");
        try {
            return settings.getNodeSettings("factory_settings");
        } catch (InvalidSettingsException e) {
            throw new IllegalStateException(e);
        }
    }
}
