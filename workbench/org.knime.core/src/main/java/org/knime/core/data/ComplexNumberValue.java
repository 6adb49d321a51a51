package org.knime.core.data;

/** A value that reads as a complex number. */
public interface ComplexNumberValue extends DataValue {

    double getRealValue();

    double getImaginaryValue();
}
