package org.modelcollapse.runner;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.knime.core.node.ExecutionMonitor;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.node.NodeAndBundleInformationPersistor;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.ConfigEntries;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.NodeContainer;
import org.knime.core.node.workflow.NodeID;
import org.knime.core.node.workflow.NodeMessage;
import org.knime.core.node.workflow.NodeOutPort;
import org.knime.core.node.workflow.WorkflowLoadHelper;
import org.knime.core.node.workflow.WorkflowManager;
import org.knime.core.node.workflow.WorkflowPersistor.LoadResultEntry;
import org.knime.core.node.workflow.WorkflowPersistor.LoadResultEntry.LoadResultEntryType;
import org.knime.core.node.workflow.WorkflowPersistor.WorkflowLoadResult;

/** A loaded workflow. To be closed, which takes it out of KNIME again. */
final class Workflow implements AutoCloseable {

    /** A node's name as KNIME writes it in messages, with the workflow's number before the node's. */
    private static final Pattern NODE = Pattern.compile("(.*) \\d+:(\\d{1,9})");

    /** How the factories of KNIME's own nodes are called, without which the rest of a workflow may still run. */
    private static final String KNIMES_OWN = "org.knime.";

    private final WorkflowManager manager;
    private final String title;
    private final List<String> leftOut = new ArrayList<>();

    private Workflow(final WorkflowManager manager, final String title) {
        this.manager = manager;
        this.title = title;
    }

    /**
     * @param source the copy to load
     * @return the workflow, not executed, without those of KNIME's own nodes that are not installed and what depends on them
     * @throws RunException if anything else in it cannot be loaded, or nothing is left of it; the message says what
     */
    static Workflow load(final WorkflowSource source) throws RunException {
        final WorkflowFiles files;
        try {
            files = WorkflowFiles.of(source.directory());
        } catch (final RunException e) {
            throw new RunException(e.code(), source.inTermsOfOriginal(e.getMessage()), e);
        }
        final WorkflowLoadResult result;
        try {
            result = load(source.directory().toFile());
        } catch (final Exception e) { // NOSONAR KNIME declares five kinds, all of which mean that there is no workflow
            throw new RunException(ExitCode.LOAD_ERROR, "The workflow cannot be loaded: " + source.inTermsOfOriginal(String.valueOf(e.getMessage())), e);
        }
        final Workflow workflow = new Workflow(result.getWorkflowManager(), files.title());
        final List<String> problems = problems(result, files);
        if (!problems.isEmpty()) {
            workflow.close();
            throw new RunException(ExitCode.LOAD_ERROR, source.inTermsOfOriginal("The workflow cannot be loaded:\n" + String.join("\n", problems)));
        }
        workflow.leaveOut(missing(result, files), files);
        if (workflow.nodes().isEmpty() && !workflow.leftOut.isEmpty()) {
            workflow.close();
            throw new RunException(ExitCode.LOAD_ERROR, "Nothing in the workflow can run here:\n" + String.join("\n", workflow.leftOut));
        }
        return workflow;
    }

    /** @return the nodes that are not installed, by number, with their names */
    private static Map<Integer, String> missing(final WorkflowLoadResult result, final WorkflowFiles files) {
        final Map<Integer, String> missing = new TreeMap<>();
        result.getMissingNodes().forEach(m -> files.nodesOf(m.getFactoryClassNotNull()).forEach(n -> missing.put(n, m.getNodeNameNotNull())));
        return missing;
    }

    private static List<String> problems(final WorkflowLoadResult result, final WorkflowFiles files) {
        final List<String> problems = new ArrayList<>();
        for (final NodeAndBundleInformationPersistor missing : result.getMissingNodes()) {
            if (missing.getFactoryClassNotNull().startsWith(KNIMES_OWN)) {
                continue;
            }
            problems.add("Not installed: the node \"" + missing.getNodeNameNotNull() + "\" (" + missing.getFactoryClassNotNull() + "), in this workflow "
                + files.nodesOf(missing.getFactoryClassNotNull()).stream().map(n -> "node " + n + " in " + files.settingsFile(n)).collect(Collectors.joining(", ")) + ".");
        }
        if (!problems.isEmpty()) {
            problems.add("Install the extensions that have these nodes. The stand-in of run-workflow has the Model Collapse nodes only; run others in KNIME.");
        } else if (result.hasErrors()) {
            addErrors(result, "", files, result.getMissingNodes().stream().map(NodeAndBundleInformationPersistor::getErrorMessageWhenNodeIsMissing).toList(), problems);
        }
        return problems;
    }

    /** Adds the innermost errors but those that are said elsewhere, each after the name of the node it is about and before that of its file. */
    private static void addErrors(final LoadResultEntry entry, final String node, final WorkflowFiles files, final List<String> elsewhere, final List<String> problems) {
        for (final LoadResultEntry child : entry.getChildren()) {
            final Matcher matcher = NODE.matcher(child.getMessage());
            if (child.hasErrors() && child.getChildren().length > 0) {
                final String file = matcher.matches() ? files.settingsFile(Integer.parseInt(matcher.group(2))) : "";
                addErrors(child, file.isEmpty() ? node : matcher.group(1) + " (node " + matcher.group(2) + ", " + file + "): ", files, elsewhere, problems);
            } else if (child.getType() == LoadResultEntryType.Error && elsewhere.stream().noneMatch(child.getMessage()::startsWith)) {
                problems.add(node + child.getMessage());
            }
        }
    }

