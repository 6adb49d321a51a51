package org.knime.core.node.workflow;

/** Protects metanodes, of which the stand-in has none. */
final class WorkflowCipher {

    private WorkflowCipher() {
    }
}
