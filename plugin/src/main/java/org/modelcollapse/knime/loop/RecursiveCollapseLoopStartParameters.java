package org.modelcollapse.knime.loop;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.modelcollapse.knime.node.SeedParameters;
import org.modelcollapse.knime.recursion.KeptGenerations;
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

    @Section(title = "Early end")
    @After(MixSection.class)
    interface StopSection {
    }

    @Section(title = "Output")
    @After(StopSection.class)
    interface OutputSection {
    }

    @Section(title = "Random numbers")
    @After(OutputSection.class)
    interface RandomSection {
    }

    static final class AtLeastTwo extends MinValidation {
        @Override
        protected double getMin() {
            return 2;
        }
    }

    static final class Keep implements ParameterReference<KeptGenerations> {
    }

    static final class KeepsEveryNth implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(Keep.class).isOneOf(KeptGenerations.EVERY_NTH);
        }
    }

    @Widget(title = "Generations", description = """
            How many generations to run: how many times the nodes between start and end are executed (default 2,000, as
            in the post). The first is trained on the original.
            """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(RecursionSection.class)
    int m_generations = 2_000;

    @Widget(title = "Rows in a training set", description = """
            How many points each generation is trained on, the first at least (default 10,000). The fewer, the faster the collapse: the
            variance loses about the share 1/rows in a generation. <b>With original rows connected, their number is used
            instead.</b>
            """)
    @NumberInputWidget(minValidation = AtLeastTwo.class)
    @Layout(RecursionSection.class)
    int m_rows = 10_000;

    @Layout(MixSection.class)
    RegimeParameters m_next = new RegimeParameters();

    @Layout(StopSection.class)
    StopParameters m_stop = new StopParameters();

    @Widget(title = "Keep training sets", description = """
            Which generations' training sets the loop end gives out at its third port, for histograms (default: first and
            last). They are held in memory, 8 bytes a value.
            """)
    @ValueSwitchWidget
    @ValueReference(Keep.class)
    @Layout(OutputSection.class)
    KeptGenerations m_keep = KeptGenerations.FIRST_AND_LAST;

    @Widget(title = "Keep every", description = "The n of every nth generation to keep (default 100).")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = KeepsEveryNth.class, type = EffectType.SHOW)
    @Layout(OutputSection.class)
    int m_keepEvery = 100;

    @Layout(RandomSection.class)
    SeedParameters m_random = new SeedParameters();

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_generations < 1) {
            throw new InvalidSettingsException(
                "The number of generations is " + m_generations + ". Give 1 or more.");
        }
        if (m_rows < 2) {
            throw new InvalidSettingsException(
                "The number of rows in a training set is " + m_rows + ". Give 2 or more: a variance needs two.");
        }
        if (m_keepEvery < 1) {
            throw new InvalidSettingsException("\"Keep every\" is " + m_keepEvery + ". Give 1 or more.");
        }
        m_next.validate(m_rows, m_generations);
        m_stop.validate();
        m_random.validate();
    }
}
