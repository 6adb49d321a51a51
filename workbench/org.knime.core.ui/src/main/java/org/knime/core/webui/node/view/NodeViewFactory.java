package org.knime.core.webui.node.view;

import org.knime.core.node.NodeModel;

/**
 * A node factory whose nodes have a view.
 *
 * @param <T> the node's model
 */
public interface NodeViewFactory<T extends NodeModel> {

    NodeView createNodeView(T nodeModel);
}
