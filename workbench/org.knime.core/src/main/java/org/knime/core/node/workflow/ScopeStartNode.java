package org.knime.core.node.workflow;

/** A node model that begins a scope. */
public interface ScopeStartNode<T extends FlowScopeContext> {
}
