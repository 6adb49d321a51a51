package org.knime.core.data;

/** A value that reads as a fuzzy number: core and support. */
public interface FuzzyNumberValue extends DataValue {

    double getCore();

    double getMinSupport();

    double getMaxSupport();
}
