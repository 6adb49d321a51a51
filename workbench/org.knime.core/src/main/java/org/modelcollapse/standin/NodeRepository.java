package org.modelcollapse.standin;

import java.util.Optional;

import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.RegistryFactory;
import org.knime.core.node.NodeFactory;

/** Finds nodes that bundles register at KNIME's extension point. */
public final class NodeRepository {

    private static final String POINT = "org.knime.workbench.repository.nodes";

    private NodeRepository() {
    }

    /**
     * A new factory of a node.
     *
     * @throws IllegalStateException if the node is registered, but its factory cannot be made
     */
    public static Optional<NodeFactory<?>> find(final String factoryClass) {
        final IExtensionRegistry registry = RegistryFactory.getRegistry();
        if (registry == null) {
            return Optional.empty();
        }
        for (final IConfigurationElement element : registry.getConfigurationElementsFor(POINT)) {
            if (factoryClass.equals(element.getAttribute("factory-class"))) {
                try {
                    return Optional.of((NodeFactory<?>)element.createExecutableExtension("factory-class"));
                } catch (CoreException e) {
                    throw new IllegalStateException("The factory " + factoryClass + " cannot be made: "
                        + (e.getStatus().getException() == null ? e : e.getStatus().getException()), e);
                }
            }
        }
        return Optional.empty();
    }
}
