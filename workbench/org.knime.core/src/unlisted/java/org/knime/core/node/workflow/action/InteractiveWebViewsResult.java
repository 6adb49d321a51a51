package org.knime.core.node.workflow.action;

/** The views of a node in a browser; the stand-in has none and never makes one. */
public final class InteractiveWebViewsResult {

    private InteractiveWebViewsResult() {
    }
}
