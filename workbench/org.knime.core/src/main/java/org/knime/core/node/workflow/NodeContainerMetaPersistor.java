package org.knime.core.node.workflow;

/** What is stored of a node beside its settings; never used by the stand-in. */
interface NodeContainerMetaPersistor {
}
