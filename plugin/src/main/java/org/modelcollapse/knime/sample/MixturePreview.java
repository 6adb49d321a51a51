package org.modelcollapse.knime.sample;

import java.util.Optional;
import java.util.function.Supplier;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.widget.message.TextMessage.Message;
import org.modelcollapse.knime.node.Preview;

/** Shows the mixture that is being typed. */
final class MixturePreview extends Preview {

    static final class Components implements ParameterReference<ComponentParameters[]> {
    }

    private Supplier<ComponentParameters[]> components;

    @Override
    protected void listen(final StateProviderInitializer initializer) {
        components = initializer.computeFromValueSupplier(Components.class);
    }

    @Override
    protected Optional<Message> show(final NodeParametersInput input) throws InvalidSettingsException {
        if (SampleGmmParameters.hasMixtureTable(input)) {
            return info("A mixture table is connected", "The points are drawn from that mixture.");
        }
        return info("The mixture as typed", MixtureSketch.of(SampleGmmParameters.mixture(typed(components))));
    }
}
