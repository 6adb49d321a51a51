package org.knime.core.webui.node.view;

import java.util.Map;
import java.util.WeakHashMap;

import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeModel;
import org.knime.core.node.workflow.NativeNodeContainer;
import org.knime.core.node.workflow.NodeContainer;
import org.knime.core.node.workflow.WorkflowManager;
import org.knime.core.webui.node.DataServiceManager;
import org.knime.core.webui.node.NodeWrapper;
import org.knime.core.webui.node.PageResourceManager;
import org.knime.core.webui.node.PageResourceManager.CreatedPage;
import org.knime.core.webui.node.PageResourceManager.PageType;

/** Makes the views of nodes, one a node, and forgets those of nodes that are gone. */
public final class NodeViewManager {

    private static final NodeViewManager INSTANCE = new NodeViewManager();

    private final Map<NodeContainer, NodeView> views = new WeakHashMap<>();

    private final PageResourceManager<NodeWrapper> pages = new PageResourceManager<>(PageType.VIEW,
        node -> new CreatedPage(view(node.get()).getPage(), null));

    private final DataServiceManager<NodeWrapper> services = new DataServiceManager<>(node -> view(node.get()));

    private NodeViewManager() {
    }

    public static NodeViewManager getInstance() {
        return INSTANCE;
    }

    public static boolean hasNodeView(final NodeContainer nc) {
        return nc instanceof NativeNodeContainer node && node.getNode().getFactory() instanceof NodeViewFactory;
    }

    private synchronized NodeView view(final NodeContainer nc) {
        if (!hasNodeView(nc)) {
            throw new IllegalArgumentException("The node " + nc.getNameWithID() + " doesn't provide a node view");
        }
        // a view holds its model, which holds what the node remembers
        views.keySet().removeIf(NodeViewManager::isGone);
        return views.computeIfAbsent(nc, c -> create((NativeNodeContainer)c));
    }

    private static boolean isGone(final NodeContainer node) {
        final WorkflowManager workflow = node.getParent();
        return !WorkflowManager.ROOT.containsNodeContainer(workflow.getID())
            || !workflow.containsNodeContainer(node.getID()) || workflow.getNodeContainer(node.getID()) != node;
    }

    @SuppressWarnings("unchecked")
    private static NodeView create(final NativeNodeContainer node) {
        return ((NodeViewFactory<NodeModel>)node.getNode().getFactory()).createNodeView(node.getNodeModel());
    }

    /** Gives the view the settings that are in force. The stand-in's nodes have no settings of views. */
    public void updateNodeViewSettings(final NativeNodeContainer nnc) throws InvalidSettingsException {
        view(nnc);
    }

    public DataServiceManager<NodeWrapper> getDataServiceManager() {
        return services;
    }

    public PageResourceManager<NodeWrapper> getPageResourceManager() {
        return pages;
    }
}
