package org.knime.core.data;

/** A value that reads as an int. */
public interface IntValue extends DataValue {

    int getIntValue();
}
