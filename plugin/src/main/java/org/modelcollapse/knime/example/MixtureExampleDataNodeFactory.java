package org.modelcollapse.knime.example;

import java.util.List;
import java.util.Optional;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.knime.node.impl.description.ExternalResource;
import org.knime.node.impl.description.PortDescription;
import org.modelcollapse.knime.node.NodeText;
import org.modelcollapse.knime.node.ParametersNodeFactory;

/** The node "Mixture Example Data". */
public final class MixtureExampleDataNodeFactory extends ParametersNodeFactory<MixtureExampleDataNodeModel> {

    @Override
    protected NodeText text() {
        return new NodeText("Mixture Example Data", "mixture-example-data.png", NodeType.Source,
            "Gives out a small data set from the literature to try mixtures on.", """
                <p>Gives out one of three small data sets that mixtures are often tried on, so that nothing has to be
                downloaded first: eruptions of the Old Faithful geyser (two columns, two clusters), velocities of galaxies
                (one column), or iris flowers (four columns, three species). Each option names its source.</p>
                <p>Connect it to <i>Fit GMM</i>, and both to a <i>Recursive Collapse Loop</i> to see what becomes of real
                data when models are trained on their own output.</p>
                """,
            List.of(), List.of(PortDescription.fixedPort("Data", """
                The data set: a row an observation, a column of numbers a measurement, and for Iris the species.
                """)),
            MixtureExampleDataParameters.class,
            List.of(new ExternalResource("https://doi.org/10.2307/2347385", """
                Azzalini and Bowman (1990): A look at some data on the Old Faithful geyser
                """), new ExternalResource("https://doi.org/10.1080/01621459.1990.10474918", """
                Roeder (1990): Density estimation with confidence sets exemplified by superclusters and voids in the
                galaxies
                """), new ExternalResource("https://doi.org/10.1111/j.1469-1809.1936.tb02137.x", """
                Fisher (1936): The use of multiple measurements in taxonomic problems
                """)),
            List.of("example", "data set", "Old Faithful", "geyser", "galaxies", "iris"));
    }

    @Override
    protected Optional<PortsConfigurationBuilder> createPortsConfigBuilder() {
        final var ports = new PortsConfigurationBuilder();
        ports.addFixedOutputPortGroup("Data", BufferedDataTable.TYPE);
        return Optional.of(ports);
    }

    @Override
    protected MixtureExampleDataNodeModel createNodeModel(final NodeCreationConfiguration creationConfig) {
        return new MixtureExampleDataNodeModel(creationConfig.getPortConfig().orElseThrow());
    }
}
