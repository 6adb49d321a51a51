package org.modelcollapse.knime.bootstrap;

import java.util.List;
import java.util.Optional;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.knime.node.impl.description.ExternalResource;
import org.knime.node.impl.description.PortDescription;
import org.modelcollapse.knime.node.NodeText;
import org.modelcollapse.knime.node.ParametersNodeFactory;

/** The node "GMM Bootstrap". */
public final class GmmBootstrapNodeFactory extends ParametersNodeFactory<GmmBootstrapNodeModel> {

    private static final ExternalResource MCLACHLAN = new ExternalResource("https://doi.org/10.2307/2347790", """
        McLachlan: On bootstrapping the likelihood ratio test statistic for the number of components in a normal mixture,
        Applied Statistics 36 (1987), 318
        """);

    private static final ExternalResource OHAGAN = new ExternalResource("https://doi.org/10.1007/s00180-019-00897-9", """
        O'Hagan, Murphy, Scrucca, Gormley: Investigation of parameter uncertainty in clustering using a Gaussian mixture model
        via jackknife, bootstrap and weighted likelihood bootstrap, Computational Statistics 34 (2019), 1779
        """);

    @Override
    protected NodeText text() {
        return new NodeText("GMM Bootstrap", "gmm-bootstrap.png", NodeType.Other,
            "Gives standard errors and intervals of a mixture's numbers, and tests whether it needs one component more.", """
                <p>Says how sure the numbers of a fitted Gaussian mixture model (GMM) are: the mixture is fitted again to many
                data sets like the rows, and what its numbers differ from fit to fit is what they would differ for other rows of
                the same origin. Each fit starts from the mixture, so that components keep their numbers.</p>
                <p>On request it also tests whether the rows need one component more than there are (McLachlan 1987): data sets
                are drawn from the best mixture of the tested number of components, and how much one more component gains in
                them is compared with what it gains in the rows. In every data set the best fits are searched as in the rows.
                Note that rounded values, or components that are not quite Gaussian, are reasons for one component more, too.</p>
                <p>The covariances of all fits have in common what those of the mixture have, for instance that they are all
                equal. All processor cores work; with the same settings, input and seed the result is the same on every
                machine, to the last digit.</p>
                """,
            List.of(PortDescription.fixedPort("Rows", """
                The rows that the mixture was fitted to.
                """), PortDescription.fixedPort("Mixture", """
                The mixture table that <i>Fit GMM</i> made of them.
                """)),
            List.of(PortDescription.fixedPort("Parameters", """
                A row a number of the mixture table: the component, the name of the number, its value in the mixture, its
                standard error, by how much the fits are off on average (<i>Bias</i>), and the bounds of its interval.
                """), PortDescription.fixedPort("Tests", """
                A row a tested number of components: the log-likelihood of the rows under the best fit, the same of one component
                more, twice the difference (<i>Statistic</i>), and the p-value: if it is small, that number of components is not
                enough.
                """)),
            GmmBootstrapParameters.class, List.of(MCLACHLAN, OHAGAN),
            List.of("Gaussian mixture", "bootstrap", "standard error", "confidence interval", "likelihood ratio test",
                "number of clusters"));
    }

    @Override
    protected Optional<PortsConfigurationBuilder> createPortsConfigBuilder() {
        final var ports = new PortsConfigurationBuilder();
        ports.addFixedInputPortGroup("Rows", BufferedDataTable.TYPE);
        ports.addFixedInputPortGroup("Mixture", BufferedDataTable.TYPE);
        ports.addFixedOutputPortGroup("Parameters", BufferedDataTable.TYPE);
        ports.addFixedOutputPortGroup("Tests", BufferedDataTable.TYPE);
        return Optional.of(ports);
    }

    @Override
    protected GmmBootstrapNodeModel createNodeModel(final NodeCreationConfiguration creationConfig) {
        return new GmmBootstrapNodeModel(creationConfig.getPortConfig().orElseThrow());
    }
}
