package org.knime.core.webui.node;

import java.util.function.Supplier;

import org.knime.core.node.workflow.NodeContainer;

/** A node, as the managers of pages and data services know it. */
public interface NodeWrapper {

    NodeContainer get();

    <T> T getWithContext(Supplier<T> supplier);

    static NodeWrapper of(final NodeContainer nc) {
        return new NodeWrapper() {

            @Override
            public NodeContainer get() {
                return nc;
            }

            @Override
            public <T> T getWithContext(final Supplier<T> supplier) {
                return supplier.get();
            }
        };
    }
}
