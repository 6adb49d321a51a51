package org.modelcollapse.knime.filter;

import java.util.List;
import java.util.Optional;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.knime.node.impl.description.PortDescription;
import org.modelcollapse.knime.node.NodeText;
import org.modelcollapse.knime.node.ParametersNodeFactory;

/** The node "Central Filter". */
public final class CentralFilterNodeFactory extends ParametersNodeFactory<CentralFilterNodeModel> {

    @Override
    protected NodeText text() {
        return new NodeText("Central Filter", "central-filter.png", NodeType.Manipulator,
            "Keeps the rows whose value lies in the central part of a column's values.", """
                <p>Keeps a given fraction of the rows: those whose values in a column are neither among the smallest nor
                among the largest. The same number is dropped from either end.</p>
                <p>In a <i>Recursive Collapse Loop</i>, between the loop start and <i>Fit GMM</i>, it is the simplest
                curation: what is rare is taken for noise and removed before training. Dropping one percent in every
                generation collapses a model within tens of generations.</p>
                """,
            List.of(PortDescription.fixedPort("Rows", "The rows to filter, with at least one numeric column.")),
            List.of(PortDescription.fixedPort("Central rows", """
                The rows kept, in their order. Rows with a missing, NaN or infinite value in the column are dropped.
                """)),
            CentralFilterParameters.class, List.of(NodeText.CURSE_OF_RECURSION),
            List.of("curation", "trim", "outlier", "quantile", "tails"));
    }

    @Override
    protected Optional<PortsConfigurationBuilder> createPortsConfigBuilder() {
        final var ports = new PortsConfigurationBuilder();
        ports.addFixedInputPortGroup("Rows", BufferedDataTable.TYPE);
        ports.addFixedOutputPortGroup("Central rows", BufferedDataTable.TYPE);
        return Optional.of(ports);
    }

    @Override
    protected CentralFilterNodeModel createNodeModel(final NodeCreationConfiguration creationConfig) {
        return new CentralFilterNodeModel(creationConfig.getPortConfig().orElseThrow());
    }
}
