package org.modelcollapse.knime.loop;

import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.message.TextMessage;
import org.knime.node.parameters.widget.message.TextMessage.Message;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.modelcollapse.knime.node.Bounds;
import org.modelcollapse.knime.node.SeedParameters;
import org.modelcollapse.knime.recursion.KeptParameters;
import org.modelcollapse.knime.recursion.OutlookPreview;
import org.modelcollapse.knime.recursion.RegimeParameters;
import org.modelcollapse.knime.recursion.StopParameters;

/** The settings of the loop: all of them, those of the end too. */
final class RecursiveCollapseLoopStartParameters implements NodeParameters {

    @Section(title = "Recursion")
    interface RecursionSection {
    }

    @Section(title = "Next training set")
    @After(RecursionSection.class)
    interface MixSection {
    }

    @Advanced
    @Section(title = "Early end")
    @After(MixSection.class)
    interface StopSection {
    }

    @Advanced
    @Section(title = "Output")
    @After(StopSection.class)
    interface OutputSection {
    }

    @Section(title = "Random numbers")
    @After(OutputSection.class)
    interface RandomSection {
    }

    /** The size of a training set is typed, not that of the user's own rows. */
    static final class HasNoRows implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getConstant(input -> !hasRows(input));
        }
    }

    /** With the user's own rows the law depends on how many they are, which only the execution tells. */
    static final class LoopOutlook extends OutlookPreview {
        @Override
        protected Optional<Message> show(final NodeParametersInput input) throws InvalidSettingsException {
            return hasRows(input) ? Optional.empty() : super.show(input);
        }
    }

    private static boolean hasRows(final NodeParametersInput input) {
        return input.getInPortTypes().length > 1;
    }

    @Widget(title = "Generations", description = """
            How many generations to run: how many times the nodes between start and end are executed (default 2,000, as
            in the post). The first is trained on the original.
            """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @ValueReference(OutlookPreview.Generations.class)
    @Layout(RecursionSection.class)
    int m_generations = 2_000;

    @Widget(title = "Rows in a training set", description = """
            How many points each generation is trained on, 2 or more (default 10,000); where training sets grow, the
            first is. The fewer, the faster the collapse: with nothing but fitted points the variance loses the share
            1/rows in a generation, on average. <b>With original rows connected, their number is used instead.</b>
            """)
    @NumberInputWidget(minValidation = Bounds.AtLeastTwo.class)
    @ValueReference(OutlookPreview.Rows.class)
    @Effect(predicate = HasNoRows.class, type = EffectType.SHOW)
    @Layout(RecursionSection.class)
    int m_rows = 10_000;

    @TextMessage(LoopOutlook.class)
    @Layout(RecursionSection.class)
    Void m_outlook;

    @ValueReference(OutlookPreview.Next.class)
    @Layout(MixSection.class)
    RegimeParameters m_next = new RegimeParameters();

    @Layout(StopSection.class)
    StopParameters m_stop = new StopParameters();

    @Layout(OutputSection.class)
    KeptParameters m_kept = new KeptParameters();

    @Layout(RandomSection.class)
    SeedParameters m_random = new SeedParameters();

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_generations < 1) {
            throw new InvalidSettingsException(
                "The number of generations is " + m_generations + ". Give 1 or more.");
        }
        m_kept.validate();
        m_next.validate();
        m_stop.validate();
        m_random.validate();
    }

    /**
     * Checks the size of a training set, and what depends on it. With original rows their number is the size, and the
     * setting is not shown.
     *
     * @throws InvalidSettingsException if it is too small or too large, or does not suit the regime
     */
    void validateRows() throws InvalidSettingsException {
        Bounds.requireRows(m_rows);
        m_next.validate(m_rows, m_generations);
    }
}
