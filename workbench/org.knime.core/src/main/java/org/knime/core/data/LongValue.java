package org.knime.core.data;

/** A value that reads as a long. */
public interface LongValue extends DataValue {

    long getLongValue();
}
