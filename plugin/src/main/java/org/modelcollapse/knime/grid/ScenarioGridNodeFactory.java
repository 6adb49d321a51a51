package org.modelcollapse.knime.grid;

import java.util.List;
import java.util.Optional;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.knime.node.impl.description.PortDescription;
import org.modelcollapse.knime.experiment.ScenarioSettings;
import org.modelcollapse.knime.node.NodeText;
import org.modelcollapse.knime.node.ParametersNodeFactory;

/** The node "Scenario Grid". */
public final class ScenarioGridNodeFactory extends ParametersNodeFactory<ScenarioGridNodeModel> {

    @Override
    protected NodeText text() {
        return new NodeText("Scenario Grid", "scenario-grid.png", NodeType.Source,
            "Makes the scenarios of a Recursive Collapse Experiment: all combinations of a few settings, or a list.", """
                <p>Makes the scenario table of a <i>Recursive Collapse Experiment</i> in one of two ways. <b>All
                combinations</b>: name the settings to vary and their values, and every combination of them becomes a row.
                Settings that must change together, such as the shares of original and fitted points, stand in one line,
                separated by slashes. <b>A list</b>: give each scenario a name and the settings in which it differs from
                the dialog of the experiment. In both, what is not mentioned stays as it is there.</p>
                <p>A setting goes by its title in the dialog of the experiment (<i>Share of original points</i>) or by its
                short name (<i>ratioOriginal</i>). The short names are <i>%s</i>. Upper and lower case, spaces and signs
                make no difference. Any other table with such columns will do as well, for instance from <i>Table
                Creator</i>.</p>
                """.formatted(String.join(", ", ScenarioSettings.all().names())),
            List.of(), List.of(PortDescription.fixedPort("Scenarios", """
                A row a scenario: <i>Scenario</i> (its name), then a column a setting. A missing cell leaves the setting as
                the experiment's dialog has it.
                """)),
            ScenarioGridParameters.class, List.of(),
            List.of("scenario", "grid", "parameter sweep", "experiment", "model collapse"));
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
