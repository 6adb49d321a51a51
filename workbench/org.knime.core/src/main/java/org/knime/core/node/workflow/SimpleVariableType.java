package org.knime.core.node.workflow;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.config.Config;
import org.knime.core.node.config.base.AbstractConfigEntry;
import org.knime.core.node.config.base.ConfigEntries;

/** The types whose values are one string, number or boolean. */
abstract class SimpleVariableType<T> extends VariableType<T> {

    private final Class<T> simpleType;

    private final T zero;

    SimpleVariableType(final Class<T> simpleType, final T zero) {
        this.simpleType = simpleType;
        this.zero = zero;
    }

    private final class Value extends VariableValue<T> {
        Value(final T value) {
            super(SimpleVariableType.this, value);
        }
    }

    @Override
    public Class<T> getSimpleType() {
        return simpleType;
    }

    @Override
    protected VariableValue<T> newValue(final T v) {
        return new Value(v);
    }

    @Override
    protected VariableValue<T> defaultValue() {
        return new Value(zero);
    }

    @Override
    protected VariableValue<T> loadValue(final NodeSettingsRO settings) throws InvalidSettingsException {
        final Object value;
        if (simpleType == String.class) {
            value = settings.getString(VALUE);
        } else if (simpleType == Integer.class) {
            value = settings.getInt(VALUE);
        } else if (simpleType == Long.class) {
            value = settings.getLong(VALUE);
        } else if (simpleType == Double.class) {
            value = settings.getDouble(VALUE);
        } else {
            value = settings.getBoolean(VALUE);
        }
        return new Value(simpleType.cast(value));
    }

    @Override
    protected void saveValue(final NodeSettingsWO settings, final VariableValue<T> v) {
        put(settings, VALUE, entryType(), v.get());
    }

    private ConfigEntries entryType() {
        return ConfigEntries.valueOf(
            simpleType == Integer.class ? "xint" : "x" + simpleType.getSimpleName().toLowerCase(Locale.ROOT));
    }

    private static void put(final org.knime.core.node.config.ConfigWO config, final String key,
        final ConfigEntries type, final Object v) {
        switch (type) {
            case xstring -> config.addString(key, v.toString());
            case xtransientstring -> config.addTransientString(key, v.toString());
            case xint -> config.addInt(key, ((Number)v).intValue());
            case xlong -> config.addLong(key, ((Number)v).longValue());
            case xdouble -> config.addDouble(key, ((Number)v).doubleValue());
            case xfloat -> config.addFloat(key, ((Number)v).floatValue());
            case xshort -> config.addShort(key, ((Number)v).shortValue());
            case xbyte -> config.addByte(key, ((Number)v).byteValue());
            case xboolean -> config.addBoolean(key, v instanceof Boolean b ? b : Boolean.parseBoolean(v.toString()));
            default -> throw new IllegalArgumentException("No value of type " + type);
        }
    }

    /** Which entries of settings a variable of this type may set. */
    private Set<ConfigEntries> targets() {
        final Set<ConfigEntries> targets = new LinkedHashSet<>(Set.of(ConfigEntries.xstring,
            ConfigEntries.xtransientstring));
        if (simpleType == String.class || simpleType == Boolean.class) {
            targets.add(ConfigEntries.xboolean);
        } else {
            targets.addAll(Set.of(ConfigEntries.xdouble, ConfigEntries.xfloat));
            if (simpleType != Double.class) {
                targets.add(ConfigEntries.xlong);
            }
            if (simpleType == Integer.class) {
                targets.addAll(Set.of(ConfigEntries.xint, ConfigEntries.xshort, ConfigEntries.xbyte));
            }
        }
        return targets;
    }

    @Override
    protected boolean canOverwrite(final Config config, final String configKey) {
        final AbstractConfigEntry entry = config.getEntry(configKey);
        return entry != null && targets().contains(entry.getType());
    }

    @Override
    protected void overwrite(final T value, final Config config, final String configKey)
        throws InvalidConfigEntryException {
        if (!canOverwrite(config, configKey)) {
            throw new InvalidConfigEntryException("Can't evaluate variable as "
                + config.getEntry(configKey).getType() + " expression for setting \"" + configKey + "\", it is a "
                + getIdentifier());
        }
        final ConfigEntries type = config.getEntry(configKey).getType();
        final String text = value.toString();
        if (type == ConfigEntries.xboolean && !text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
            throw new InvalidConfigEntryException("Unable to parse \"" + text
                + "\" (setting \"" + configKey + "\") as boolean (must be either \"true\" or \"false\")");
        }
        if (type == ConfigEntries.xbyte || type == ConfigEntries.xshort) {
            final int number = ((Number)value).intValue();
            if (number != (type == ConfigEntries.xbyte ? (byte)number : (short)number)) {
                throw new InvalidConfigEntryException("Value of setting \"" + configKey
                    + "\" can't be cast to a " + type + ", out of range: " + number);
            }
        }
        put(config, configKey, type, value);
    }

    @Override
    protected boolean canCreateFrom(final Config config, final String configKey) {
        final AbstractConfigEntry entry = config.getEntry(configKey);
        return entry != null && entry.getType() == entryType();
    }

    @Override
    protected T createFrom(final Config config, final String configKey)
        throws InvalidSettingsException, InvalidConfigEntryException {
        if (!canCreateFrom(config, configKey)) {
            throw new InvalidConfigEntryException(
                "Can't make a " + getIdentifier() + " flow variable of setting \"" + configKey + "\"");
        }
        final Object value = switch (entryType()) {
            case xint -> config.getInt(configKey);
            case xlong -> config.getLong(configKey);
            case xdouble -> config.getDouble(configKey);
            case xboolean -> config.getBoolean(configKey);
            default -> config.getString(configKey);
        };
        return simpleType.cast(value);
    }

    @Override
    protected <U> U getAs(final T value, final VariableType<U> target) {
        if (target == StringType.INSTANCE) {
            return target.getSimpleType().cast(value.toString());
        } else if (value instanceof Number n && target == LongType.INSTANCE) {
            return target.getSimpleType().cast(n.longValue());
        } else if (value instanceof Number n && target == DoubleType.INSTANCE) {
            return target.getSimpleType().cast(n.doubleValue());
        }
        return super.getAs(value, target);
    }
}
