package org.knime.core.webui.node.dialog.defaultdialog.util.updates;

/** Says that a value cannot be computed; the dialog then keeps what it has. */
public final class StateComputationFailureException extends Exception {

    private static final long serialVersionUID = 1L;

    public StateComputationFailureException(final String message) {
        super(message);
    }
}
