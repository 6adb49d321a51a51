package org.modelcollapse.knime.recursion;

import java.util.Optional;
import java.util.function.Supplier;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.widget.message.TextMessage.Message;
import org.modelcollapse.collapse.model.Learner;
import org.modelcollapse.collapse.model.MixtureLearner;
import org.modelcollapse.gmm.FitSettings;
import org.modelcollapse.knime.node.Preview;

/**
 * Shows what the exact law expects of the recursion that is being typed. This one supposes that fits keep mean and
 * variance of their training set, as EM does; a dialog that knows more of the model says so in a subclass.
 */
public class OutlookPreview extends Preview {

    /** The number of generations. */
    public static final class Generations implements ParameterReference<Integer> {
    }

    /** The number of rows in a training set. */
    public static final class Rows implements ParameterReference<Integer> {
    }

    /** How the next training set comes about. */
    public static final class Next implements ParameterReference<RegimeParameters> {
    }

    private Supplier<Integer> generations;

    private Supplier<Integer> rows;

    private Supplier<RegimeParameters> next;

    @Override
    protected void listen(final StateProviderInitializer initializer) {
        generations = initializer.computeFromValueSupplier(Generations.class);
        rows = initializer.computeFromValueSupplier(Rows.class);
        next = initializer.computeFromValueSupplier(Next.class);
    }

    /**
     * @return what is fitted
     * @throws IllegalArgumentException if its settings are not valid yet
     */
    protected Learner learner() {
        return new MixtureLearner(FitSettings.sklearn(2), 0);
    }

    @Override
    protected Optional<Message> show(final NodeParametersInput input) throws InvalidSettingsException {
        typed(next).validate(typed(rows), typed(generations));
        final Outlook outlook = Outlook.of(typed(generations), typed(rows), typed(next), learner());
        return info(outlook.title(), outlook.description());
    }
}
