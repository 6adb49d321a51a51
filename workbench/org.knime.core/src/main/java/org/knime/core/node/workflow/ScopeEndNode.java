package org.knime.core.node.workflow;

/** A node model that ends a scope. */
public interface ScopeEndNode<T extends FlowScopeContext> {
}
