package org.modelcollapse.knime.recursion;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.RadioButtonsWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.modelcollapse.collapse.curation.Sampling;
import org.modelcollapse.collapse.regime.AccumulateRegime;
import org.modelcollapse.collapse.regime.BudgetRegime;
import org.modelcollapse.collapse.regime.GenerationMix;
import org.modelcollapse.collapse.regime.GrowingRegime;
import org.modelcollapse.collapse.regime.MixRegime;
import org.modelcollapse.collapse.regime.Regime;
import org.modelcollapse.knime.node.Bounds;

/** How the next training set comes about. */
public final class RegimeParameters implements NodeParameters {

    static final class Choice implements ParameterReference<RegimeChoice> {
    }

    static final class IsMix implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(Choice.class).isOneOf(RegimeChoice.MIX);
        }
    }

    static final class IsGrowing implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(Choice.class).isOneOf(RegimeChoice.GROWING);
        }
    }

    @Widget(title = "Regime", description = "How the next training set is put together (default: a mix with nothing but fitted points).")
    @RadioButtonsWidget
    @ValueReference(Choice.class)
    RegimeChoice m_regime = RegimeChoice.MIX;

    @Widget(title = "Share of original points", description = """
            The share of the next training set that comes from the original data, from 0 (the default) to 1; the product
            with the number of rows is rounded down. Even 0.01 prevents the collapse of large training sets.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.AtMostOne.class)
    @Effect(predicate = IsMix.class, type = EffectType.SHOW)
    double m_ratioOriginal;

    @Widget(title = "Share of fitted points", description = """
            The share that is drawn from the model fitted last, from 0 to 1 (default 1: each generation sees nothing but
            the output of the one before), rounded down likewise. What both shares leave comes from the current training
            set, without replacement; if they leave less than nothing, the node says &#8220;Invalid ratio&#8221;.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.AtMostOne.class)
    @Effect(predicate = IsMix.class, type = EffectType.SHOW)
    double m_ratioFitted = 1;

    @Widget(title = "Original points", description = """
            Where the original points of a generation come from (default: drawn anew). Makes no difference while their
            share is 0.
            """)
    @RadioButtonsWidget
    @Effect(predicate = IsMix.class, type = EffectType.SHOW)
    OriginalPoints m_originalPoints = OriginalPoints.FRESH;

    @Widget(title = "Growth", description = """
            The exponent with which training sets grow, from 0 to 10. With 0 they keep their size; with 1 (the default)
            set t has t times as many rows as the first; above 1 they grow faster.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = Bounds.AtMostTen.class)
    @Effect(predicate = IsGrowing.class, type = EffectType.SHOW)
    double m_growth = 1;

    @Widget(title = "Sampling temperature", description = """
            The factor on the fitted variances before points are drawn from the fitted model, above 0 (default 1: as
            fitted). Below 1 it sharpens, as with language models, and the collapse is faster; above 1 it flattens. For
            mixtures and one Gaussian only.
            """)
    @Advanced
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    double m_temperature = 1;

    @Widget(title = "Central fraction kept", description = """
            The share of the fitted distribution that points are drawn from, around its median, as if the rarest were
            filtered out: above 0, up to 1 (default 1: all of it). For mixtures and one Gaussian in one dimension only.
            """)
    @Advanced
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.AtMostOne.class)
    double m_centralFraction = 1;

    /** Checks what does not depend on the size of a training set. */
    @Override
    public void validate() throws InvalidSettingsException {
        try {
            sampling();
            regime();
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    /**
     * Checks the settings against the size of a training set.
     *
     * @param rows points in a training set
     * @param generations how many there are
     * @throws InvalidSettingsException "Invalid ratio" with the numbers if the shares leave nothing; or what else is
     *             out of range
     */
    public void validate(final int rows, final int generations) throws InvalidSettingsException {
        validate();
        try {
            regime().trainingSize(rows, generations);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    /**
     * @return the regime
     * @throws IllegalArgumentException if a number is out of range
     */
    public Regime regime() {
        return switch (m_regime) {
            case MIX -> new MixRegime(GenerationMix.of(m_ratioOriginal, m_ratioFitted), m_originalPoints.source());
            case ACCUMULATE -> new AccumulateRegime();
            case BUDGET -> new BudgetRegime();
            case GROWING -> new GrowingRegime(m_growth);
        };
    }

    /**
     * @return what is done to the fitted model before it is drawn from
     * @throws IllegalArgumentException if a number is out of range
     */
    public Sampling sampling() {
        return Sampling.of(m_temperature, m_centralFraction);
    }
}
