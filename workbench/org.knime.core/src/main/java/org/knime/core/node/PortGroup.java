package org.knime.core.node;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.knime.core.node.context.ports.ExtendablePortGroup;
import org.knime.core.node.context.ports.PortGroupConfiguration;
import org.knime.core.node.port.PortType;

/** Fixed ports, and up to a number of ports that the user adds. */
final class PortGroup implements ExtendablePortGroup {

    private final PortType[] fixed;

    private final PortType[] supported;

    private final List<PortType> configured = new ArrayList<>();

    private final boolean input;

    private final boolean output;

    private final int most;

    PortGroup(final PortType[] fixed, final PortType[] supported, final boolean input, final boolean output,
        final int most) {
        this.fixed = fixed;
        this.supported = supported;
        this.input = input;
        this.output = output;
        this.most = most;
    }

    boolean isExtendable() {
        return most > 0;
    }

    private PortType[] all() {
        return Stream.concat(Stream.of(fixed), configured.stream()).toArray(PortType[]::new);
    }

    @Override
    public PortType[] getInputPorts() {
        if (!input) {
            throw new UnsupportedOperationException("This port group does not specify input ports.");
        }
        return all();
    }

    @Override
    public PortType[] getOutputPorts() {
        if (!output) {
            throw new UnsupportedOperationException("This port group does not specify output ports.");
        }
        return all();
    }

    @Override
    public boolean definesInputPorts() {
        return input;
    }

    @Override
    public boolean definesOutputPorts() {
        return output;
    }

    @Override
    public PortType[] getFixedPorts() {
        return fixed.clone();
    }

    @Override
    public PortType[] getConfiguredPorts() {
        return configured.toArray(PortType[]::new);
    }

    @Override
    public PortType[] getSupportedPortTypes() {
        return supported.clone();
    }

    @Override
    public boolean canAddPort() {
        return configured.size() < most;
    }

    @Override
    public boolean hasConfiguredPorts() {
        return !configured.isEmpty();
    }

    @Override
    public void addPort(final PortType type) {
        configured.add(type);
    }

    @Override
    public PortType removeLastPort() {
        return configured.remove(configured.size() - 1);
    }

    @Override
    public PortType removePort(final int portIndex) {
        return configured.remove(portIndex - fixed.length);
    }

    @Override
    public PortGroupConfiguration copy() {
        final PortGroup copy = new PortGroup(fixed, supported, input, output, most);
        copy.configured.addAll(configured);
        return copy;
    }

    @Override
    public void saveSettingsTo(final NodeSettingsWO settings) {
        for (int i = 0; i < configured.size(); i++) {
            configured.get(i).save(settings.addNodeSettings("port_" + i));
        }
    }

    @Override
    public void loadSettingsFrom(final NodeSettingsRO settings) throws InvalidSettingsException {
        configured.clear();
        if (isExtendable()) {
            for (final String key : settings.keySet()) {
                configured.add(PortType.load(settings.getNodeSettings(key)));
            }
        }
    }
}
