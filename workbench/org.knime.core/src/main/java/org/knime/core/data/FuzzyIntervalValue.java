package org.knime.core.data;

/** A value that reads as a fuzzy interval: a core interval within a support interval. */
public interface FuzzyIntervalValue extends DataValue {

    double getMinSupport();

    double getMinCore();

    double getMaxCore();

    double getMaxSupport();

    double getCenterOfGravity();
}
