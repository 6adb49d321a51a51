package org.knime.core.node;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.knime.core.node.context.ModifiableNodeCreationConfiguration;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.knime.core.node.port.PortType;

/** Makes nodes whose ports the user may choose. */
public abstract class ConfigurableNodeFactory<T extends NodeModel> extends NodeFactory<T> {

    protected ConfigurableNodeFactory() {
        super();
    }

    protected ConfigurableNodeFactory(final boolean lazyInitialization) {
        super(lazyInitialization);
    }

    /** The ports that a new node has, or empty when the node has none. */
    protected abstract Optional<PortsConfigurationBuilder> createPortsConfigBuilder();

    public final ModifiableNodeCreationConfiguration createNodeCreationConfig() {
        return new ModifiableNodeCreationConfiguration(
            createPortsConfigBuilder().map(PortsConfigurationBuilder::build).orElse(null));
    }

    @Override
    public T createNodeModel() {
        throw new UnsupportedOperationException("Method invocation not supported by ConfigurableNodeFactory");
    }

    @Override
    protected abstract T createNodeModel(NodeCreationConfiguration creationConfig);

    @Override
    protected NodeDialogPane createNodeDialogPane() {
        throw new UnsupportedOperationException("Method invocation not supported by ConfigurableNodeFactory");
    }

    @Override
    protected abstract NodeDialogPane createNodeDialogPane(NodeCreationConfiguration creationConfig);

    /** Collects port groups; their order is that of the ports. */
    protected static final class PortsConfigurationBuilder {

        private final Map<String, PortGroup> groups = new LinkedHashMap<>();

        public PortsConfigurationBuilder() {
            // no groups yet
        }

        private PortGroups build() {
            return new PortGroups(groups);
        }

        private void add(final String id, final PortType[] fixed, final PortType[] supported, final boolean input,
            final boolean output, final int most) {
            if (id == null || id.isBlank()) {
                throw new IllegalArgumentException("The port group identifier cannot be empty");
            }
            if (groups.containsKey(id)) {
                throw new IllegalArgumentException("A port group with the given name already exists");
            }
            if (Stream.concat(Stream.of(fixed), Stream.of(supported)).anyMatch(t -> t == null)) {
                throw new IllegalArgumentException("The port types cannot contain null entries");
            }
            if (fixed.length + most == 0) {
                throw new IllegalArgumentException("The port types must contain at least one element");
            }
            groups.put(id, new PortGroup(fixed, supported, input, output, most));
        }

        public void addFixedInputPortGroup(final String id, final PortType... types) {
            add(id, types, new PortType[0], true, false, 0);
        }

        public void addFixedOutputPortGroup(final String id, final PortType... types) {
            add(id, types, new PortType[0], false, true, 0);
        }

        public void addOptionalInputPortGroup(final String id, final PortType... supported) {
            add(id, new PortType[0], supported, true, false, 1);
        }

        public void addOptionalOutputPortGroup(final String id, final PortType... supported) {
            add(id, new PortType[0], supported, false, true, 1);
        }
    }
}
