package org.knime.core.node.port;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** The class of port objects that a port takes or gives, and whether it may stay unconnected. */
public final class PortType {

    /** Colour of ports of unknown types. */
    public static final int DEFAULT_COLOR = 0xff9b9b9b;

    private final Class<? extends PortObject> objectClass;

    private final Class<? extends PortObjectSpec> specClass;

    private final boolean optional;

    private final String name;

    private final int color;

    PortType(final Class<? extends PortObject> objectClass, final boolean optional, final String name,
        final int color) {
        this.objectClass = objectClass;
        specClass = getPortObjectSpecClass(objectClass);
        this.optional = optional;
        this.name = name;
        this.color = color;
    }

    public static Class<? extends PortObjectSpec> getPortObjectSpecClass(
        final Class<? extends PortObject> objectClass) {
        try {
            return objectClass.getMethod("getSpec").getReturnType().asSubclass(PortObjectSpec.class);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(objectClass + " has no method getSpec", e);
        }
    }

    public Class<? extends PortObject> getPortObjectClass() {
        return objectClass;
    }

    public Class<? extends PortObjectSpec> getPortObjectSpecClass() {
        return specClass;
    }

    public boolean isOptional() {
        return optional;
    }

    public String getName() {
        return name;
    }

    public boolean isSuperTypeOf(final PortType subType) {
        return objectClass.isAssignableFrom(subType.objectClass);
    }

    public boolean acceptsPortObject(final PortObject object) {
        return object == null || objectClass.isInstance(object);
    }

    public boolean acceptsPortObjectSpec(final PortObjectSpec spec) {
        return spec == null || specClass.isInstance(spec);
    }

    public void save(final NodeSettingsWO settings) {
        save((ConfigWO)settings);
    }

    public void save(final ConfigWO settings) {
        settings.addString("object_class", objectClass.getName());
    }

    public static PortType load(final NodeSettingsRO settings) throws InvalidSettingsException {
        return load((ConfigRO)settings);
    }

    public static PortType load(final ConfigRO settings) throws InvalidSettingsException {
        final String className = settings.getString("object_class");
        return PortTypeRegistry.getInstance().getObjectClass(className)
            .map(PortTypeRegistry.getInstance()::getPortType)
            .orElseThrow(() -> new InvalidSettingsException(
                "Unable to restore port type, can't load class \"" + className + "\""));
    }

    /** Types of the same object class are equal, optional or not. */
    @Override
    public boolean equals(final Object o) {
        return o instanceof PortType other && other.objectClass == objectClass;
    }

    @Override
    public int hashCode() {
        return objectClass.hashCode();
    }

    @Override
    public String toString() {
        return "PortType(" + specClass.getSimpleName() + "," + objectClass.getSimpleName() + ")";
    }
}
