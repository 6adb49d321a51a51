package org.knime.core.data;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

/** Annotations of a column: texts by name. */
public final class DataColumnProperties {

    private final Map<String, String> texts;

    public DataColumnProperties() {
        this(Map.of());
    }

    public DataColumnProperties(final Map<String, String> properties) {
        texts = new HashMap<>(properties);
    }

    @Override
    public boolean equals(final Object o) {
        return o instanceof DataColumnProperties other && texts.equals(other.texts);
    }

    @Override
    public int hashCode() {
        return texts.hashCode();
    }

    @Override
    public String toString() {
        final Properties properties = new Properties();
        properties.putAll(texts);
        return properties.toString();
    }
}
