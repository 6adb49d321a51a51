package org.knime.node.parameters.validation;

/** A check that a dialog makes by itself. */
public interface BuiltinValidation {

    String getErrorMessage();

    Object getParameters();
}
