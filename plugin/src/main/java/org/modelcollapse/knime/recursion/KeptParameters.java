package org.modelcollapse.knime.recursion;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.modelcollapse.collapse.experiment.Generations;

/** Which training sets are kept as rows. */
public final class KeptParameters implements NodeParameters {

    static final class Choice implements ParameterReference<KeptGenerations> {
    }

    static final class IsEveryNth implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(Choice.class).isOneOf(KeptGenerations.EVERY_NTH);
        }
    }

    /** Whether any are. */
    public static final class IsAny implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(Choice.class).isOneOf(KeptGenerations.FIRST_AND_LAST, KeptGenerations.EVERY_NTH);
        }
    }

    @Widget(title = "Keep training sets", description = """
            Of which generations to give out the training sets, for histograms (default: first and last). Each value
            takes 8 bytes of memory until the run has ended.
            """)
    @ValueSwitchWidget
    @ValueReference(Choice.class)
    KeptGenerations m_keep = KeptGenerations.FIRST_AND_LAST;

    @Widget(title = "Keep every", description = """
            The n of <i>every nth</i>: with 100 (the default) the training sets of generations 1, 101, 201 and so on are
            kept, and the last.
            """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsEveryNth.class, type = EffectType.SHOW)
    int m_keepEvery = 100;

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_keep == KeptGenerations.EVERY_NTH && m_keepEvery < 1) {
            throw new InvalidSettingsException("\"Keep every\" is " + m_keepEvery + ". Give 1 or more.");
        }
    }

    /** @return whether any training set is kept */
    public boolean keepsAny() {
        return m_keep != KeptGenerations.NONE;
    }

    /**
     * @param generation from 1
     * @param last the number of the last generation
     * @return whether to keep that generation's training set
     */
    public boolean keeps(final int generation, final int last) {
        return generations(last).contains(generation);
    }

    /**
     * @param last the number of the last generation
     * @return the generations that are kept
     */
    public Generations generations(final int last) {
        return m_keep.generations(last, m_keepEvery);
    }
}
