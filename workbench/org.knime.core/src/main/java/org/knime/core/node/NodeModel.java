package org.knime.core.node;

import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

import org.knime.core.data.DataTableSpec;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.PortTypeRegistry;
import org.knime.core.node.workflow.FlowLoopContext;
import org.knime.core.node.workflow.FlowObjectStack;
import org.knime.core.node.workflow.FlowScopeContext;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.LoopEndNode;
import org.knime.core.node.workflow.LoopStartNode;
import org.knime.core.node.workflow.ScopeStartNode;
import org.knime.core.node.workflow.VariableType;
import org.knime.core.node.workflow.VariableType.IntType;

/** What a node does: settings, configuration, execution. */
public abstract class NodeModel implements AbstractNodeView.ViewableModel {

    private final NodeLogger logger = NodeLogger.getLogger(getClass());

    private final PortType[] inTypes;

    private final PortType[] outTypes;

    private FlowObjectStack incoming;

    private FlowObjectStack outgoing;

    private FlowLoopContext continued;

    private FlowScopeContext opened;

    private LoopEndNode loopEnd;

    private ScopeStartNode<?> scopeStart;

    private String warning;

    protected NodeModel(final int nrInDataPorts, final int nrOutDataPorts) {
        this(tables(nrInDataPorts), tables(nrOutDataPorts));
    }

    protected NodeModel(final PortType[] inPortTypes, final PortType[] outPortTypes) {
        inTypes = checked(inPortTypes, "InPortType");
        outTypes = checked(outPortTypes, "OutPortType");
    }

    private static PortType[] tables(final int count) {
        final PortType[] types = new PortType[count];
        Arrays.fill(types, BufferedDataTable.TYPE);
        return types;
    }

    private static PortType[] checked(final PortType[] types, final String name) {
        if (types == null) {
            return new PortType[0];
        }
        for (int i = 0; i < types.length; i++) {
            if (types[i] == null) {
                throw new IllegalArgumentException(name + "[" + i + "] must not be null!");
            }
        }
        return Stream.of(types)
            .map(t -> PortTypeRegistry.getInstance().getPortType(t.getPortObjectClass(), t.isOptional()))
            .toArray(PortType[]::new);
    }

    // what node authors write

    protected abstract void loadInternals(File nodeInternDir, ExecutionMonitor exec)
        throws IOException, CanceledExecutionException;

    protected abstract void saveInternals(File nodeInternDir, ExecutionMonitor exec)
        throws IOException, CanceledExecutionException;

    protected abstract void saveSettingsTo(NodeSettingsWO settings);

    protected abstract void validateSettings(NodeSettingsRO settings) throws InvalidSettingsException;

    protected abstract void loadValidatedSettingsFrom(NodeSettingsRO settings) throws InvalidSettingsException;

    protected abstract void reset();

    protected void validateViewSettings(final NodeSettingsRO viewSettings) throws InvalidSettingsException {
        // no view settings by default
    }

    protected void saveDefaultViewSettingsTo(final NodeSettingsWO viewSettings) {
        // no view settings by default
    }

    protected void onDispose() {
        // nothing by default
    }

    protected DataTableSpec[] configure(final DataTableSpec[] inSpecs) throws InvalidSettingsException {
        throw new InvalidSettingsException("NodeModel.configure() implementation missing!");
    }

    protected PortObjectSpec[] configure(final PortObjectSpec[] inSpecs) throws InvalidSettingsException {
        final DataTableSpec[] specs = new DataTableSpec[inSpecs.length];
        for (int i = 0; i < specs.length; i++) {
            if (inSpecs[i] != null && !(inSpecs[i] instanceof DataTableSpec)) {
                throw new InvalidSettingsException("Input Port " + i + " does not hold data table specs. "
                    + "Likely reason: wrong version of NodeModel.configure() overwritten!");
            }
            specs[i] = (DataTableSpec)inSpecs[i];
        }
        return configure(specs);
    }

    protected BufferedDataTable[] execute(final BufferedDataTable[] inData, final ExecutionContext exec)
        throws Exception {
        throw new IOException("NodeModel.execute() implementation missing!");
    }

