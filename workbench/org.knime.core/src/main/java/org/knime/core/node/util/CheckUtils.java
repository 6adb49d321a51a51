package org.knime.core.node.util;

import org.knime.core.node.InvalidSettingsException;

/** Checks that throw when they fail; messages are formatted as by {@link String#format}. */
public final class CheckUtils {

    private CheckUtils() {
    }

    public static void checkSetting(final boolean predicate, final String template, final Object... args)
        throws InvalidSettingsException {
        if (!predicate) {
            throw new InvalidSettingsException(String.format(template, args));
        }
    }

    public static <T> T checkSettingNotNull(final T value, final String template, final Object... args)
        throws InvalidSettingsException {
        checkSetting(value != null, template, args);
        return value;
    }

    public static void checkArgument(final boolean predicate, final String template, final Object... args) {
        if (!predicate) {
            throw new IllegalArgumentException(String.format(template, args));
        }
    }

    public static void checkArgument(final boolean predicate, final String message) {
        if (!predicate) {
            throw new IllegalArgumentException(message);
        }
    }

    public static <T> T checkArgumentNotNull(final T value) {
        return checkArgumentNotNull(value, "Argument must not be null");
    }

    public static <T> T checkArgumentNotNull(final T value, final String template, final Object... args) {
        checkArgument(value != null, template, args);
        return value;
    }

    public static void checkState(final boolean predicate, final String template, final Object... args) {
        if (!predicate) {
            throw new IllegalStateException(String.format(template, args));
        }
    }

    public static void checkState(final boolean predicate, final String message) {
        if (!predicate) {
            throw new IllegalStateException(message);
        }
    }

    public static <T> T checkNotNull(final T value) {
        return checkNotNull(value, "Value must not be null");
    }

    public static <T> T checkNotNull(final T value, final String message) {
        if (value == null) {
            throw new NullPointerException(message);
        }
        return value;
    }
}
