package org.modelcollapse.knime.fit;

import java.util.List;
import java.util.Optional;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.knime.node.impl.description.PortDescription;
import org.modelcollapse.knime.node.NodeText;
import org.modelcollapse.knime.node.ViewNodeFactory;
import org.modelcollapse.knime.node.ViewText;
import org.modelcollapse.knime.picture.PicturePort;

/** The node "Fit GMM". */
public final class FitGmmNodeFactory extends ViewNodeFactory<FitGmmNodeModel> {

    static final String START_PORT = "Start mixture";

    @Override
    protected NodeText text() {
        return new NodeText("Fit GMM", "fit-gmm.png", NodeType.Learner,
            "Fits a Gaussian mixture model to numeric columns by expectation maximisation.", """
                <p>Fits a Gaussian mixture model (GMM) to one or more numeric columns: it finds the weights, means and
                covariances of a given number of components, or of a number that it chooses from a range, under which the
                rows are most likely. The method is expectation maximisation (EM).</p>
                <p>The result is a <i>mixture table</i>, its components sorted by mean, which <i>Sample GMM</i>, <i>GMM
                Assigner</i> and the <i>Recursive Collapse Loop</i> take, and every KNIME node can read, filter and
                draw.</p>
                <p>The covariance matrices may have much, little or nothing in common: all 14 kinds that R's mclust has can be
                fitted, among them scikit-learn's four. Which kind, and how many components, can be left to a criterion
                (<i>Choose for me</i>).</p>
                <p>EM finds one of many maxima of the likelihood, that which its start leads to. By default (<i>Best fit</i>)
                the node therefore starts from many places, merges and splits components from the best, and stops when the
                highest maximum has come back a number of times. <i>As scikit-learn by default</i> makes one start and stops
                early, as scikit-learn does; if other starts do better, a warning says by how much.</p>
                <p>All rows are used; the values are held in memory, 8 bytes each: 100 million rows of one column need about
                0.9 GB. With the same settings, input and seed the result is the same on every machine, to the last
                digit.</p>
                """,
            List.of(PortDescription.fixedPort("Rows", """
                The rows to describe, with at least one numeric column, and at least as many usable rows as components.
                """), PortDescription.dynamicPort(START_PORT, "Start mixture", """
                Optional: a mixture table to start EM from instead of k-means, for instance the fit of similar data. It
                must describe the selected columns.
                """)),
            List.of(PortDescription.fixedPort("Mixture", """
                The fitted mixture, a row a component: <i>Component</i>, <i>Weight</i>, then <i>Mean</i> and <i>Sd</i>
                for one column, or <i>Mean (x)</i> and <i>Cov (x, y)</i> for several.
                """), PortDescription.fixedPort("Fit report", """
                How the fit went, a row for each number of components and kind of covariance tried: the kind by its letters,
                the log-likelihood of all rows and a row's mean, the number of free parameters, AIC, BIC and ICL (smaller is better), the iterations, whether EM converged,
                whether this fit was chosen, how many rows were used and skipped, and what to be warned of. After a search
                also: the starts made, how many of them found the best maximum, by how much the log-likelihood of the next
                best is lower, and the chance that one more start ends in a maximum that was not seen (Good-Turing), which is
                the most that the chance of a better one can be.
                """), PicturePort.description("""
                the histogram of the rows with the fitted density and that of each component, or for several columns a
                scatter plot of the first two with an ellipse at one and two standard deviations of each component.
                """)),
            FitGmmParameters.class, List.of(NodeText.EM_PAPER, NodeText.FAMILIES_PAPER),
            List.of("Gaussian mixture", "EM", "expectation maximization", "expectation maximisation", "clustering", "cluster",
                "normal distribution", "density estimation", "BIC", "mclust", "model-based clustering"));
    }

    @Override
    protected ViewText view() {
        return new ViewText("fit", "Fit", """
            How well the mixture describes the rows: the histogram of a column with the fitted density and that of each
            component, or for two columns a scatter plot with an ellipse at one and two standard deviations of each
            component; the log-likelihood by iteration of EM; and, if several numbers of components were tried, AIC, BIC
            and ICL of each.
            """, FitGmmViewParameters.class);
    }

    @Override
    protected Optional<PortsConfigurationBuilder> createPortsConfigBuilder() {
        final var ports = new PortsConfigurationBuilder();
        ports.addFixedInputPortGroup("Rows", BufferedDataTable.TYPE);
        ports.addOptionalInputPortGroup(START_PORT, BufferedDataTable.TYPE);
        ports.addFixedOutputPortGroup("Mixture", BufferedDataTable.TYPE);
        ports.addFixedOutputPortGroup("Fit report", BufferedDataTable.TYPE);
        ports.addOptionalOutputPortGroup(PicturePort.GROUP, PicturePort.TYPE);
        return Optional.of(ports);
    }

    @Override
    protected FitGmmNodeModel createNodeModel(final NodeCreationConfiguration creationConfig) {
        return new FitGmmNodeModel(creationConfig.getPortConfig().orElseThrow());
    }
}
