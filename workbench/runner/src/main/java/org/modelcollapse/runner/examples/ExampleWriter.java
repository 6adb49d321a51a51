package org.modelcollapse.runner.examples;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Platform;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ConfigurableNodeFactory;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.context.ModifiableNodeCreationConfiguration;
import org.knime.core.node.workflow.NodeContainer;
import org.knime.core.node.workflow.NodeID;
import org.knime.core.node.workflow.WorkflowCreationHelper;
import org.knime.core.node.workflow.WorkflowManager;
import org.modelcollapse.runner.examples.Example.Link;
import org.modelcollapse.runner.examples.Example.Node;
import org.modelcollapse.runner.examples.Example.Note;
import org.modelcollapse.runner.examples.Example.Other;

/**
 * Writes an example as a workflow directory that was never executed. The nodes are really created and connected, so that their settings are complete; the files hold
 * no date and no person, so that they are the same each time.
 */
final class ExampleWriter {

    /** The oldest KNIME that the nodes run on, so that none calls the workflow one from the future. */
    private static final String CREATED_BY = "5.8.0";
    private static final String FORMAT = "5.1.0";
    private static final String DATE = "2026-11-22 00:00:00 +0000";
    private static final String EXTENSION_POINT = "org.knime.workbench.repository.nodes";
    private static final int NODE_SIZE = 68;
    private static final int WHITE = 0xFFFFFF;

    private static final Origin OURS =
        new Origin("Model Collapse Nodes for KNIME", "org.modelcollapse.knime", "Model Collapse Nodes for KNIME", "org.modelcollapse.feature", "modelcollapse.org", "1.0.0");

    private final Example example;
    private final Path directory;

    private ExampleWriter(final Example example, final Path directory) {
        this.example = example;
        this.directory = directory;
    }

    /**
     * @param example to write
     * @param directory to write into; what is there of the workflow is replaced
     * @throws IOException if it cannot be written
     * @throws InvalidSettingsException if a node refuses a setting
     */
    @SuppressWarnings("deprecation") // what replaces it needs a workflow context, which nothing here depends on
    static void write(final Example example, final Path directory) throws IOException, InvalidSettingsException {
        final WorkflowManager manager = WorkflowManager.ROOT.createAndAddProject(example.name(), new WorkflowCreationHelper());
        try {
            new ExampleWriter(example, directory).write(manager);
        } finally {
            WorkflowManager.ROOT.removeProject(manager.getID());
        }
    }

    private void write(final WorkflowManager manager) throws IOException, InvalidSettingsException {
        final NodeSettings workflow = new NodeSettings("workflow.knime");
        addHeader(workflow);
        addNotes(workflow);
        final NodeSettingsWO nodes = workflow.addNodeSettings("nodes");
        for (final Node node : example.nodes()) {
            final NodeFactory<NodeModel> factory = create(node.factory());
            final ModifiableNodeCreationConfiguration creation = creation(factory, node);
            final NodeID id = manager.addNodeAndApplyContext(factory, creation, node.id());
            for (final Link link : example.links()) {
                if (link.to() == node.id()) {
                    final Link source = example.source(link.from(), link.output());
                    manager.addConnection(manager.getID().createChild(source.from()), source.output(), id, link.input());
                }
            }
            configure(manager, id, node);
            final String name = manager.getNodeContainer(id).getName();
            final String file = name + " (#" + node.id() + ")/settings.xml";
            addNode(nodes, node.id(), node.x(), node.y(), file);
            save(nodeSettings(manager, id, node, creation), file);
        }
        for (final Other other : example.others()) {
            final String file = other.kind().title() + " (#" + other.id() + ")/settings.xml";
            addNode(nodes, other.id(), other.x(), other.y(), file);
            save(otherSettings(other), file);
        }
        addLinks(workflow);
        save(workflow, "workflow.knime");
        Files.writeString(directory.resolve("workflow-metadata.xml"), metadata(), StandardCharsets.UTF_8);
    }

    private static void configure(final WorkflowManager manager, final NodeID id, final Node node) throws InvalidSettingsException {
        // a node whose dialog was never opened has no settings of its own yet
        manager.saveNodeSettingsToDefault(id);
        final NodeSettings settings = new NodeSettings("settings");
        manager.saveNodeSettings(id, settings);
        for (final var entry : node.settings().entrySet()) {
            put(settings.getNodeSettings("model"), List.of(entry.getKey().split("/")), entry.getValue());
        }
        manager.loadNodeSettings(id, settings);
    }

