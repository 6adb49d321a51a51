package org.knime.core.node.workflow;

/** How a workflow is shown; the stand-in has no windows and never makes one. */
public class EditorUIInformation {

    EditorUIInformation() {
    }
}
