package org.modelcollapse.standin.parameters;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/**
 * How a single value is stored.
 *
 * @param <T> of the value
 * @param read gets it
 * @param write puts it
 * @param absent stands in the place of an empty Optional
 */
record Leaf<T>(Reader<T> read, Writer<T> write, T absent) {

    @FunctionalInterface
    interface Reader<T> {
        T read(NodeSettingsRO settings, String key) throws InvalidSettingsException;
    }

    @FunctionalInterface
    interface Writer<T> {
        void write(NodeSettingsWO settings, String key, T value);
    }

    private static final String IS_PRESENT = "_is_present";

    private static final Map<Class<?>, Leaf<?>> BY_TYPE = byType();

    private static Map<Class<?>, Leaf<?>> byType() {
        final Map<Class<?>, Leaf<?>> map = new HashMap<>();
        both(map, int.class, Integer.class,
            new Leaf<Integer>(NodeSettingsRO::getInt, NodeSettingsWO::addInt, 0));
        both(map, long.class, Long.class, new Leaf<Long>(NodeSettingsRO::getLong, NodeSettingsWO::addLong, 0L));
        both(map, double.class, Double.class,
            new Leaf<Double>(NodeSettingsRO::getDouble, NodeSettingsWO::addDouble, 0.0));
        both(map, float.class, Float.class,
            new Leaf<Float>(NodeSettingsRO::getFloat, NodeSettingsWO::addFloat, 0.0f));
        both(map, byte.class, Byte.class,
            new Leaf<Byte>(NodeSettingsRO::getByte, NodeSettingsWO::addByte, (byte)0));
        both(map, char.class, Character.class,
            new Leaf<Character>(NodeSettingsRO::getChar, NodeSettingsWO::addChar, ' '));
        both(map, boolean.class, Boolean.class,
            new Leaf<Boolean>(NodeSettingsRO::getBoolean, NodeSettingsWO::addBoolean, false));
        map.put(String.class, new Leaf<String>(NodeSettingsRO::getString, NodeSettingsWO::addString, null));
        map.put(int[].class, new Leaf<int[]>(NodeSettingsRO::getIntArray, NodeSettingsWO::addIntArray, new int[0]));
        map.put(long[].class,
            new Leaf<long[]>(NodeSettingsRO::getLongArray, NodeSettingsWO::addLongArray, new long[0]));
        map.put(double[].class,
            new Leaf<double[]>(NodeSettingsRO::getDoubleArray, NodeSettingsWO::addDoubleArray, new double[0]));
        map.put(boolean[].class,
            new Leaf<boolean[]>(NodeSettingsRO::getBooleanArray, NodeSettingsWO::addBooleanArray, new boolean[0]));
        map.put(String[].class,
            new Leaf<String[]>(NodeSettingsRO::getStringArray, NodeSettingsWO::addStringArray, new String[0]));
        // a button or a text in the dialog, which has no value
        map.put(Void.class, new Leaf<Void>((settings, key) -> null, (settings, key, value) -> { }, null));
        return map;
    }

    private static void both(final Map<Class<?>, Leaf<?>> map, final Class<?> primitive, final Class<?> boxed,
        final Leaf<?> leaf) {
        map.put(primitive, leaf);
        map.put(boxed, leaf);
    }

    /** @throws IllegalArgumentException if values of that type cannot be stored */
    @SuppressWarnings("unchecked")
    static Leaf<Object> of(final Member member) {
        final Class<?> type = member.type();
        final Leaf<?> leaf = type.isEnum() ? ofEnum(type) : BY_TYPE.get(type);
        if (leaf == null) {
            throw new IllegalArgumentException(
                "The workbench cannot store " + member + " of type " + type.getName() + ". Give it a @Persistor.");
        }
        return member.isOptional() ? (Leaf<Object>)(Leaf<?>)ofOptional((Leaf<Object>)leaf) : (Leaf<Object>)leaf;
    }

    private static Leaf<Object> ofEnum(final Class<?> type) {
        return new Leaf<>((settings, key) -> {
            final String name = settings.getString(key);
            for (final Object constant : type.getEnumConstants()) {
                if (((Enum<?>)constant).name().equals(name)) {
                    return constant;
                }
            }
            throw new InvalidSettingsException("Invalid value '" + name + "'. Possible values: " + Arrays
                .stream(type.getEnumConstants()).map(c -> ((Enum<?>)c).name()).collect(Collectors.joining(", ")));
        }, (settings, key, value) -> settings.addString(key, value == null ? null : ((Enum<?>)value).name()), null);
    }

    private static Leaf<Optional<Object>> ofOptional(final Leaf<Object> content) {
        return new Leaf<>(
            (settings, key) -> settings.getBoolean(key + IS_PRESENT, true)
                ? Optional.ofNullable(content.read.read(settings, key)) : Optional.empty(),
            (settings, key, value) -> {
                content.write.write(settings, key, value.orElse(content.absent));
                settings.addBoolean(key + IS_PRESENT, value.isPresent());
            }, null);
    }
}