    private void leaveOut(final Map<Integer, String> missing, final WorkflowFiles files) {
        final Map<Integer, NodeType> types = new TreeMap<>();
        nodes().forEach(n -> types.put(n.getID().getIndex(), n.getType()));
        LeftOut.of(missing.keySet(), files.links(), types).forEach((number, because) -> {
            final NodeID id = manager.getID().createChild(number);
            final String name = missing.containsKey(number) ? missing.get(number) : manager.getNodeContainer(id).getName();
            leftOut.add("Left out: " + name + " (node " + number + ")"
                + (missing.containsKey(number) ? ", a node of KNIME's own, which is not installed here." : ", because of " + missing.get(because) + " (node " + because + ")."));
            // KNIME puts a placeholder where a node is missing, the stand-in nothing
            if (manager.containsNodeContainer(id)) {
                manager.removeNode(id);
            }
        });
        if (!leftOut.isEmpty()) {
            leftOut.add("All else was run as if these were not there. The whole workflow runs in KNIME.");
        }
    }

    /** @return what was left out and why, a line each; nothing if the workflow is whole */
    List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    @SuppressWarnings("deprecation")
    private static WorkflowLoadResult load(final java.io.File directory) throws Exception {
        // the way that is not deprecated since 4.7 needs the workflow context's internal builders, and this one makes the same context
        return WorkflowManager.loadProject(directory, new ExecutionMonitor(), new WorkflowLoadHelper(directory));
    }

    /** @return what the workflow calls itself */
    String title() {
        return title;
    }

    /** @return the nodes by number */
    private List<NodeContainer> nodes() {
        final List<NodeContainer> nodes = new ArrayList<>(manager.getNodeContainers());
        nodes.sort(Comparator.comparing(NodeContainer::getID));
        return nodes;
    }

    /** @return what a reader calls the node */
    private static String label(final NodeContainer node) {
        return node.getName() + " (node " + node.getID().getIndex() + ")";
    }

    /**
     * Sets variables and settings, and resets if that is wanted.
     *
     * @param options that say what to set
     * @return warnings about what may have no effect
     * @throws RunException if there is no such node or setting, or the node refuses it
     */
    List<String> apply(final Options options) throws RunException {
        final Map<Integer, List<Options.Setting>> byNode = new LinkedHashMap<>();
        options.settings().forEach(s -> byNode.computeIfAbsent(s.node(), n -> new ArrayList<>()).add(s));
        for (final Map.Entry<Integer, List<Options.Setting>> entry : byNode.entrySet()) {
            change(entry.getKey(), entry.getValue());
        }
        final List<String> warnings = new ArrayList<>();
        final Set<String> known = new HashSet<>();
        manager.getWorkflowVariables().forEach(v -> known.add(v.getName()));
        for (final Options.Variable variable : options.variables()) {
            if (!known.contains(variable.name()) && !isUsed(variable.name())) {
                warnings.add("The workflow variable \"" + variable.name() + "\" changes nothing: the workflow does not define it, and no node has its name in its settings.");
            }
        }
        if (!options.variables().isEmpty()) {
            manager.addWorkflowVariables(!options.reset(), options.variables().stream().map(Workflow::flowVariable).toArray(FlowVariable[]::new));
        }
        if (options.reset()) {
            manager.resetAndConfigureAll();
        }
        return warnings;
    }

    private static FlowVariable flowVariable(final Options.Variable variable) {
        if (variable.value() instanceof Integer i) {
            return new FlowVariable(variable.name(), i.intValue());
        }
        if (variable.value() instanceof Double d) {
            return new FlowVariable(variable.name(), d.doubleValue());
        }
        return new FlowVariable(variable.name(), (String)variable.value());
    }

    /** Whether a setting of a node is controlled by the variable, or names it, as the stop variable of a loop end does. */
    private boolean isUsed(final String variable) throws RunException {
        for (final NodeContainer node : nodes()) {
            try {
                final NodeSettings all = new NodeSettings("node");
                manager.saveNodeSettings(node.getID(), all);
                if (names(all, variable)) {
                    return true;
                }
            } catch (final InvalidSettingsException e) {
                throw new RunException(ExitCode.BAD_OPTIONS, label(node) + ": " + e.getMessage(), e);
            }
        }
        return false;
    }

    private static boolean names(final NodeSettings settings, final String text) throws InvalidSettingsException {
        for (final String key : settings.keySet()) {
            final ConfigEntries type = settings.getEntry(key).getType();
            if (type == ConfigEntries.config ? names(settings.getNodeSettings(key), text)
                : type == ConfigEntries.xstring && text.equals(settings.getString(key))) {
                return true;
            }
        }
        return false;
    }

