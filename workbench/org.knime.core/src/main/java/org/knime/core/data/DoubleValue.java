package org.knime.core.data;

/** A value that reads as a double. */
public interface DoubleValue extends DataValue {

    double getDoubleValue();
}
