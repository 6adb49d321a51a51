package org.knime.core.node.workflow;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.config.Config;
import org.knime.core.node.workflow.VariableType.DoubleType;
import org.knime.core.node.workflow.VariableType.IntType;
import org.knime.core.node.workflow.VariableType.InvalidConfigEntryException;
import org.knime.core.node.workflow.VariableType.StringType;
import org.knime.core.node.workflow.VariableType.VariableValue;

/** A named value that flows along connections. */
public final class FlowVariable extends FlowObject {

    /** How far a variable is seen; all but Flow have names with a reserved beginning. */
    public enum Scope {
        Global("knime"), Flow(""), Local("knime.node"), Hide("knime.hide");

        private final String prefix;

        Scope(final String prefix) {
            this.prefix = prefix;
        }

        public void verifyName(final String name) {
            if (this == Flow && name.startsWith(Global.prefix)) {
                throw new IllegalFlowVariableNameException("The flow variable '" + name
                    + "' has a reserved prefix ('" + Global.prefix + "'). Please change the name.");
            } else if (!name.startsWith(prefix)) {
                throw new IllegalFlowVariableNameException(
                    "Invalid " + name() + " variable, name must start with \"" + prefix + "\": " + name);
            }
        }
    }

    private final String name;

    private final VariableValue<?> value;

    private final Scope scope;

    private FlowVariable(final String name, final VariableValue<?> value, final Scope scope) {
        if (name == null) {
            throw new IllegalArgumentException("Name must not be null");
        }
        if (name.isBlank()) {
            throw new IllegalFlowObjectStackException("Invalid (empty) flow variable name");
        }
        scope.verifyName(name);
        this.name = name;
        this.value = value;
        this.scope = scope;
    }

    public <T> FlowVariable(final String name, final VariableType<T> type, final T value) {
        this(name, type.newValue(value), Scope.Flow);
    }

    public FlowVariable(final String name, final String value) {
        this(name, StringType.INSTANCE, value);
    }

    public FlowVariable(final String name, final double value) {
        this(name, DoubleType.INSTANCE, value);
    }

    public FlowVariable(final String name, final int value) {
        this(name, IntType.INSTANCE, value);
    }

    public String getName() {
        return name;
    }

    public Scope getScope() {
        return scope;
    }

    public VariableType<?> getVariableType() {
        return value.type();
    }

    public <T> T getValue(final VariableType<T> expectedType) {
        return value.getAs(expectedType);
    }

    /** The string, or null when the variable is of another type. */
    public String getStringValue() {
        return value.type() == StringType.INSTANCE ? (String)value.get() : null;
    }

    /** The int, or 0 when the variable is of another type. */
    public int getIntValue() {
        return value.type() == IntType.INSTANCE ? (Integer)value.get() : 0;
    }

    public String getValueAsString() {
        return value.toString();
    }

    /** Puts the value where an entry of settings is. */
    void overwrite(final Config config, final String key) throws InvalidConfigEntryException {
        overwrite(value, config, key);
    }

    private static <T> void overwrite(final VariableValue<T> value, final Config config, final String key)
        throws InvalidConfigEntryException {
        value.type().overwrite(value.get(), config, key);
    }

    /** A variable of the type that an entry of settings has, or null where no type fits. */
    static FlowVariable of(final String name, final Config config, final String key)
        throws InvalidSettingsException {
        for (final VariableType<?> type : VariableType.all()) {
            if (type.canCreateFrom(config, key)) {
                return of(name, type, config, key);
            }
        }
        return null;
    }

    private static <T> FlowVariable of(final String name, final VariableType<T> type, final Config config,
        final String key) throws InvalidSettingsException {
        try {
            return new FlowVariable(name, type, type.createFrom(config, key));
        } catch (InvalidConfigEntryException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    public static FlowVariable load(final NodeSettingsRO settings) throws InvalidSettingsException {
        final String name = settings.getString("name");
        if (name == null) {
            throw new InvalidSettingsException("name must not be null");
        }
        Scope scope = Scope.Flow;
        if (name.startsWith(Scope.Local.prefix)) {
            scope = Scope.Local;
        } else if (name.startsWith(Scope.Hide.prefix)) {
            scope = Scope.Hide;
        }
        return new FlowVariable(name, VariableType.load(settings), scope);
    }

    @Override
    public boolean equals(final Object o) {
        return o == this || o instanceof FlowVariable other && other.name.equals(name) && other.value.equals(value);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return "\"" + name + "\" (" + value.type().getIdentifier() + ": " + value + ")";
    }
}
