package org.knime.core.data;

import java.util.List;
import java.util.Map;

/** What the interfaces of values bring along: a name, and an order for some. */
final class ValueTraits {

    private static final Map<Class<?>, String> NAMES = Map.of(DoubleValue.class, "Number (Float)", IntValue.class,
        "Number (Integer)", LongValue.class, "Number (Long Integer)", StringValue.class, "String", BooleanValue.class,
        "Boolean");

    private static final DataValueComparator BY_DOUBLE = new DataValueComparator() {
        @Override
        protected int compareDataValues(final DataValue v1, final DataValue v2) {
            return Double.compare(((DoubleValue)v1).getDoubleValue(), ((DoubleValue)v2).getDoubleValue());
        }
    };

    private static final DataValueComparator BY_LONG = new DataValueComparator() {
        @Override
        protected int compareDataValues(final DataValue v1, final DataValue v2) {
            return Long.compare(((LongValue)v1).getLongValue(), ((LongValue)v2).getLongValue());
        }
    };

    private static final DataValueComparator BY_STRING = new DataValueComparator() {
        @Override
        protected int compareDataValues(final DataValue v1, final DataValue v2) {
            return ((StringValue)v1).getStringValue().compareTo(((StringValue)v2).getStringValue());
        }
    };

    private static final DataValueComparator BY_TEXT = new DataValueComparator() {
        @Override
        protected int compareDataValues(final DataValue v1, final DataValue v2) {
            return v1.toString().compareTo(v2.toString());
        }
    };

    private ValueTraits() {
    }

    static String name(final Class<? extends DataValue> value) {
        return NAMES.getOrDefault(value, value.getSimpleName());
    }

    static DataValueComparator comparator(final List<Class<? extends DataValue>> values) {
        for (final Class<?> value : values) {
            if (value == DoubleValue.class) {
                return BY_DOUBLE;
            } else if (value == IntValue.class || value == LongValue.class || value == BooleanValue.class) {
                return BY_LONG;
            } else if (value == StringValue.class) {
                return BY_STRING;
            }
        }
        return BY_TEXT;
    }
}
