package org.modelcollapse.knime.experiment;

import java.util.EnumSet;
import java.util.function.Supplier;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.message.TextMessage;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.modelcollapse.collapse.experiment.Scenario;
import org.modelcollapse.collapse.metric.GenerationMetrics;
import org.modelcollapse.collapse.metric.Metric;
import org.modelcollapse.collapse.model.Learner;
import org.modelcollapse.collapse.original.Original;
import org.modelcollapse.gmm.Points;
import org.modelcollapse.knime.node.Bounds;
import org.modelcollapse.knime.node.SeedParameters;
import org.modelcollapse.knime.recursion.KeptParameters;
import org.modelcollapse.knime.recursion.ModelParameters;
import org.modelcollapse.knime.recursion.OutlookPreview;
import org.modelcollapse.knime.recursion.RegimeParameters;
import org.modelcollapse.knime.recursion.StopParameters;

/** The settings of "Recursive Collapse Experiment": those of one scenario, and how often and how it is run. */
final class RecursiveCollapseExperimentParameters implements NodeParameters {

    @Section(title = "Experiment")
    interface ExperimentSection {
    }

    @Section(title = "Model")
    @After(ExperimentSection.class)
    interface ModelSection {
    }

    @Section(title = "Next training set")
    @After(ModelSection.class)
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

    @Advanced
    @Section(title = "Random numbers")
    @After(OutputSection.class)
    interface RandomSection {
    }

    @Advanced
    @Section(title = "Execution")
    @After(RandomSection.class)
    interface ExecutionSection {
    }

    /** After all others; the settings of the view are in a class of their own. */
    @Advanced
    @Section(title = "View")
    @After(ExecutionSection.class)
    interface ViewSection {
    }

    static final class Model implements ParameterReference<ModelParameters> {
    }

    /** The experiment knows what is fitted. */
    static final class ExperimentOutlook extends OutlookPreview {

        private Supplier<ModelParameters> model;

        @Override
        protected void listen(final StateProviderInitializer initializer) {
            super.listen(initializer);
            model = initializer.computeFromValueSupplier(Model.class);
        }

        @Override
        protected Learner learner() {
            return typed(model).learner();
        }
    }

