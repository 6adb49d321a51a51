package org.modelcollapse.knime.merge;

import java.util.List;
import java.util.Optional;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.knime.node.impl.description.ExternalResource;
import org.knime.node.impl.description.PortDescription;
import org.modelcollapse.knime.node.NodeText;
import org.modelcollapse.knime.node.ParametersNodeFactory;

/** The node "Merge GMM Components". */
public final class MergeGmmComponentsNodeFactory extends ParametersNodeFactory<MergeGmmComponentsNodeModel> {

    private static final ExternalResource BAUDRY = new ExternalResource("https://doi.org/10.1198/jcgs.2010.08111", """
        Baudry, Raftery, Celeux, Lo, Gottardo: Combining mixture components for clustering, Journal of Computational and
        Graphical Statistics 19 (2010), 332
        """);

    @Override
    protected NodeText text() {
        return new NodeText("Merge GMM Components", "merge-gmm-components.png", NodeType.Manipulator,
            "Merges the components of a mixture to clusters, where one cluster takes several components.", """
                <p>A cluster that is skewed, bent or long-tailed takes several Gaussian components to be described, so the
                number of components that suits the rows best is often larger than the number of clusters. This node merges
                components: first those two which the rows tell apart least, then again, until one cluster is left. Told apart
                means by the entropy of the probabilities that the mixture gives to the rows; each step takes the merger by which
                it falls most (Baudry et al. 2010). The mixture itself, and how well it describes the rows, stays what it is.</p>
                <p>Draw <i>Entropy</i> over <i>Clusters</i> with a line plot. From the right it falls steeply as long as
                components of the same cluster are merged; where it bends is a good number of clusters. The node proposes the
                number at which two straight lines meet that follow the entropy best.</p>
                """,
            List.of(PortDescription.fixedPort("Rows", """
                The rows, with the columns that the mixture describes.
                """), PortDescription.fixedPort("Mixture", """
                A mixture table, as <i>Fit GMM</i> gives it: a row a component.
                """)),
            List.of(PortDescription.fixedPort("Clustered rows", """
                The rows with the appended columns <i>Cluster</i> and, for each number of clusters, <i>Cluster of 5</i>,
                <i>Cluster of 4</i>, ... Rows with a missing, NaN or infinite value get missing cells; a warning counts them.
                """), PortDescription.fixedPort("Entropy", """
                A row a number of clusters: the entropy (0: every row belongs to one cluster for certain), how much of it the
                merger to this number took, how many rows belonged to the two clusters, the quotient of both, the components on
                either side, and whether the entropy bends here.
                """), PortDescription.fixedPort("Components", """
                A row a component: its cluster in the column <i>Cluster</i> and for each number of clusters.
                """)),
            MergeGmmComponentsParameters.class, List.of(BAUDRY),
            List.of("Gaussian mixture", "cluster", "combine components", "entropy", "number of clusters"));
    }

    @Override
    protected Optional<PortsConfigurationBuilder> createPortsConfigBuilder() {
        final var ports = new PortsConfigurationBuilder();
        ports.addFixedInputPortGroup("Rows", BufferedDataTable.TYPE);
        ports.addFixedInputPortGroup("Mixture", BufferedDataTable.TYPE);
        ports.addFixedOutputPortGroup("Clustered rows", BufferedDataTable.TYPE);
        ports.addFixedOutputPortGroup("Entropy", BufferedDataTable.TYPE);
        ports.addFixedOutputPortGroup("Components", BufferedDataTable.TYPE);
        return Optional.of(ports);
    }

    @Override
    protected MergeGmmComponentsNodeModel createNodeModel(final NodeCreationConfiguration creationConfig) {
        return new MergeGmmComponentsNodeModel(creationConfig.getPortConfig().orElseThrow());
    }
}
