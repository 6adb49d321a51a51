package org.modelcollapse.knime.sample;

import java.util.Arrays;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.array.ArrayWidget;
import org.knime.node.parameters.array.ArrayWidget.ElementLayout;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.message.TextMessage;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.knime.node.SeedParameters;
import org.modelcollapse.knime.table.MixtureTable;

/** The settings of "Sample GMM". */
final class SampleGmmParameters implements NodeParameters {

    @Section(title = "Mixture")
    interface MixtureSection {
    }

    @Section(title = "Sample")
    @After(MixtureSection.class)
    interface SampleSection {
    }

    /** After all others; the settings of the view are in a class of their own. */
    @Advanced
    @Section(title = "View")
    @After(SampleSection.class)
    interface ViewSection {
    }

    /** Whether the mixture is typed in the dialog. */
    static final class IsTyped implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getConstant(input -> !hasMixtureTable(input));
        }
    }

    @Widget(title = "Components", description = """
            The mixture to draw from, a row a component: its weight, mean and standard deviation (Sd). The weights must
            sum to one. The default is the mixture of the post that this extension starts from: two components of weight
            0.5 with means -2 and 2 and standard deviation 1. While you type, a line below shows the shape of the
            mixture. <b>Not used when a mixture table is connected.</b>
            """)
    @ArrayWidget(addButtonText = "Add component", elementLayout = ElementLayout.HORIZONTAL_SINGLE_LINE)
    @ValueReference(MixturePreview.Components.class)
    @Effect(predicate = IsTyped.class, type = EffectType.SHOW)
    @Layout(MixtureSection.class)
    ComponentParameters[] m_components =
        {new ComponentParameters(0.5, -2, 1), new ComponentParameters(0.5, 2, 1)};

    @TextMessage(MixturePreview.class)
    @Layout(MixtureSection.class)
    Void m_preview;

    @Widget(title = "Number of rows", description = """
            How many rows to draw, 1 or more (default 10,000). Memory does not grow with it.
            """)
    @NumberInputWidget(minValidation = IsPositiveIntegerValidation.class)
    @Layout(SampleSection.class)
    long m_rows = 10_000;

    /** A mixture of several columns brings their names along. */
    static final class NeedsName implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getConstant(input -> !hasMixtureTable(input)
                || input.getInTableSpec(0).filter(MixtureTable::isOfSeveralColumns).isEmpty());
        }
    }

    @Widget(title = "Column name", description = """
            The name of the column of values (default <i>Value</i>). A mixture of several dimensions brings the names
            of its columns along; this option is not there then.
            """)
    @Effect(predicate = NeedsName.class, type = EffectType.SHOW)
    @Layout(SampleSection.class)
    String m_columnName = "Value";

    @Widget(title = "Append the component", description = """
            If checked, a last column <i>Component</i> tells which component each row was drawn from, numbered from 1
            (default: unchecked).
            """)
    @Layout(SampleSection.class)
    boolean m_appendComponent;

    @Layout(SampleSection.class)
    SeedParameters m_random = new SeedParameters();

    @Override
    public void validate() throws InvalidSettingsException {
        if (m_rows < 1) {
            throw new InvalidSettingsException("The number of rows is " + m_rows + ". Give 1 or more.");
        }
        m_random.validate();
    }

    /**
     * @return the name of the column of values, where the mixture does not name its columns itself
     * @throws InvalidSettingsException if it is empty
     */
    String columnName() throws InvalidSettingsException {
        if (m_columnName.isBlank()) {
            throw new InvalidSettingsException("The column name is empty. Give the column of values a name.");
        }
        return m_columnName;
    }

    /** @return whether the mixture comes as a table */
    static boolean hasMixtureTable(final NodeParametersInput input) {
        return input.getInPortTypes().length > 0;
    }

    /**
     * @return the mixture typed in the dialog
     * @throws InvalidSettingsException if it is none, for instance because the weights do not sum to one
     */
    GaussianMixture mixture() throws InvalidSettingsException {
        return mixture(m_components);
    }

    /**
     * @param components as typed
     * @return the mixture that they make
     * @throws InvalidSettingsException if they make none, for instance because the weights do not sum to one
     */
    static GaussianMixture mixture(final ComponentParameters[] components) throws InvalidSettingsException {
        if (components.length == 0) {
            throw new InvalidSettingsException(
                "The mixture has no component. Add one in the dialog, or connect a mixture table.");
        }
        try {
            return GaussianMixture.of(Arrays.stream(components).mapToDouble(c -> c.m_weight).toArray(),
                Arrays.stream(components).mapToDouble(c -> c.m_mean).toArray(),
                Arrays.stream(components).mapToDouble(c -> c.m_sd).toArray());
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException("The mixture in the dialog is no mixture: " + e.getMessage(), e);
        }
    }
}
