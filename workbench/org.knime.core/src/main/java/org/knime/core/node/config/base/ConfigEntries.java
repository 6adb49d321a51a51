package org.knime.core.node.config.base;

/** The kinds of entries, by the names that the XML files use. */
public enum ConfigEntries {
    xstring {
        @Override
        public AbstractConfigEntry createEntry(final String key, final String value) {
            return new ConfigValue(this, key, value);
        }
    },
    xint {
        @Override
        public AbstractConfigEntry createEntry(final String key, final String value) {
            return new ConfigValue(this, key, Integer.valueOf(value));
        }
    },
    xdouble {
        @Override
        public AbstractConfigEntry createEntry(final String key, final String value) {
            return new ConfigValue(this, key, Double.valueOf(value));
        }
    },
    xfloat {
        @Override
        public AbstractConfigEntry createEntry(final String key, final String value) {
            return new ConfigValue(this, key, Float.valueOf(value));
        }
    },
    xlong {
        @Override
        public AbstractConfigEntry createEntry(final String key, final String value) {
            return new ConfigValue(this, key, Long.valueOf(value));
        }
    },
    xshort {
        @Override
        public AbstractConfigEntry createEntry(final String key, final String value) {
            return new ConfigValue(this, key, Short.valueOf(value));
        }
    },
    xbyte {
        @Override
        public AbstractConfigEntry createEntry(final String key, final String value) {
            return new ConfigValue(this, key, Byte.valueOf(value));
        }
    },
    xchar {
        @Override
        public AbstractConfigEntry createEntry(final String key, final String value) {
            return new ConfigValue(this, key, ConfigValue.character(value));
        }
    },
    xboolean {
        @Override
        public AbstractConfigEntry createEntry(final String key, final String value) {
            return new ConfigValue(this, key, Boolean.valueOf(value));
        }
    },
    config {
        @Override
        public AbstractConfigEntry createEntry(final String key, final String value) {
            throw new UnsupportedOperationException("A sub-configuration is not made from a string: " + key);
        }
    },
    xpassword {
        @Override
        public AbstractConfigEntry createEntry(final String key, final String value) {
            throw new UnsupportedOperationException("Passwords are not part of the stand-in for KNIME: " + key);
        }
    },
    xtransientstring {
        @Override
        public AbstractConfigEntry createEntry(final String key, final String value) {
            throw new UnsupportedOperationException("Transient strings are never stored: " + key);
        }
    };

    /** Makes an entry from its textual form. */
    public abstract AbstractConfigEntry createEntry(String key, String value);
}