    protected PortObject[] execute(final PortObject[] inObjects, final ExecutionContext exec) throws Exception {
        final BufferedDataTable[] tables = new BufferedDataTable[inObjects.length];
        for (int i = 0; i < tables.length; i++) {
            if (inObjects[i] != null && !(inObjects[i] instanceof BufferedDataTable)) {
                throw new IOException("Input port " + i + " does not hold data table but "
                    + inObjects[i].getClass().getSimpleName()
                    + "; Likely reason: wrong version of NodeModel.execute() overwritten!");
            }
            tables[i] = (BufferedDataTable)inObjects[i];
        }
        return execute(tables, exec);
    }

    /** @param message shown at the node; null removes it */
    protected final void setWarningMessage(final String message) {
        warning = message;
    }

    protected final void pushFlowVariableString(final String name, final String value) {
        outgoing.push(new FlowVariable(name, value));
    }

    protected final void pushFlowVariableInt(final String name, final int value) {
        outgoing.push(new FlowVariable(name, value));
    }

    protected final <T> void pushFlowVariable(final String name, final VariableType<T> type, final T value) {
        if (name == null || type == null || value == null) {
            throw new IllegalArgumentException("Variable name, type and value must not be null.");
        }
        outgoing.push(new FlowVariable(name, type, value));
    }

    public final int peekFlowVariableInt(final String name) {
        return peekFlowVariable(name, IntType.INSTANCE);
    }

    /** @throws NoSuchElementException if there is no variable of that name and type */
    public final <T> T peekFlowVariable(final String name, final VariableType<T> type) {
        for (final FlowObjectStack stack : new FlowObjectStack[]{outgoing, incoming}) {
            final Optional<FlowVariable> found =
                stack == null ? Optional.empty() : stack.peekFlowVariable(name, type);
            if (found.isPresent()) {
                return found.get().getValue(type);
            }
        }
        throw new NoSuchElementException("No such variable \"" + name + "\" of type " + type);
    }

    public final Map<String, FlowVariable> getAvailableFlowVariables(final VariableType<?>[] types) {
        final Map<String, FlowVariable> variables = new LinkedHashMap<>();
        for (final FlowObjectStack stack : new FlowObjectStack[]{incoming, outgoing}) {
            if (stack != null) {
                stack.getAvailableFlowVariables(types).forEach(variables::putIfAbsent);
            }
        }
        return Collections.unmodifiableMap(variables);
    }

    public Map<String, FlowVariable> getAvailableFlowVariables(final VariableType<?> type,
        final VariableType<?>... otherTypes) {
        return getAvailableFlowVariables(with(type, otherTypes));
    }

    private static VariableType<?>[] with(final VariableType<?> type, final VariableType<?>... others) {
        return Stream.concat(Stream.of(others), Stream.of(type)).toArray(VariableType<?>[]::new);
    }

    /** Called by a loop end in its execution: another iteration follows. */
    protected final void continueLoop() {
        if (!(this instanceof LoopEndNode)) {
            throw new IllegalStateException("continueLoop called from non-end node (Coding Error)!");
        }
        continued = incoming.peek(FlowLoopContext.class);
        if (continued == null) {
            throw new IllegalStateException("Missing Loop Start in Pipeline!");
        }
    }

    /** The end of the loop that this node starts; null in the first iteration. */
    protected final LoopEndNode getLoopEndNode() {
        return loopEnd;
    }

    /** The start of the loop that this node ends. */
    protected final LoopStartNode getLoopStartNode() {
        return getScopeStartNode(LoopStartNode.class).orElse(null);
    }

    protected final <T extends ScopeStartNode<?>> Optional<T> getScopeStartNode(final Class<T> startNodeType) {
        return startNodeType.isInstance(scopeStart) ? Optional.of(startNodeType.cast(scopeStart)) : Optional.empty();
    }

    // what the framework does

    final PortType[] inTypes() {
        return inTypes;
    }

    final PortType[] outTypes() {
        return outTypes;
    }

    final void setFlowObjectStack(final FlowObjectStack newIncoming, final FlowObjectStack newOutgoing) {
        incoming = newIncoming;
        outgoing = newOutgoing;
    }

