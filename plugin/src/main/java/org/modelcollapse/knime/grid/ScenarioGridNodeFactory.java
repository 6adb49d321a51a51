package org.modelcollapse.knime.grid;

import java.util.List;
import java.util.Optional;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.knime.node.impl.description.PortDescription;
import org.modelcollapse.knime.node.NodeText;
import org.modelcollapse.knime.node.ParametersNodeFactory;

/** The node "Scenario Grid". */
public final class ScenarioGridNodeFactory extends ParametersNodeFactory<ScenarioGridNodeModel> {

    @Override
    protected NodeText text() {
        return new NodeText("Scenario Grid", "scenario-grid.png", NodeType.Source,
            "Lists all combinations of a few settings, as scenarios for a Recursive Collapse Experiment.", """
                <p>Makes the scenario table of a <i>Recursive Collapse Experiment</i>: name the settings to vary and their
                values, and every combination of them becomes a row. Settings that must change together, such as the
                shares of original and fitted points, stand in one line, separated by slashes.</p>
                <p>The names of the settings are those that the experiment lists when it does not know one: <i>rows,
                generations, ratioOriginal, ratioFitted, regime, model, components, em, tolerance, temperature</i> and so
                on. Any other table with such columns will do as well.</p>
                """,
            List.of(), List.of(PortDescription.fixedPort("Scenarios", """
                A row a scenario: <i>Scenario</i> (its name), then a column a setting.
                """)),
            ScenarioGridParameters.class, List.of(), List.of("scenario", "grid", "parameter sweep", "experiment"));
    }

    @Override
    protected Optional<PortsConfigurationBuilder> createPortsConfigBuilder() {
        final var ports = new PortsConfigurationBuilder();
        ports.addFixedOutputPortGroup("Scenarios", BufferedDataTable.TYPE);
        return Optional.of(ports);
    }

    @Override
    protected ScenarioGridNodeModel createNodeModel(final NodeCreationConfiguration creationConfig) {
        return new ScenarioGridNodeModel(creationConfig.getPortConfig().orElseThrow());
    }
}
