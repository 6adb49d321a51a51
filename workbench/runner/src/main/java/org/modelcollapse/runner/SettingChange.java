package org.modelcollapse.runner;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.ConfigEntries;

/**
 * A setting of a node that gets another value of the type that it has. Immutable.
 *
 * @param setting what was asked for
 */
record SettingChange(Options.Setting setting) {

    static SettingChange of(final Options.Setting setting) {
        return new SettingChange(setting);
    }

    /**
     * @param model settings of the node, which are changed
     * @throws InvalidSettingsException if there is no such setting or it is of another type; the message says what there is, or which type to write
     */
    void apply(final NodeSettings model) throws InvalidSettingsException {
        NodeSettings place = model;
        final int last = setting.path().size() - 1;
        for (int i = 0; i < last; i++) {
            if (typeAt(place, i) != ConfigEntries.config) {
                throw new InvalidSettingsException("\"" + pathTo(i) + "\" is a setting, not a group; there is nothing in it.");
            }
            place = place.getNodeSettings(setting.path().get(i));
        }
        final ConfigEntries type = typeAt(place, last);
        if (type == ConfigEntries.config) {
            throw new InvalidSettingsException("\"" + pathTo(last) + "\" is a group of settings; name one in it: "
                + names(place.getNodeSettings(setting.path().get(last)), pathTo(last) + "/") + ".");
        }
        requireType(nameOf(type));
        put(place, setting.path().get(last));
    }

    private ConfigEntries typeAt(final NodeSettings place, final int depth) throws InvalidSettingsException {
        final String key = setting.path().get(depth);
        if (!place.containsKey(key)) {
            throw new InvalidSettingsException("there is no setting \"" + pathTo(depth) + "\" among " + names(place, depth == 0 ? "" : pathTo(depth - 1) + "/") + ".");
        }
        return place.getEntry(key).getType();
    }

    private String pathTo(final int depth) {
        return String.join("/", setting.path().subList(0, depth + 1));
    }

    private static String names(final NodeSettings place, final String before) {
        final List<String> keys = List.copyOf(place.keySet());
        return keys.isEmpty() ? "none" : keys.stream().map(key -> before + key).collect(Collectors.joining(", "));
    }

    private void requireType(final String type) throws InvalidSettingsException {
        final String given = typeOf(setting.value());
        if (!given.equals(type)) {
            final String path = String.join("/", setting.path());
            throw new InvalidSettingsException("the setting \"" + path + "\" is of type " + type + ", not " + given + "; "
                + (Options.SETTING_TYPES.contains(type) ? "write -option=" + setting.node() + "," + path + ",VALUE," + type + "." : "-option cannot change such a setting."));
        }
    }

    /** @return the type as it is written on the command line, or without KNIME's prefix if it cannot be written there */
    private static String nameOf(final ConfigEntries type) {
        return type == ConfigEntries.xstring ? "String" : type.name().replaceFirst("^x", "");
    }

    private static String typeOf(final Object value) {
        if (value instanceof Integer) {
            return "int";
        }
        return value instanceof String ? "String" : value.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    private void put(final NodeSettings place, final String key) {
        if (setting.value() instanceof Integer i) {
            place.addInt(key, i);
        } else if (setting.value() instanceof Long l) {
            place.addLong(key, l);
        } else if (setting.value() instanceof Double d) {
            place.addDouble(key, d);
        } else if (setting.value() instanceof Boolean b) {
            place.addBoolean(key, b);
        } else {
            place.addString(key, (String)setting.value());
        }
    }
}