    private static void put(final NodeSettings model, final List<String> path, final Object value) throws InvalidSettingsException {
        NodeSettings place = model;
        for (final String key : path.subList(0, path.size() - 1)) {
            place = place.getNodeSettings(key);
        }
        final String key = path.get(path.size() - 1);
        if (!place.containsKey(key)) {
            throw new InvalidSettingsException("there is no setting " + key + " among " + place.keySet());
        }
        if (value instanceof List<?> elements) {
            putArray(place.addNodeSettings(key), elements);
        } else if (value instanceof Integer i) {
            place.addInt(key, i);
        } else if (value instanceof Long l) {
            place.addLong(key, l);
        } else if (value instanceof Double d) {
            place.addDouble(key, d);
        } else if (value instanceof Boolean b) {
            place.addBoolean(key, b);
        } else {
            place.addString(key, (String)value);
        }
    }

    private static void putArray(final NodeSettingsWO array, final List<?> elements) {
        for (int i = 0; i < elements.size(); i++) {
            final NodeSettingsWO element = array.addNodeSettings(Integer.toString(i));
            ((Map<?, ?>)elements.get(i)).forEach((key, value) -> {
                if (value instanceof Double d) {
                    element.addDouble((String)key, d);
                } else {
                    element.addString((String)key, (String)value);
                }
            });
        }
    }

    @SuppressWarnings("unchecked")
    private static NodeFactory<NodeModel> create(final String factory) throws IOException {
        for (final IConfigurationElement element : Platform.getExtensionRegistry().getConfigurationElementsFor(EXTENSION_POINT)) {
            if (factory.equals(element.getAttribute("factory-class"))) {
                try {
                    return (NodeFactory<NodeModel>)element.createExecutableExtension("factory-class");
                } catch (final CoreException e) {
                    throw new IOException(factory + " cannot be created: " + e.getMessage(), e);
                }
            }
        }
        throw new IOException(factory + " is not installed");
    }

    private static ModifiableNodeCreationConfiguration creation(final NodeFactory<NodeModel> factory, final Node node) {
        final ModifiableNodeCreationConfiguration creation = ((ConfigurableNodeFactory<NodeModel>)factory).createNodeCreationConfig();
        node.ports().forEach(p -> creation.getPortConfig().orElseThrow().getExtendablePorts().get(p).addPort(BufferedDataTable.TYPE));
        return creation;
    }

    private void addHeader(final NodeSettings workflow) {
        workflow.addString("created_by", CREATED_BY);
        workflow.addBoolean("created_by_nightly", false);
        workflow.addString("version", FORMAT);
        workflow.addString("name", example.title());
        final NodeSettingsWO author = workflow.addNodeSettings("authorInformation");
        author.addString("authored-by", "modelcollapse.org");
        author.addString("authored-when", DATE);
        author.addString("lastEdited-by", null);
        author.addString("lastEdited-when", null);
        workflow.addString("customDescription", null);
        workflow.addString("state", "CONFIGURED");
        workflow.addNodeSettings("workflow_credentials");
    }

    private void addNotes(final NodeSettings workflow) {
        final NodeSettingsWO notes = workflow.addNodeSettings("annotations");
        for (int i = 0; i < example.notes().size(); i++) {
            final Note note = example.notes().get(i);
            final NodeSettingsWO settings = notes.addNodeSettings("annotation_" + i);
            addText(settings, note.html(), "text/html", "LEFT");
            settings.addInt("x-coordinate", note.x());
            settings.addInt("y-coordinate", note.y());
            settings.addInt("width", note.width());
            settings.addInt("height", note.height());
            settings.addInt("borderSize", 2);
            settings.addInt("borderColor", note.colour());
        }
    }

    private static void addText(final NodeSettingsWO settings, final String text, final String contentType, final String alignment) {
        settings.addString("text", text);
        settings.addString("contentType", contentType);
        settings.addInt("bgcolor", WHITE);
        settings.addString("alignment", alignment);
        settings.addInt("defFontSize", 12);
        settings.addInt("annotation-version", 20230412);
        settings.addNodeSettings("styles");
    }

