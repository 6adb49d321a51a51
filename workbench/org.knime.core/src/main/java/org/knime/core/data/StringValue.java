package org.knime.core.data;

/** A value that reads as a string. */
public interface StringValue extends DataValue {

    String getStringValue();
}
