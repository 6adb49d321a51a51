package org.knime.core.node.config.base;

import java.util.LinkedHashMap;
import java.util.Map;

import org.knime.core.node.InvalidSettingsException;

/** The simple values of a node of a configuration tree, and arrays of them, which are sub-trees. Not thread-safe. */
abstract class ConfigValues extends AbstractConfigEntry implements ConfigBaseRO, ConfigBaseWO {

    private static final long serialVersionUID = 1L;

    private static final String ARRAY_SIZE = "array-size";

    final Map<String, AbstractConfigEntry> entries = new LinkedHashMap<>();

    ConfigValues(final String key) {
        super(ConfigEntries.config, key);
    }

    protected void put(final AbstractConfigEntry entry) {
        entries.put(entry.getKey(), entry);
        entry.setParent(this);
    }

    final boolean has(final String key, final ConfigEntries type) {
        final AbstractConfigEntry entry = entries.get(key);
        return entry != null && entry.getType() == type;
    }

    final Object value(final String key) {
        return ((ConfigValue)entries.get(key)).value();
    }

    private Object require(final String key, final ConfigEntries type, final String name)
        throws InvalidSettingsException {
        if (!has(key, type)) {
            throw new InvalidSettingsException(name + " for key \"" + key + "\" not found.");
        }
        return value(key);
    }

    @Override
    public void addInt(final String key, final int value) {
        put(new ConfigValue(ConfigEntries.xint, key, value));
    }

    @Override
    public int getInt(final String key) throws InvalidSettingsException {
        return (Integer)require(key, ConfigEntries.xint, "Int");
    }

    @Override
    public int getInt(final String key, final int def) {
        return has(key, ConfigEntries.xint) ? (Integer)value(key) : def;
    }

    @Override
    public void addIntArray(final String key, final int... values) {
        final ConfigBase array = addConfigBase(key);
        if (values != null) {
            array.addInt(ARRAY_SIZE, values.length);
            for (int i = 0; i < values.length; i++) {
                array.addInt(Integer.toString(i), values[i]);
            }
        }
    }

    @Override
    public int[] getIntArray(final String key) throws InvalidSettingsException {
        final ConfigBase array = getConfigBase(key);
        final int size = array.getInt(ARRAY_SIZE, -1);
        if (size == -1) {
            return null;
        }
        final int[] values = new int[size];
        for (int i = 0; i < size; i++) {
            values[i] = array.getInt(Integer.toString(i));
        }
        return values;
    }

