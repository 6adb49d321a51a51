package org.knime.core.util;

/** A row key that occurs twice. */
public class DuplicateKeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String key;

    public DuplicateKeyException(final String key) {
        this("Encountered duplicate row ID \"" + key + "\"", key);
    }

    public DuplicateKeyException(final String message, final String key) {
        super(message);
        this.key = key;
    }
}
