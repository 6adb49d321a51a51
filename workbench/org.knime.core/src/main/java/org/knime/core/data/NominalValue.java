package org.knime.core.data;

/** Marks values whose columns list the distinct values in the domain. */
public interface NominalValue extends DataValue {
}
