package org.modelcollapse.knime.distance;

import java.util.List;
import java.util.Optional;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.knime.node.impl.description.PortDescription;
import org.modelcollapse.knime.node.NodeText;
import org.modelcollapse.knime.node.ParametersNodeFactory;

/** The node "Mixture Distance". */
public final class MixtureDistanceNodeFactory extends ParametersNodeFactory<MixtureDistanceNodeModel> {

    @Override
    protected NodeText text() {
        return new NodeText("Mixture Distance", "mixture-distance.png", NodeType.Manipulator,
            "Computes how far two Gaussian mixtures or samples are from each other.", """
                <p>Compares two distributions, each a Gaussian mixture or a sample of rows, by every measure that there is
                an exact way to; nothing is estimated by sampling. Put it into a <i>Recursive Collapse Loop</i> to see how
                far a generation has come from the original.</p>
                <ul>
                <li><b>W1, W2</b>: the Wasserstein distances, in units of the data: how far the points of one must be moved
                to become the other, on average and in the root mean square.</li>
                <li><b>KL(first || second)</b> and the reverse: the Kullback-Leibler divergences in nats. The one from the
                original to the fit grows fast when the fit has forgotten the tails.</li>
                <li><b>JS</b>: the Jensen-Shannon divergence in nats, from 0 to 0.693.</li>
                <li><b>Log-likelihood of first (of second)</b>: what a point of it has under the other mixture on average,
                in nats.</li>
                </ul>
                <p>In one dimension mixtures of any number of components are compared, by closed forms or by quadrature
                with a relative error below 10<sup>-8</sup>. In several dimensions only single Gaussians have exact ways
                (W2, KL and log-likelihood). A sample has Wasserstein distances, and a log-likelihood under a mixture. What
                has no exact way is missing.</p>
                """,
            List.of(PortDescription.fixedPort("First", "A mixture table, or the rows of a sample."),
                PortDescription.fixedPort("Second", "A mixture table, or the rows of a sample.")),
            List.of(PortDescription.fixedPort("Distances", "One row: a column a measure.")),
            MixtureDistanceParameters.class, List.of(NodeText.CURSE_OF_RECURSION),
            List.of("Wasserstein", "Kullback-Leibler", "divergence", "Jensen-Shannon", "Gaussian mixture", "compare"));
    }

    @Override
    protected Optional<PortsConfigurationBuilder> createPortsConfigBuilder() {
        final var ports = new PortsConfigurationBuilder();
        ports.addFixedInputPortGroup("First", BufferedDataTable.TYPE);
        ports.addFixedInputPortGroup("Second", BufferedDataTable.TYPE);
        ports.addFixedOutputPortGroup("Distances", BufferedDataTable.TYPE);
        return Optional.of(ports);
    }

    @Override
    protected MixtureDistanceNodeModel createNodeModel(final NodeCreationConfiguration creationConfig) {
        return new MixtureDistanceNodeModel(creationConfig.getPortConfig().orElseThrow());
    }
}
