package org.knime.core.data.v2.value;

import org.knime.core.data.BooleanValue;
import org.knime.core.data.BoundedValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.IntValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.NominalValue;
import org.knime.core.data.StringValue;
import org.knime.core.data.v2.ReadValue;
import org.knime.core.data.v2.WriteValue;

/** The simple values, for reading and writing. */
public final class ValueInterfaces {

    private ValueInterfaces() {
    }

    /** Reads a double. */
    public interface DoubleReadValue extends DoubleValue, BoundedValue, ReadValue {
    }

    /** Writes a double. */
    public interface DoubleWriteValue extends WriteValue<DoubleValue> {

        void setDoubleValue(double value);
    }

    /** Reads an int. */
    public interface IntReadValue extends ReadValue, IntValue, DoubleValue, BoundedValue, LongValue {
    }

    /** Writes an int. */
    public interface IntWriteValue extends WriteValue<IntValue> {

        void setIntValue(int value);
    }

    /** Reads a long. */
    public interface LongReadValue extends LongValue, DoubleValue, BoundedValue, ReadValue {
    }

    /** Writes a long. */
    public interface LongWriteValue extends WriteValue<LongValue> {

        void setLongValue(long value);
    }

    /** Reads a boolean. */
    public interface BooleanReadValue
        extends BooleanValue, DoubleValue, BoundedValue, LongValue, IntValue, NominalValue, ReadValue {
    }

    /** Writes a boolean. */
    public interface BooleanWriteValue extends WriteValue<BooleanValue> {

        void setBooleanValue(boolean value);
    }

    /** Reads a string. */
    public interface StringReadValue extends StringValue, NominalValue, ReadValue {
    }

    /** Writes a string. */
    public interface StringWriteValue extends WriteValue<StringValue> {

        void setStringValue(String value);
    }
}