    @Widget(title = "Replicates", description = """
            How many independent runs to make of each scenario (default 20). They differ in their random numbers alone;
            the more, the better the averages and bands.
            """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(ExperimentSection.class)
    int m_replicates = 20;

    @Widget(title = "Generations", description = """
            How many times a model is fitted in each run (default 2,000, as in the post).
            """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @ValueReference(OutlookPreview.Generations.class)
    @Layout(ExperimentSection.class)
    int m_generations = 2_000;

    @Widget(title = "Rows in a training set", description = """
            How many points each generation is trained on, 2 or more (default 10,000); where training sets grow, the
            first is. The fewer, the faster the collapse. <b>With original rows connected, their number is used
            instead.</b>
            """)
    @NumberInputWidget(minValidation = Bounds.AtLeastTwo.class)
    @ValueReference(OutlookPreview.Rows.class)
    @Layout(ExperimentSection.class)
    int m_rows = 10_000;

    @TextMessage(ExperimentOutlook.class)
    @Layout(ExperimentSection.class)
    Void m_outlook;

    @ValueReference(Model.class)
    @Layout(ModelSection.class)
    ModelParameters m_model = new ModelParameters();

    @ValueReference(OutlookPreview.Next.class)
    @Layout(MixSection.class)
    RegimeParameters m_next = new RegimeParameters();

    @Layout(StopSection.class)
    StopParameters m_stop = new StopParameters();

    @Widget(title = "Counts as collapsed below", description = """
            A run has collapsed when its total variance is below this share of the original's, between 0 and 1 (default
            0.1). The time of collapse is the first generation of which that is true. The run goes on all the same.
            """)
    @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class, maxValidation = Bounds.BelowOne.class)
    @Layout(OutputSection.class)
    double m_collapseShare = 0.1;

    @Widget(title = "Measure distances to the original", description = """
            If checked, every recorded generation is also compared with the original: Wasserstein distances, divergences,
            the mass left in the tails, the log-likelihood of the original. They are computed exactly or by quadrature, not
            by sampling, and take longer than the recursion itself: record fewer generations (default: unchecked).
            """)
    @Layout(OutputSection.class)
    boolean m_distances;

    @Widget(title = "Record every", description = """
            Which generations go into trajectories and bands: the first, every multiple of this number, and the last
            (default 1: all).
            """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(OutputSection.class)
    int m_recordEvery = 1;

    @Layout(OutputSection.class)
    KeptParameters m_kept = new KeptParameters();

    @Widget(title = "Replicates to keep", description = """
            Of how many replicates of each scenario the training sets are kept, from the first on (default 1).
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Effect(predicate = KeptParameters.IsAny.class, type = EffectType.SHOW)
    @Layout(OutputSection.class)
    int m_keptReplicates = 1;

    @Layout(RandomSection.class)
    SeedParameters m_random = new SeedParameters();

    @Widget(title = "Threads", description = """
            How many runs are made at the same time; 0 (the default) means one for each processor core. The results do not
            depend on it.
            """)
    @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
    @Layout(ExecutionSection.class)
    int m_threads;

    @Widget(title = "Checkpoint file", description = """
            Path of a local file, for experiments of hours: finished runs are written to it, and an experiment with the same
            settings, input and seed that was cancelled or crashed goes on from there, with the same result. It is deleted
            when the experiment has finished. Empty (the default) means none. The file begins with the plan of the experiment,
            so that its runs can be made elsewhere, on a cluster or on several machines; then name the file with the result, or a
            folder of such files: its runs are taken, those that are missing are made, and its files stay.
            """)
    @Layout(ExecutionSection.class)
    String m_checkpoint = "";

    @Widget(title = "Only write the plan", description = """
            If checked, the plan of the experiment (everything that decides the result) is written to the checkpoint file, no run
            is made, and the node stops there with a message: for runs that are made on a cluster or on other machines. Uncheck
            it to go on with these (default: unchecked).
            """)
    @Advanced
    @Layout(ExecutionSection.class)
    boolean m_planOnly;

    @Override
    public void validate() throws InvalidSettingsException {
        atLeast("number of replicates", m_replicates, 1);
        atLeast("number of generations", m_generations, 1);
        atLeast("value of \"Record every\"", m_recordEvery, 1);
        if (m_kept.keepsAny()) {
            atLeast("number of replicates to keep", m_keptReplicates, 0);
        }
        atLeast("number of threads", m_threads, 0);
        if (m_planOnly && m_checkpoint.isBlank()) {
            throw new InvalidSettingsException("Only the plan is to be written, but no checkpoint file is named. Name one, or"
                + " uncheck \"Only write the plan\".");
        }
        if (!(m_collapseShare > 0 && m_collapseShare < 1)) {
            throw new InvalidSettingsException("The share of variance that counts as collapsed is " + m_collapseShare
                + ". Give a number above 0 and below 1.");
        }
        m_model.validate();
        m_next.validate();
        m_stop.validate();
        m_kept.validate();
        m_random.validate();
    }

    /**
     * Checks the size of a training set, and what depends on it. With original rows their number is the size, and the
     * setting is not used.
     *
     * @throws InvalidSettingsException if it is too small or too large, or does not suit the regime
     */
    void validateRows() throws InvalidSettingsException {
        Bounds.requireRows(m_rows);
        m_next.validate(m_rows, m_generations);
    }

    private static void atLeast(final String what, final int value, final int least) throws InvalidSettingsException {
        if (value < least) {
            throw new InvalidSettingsException("The " + what + " is " + value + ". Give " + least + " or more.");
        }
    }

    /**
     * @param name for people
     * @param original what the recursion starts from
     * @return these settings as a scenario
     * @throws IllegalArgumentException if they do not suit the original
     */
    Scenario toScenario(final String name, final Original original) {
        final int n = original.rows().map(Points::size).orElse(m_rows);
        return Scenario.of(name, original, n, m_next.regime(), m_model.learner(), m_generations)
            .withSampling(m_next.sampling()).withStop(m_stop.rule())
            .withMetrics(m_distances ? EnumSet.allOf(Metric.class) : GenerationMetrics.QUICK, m_recordEvery)
            .withCollapseShare(m_collapseShare)
            .withKept(m_kept.generations(m_generations), m_kept.keepsAny() ? m_keptReplicates : 0);
    }
}
