package org.knime.core.node.port;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.port.flowvariable.FlowVariablePortObject;
import org.knime.core.node.port.image.ImagePortObject;

/** Knows the port types. Thread-safe. */
public final class PortTypeRegistry {

    private static final PortTypeRegistry INSTANCE = new PortTypeRegistry();

    private final Map<Class<? extends PortObject>, PortType> mandatory = new ConcurrentHashMap<>();

    private final Map<Class<? extends PortObject>, PortType> optional = new ConcurrentHashMap<>();

    private PortTypeRegistry() {
    }

    public static PortTypeRegistry getInstance() {
        return INSTANCE;
    }

    public PortType getPortType(final Class<? extends PortObject> portClass) {
        return getPortType(portClass, false);
    }

    public PortType getPortType(final Class<? extends PortObject> portClass, final boolean isOptional) {
        return (isOptional ? optional : mandatory).computeIfAbsent(portClass,
            c -> new PortType(c, isOptional, name(c), c == BufferedDataTable.class ? 0 : PortType.DEFAULT_COLOR));
    }

    private static String name(final Class<? extends PortObject> c) {
        if (c == BufferedDataTable.class) {
            return "Table";
        } else if (c == FlowVariablePortObject.class) {
            return "Flow Variable";
        } else if (c == ImagePortObject.class) {
            return "Image";
        }
        return c == PortObject.class ? "Generic Port" : c.getSimpleName();
    }

    public Optional<Class<? extends PortObject>> getObjectClass(final String className) {
        try {
            return Optional.of(Class.forName(className).asSubclass(PortObject.class));
        } catch (ClassNotFoundException | ClassCastException e) { // NOSONAR: absence is the answer
            return Optional.empty();
        }
    }
}
