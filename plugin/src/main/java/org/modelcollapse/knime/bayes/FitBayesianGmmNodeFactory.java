package org.modelcollapse.knime.bayes;

import java.util.List;
import java.util.Optional;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.knime.node.impl.description.ExternalResource;
import org.knime.node.impl.description.PortDescription;
import org.modelcollapse.knime.node.NodeText;
import org.modelcollapse.knime.node.ParametersNodeFactory;

/** The node "Fit Bayesian GMM". */
public final class FitBayesianGmmNodeFactory extends ParametersNodeFactory<FitBayesianGmmNodeModel> {

    private static final ExternalResource BLEI_JORDAN = new ExternalResource("https://doi.org/10.1214/06-BA104", """
        Blei, Jordan: Variational inference for Dirichlet process mixtures, Bayesian Analysis 1 (2006), 121
        """);

    @Override
    protected NodeText text() {
        return new NodeText("Fit Bayesian GMM", "fit-bayesian-gmm.png", NodeType.Learner,
            "Fits a Gaussian mixture model whose components die by themselves where the rows do not need them.", """
                <p>Fits a Bayesian Gaussian mixture model (GMM) by variational inference. You give the largest number of
                components that there may be, not the number: components that the rows do not need lose them all and die.
                For each parameter it seeks not one value but a distribution, and gives out the expectations.</p>
                <p>The answers are those of scikit-learn's <i>BayesianGaussianMixture</i>, with the same priors by default. How
                many components live depends on the prior: a small <i>Concentration</i> leaves fewer. To choose a number by a
                criterion instead, without a prior, take <i>Fit GMM</i>.</p>
                <p>The result is a <i>mixture table</i>, its components sorted by mean, which <i>Sample GMM</i>, <i>GMM
                Assigner</i> and the others take. The fit finds one of many maxima, that which its start leads to; more starts
                may find a better one. With the same settings, input and seed the result is the same on every machine, to the
                last digit.</p>
                """,
            List.of(PortDescription.fixedPort("Rows", """
                The rows to fit to, with at least one numeric column.
                """)),
            List.of(PortDescription.fixedPort("Mixture", """
                A row a component: <i>Component</i>, <i>Weight</i>, then <i>Mean</i> and <i>Sd</i> for one column, or <i>Mean
                (x)</i> and <i>Cov (x, y)</i> for several. Components that died are left out, by a setting.
                """), PortDescription.fixedPort("Components", """
                What is believed of each component, also of those that died: its number in the mixture table (missing if it is
                left out there), whether it lives, the rows to be expected of it, its weight, the parameters of its weight's
                distribution (<i>Concentration</i>; for the Dirichlet process the two of a Beta distribution), how many rows
                the knowledge of its mean is worth, and the degrees of freedom of its covariance's Wishart distribution.
                """), PortDescription.fixedPort("Fit report", """
                One row: the largest number of components, how many of them live, the lower bound on the logarithm of the
                evidence (up to a constant of rows and prior), the iterations, whether the fit converged, how many rows were
                used and skipped.
                """)),
            FitBayesianGmmParameters.class, List.of(BLEI_JORDAN),
            List.of("Gaussian mixture", "Bayesian", "variational", "Dirichlet process", "clustering", "cluster",
                "number of clusters", "density estimation"));
    }

    @Override
    protected Optional<PortsConfigurationBuilder> createPortsConfigBuilder() {
        final var ports = new PortsConfigurationBuilder();
        ports.addFixedInputPortGroup("Rows", BufferedDataTable.TYPE);
        ports.addFixedOutputPortGroup("Mixture", BufferedDataTable.TYPE);
        ports.addFixedOutputPortGroup("Components", BufferedDataTable.TYPE);
        ports.addFixedOutputPortGroup("Fit report", BufferedDataTable.TYPE);
        return Optional.of(ports);
    }

    @Override
    protected FitBayesianGmmNodeModel createNodeModel(final NodeCreationConfiguration creationConfig) {
        return new FitBayesianGmmNodeModel(creationConfig.getPortConfig().orElseThrow());
    }
}
