package org.knime.core.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.Config;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** The name, type and domain of a column. Immutable. */
public final class DataColumnSpec {

    private final String name;

    private final DataType type;

    private final DataColumnDomain domain;

    private final DataColumnProperties properties;

    private final List<String> elementNames;

    DataColumnSpec(final String name, final DataType type, final DataColumnDomain domain,
        final DataColumnProperties properties, final List<String> elementNames) {
        this.name = name;
        this.type = type;
        this.domain = domain;
        this.properties = properties;
        this.elementNames = elementNames;
    }

    public String getName() {
        return name;
    }

    public DataType getType() {
        return type;
    }

    public DataColumnDomain getDomain() {
        return domain;
    }

    public DataColumnProperties getProperties() {
        return properties;
    }

    public List<String> getElementNames() {
        return elementNames;
    }

    public boolean equalStructure(final DataColumnSpec other) {
        return other == this || other != null && name.equals(other.name) && type.equals(other.type);
    }

    public void save(final ConfigWO config) {
        config.addString("column_name", name);
        if (!elementNames.equals(List.of(name))) {
            config.addStringArray("element_names", elementNames.toArray(String[]::new));
        }
        type.save(config.addConfig("column_type"));
        domain.save(config.addConfig("column_domain"));
        properties.save(config.addConfig("column_properties"));
        config.addConfig("meta_data");
    }

    public static DataColumnSpec load(final ConfigRO config) throws InvalidSettingsException {
        final String name = config.getString("column_name");
        final Map<String, String> texts = new HashMap<>();
        final Config stored = config.getConfig("column_properties");
        for (final String key : stored) {
            texts.put(key, stored.getString(key));
        }
        return new DataColumnSpec(name, DataType.load(config.getConfig("column_type")),
            DataColumnDomain.load(config.getConfig("column_domain")), new DataColumnProperties(texts),
            List.of(config.getStringArray("element_names", name)));
    }

    @Override
    public boolean equals(final Object o) {
        return o == this || o instanceof DataColumnSpec other && name.equals(other.name) && type.equals(other.type)
            && domain.equals(other.domain) && properties.equals(other.properties)
            && elementNames.equals(other.elementNames);
    }

    @Override
    public int hashCode() {
        return name.hashCode() ^ type.hashCode();
    }

    @Override
    public String toString() {
        return name + " (" + type + ")";
    }
}
