package org.knime.core.node.workflow;

/** Where a metanode comes from; the stand-in has no metanodes and never makes one. */
public final class MetaNodeTemplateInformation {

    private MetaNodeTemplateInformation() {
    }
}