    /** Changes the settings of a node all at once, as some are valid only together. */
    private void change(final int number, final List<Options.Setting> settings) throws RunException {
        final NodeID id = manager.getID().createChild(number);
        final NodeContainer node = nodes().stream().filter(n -> n.getID().equals(id)).findFirst().orElseThrow(() -> new RunException(ExitCode.BAD_OPTIONS,
            "-option for node " + number + ": the workflow has no such node. It has " + String.join(", ", nodes().stream().map(Workflow::label).toList()) + "."));
        try {
            final NodeSettings all = new NodeSettings("node");
            manager.saveNodeSettings(id, all);
            for (final Options.Setting setting : settings) {
                SettingChange.of(setting).apply(all.getNodeSettings("model"));
            }
            manager.loadNodeSettings(id, all);
        } catch (final InvalidSettingsException e) {
            throw new RunException(ExitCode.BAD_OPTIONS, "-option for " + label(node) + ": " + e.getMessage(), e);
        }
    }

    /**
     * Executes all nodes.
     *
     * @param progress is told what the nodes report
     * @throws RunException if a node was not executed; the message names each such node and why
     */
    void execute(final Progress progress) throws RunException {
        requireConnections();
        for (final NodeContainer node : nodes()) {
            final String name = node.getName();
            node.addProgressListener(e -> progress.update(name, e.getNodeProgress().getMessage(), e.getNodeProgress().getProgress()));
        }
        try {
            manager.executeAllAndWaitUntilDoneInterruptibly();
        } catch (final InterruptedException e) {
            cancel();
            Thread.currentThread().interrupt();
            throw new RunException(ExitCode.EXECUTION_ERROR, "Stopped.", e);
        }
        final List<String> failures = failures();
        if (!failures.isEmpty()) {
            throw new RunException(ExitCode.EXECUTION_ERROR, "The workflow was not executed to its end:\n" + String.join("\n", failures));
        }
    }

    /** Stops the execution; may be called by any thread. */
    void cancel() {
        manager.cancelExecution();
    }

    private void requireConnections() throws RunException {
        final List<String> open = new ArrayList<>();
        for (final NodeContainer node : nodes()) {
            // port 0 is the one for flow variables, which need not be connected
            for (int i = 1; i < node.getNrInPorts(); i++) {
                if (!node.getInPort(i).getPortType().isOptional() && manager.getIncomingConnectionFor(node.getID(), i) == null) {
                    open.add(label(node) + ": nothing is connected to its input port " + i + " (" + node.getInPort(i).getPortName() + ").");
                }
            }
        }
        if (!open.isEmpty()) {
            throw new RunException(ExitCode.EXECUTION_ERROR, "The workflow cannot be executed because connections are missing:\n" + String.join("\n", open));
        }
    }

    /** @return a line for each node that failed; if none did, for each that was not executed */
    private List<String> failures() {
        final List<String> failed = new ArrayList<>();
        final List<String> waiting = new ArrayList<>();
        for (final NodeContainer node : nodes()) {
            if (!node.getNodeContainerState().isExecuted()) {
                final NodeMessage message = node.getNodeMessage();
                if (message.getMessageType() == NodeMessage.Type.RESET) {
                    waiting.add(label(node) + ": not executed, and it does not say why.");
                } else {
                    failed.add(label(node) + ": " + message.getMessage());
                }
            }
        }
        return failed.isEmpty() ? waiting : failed;
    }

    /** @return what executed nodes warn of */
    List<String> warnings() {
        return nodes().stream().filter(n -> n.getNodeMessage().getMessageType() == NodeMessage.Type.WARNING).map(n -> label(n) + ": " + n.getNodeMessage().getMessage())
            .toList();
    }

    /**
     * An output port to which nothing is connected.
     *
     * @param name for files
     * @param title what a reader calls it
     * @param object what it holds
     */
    record OpenPort(String name, String title, PortObject object) {
    }

    /** @return the open output ports, by node and port */
    List<OpenPort> openPorts() {
        final List<OpenPort> open = new ArrayList<>();
        for (final NodeContainer node : nodes()) {
            for (int i = 1; i < node.getNrOutPorts(); i++) {
                final NodeOutPort port = node.getOutPort(i);
                if (manager.getOutgoingConnectionsFor(node.getID(), i).isEmpty()) {
                    final String name = node.getName() + " " + node.getID().getIndex() + " " + port.getPortName();
                    open.add(new OpenPort(name, label(node) + ": " + port.getPortName(), port.getPortObject()));
                }
            }
        }
        return open;
    }

    /** A node with a view that can be written into a file. */
    record ViewedNode(String name, String label, NodeContainer node) {
        /** @return the view, or nothing if there is nothing to see */
        Optional<KnimeView> view() throws IOException {
            return KnimeView.of(node, label);
        }
    }

    /** @return the nodes with views, by number */
    List<ViewedNode> viewedNodes() {
        return nodes().stream().filter(KnimeView::canBeFile).map(n -> new ViewedNode(n.getName() + " " + n.getID().getIndex(), label(n), n)).toList();
    }

    @Override
    public void close() {
        if (manager != null) {
            manager.getParent().removeProject(manager.getID());
        }
    }
}
