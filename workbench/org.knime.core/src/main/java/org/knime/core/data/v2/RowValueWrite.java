package org.knime.core.data.v2;

/** The values of a row, for writing. */
public interface RowValueWrite<R extends RowValueRead> {

    void setFrom(R values);

    <W extends WriteValue<?>> W getWriteValue(int index);

    int getNumColumns();

    void setMissing(int index);
}
