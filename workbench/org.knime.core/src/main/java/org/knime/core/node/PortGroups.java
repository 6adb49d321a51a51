package org.knime.core.node;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.knime.core.node.context.ports.ExchangeablePortGroup;
import org.knime.core.node.context.ports.ExtendablePortGroup;
import org.knime.core.node.context.ports.ModifiablePortsConfiguration;
import org.knime.core.node.context.ports.PortGroupConfiguration;
import org.knime.core.node.context.ports.PortsConfiguration;
import org.knime.core.node.port.PortType;

/** Port groups in the order in which they were added. */
final class PortGroups implements ModifiablePortsConfiguration {

    private final Map<String, PortGroup> groups;

    PortGroups(final Map<String, PortGroup> groups) {
        this.groups = new LinkedHashMap<>(groups);
    }

    @Override
    public PortType[] getInputPorts() {
        return groups.values().stream().filter(PortGroup::definesInputPorts)
            .flatMap(g -> Stream.of(g.getInputPorts())).toArray(PortType[]::new);
    }

    @Override
    public PortType[] getOutputPorts() {
        return groups.values().stream().filter(PortGroup::definesOutputPorts)
            .flatMap(g -> Stream.of(g.getOutputPorts())).toArray(PortType[]::new);
    }

    @Override
    public Map<String, int[]> getInputPortLocation() {
        return location(PortGroup::definesInputPorts, PortGroup::getInputPorts);
    }

    @Override
    public Map<String, int[]> getOutputPortLocation() {
        return location(PortGroup::definesOutputPorts, PortGroup::getOutputPorts);
    }

    private Map<String, int[]> location(final Predicate<PortGroup> wanted,
        final Function<PortGroup, PortType[]> ports) {
        final Map<String, int[]> location = new LinkedHashMap<>();
        int next = 0;
        for (final Map.Entry<String, PortGroup> e : groups.entrySet()) {
            if (wanted.test(e.getValue())) {
                final int count = ports.apply(e.getValue()).length;
                if (count > 0) {
                    location.put(e.getKey(), IntStream.range(next, next + count).toArray());
                }
                next += count;
            }
        }
        return location;
    }

    @Override
    public List<String> getPortGroupNames() {
        return List.copyOf(groups.keySet());
    }

    @Override
    public Map<String, ExchangeablePortGroup> getExchangeablePorts() {
        return Map.of();
    }

    @Override
    public Map<String, ExtendablePortGroup> getExtendablePorts() {
        final Map<String, ExtendablePortGroup> extendable = new LinkedHashMap<>();
        groups.forEach((name, group) -> {
            if (group.isExtendable()) {
                extendable.put(name, group);
            }
        });
        return extendable;
    }

    @Override
    public PortGroupConfiguration getGroup(final String groupName) {
        if (!groups.containsKey(groupName)) {
            throw new NoSuchElementException("There is no group called '" + groupName + "'");
        }
        return groups.get(groupName);
    }

    @Override
    public Map<Integer, Integer> mapInputPorts(final PortsConfiguration otherConfig) {
        return map(getInputPortLocation(), otherConfig.getInputPortLocation());
    }

    @Override
    public Map<Integer, Integer> mapOutputPorts(final PortsConfiguration otherConfig) {
        return map(getOutputPortLocation(), otherConfig.getOutputPortLocation());
    }

    private static Map<Integer, Integer> map(final Map<String, int[]> from, final Map<String, int[]> to) {
        final Map<Integer, Integer> mapping = new HashMap<>(Map.of(0, 0));
        from.forEach((name, ports) -> {
            final int[] others = to.getOrDefault(name, new int[0]);
            for (int i = 0; i < ports.length; i++) {
                mapping.put(ports[i] + 1, i < others.length ? others[i] + 1 : -1);
            }
        });
        return mapping;
    }

    @Override
    public ModifiablePortsConfiguration copy() {
        final Map<String, PortGroup> copies = new LinkedHashMap<>();
        groups.forEach((name, group) -> copies.put(name, (PortGroup)group.copy()));
        return new PortGroups(copies);
    }

    @Override
    public void saveSettingsTo(final NodeSettingsWO settings) {
        groups.forEach((name, group) -> group.saveSettingsTo(settings.addNodeSettings(name)));
    }

    @Override
    public void loadSettingsFrom(final NodeSettingsRO settings) throws InvalidSettingsException {
        for (final Map.Entry<String, PortGroup> e : groups.entrySet()) {
            if (settings.containsKey(e.getKey())) {
                e.getValue().loadSettingsFrom(settings.getNodeSettings(e.getKey()));
            }
        }
    }
}