    final FlowObjectStack incoming() {
        return incoming;
    }

    final FlowObjectStack outgoing() {
        return outgoing;
    }

    final FlowLoopContext continued() {
        return continued;
    }

    final void clearContinued() {
        continued = null;
    }

    final FlowScopeContext opened() {
        if (opened == null && this instanceof LoopStartNode) {
            opened = new FlowLoopContext();
        } else if (opened == null && this instanceof ScopeStartNode) {
            opened = new FlowScopeContext();
        }
        return opened;
    }

    final void setLoopEnd(final LoopEndNode end) {
        loopEnd = end;
    }

    final void setScopeStart(final ScopeStartNode<?> start) {
        scopeStart = start;
    }

    final String warning() {
        return warning;
    }

    final PortObjectSpec[] configureModel(final PortObjectSpec[] inSpecs) throws InvalidSettingsException {
        setWarningMessage(null);
        final PortObjectSpec[] specs = inSpecs.clone();
        for (int i = 0; i < specs.length; i++) {
            if (specs[i] == null && BufferedDataTable.TYPE.equals(inTypes[i]) && !inTypes[i].isOptional()) {
                specs[i] = new DataTableSpec();
            }
            if (!inTypes[i].acceptsPortObjectSpec(specs[i])) {
                throw new InvalidSettingsException("Incompatible port spec" + (specs.length > 1 ? " at port " + i : "")
                    + ", expected: " + inTypes[i].getPortObjectSpecClass().getSimpleName() + ", actual: "
                    + specs[i].getClass().getSimpleName());
            }
        }
        final PortObjectSpec[] out = configure(specs);
        if (out == null) {
            return new PortObjectSpec[outTypes.length];
        }
        if (out.length != outTypes.length) {
            logger.error("Output spec-array length invalid: " + out.length + " <> " + outTypes.length);
            return new PortObjectSpec[outTypes.length];
        }
        return out;
    }

    final PortObject[] executeModel(final PortObject[] data, final ExecutionContext exec) throws Exception {
        setWarningMessage(null);
        for (int i = 0; i < data.length; i++) {
            if (!(data[i] == null && inTypes[i].isOptional())
                && !inTypes[i].getPortObjectClass().isInstance(data[i])) {
                throw new IllegalStateException("Connection Error: Mismatch of input port types (port " + i + ").");
            }
        }
        final PortObject[] result = execute(data, exec);
        exec.checkCanceled();
        final PortObject[] out = result == null ? new PortObject[outTypes.length] : result.clone();
        if (out.length != outTypes.length) {
            throw new IllegalStateException("Invalid result. Execution failed. Reason: Incorrect implementation; the "
                + "execute method in \"" + getClass().getSimpleName()
                + "\" returned null or an incorrect number of output tables.");
        }
        for (int i = 0; i < out.length; i++) {
            if (out[i] instanceof BufferedDataTable table && List.of(nonNull(data)).contains(table)) {
                out[i] = exec.createWrappedTable(table);
            }
            if (out[i] == null && continued == null) {
                throw new IllegalStateException(
                    "Invalid result. Execution failed, reason: data at output " + i + " is null.");
            }
        }
        warnOfEmptyTables(out);
        return out;
    }

    private static PortObject[] nonNull(final PortObject[] data) {
        return Stream.of(data).filter(d -> d != null).toArray(PortObject[]::new);
    }

    private void warnOfEmptyTables(final PortObject[] out) {
        final List<BufferedDataTable> tables = Stream.of(out).filter(BufferedDataTable.class::isInstance)
            .map(BufferedDataTable.class::cast).toList();
        if (warning == null && !tables.isEmpty() && tables.stream().allMatch(t -> t.size() == 0)) {
            setWarningMessage(tables.size() == 1 ? "Node created an empty data table."
                : "Node created empty data tables on all out-ports.");
        }
    }

    final void resetModel() {
        try {
            setWarningMessage(null);
            reset();
        } catch (RuntimeException e) { // a failing reset must not keep others from being reset
            logger.coding("Reset failed due to a " + e.getClass().getSimpleName(), e);
        } finally {
            opened = null;
        }
    }
}