    @Override
    public int[] getIntArray(final String key, final int... def) {
        try {
            return getIntArray(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addDouble(final String key, final double value) {
        put(new ConfigValue(ConfigEntries.xdouble, key, value));
    }

    @Override
    public double getDouble(final String key) throws InvalidSettingsException {
        return (Double)require(key, ConfigEntries.xdouble, "Double");
    }

    @Override
    public double getDouble(final String key, final double def) {
        return has(key, ConfigEntries.xdouble) ? (Double)value(key) : def;
    }

    @Override
    public void addDoubleArray(final String key, final double... values) {
        final ConfigBase array = addConfigBase(key);
        if (values != null) {
            array.addInt(ARRAY_SIZE, values.length);
            for (int i = 0; i < values.length; i++) {
                array.addDouble(Integer.toString(i), values[i]);
            }
        }
    }

    @Override
    public double[] getDoubleArray(final String key) throws InvalidSettingsException {
        final ConfigBase array = getConfigBase(key);
        final int size = array.getInt(ARRAY_SIZE, -1);
        if (size == -1) {
            return null;
        }
        final double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = array.getDouble(Integer.toString(i));
        }
        return values;
    }

    @Override
    public double[] getDoubleArray(final String key, final double... def) {
        try {
            return getDoubleArray(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addFloat(final String key, final float value) {
        put(new ConfigValue(ConfigEntries.xfloat, key, value));
    }

    @Override
    public float getFloat(final String key) throws InvalidSettingsException {
        return (Float)require(key, ConfigEntries.xfloat, "Float");
    }

    @Override
    public float getFloat(final String key, final float def) {
        return has(key, ConfigEntries.xfloat) ? (Float)value(key) : def;
    }

    @Override
    public void addFloatArray(final String key, final float... values) {
        final ConfigBase array = addConfigBase(key);
        if (values != null) {
            array.addInt(ARRAY_SIZE, values.length);
            for (int i = 0; i < values.length; i++) {
                array.addFloat(Integer.toString(i), values[i]);
            }
        }
    }

    @Override
    public float[] getFloatArray(final String key) throws InvalidSettingsException {
        final ConfigBase array = getConfigBase(key);
        final int size = array.getInt(ARRAY_SIZE, -1);
        if (size == -1) {
            return null;
        }
        final float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = array.getFloat(Integer.toString(i));
        }
        return values;
    }

    @Override
    public float[] getFloatArray(final String key, final float... def) {
        try {
            return getFloatArray(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addByte(final String key, final byte value) {
        put(new ConfigValue(ConfigEntries.xbyte, key, value));
    }

    @Override
    public byte getByte(final String key) throws InvalidSettingsException {
        return (Byte)require(key, ConfigEntries.xbyte, "Byte");
    }

    @Override
    public byte getByte(final String key, final byte def) {
        return has(key, ConfigEntries.xbyte) ? (Byte)value(key) : def;
    }

    @Override
    public void addByteArray(final String key, final byte... values) {
        final ConfigBase array = addConfigBase(key);
        if (values != null) {
            array.addInt(ARRAY_SIZE, values.length);
            for (int i = 0; i < values.length; i++) {
                array.addByte(Integer.toString(i), values[i]);
            }
        }
    }

    @Override
    public byte[] getByteArray(final String key) throws InvalidSettingsException {
        final ConfigBase array = getConfigBase(key);
        final int size = array.getInt(ARRAY_SIZE, -1);
        if (size == -1) {
            return null;
        }
        final byte[] values = new byte[size];
        for (int i = 0; i < size; i++) {
            values[i] = array.getByte(Integer.toString(i));
        }
        return values;
    }

    @Override
    public byte[] getByteArray(final String key, final byte... def) {
        try {
            return getByteArray(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addShort(final String key, final short value) {
        put(new ConfigValue(ConfigEntries.xshort, key, value));
    }

    @Override
    public short getShort(final String key) throws InvalidSettingsException {
        return (Short)require(key, ConfigEntries.xshort, "Short");
    }

    @Override
    public short getShort(final String key, final short def) {
        return has(key, ConfigEntries.xshort) ? (Short)value(key) : def;
    }

    @Override
    public void addShortArray(final String key, final short... values) {
        final ConfigBase array = addConfigBase(key);
        if (values != null) {
            array.addInt(ARRAY_SIZE, values.length);
            for (int i = 0; i < values.length; i++) {
                array.addShort(Integer.toString(i), values[i]);
            }
        }
    }

    @Override
    public short[] getShortArray(final String key) throws InvalidSettingsException {
        final ConfigBase array = getConfigBase(key);
        final int size = array.getInt(ARRAY_SIZE, -1);
        if (size == -1) {
            return null;
        }
        final short[] values = new short[size];
        for (int i = 0; i < size; i++) {
            values[i] = array.getShort(Integer.toString(i));
        }
        return values;
    }

    @Override
    public short[] getShortArray(final String key, final short... def) {
        try {
            return getShortArray(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addLong(final String key, final long value) {
        put(new ConfigValue(ConfigEntries.xlong, key, value));
    }

    @Override
    public long getLong(final String key) throws InvalidSettingsException {
        return (Long)require(key, ConfigEntries.xlong, "Long");
    }

    @Override
    public long getLong(final String key, final long def) {
        return has(key, ConfigEntries.xlong) ? (Long)value(key) : def;
    }

    @Override
    public void addLongArray(final String key, final long... values) {
        final ConfigBase array = addConfigBase(key);
        if (values != null) {
            array.addInt(ARRAY_SIZE, values.length);
            for (int i = 0; i < values.length; i++) {
                array.addLong(Integer.toString(i), values[i]);
            }
        }
    }

    @Override
    public long[] getLongArray(final String key) throws InvalidSettingsException {
        final ConfigBase array = getConfigBase(key);
        final int size = array.getInt(ARRAY_SIZE, -1);
        if (size == -1) {
            return null;
        }
        final long[] values = new long[size];
        for (int i = 0; i < size; i++) {
            values[i] = array.getLong(Integer.toString(i));
        }
        return values;
    }

    @Override
    public long[] getLongArray(final String key, final long... def) {
        try {
            return getLongArray(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addChar(final String key, final char value) {
        put(new ConfigValue(ConfigEntries.xchar, key, value));
    }

    @Override
    public char getChar(final String key) throws InvalidSettingsException {
        return (Character)require(key, ConfigEntries.xchar, "Char");
    }

    @Override
    public char getChar(final String key, final char def) {
        return has(key, ConfigEntries.xchar) ? (Character)value(key) : def;
    }

    @Override
    public void addCharArray(final String key, final char... values) {
        final ConfigBase array = addConfigBase(key);
        if (values != null) {
            array.addInt(ARRAY_SIZE, values.length);
            for (int i = 0; i < values.length; i++) {
                array.addChar(Integer.toString(i), values[i]);
            }
        }
    }

    @Override
    public char[] getCharArray(final String key) throws InvalidSettingsException {
        final ConfigBase array = getConfigBase(key);
        final int size = array.getInt(ARRAY_SIZE, -1);
        if (size == -1) {
            return null;
        }
        final char[] values = new char[size];
        for (int i = 0; i < size; i++) {
            values[i] = array.getChar(Integer.toString(i));
        }
        return values;
    }

    @Override
    public char[] getCharArray(final String key, final char... def) {
        try {
            return getCharArray(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addBoolean(final String key, final boolean value) {
        put(new ConfigValue(ConfigEntries.xboolean, key, value));
    }

    @Override
    public boolean getBoolean(final String key) throws InvalidSettingsException {
        return (Boolean)require(key, ConfigEntries.xboolean, "Boolean");
    }

    @Override
    public boolean getBoolean(final String key, final boolean def) {
        return has(key, ConfigEntries.xboolean) ? (Boolean)value(key) : def;
    }

    @Override
    public void addBooleanArray(final String key, final boolean... values) {
        final ConfigBase array = addConfigBase(key);
        if (values != null) {
            array.addInt(ARRAY_SIZE, values.length);
            for (int i = 0; i < values.length; i++) {
                array.addBoolean(Integer.toString(i), values[i]);
            }
        }
    }

    @Override
    public boolean[] getBooleanArray(final String key) throws InvalidSettingsException {
        final ConfigBase array = getConfigBase(key);
        final int size = array.getInt(ARRAY_SIZE, -1);
        if (size == -1) {
            return null;
        }
        final boolean[] values = new boolean[size];
        for (int i = 0; i < size; i++) {
            values[i] = array.getBoolean(Integer.toString(i));
        }
        return values;
    }

    @Override
    public boolean[] getBooleanArray(final String key, final boolean... def) {
        try {
            return getBooleanArray(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }

    @Override
    public void addString(final String key, final String value) {
        put(new ConfigValue(ConfigEntries.xstring, key, value));
    }

    @Override
    public String getString(final String key) throws InvalidSettingsException {
        return (String)require(key, ConfigEntries.xstring, "String");
    }

    @Override
    public String getString(final String key, final String def) {
        return has(key, ConfigEntries.xstring) ? (String)value(key) : def;
    }

    @Override
    public void addStringArray(final String key, final String... values) {
        final ConfigBase array = addConfigBase(key);
        if (values != null) {
            array.addInt(ARRAY_SIZE, values.length);
            for (int i = 0; i < values.length; i++) {
                array.addString(Integer.toString(i), values[i]);
            }
        }
    }

    @Override
    public String[] getStringArray(final String key) throws InvalidSettingsException {
        final ConfigBase array = getConfigBase(key);
        final int size = array.getInt(ARRAY_SIZE, -1);
        if (size == -1) {
            return null;
        }
        final String[] values = new String[size];
        for (int i = 0; i < size; i++) {
            values[i] = array.getString(Integer.toString(i));
        }
        return values;
    }

    @Override
    public String[] getStringArray(final String key, final String... def) {
        try {
            return getStringArray(key);
        } catch (InvalidSettingsException e) {
            return def;
        }
    }
}
