package org.knime.core.node.workflow;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;
import org.knime.core.node.config.Config;

/** The type of a flow variable. */
public abstract class VariableType<T> {

    static final String VALUE = "value";

    static final String CLASS = "class";

    public VariableType() {
        // for sub-classes
    }

    /** A value with its type. */
    protected abstract static class VariableValue<T> {

        private final VariableType<T> type;

        private final T value;

        protected VariableValue(final VariableType<T> type, final T value) {
            this.type = Objects.requireNonNull(type);
            if (value == null) {
                throw new IllegalArgumentException("Value must not be null");
            }
            this.value = value;
        }

        protected T get() {
            return value;
        }

        final VariableType<T> type() {
            return type;
        }

        final <U> U getAs(final VariableType<U> target) {
            return type.getAs(value, target);
        }

        @Override
        public boolean equals(final Object o) {
            return o instanceof VariableValue<?> other && other.type.equals(type) && other.value.equals(value);
        }

        @Override
        public int hashCode() {
            return 31 * type.hashCode() + value.hashCode();
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    /** An entry of settings that the variable cannot set or be made of. */
    public static final class InvalidConfigEntryException extends Exception {

        private static final long serialVersionUID = 1L;

        InvalidConfigEntryException(final String message) {
            super(message);
        }
    }

    public abstract Class<T> getSimpleType();

    protected abstract VariableValue<T> loadValue(NodeSettingsRO settings) throws InvalidSettingsException;

    protected abstract void saveValue(NodeSettingsWO settings, VariableValue<T> v);

    protected abstract VariableValue<T> newValue(T v);

    protected abstract VariableValue<T> defaultValue();

    protected abstract boolean canOverwrite(Config config, String configKey);

    protected abstract void overwrite(T value, Config config, String configKey) throws InvalidConfigEntryException;

    protected abstract boolean canCreateFrom(Config config, String configKey);

    protected abstract T createFrom(Config config, String configKey)
        throws InvalidSettingsException, InvalidConfigEntryException;

    public String getIdentifier() {
        return getSimpleType().getSimpleName().toUpperCase(Locale.ROOT);
    }

    protected <U> U getAs(final T value, final VariableType<U> conversionTarget) {
        if (conversionTarget != this) {
            throw new IllegalArgumentException("Can't convert " + this + " to " + conversionTarget + ".");
        }
        return conversionTarget.getSimpleType().cast(value);
    }

    @Override
    public String toString() {
        return getClass().getSimpleName();
    }

    static VariableType<?>[] all() {
        return new VariableType<?>[]{StringType.INSTANCE, DoubleType.INSTANCE, IntType.INSTANCE, LongType.INSTANCE,
            BooleanType.INSTANCE};
    }

    static VariableValue<?> load(final NodeSettingsRO settings) throws InvalidSettingsException {
        final String identifier = settings.getString(CLASS);
        for (final VariableType<?> type : all()) {
            if (type.getIdentifier().equals(identifier)) {
                return type.loadValue(settings);
            }
        }
        throw new InvalidSettingsException("Invalid type class: " + identifier + "; the types known are "
            + Arrays.stream(all()).map(VariableType::getIdentifier).toList());
    }

    /** Strings. */
    public static final class StringType extends SimpleVariableType<String> {

        public static final StringType INSTANCE = new StringType();

        private StringType() {
            super(String.class, "");
        }
    }

    /** Doubles. */
    public static final class DoubleType extends SimpleVariableType<Double> {

        public static final DoubleType INSTANCE = new DoubleType();

        private DoubleType() {
            super(Double.class, 0.0);
        }
    }

    /** Integers. */
    public static final class IntType extends SimpleVariableType<Integer> {

        public static final IntType INSTANCE = new IntType();

        private IntType() {
            super(Integer.class, 0);
        }
    }

    /** Longs. */
    public static final class LongType extends SimpleVariableType<Long> {

        public static final LongType INSTANCE = new LongType();

        private LongType() {
            super(Long.class, 0L);
        }
    }

    /** Booleans. */
    public static final class BooleanType extends SimpleVariableType<Boolean> {

        public static final BooleanType INSTANCE = new BooleanType();

        private BooleanType() {
            super(Boolean.class, false);
        }
    }
}