    private static void addNode(final NodeSettingsWO nodes, final int id, final int x, final int y, final String file) {
        final NodeSettingsWO settings = nodes.addNodeSettings("node_" + id);
        settings.addInt("id", id);
        settings.addString("node_settings_file", file);
        settings.addBoolean("node_is_meta", false);
        settings.addString("node_type", "NativeNode");
        settings.addString("ui_classname", "org.knime.core.node.workflow.NodeUIInformation");
        settings.addNodeSettings("ui_settings").addIntArray("extrainfo.node.bounds", x, y, NODE_SIZE, NODE_SIZE);
    }

    private void addLinks(final NodeSettings workflow) {
        final NodeSettingsWO connections = workflow.addNodeSettings("connections");
        for (int i = 0; i < example.links().size(); i++) {
            final Link link = example.links().get(i);
            final NodeSettingsWO settings = connections.addNodeSettings("connection_" + i);
            settings.addInt("sourceID", link.from());
            settings.addInt("destID", link.to());
            settings.addInt("sourcePort", link.output());
            settings.addInt("destPort", link.input());
        }
    }

    private static NodeSettings nodeSettings(final WorkflowManager manager, final NodeID id, final Node node, final ModifiableNodeCreationConfiguration creation)
        throws InvalidSettingsException {
        final NodeContainer container = manager.getNodeContainer(id);
        final NodeSettings saved = new NodeSettings("saved");
        manager.saveNodeSettings(id, saved);
        final NodeSettings settings = beginning();
        saved.getNodeSettings("model").copyTo(settings.addNodeSettings("model"));
        addLabel(settings, node.label());
        OURS.addTo(settings, node.factory(), container.getName());
        creation.saveSettingsTo(settings);
        addEnd(settings, container.getName(), container.getNrOutPorts() - 1);
        return settings;
    }

    private static NodeSettings otherSettings(final Other other) {
        final NodeSettings settings = beginning();
        if (other.settings() != null) {
            other.settings().accept(settings.addNodeSettings("model"));
        }
        addLabel(settings, other.label());
        other.kind().origin().addTo(settings, other.kind().factory(), other.kind().title());
        addEnd(settings, other.kind().title(), other.kind().outputs());
        return settings;
    }

    private static NodeSettings beginning() {
        final NodeSettings settings = new NodeSettings("settings.xml");
        settings.addString("node_file", "settings.xml");
        settings.addNodeSettings("flow_stack");
        settings.addNodeSettings("internal_node_subsettings").addString("memory_policy", "CacheSmallInMemory");
        return settings;
    }

    private static void addLabel(final NodeSettings settings, final String text) {
        final NodeSettingsWO label = settings.addNodeSettings("nodeAnnotation");
        addText(label, text, "text/plain", "CENTER");
        for (final String key : List.of("x-coordinate", "y-coordinate", "width", "height", "borderSize", "borderColor")) {
            label.addInt(key, 0);
        }
        settings.addString("customDescription", null);
        settings.addString("state", "CONFIGURED");
    }

    private static void addEnd(final NodeSettings settings, final String name, final int outputs) {
        settings.addString("name", name);
        settings.addBoolean("hasContent", false);
        settings.addBoolean("isInactive", false);
        final NodeSettingsWO ports = settings.addNodeSettings("ports");
        for (int i = 1; i <= outputs; i++) {
            final NodeSettingsWO port = ports.addNodeSettings("port_" + i);
            port.addInt("index", i);
            port.addString("port_dir_location", null);
        }
        final NodeSettingsWO stores = settings.addNodeSettings("filestores");
        stores.addString("file_store_location", null);
        stores.addString("file_store_id", null);
    }

    private void save(final NodeSettings settings, final String file) throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        settings.saveToXML(bytes);
        final Path target = directory.resolve(file);
        Files.createDirectories(target.getParent());
        Files.write(target, bytes.toByteArray());
    }

    private String metadata() {
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <workflow-metadata content-type="text/plain" xmlns="http://www.knime.org/core/node/workflow/metadata/v1.0">
                <last-modified>2026-11-22T00:00:00.000Z</last-modified>
                <description>%s</description>
            </workflow-metadata>
            """.formatted(example.description());
    }
}
