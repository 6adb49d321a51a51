package org.knime.core.data;

/** A value that reads as a boolean. */
public interface BooleanValue extends DataValue {

    boolean getBooleanValue();
}
