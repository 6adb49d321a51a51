package org.modelcollapse.knime.assign;

import java.util.List;
import java.util.Optional;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.knime.node.impl.description.PortDescription;
import org.modelcollapse.knime.node.NodeText;
import org.modelcollapse.knime.node.ParametersNodeFactory;

/** The node "GMM Assigner". */
public final class GmmAssignerNodeFactory extends ParametersNodeFactory<GmmAssignerNodeModel> {

    @Override
    protected NodeText text() {
        return new NodeText("GMM Assigner", "gmm-assigner.png", NodeType.Predictor,
            "Appends to each row its cluster, the probabilities of the components, and its log density.", """
                <p>Appends to each row what a Gaussian mixture model (GMM) says of it: the most probable component (a soft
                clustering's cluster), the probability of each component given the row, and the logarithm of the mixture's
                density there. On request it finds outliers, each with the probability that a row of the mixture is as far
                out or farther.</p>
                <p>Rows with a missing, NaN or infinite value in a column that the mixture describes are assigned by the
                columns that they have, exactly: the mixture of some of its columns is again a Gaussian mixture. Their unknown
                values can be filled in by expectation or by a draw. A warning counts such rows.</p>
                """,
            List.of(PortDescription.fixedPort("Rows", """
                The rows to assign, with the columns that the mixture describes.
                """), PortDescription.fixedPort("Mixture", """
                A mixture table, as <i>Fit GMM</i> gives it: a row a component.
                """)),
            List.of(PortDescription.fixedPort("Assigned rows", """
                The input rows with the appended columns: <i>Cluster</i>, <i>Component</i>, <i>Probability 1</i>,
                <i>Probability 2</i>, ..., <i>Log density</i>, and for outliers <i>P-value</i> and <i>Outlier</i>.
                """)),
            GmmAssignerParameters.class, List.of(NodeText.EM_PAPER),
            List.of("Gaussian mixture", "cluster assigner", "soft clustering", "responsibility", "outlier", "anomaly",
                "density", "imputation", "missing values"));
    }

    @Override
    protected Optional<PortsConfigurationBuilder> createPortsConfigBuilder() {
        final var ports = new PortsConfigurationBuilder();
        ports.addFixedInputPortGroup("Rows", BufferedDataTable.TYPE);
        ports.addFixedInputPortGroup("Mixture", BufferedDataTable.TYPE);
        ports.addFixedOutputPortGroup("Assigned rows", BufferedDataTable.TYPE);
        return Optional.of(ports);
    }

    @Override
    protected GmmAssignerNodeModel createNodeModel(final NodeCreationConfiguration creationConfig) {
        return new GmmAssignerNodeModel(creationConfig.getPortConfig().orElseThrow());
    }
}
