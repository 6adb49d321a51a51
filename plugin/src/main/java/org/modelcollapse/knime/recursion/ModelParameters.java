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
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.modelcollapse.collapse.model.CategoryLearner;
import org.modelcollapse.collapse.model.GaussianLearner;
import org.modelcollapse.collapse.model.HistogramLearner;
import org.modelcollapse.collapse.model.KernelLearner;
import org.modelcollapse.collapse.model.Learner;
import org.modelcollapse.collapse.model.MixtureLearner;
import org.modelcollapse.gmm.FitSettings;

/** What is fitted in every generation. */
public final class ModelParameters implements NodeParameters {

    /** The seed of every single fit, as "Fit GMM" has it by default. */
    private static final long FIT_SEED = 1;

    enum Model {

        @Label(value = "Gaussian mixture", description = "A mixture fitted by EM, as by <i>Fit GMM</i>.")
        MIXTURE,

        @Label(value = "One Gaussian", description = """
            Mean and variance of the training set: the case that theory knows best (Suresh et al., arXiv 2412.17646).
            """)
        GAUSSIAN,

        @Label(value = "Kernel density", description = """
            A Gaussian kernel on every point. It widens instead of collapsing, towards rows times the squared bandwidth.
            """)
        KERNEL,

        @Label(value = "Histogram", description = "Equal bins between two ends, uniform within a bin. One dimension.")
        HISTOGRAM,

        @Label(value = "Categories", description = """
            The shares of the categories 0, 1, 2, ...; a point belongs to the nearest. Resampling them is the Wright-Fisher
            model of genetic drift. One dimension.
            """)
        CATEGORICAL
    }

    enum Em {

        @Label(value = "As scikit-learn by default", description = """
            Tolerance 0.001, at most 100 iterations, regularisation 0.000001. In a recursion it loses variance faster than
            the theory of converged fits says.
            """)
        SKLEARN,

        @Label(value = "Converged", description = "Tolerance 10<sup>-10</sup>, at most 10,000 iterations, accelerated, same regularisation.")
        CONVERGED,

        @Label(value = "Pure maximum likelihood", description = """
            Converged, with nothing added to variances or counts: what the exact laws suppose.
            """)
        PURE,

        @Label(value = "Custom", description = "Tolerance, iterations and regularisation as set below.")
        CUSTOM
    }

    enum Divisor {

        @Label(value = "n", description = "Maximum likelihood (ddof 0 in Python): the variance shrinks on average.")
        N,

        @Label(value = "n - 1", description = """
            Unbiased (ddof 1 in Python): the variance stays the same on average, and yet almost every run collapses.
            """)
        N_MINUS_1
    }

    static final class ModelRef implements ParameterReference<Model> {
    }

    static final class EmRef implements ParameterReference<Em> {
    }

    static final class IsMixture implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ModelRef.class).isOneOf(Model.MIXTURE);
        }
    }

    static final class IsCustomMixture implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ModelRef.class).isOneOf(Model.MIXTURE)
                .and(i.getEnum(EmRef.class).isOneOf(Em.CUSTOM));
        }
    }

    static final class IsGaussian implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ModelRef.class).isOneOf(Model.GAUSSIAN);
        }
    }

    static final class IsKernel implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ModelRef.class).isOneOf(Model.KERNEL);
        }
    }

    static final class IsHistogram implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ModelRef.class).isOneOf(Model.HISTOGRAM);
        }
    }

    static final class IsCategorical implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ModelRef.class).isOneOf(Model.CATEGORICAL);
        }
    }

    @Widget(title = "Model", description = "What is fitted in every generation (default: a Gaussian mixture).")
    @ValueReference(ModelRef.class)
    Model m_model = Model.MIXTURE;

    @Widget(title = "Components", description = """
            How many components to fit (default 2). To see what a wrong model does, take another number than the
            original has.
            """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsMixture.class, type = EffectType.SHOW)
    int m_components = 2;

    @Widget(title = "EM stops", description = """
            When expectation maximisation (EM), which fits the mixture in steps, stops (default: as scikit-learn by default,
            as in the post). Stopping early makes the components shrink faster than the theory of converged fits says.
            """)
    @ValueReference(EmRef.class)
    @Effect(predicate = IsMixture.class, type = EffectType.SHOW)
    Em m_em = Em.SKLEARN;

    @Widget(title = "Tolerance", description = """
            EM stops when the mean log-likelihood of a row changes by less than this (default 0.001).
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsCustomMixture.class, type = EffectType.SHOW)
    double m_tolerance = 1e-3;

    @Widget(title = "Maximum iterations", description = "EM stops after so many iterations at the latest (default 100).")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsCustomMixture.class, type = EffectType.SHOW)
    int m_maxIterations = 100;

    @Widget(title = "Regularisation", description = """
            Added to the variances in every iteration, in squared units of the data (default 0.000001). In a recursion it is
            a floor: with replace, the variance cannot fall below about rows times this.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = IsCustomMixture.class, type = EffectType.SHOW)
    double m_regularization = 1e-6;

    @Widget(title = "Divisor of the variance", description = """
            By what the sum of squared deviations from the mean is divided to get the variance (default n, the number of
            points).
            """)
    @ValueSwitchWidget
    @Effect(predicate = IsGaussian.class, type = EffectType.SHOW)
    Divisor m_divisor = Divisor.N;

    @Widget(title = "Bandwidth", description = "The standard deviation of the kernel, in units of the data, above 0 (default 0.1).")
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
    @Effect(predicate = IsKernel.class, type = EffectType.SHOW)
    double m_bandwidth = 0.1;

    @Widget(title = "Lower end", description = "Where the first bin begins (default -6). Points below count as in it.")
    @Effect(predicate = IsHistogram.class, type = EffectType.SHOW)
    double m_low = -6;

    @Widget(title = "Upper end", description = "Where the last bin ends (default 6). Points above count as in it.")
    @Effect(predicate = IsHistogram.class, type = EffectType.SHOW)
    double m_high = 6;

    @Widget(title = "Bins", description = "How many bins there are between the ends (default 60).")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsHistogram.class, type = EffectType.SHOW)
    int m_bins = 60;

    @Widget(title = "Categories", description = "How many categories there are (default 2: 0 and 1).")
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Effect(predicate = IsCategorical.class, type = EffectType.SHOW)
    int m_categories = 2;

    @Override
    public void validate() throws InvalidSettingsException {
        try {
            learner();
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage(), e);
        }
    }

    /**
     * @return what is fitted
     * @throws IllegalArgumentException if a number is out of range
     */
    public Learner learner() {
        return switch (m_model) {
            case MIXTURE -> new MixtureLearner(fitSettings(), FIT_SEED);
            case GAUSSIAN -> new GaussianLearner(m_divisor == Divisor.N ? 0 : 1);
            case KERNEL -> new KernelLearner(m_bandwidth);
            case HISTOGRAM -> new HistogramLearner(m_low, m_high, m_bins);
            case CATEGORICAL -> new CategoryLearner(m_categories);
        };
    }

    private FitSettings fitSettings() {
        // nobody reads the score of the thousands of fits of a recursion
        final FitSettings sklearn = FitSettings.sklearn(m_components).withScored(false);
        return switch (m_em) {
            case SKLEARN -> sklearn;
            case CONVERGED -> FitSettings.converged(m_components).withScored(false);
            case PURE -> FitSettings.converged(m_components).withScored(false).withMaximumLikelihood(true);
            case CUSTOM -> sklearn.withTolerance(m_tolerance).withMaxIterations(m_maxIterations)
                .withRegularization(m_regularization);
        };
    }
}
