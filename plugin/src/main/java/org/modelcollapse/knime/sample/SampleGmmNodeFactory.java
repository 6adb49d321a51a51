package org.modelcollapse.knime.sample;

import java.util.List;
import java.util.Optional;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.knime.node.impl.description.PortDescription;
import org.modelcollapse.knime.node.NodeText;
import org.modelcollapse.knime.node.ViewNodeFactory;
import org.modelcollapse.knime.node.ViewText;
import org.modelcollapse.knime.picture.PicturePort;

/** The node "Sample GMM". */
public final class SampleGmmNodeFactory extends ViewNodeFactory<SampleGmmNodeModel> {

    static final String MIXTURE_PORT = "Mixture table";

    @Override
    protected NodeText text() {
        return new NodeText("Sample GMM", "sample-gmm.png", NodeType.Source,
            "Draws random rows from a Gaussian mixture model.", """
                <p>Draws rows from a Gaussian mixture model (GMM): each row comes from one of the components, chosen with
                the probabilities given by their weights, and is normally distributed around that component's mean. The
                mixture is typed in the dialog or, for any number of dimensions, comes from a mixture table, such as
                <i>Fit GMM</i> gives (add the optional input with the &#8220;+&#8221; on the node).</p>
                <p>The rows are independent draws in random order. The same settings and seed give the same rows on every
                machine.</p>
                <p>The second output is the mixture itself as a table, ready to start a <i>Recursive Collapse Loop</i>.
                The flow variable <i>seed</i> tells the seed that was used.</p>
                """,
            List.of(PortDescription.dynamicPort(MIXTURE_PORT, "Mixture table", """
                Optional: the mixture to draw from, a row a component, with the columns <i>Weight</i>, <i>Mean</i> and
                <i>Sd</i>, or in several dimensions <i>Weight</i>, <i>Mean (x)</i> and <i>Cov (x, y)</i> for each column
                and each pair of columns. Other columns are ignored.
                """)),
            List.of(PortDescription.fixedPort("Sample", """
                The rows drawn: a column a dimension, and the component if asked for.
                """), PortDescription.fixedPort("Mixture", """
                The mixture that was drawn from, as a mixture table: a row a component.
                """), PicturePort.description("""
                the histogram of the rows with the true density and that of each component, or for several dimensions a
                scatter plot of the first two with an ellipse at one and two standard deviations of each component.
                """)),
            SampleGmmParameters.class, List.of(NodeText.CURSE_OF_RECURSION),
            List.of("Gaussian mixture", "normal distribution", "random", "generate", "simulate", "synthetic data",
                "parametric bootstrap", "model collapse"));
    }

    @Override
    protected ViewText view() {
        return new ViewText("sample", "Sample", """
            The rows drawn and the mixture that they were drawn from: the histogram of a column with the true density and
            that of each component, or for two columns a scatter plot with an ellipse at one and two standard deviations
            of each component.
            """, SampleGmmViewParameters.class);
    }

    @Override
    protected Optional<PortsConfigurationBuilder> createPortsConfigBuilder() {
        final var ports = new PortsConfigurationBuilder();
        ports.addOptionalInputPortGroup(MIXTURE_PORT, BufferedDataTable.TYPE);
        ports.addFixedOutputPortGroup("Sample", BufferedDataTable.TYPE);
        ports.addFixedOutputPortGroup("Mixture", BufferedDataTable.TYPE);
        ports.addOptionalOutputPortGroup(PicturePort.GROUP, PicturePort.TYPE);
        return Optional.of(ports);
    }

    @Override
    protected SampleGmmNodeModel createNodeModel(final NodeCreationConfiguration creationConfig) {
        return new SampleGmmNodeModel(creationConfig.getPortConfig().orElseThrow());
    }
}
