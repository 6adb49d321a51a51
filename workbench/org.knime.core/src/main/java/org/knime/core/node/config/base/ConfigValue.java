package org.knime.core.node.config.base;

import java.util.Objects;

/** A leaf of the tree: a value of one of the simple kinds; only strings may be null. */
final class ConfigValue extends AbstractConfigEntry {

    private static final long serialVersionUID = 1L;

    private final transient Object value;

    ConfigValue(final ConfigEntries type, final String key, final Object value) {
        super(type, key);
        this.value = value;
    }

    static Character character(final String text) {
        if (text.length() != 1) {
            throw new IllegalArgumentException("Not a single character: \"" + text + "\"");
        }
        return text.charAt(0);
    }

    Object value() {
        return value;
    }

    ConfigValue copy() {
        return new ConfigValue(getType(), getKey(), value);
    }

    @Override
    public String toStringValue() {
        return value == null ? null : value.toString();
    }

    @Override
    boolean hasIdenticalValue(final AbstractConfigEntry other) {
        return Objects.equals(value, ((ConfigValue)other).value);
    }
}
