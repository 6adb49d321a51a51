package org.knime.core.node.config.base;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

import javax.swing.tree.TreeNode;

import org.knime.core.node.InvalidSettingsException;

/** A node of a configuration tree: an ordered map of typed values and further nodes. Not thread-safe. */
public abstract class ConfigBase extends ConfigValues {

    private static final long serialVersionUID = 1L;

    public ConfigBase(final String key) {
        super(key);
    }

    /** A new empty node of the same kind. */
    public abstract ConfigBase getInstance(String key);

    @Override
    protected void put(final AbstractConfigEntry entry) {
        super.put(entry);
    }

    public AbstractConfigEntry getEntry(final String key) {
        return entries.get(key);
    }

    public void addEntry(final AbstractConfigEntry entry) {
        put(entry);
    }

    @Override
    public final ConfigBase addConfigBase(final String key) {
        final ConfigBase child = getInstance(key);
        put(child);
        return child;
    }

    protected final void addConfigBase(final ConfigBase config) {
        if (config.getClass() != getClass()) {
            throw new IllegalArgumentException(config.getClass() + " is no " + getClass());
        }
        put(config);
    }

    @Override
    public final ConfigBase getConfigBase(final String key) throws InvalidSettingsException {
        if (entries.get(key) instanceof ConfigBase config) {
            return config;
        }
        throw new InvalidSettingsException("ConfigBase for key \"" + key + "\" not found.");
    }

    @Override
    public boolean containsKey(final String key) {
        return entries.containsKey(key);
    }

    @Override
    public Set<String> keySet() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    @Override
    public final Iterator<String> iterator() {
        return keySet().iterator();
    }

    @Override
    public boolean hasIdenticalValue(final AbstractConfigEntry other) {
        return entries.equals(((ConfigBase)other).entries);
    }

    @Override
    public void copyTo(final ConfigBaseWO dest) {
        for (final AbstractConfigEntry entry : entries.values()) {
            if (entry instanceof ConfigBase config) {
                config.copyTo(dest.addConfigBase(entry.getKey()));
            } else {
                ((ConfigValues)dest).put(((ConfigValue)entry).copy());
            }
        }
    }

    @Override
    public void addTransientString(final String key, final String value) {
        put(new ConfigValue(ConfigEntries.xtransientstring, key, value));
    }

    @Override
    public String getTransientString(final String key) {
        return has(key, ConfigEntries.xtransientstring) ? (String)value(key) : null;
    }

    @Override
    public void addPassword(final String key, final String encryptionKey, final String value) {
        throw new UnsupportedOperationException("Passwords are not part of the stand-in for KNIME");
    }

    @Override
    public String getPassword(final String key, final String encryptionKey) throws InvalidSettingsException {
        throw new InvalidSettingsException("Password for key \"" + key + "\" not found.");
    }

    @Override
    public String getPassword(final String key, final String encryptionKey, final String def) {
        return def;
    }

    @Override
    public final String toStringValue() {
        return getKey();
    }

    @Override
    public String toString() {
        return getKey();
    }

    @Override
    public final void saveToXML(final OutputStream os) throws IOException {
        XMLConfig.save(this, os);
    }

    protected static ConfigBase loadFromXML(final ConfigBase config, final InputStream in) throws IOException {
        try (in) {
            XMLConfig.load(config, in);
            return config;
        } catch (org.xml.sax.SAXException | javax.xml.parsers.ParserConfigurationException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public final boolean isLeaf() {
        return false;
    }

    @Override
    public TreeNode getChildAt(final int index) {
        return List.copyOf(entries.values()).get(index);
    }

    @Override
    public int getChildCount() {
        return entries.size();
    }

    @Override
    public int getIndex(final TreeNode node) {
        return List.copyOf(entries.values()).indexOf(node);
    }

    @Override
    public final Enumeration<TreeNode> children() {
        return Collections.enumeration(List.<TreeNode>copyOf(entries.values()));
    }
}
