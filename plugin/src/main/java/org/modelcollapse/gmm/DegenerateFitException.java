package org.modelcollapse.gmm;

/** Tells that a component died or collapsed and that the settings say to fail then. */
public final class DegenerateFitException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * Made by the fit.
     *
     * @param message names the component and the way out
     */
    DegenerateFitException(final String message) {
        super(message);
    }
}
