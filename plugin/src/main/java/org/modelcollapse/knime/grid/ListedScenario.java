package org.modelcollapse.knime.grid;

import java.util.LinkedHashMap;
import java.util.Map;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.HorizontalLayout;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.text.TextInputWidget;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation.IsNotBlankValidation;
import org.modelcollapse.knime.experiment.ScenarioSettings;

/** One scenario of the list: its name, the settings that are varied most, and any other. */
final class ListedScenario implements NodeParameters {

    /** What stands in an empty field. */
    private static final String UNCHANGED = "As in the experiment";

    // two in a row: the titles and placeholders of three do not fit into the narrow dialog

    @HorizontalLayout
    interface NameRow {
    }

    @HorizontalLayout
    @After(NameRow.class)
    interface ChoicesRow {
    }

    @HorizontalLayout
    @After(ChoicesRow.class)
    interface SharesRow {
    }

    @After(SharesRow.class)
    interface OthersRow {
    }

    /** The regimes of the experiment. */
    enum Regime {

        @Label(value = UNCHANGED, description = "The regime of the experiment's dialog.")
        UNCHANGED_REGIME,

        @Label(value = "Mix", description = "Mix of original, fitted and current points.")
        MIX,

        @Label(value = "Accumulate", description = "All data so far.")
        ACCUMULATE,

        @Label(value = "Fixed budget", description = "All data so far are kept, and a fixed number of them drawn.")
        BUDGET,

        @Label(value = "Growing", description = "Growing training sets.")
        GROWING
    }

    /** The models of the experiment. */
    enum Model {

        @Label(value = UNCHANGED, description = "The model of the experiment's dialog.")
        UNCHANGED_MODEL,

        @Label(value = "Gaussian mixture", description = "Fitted by EM.")
        MIXTURE,

        @Label(value = "One Gaussian", description = "Mean and variance of the training set.")
        GAUSSIAN,

        @Label(value = "Kernel density", description = "A Gaussian kernel on every point.")
        KERNEL,

        @Label(value = "Histogram", description = "Equal bins.")
        HISTOGRAM,

        @Label(value = "Categories", description = "The shares of the categories 0, 1, 2, ...")
        CATEGORICAL
    }

    /** Nothing, or a number. */
    static final class NumberOrNothing extends PatternValidation {
        @Override
        protected String getPattern() {
            return "^\\s*([0-9]+(\\.[0-9]*)?([eE]-?[0-9]+)?|\\.[0-9]+)?\\s*$";
        }

        @Override
        public String getErrorMessage() {
            return "Give a number such as 1000 or 0.01, with a point for decimals, or nothing.";
        }
    }

    @Widget(title = "Name", description = """
            What the scenario is called in all tables and charts. Each has a name of its own.
            """)
    @TextInputWidget(patternValidation = IsNotBlankValidation.class)
    @Layout(NameRow.class)
    String m_name = "New scenario";

    @Widget(title = "Regime", description = "How the next training set is put together (default: as in the experiment).")
    @Layout(ChoicesRow.class)
    Regime m_regime = Regime.UNCHANGED_REGIME;

    @Widget(title = "Model", description = "What is fitted in every generation (default: as in the experiment).")
    @Layout(ChoicesRow.class)
    Model m_model = Model.UNCHANGED_MODEL;

    @Widget(title = "Rows", description = "Rows in a training set. Empty (the default): as in the experiment.")
    @TextInputWidget(placeholder = UNCHANGED, patternValidation = NumberOrNothing.class)
    @Layout(NameRow.class)
    String m_rows = "";

    @Widget(title = "Share of original", description = """
            The share of original points in the next training set. Empty (the default): as in the experiment.
            """)
    @TextInputWidget(placeholder = UNCHANGED, patternValidation = NumberOrNothing.class)
    @Layout(SharesRow.class)
    String m_ratioOriginal = "";

    @Widget(title = "Share of fitted", description = """
            The share of points drawn from the fitted model. Empty (the default): as in the experiment. Both shares together
            are 1 at most.
            """)
    @TextInputWidget(placeholder = UNCHANGED, patternValidation = NumberOrNothing.class)
    @Layout(SharesRow.class)
    String m_ratioFitted = "";

    @Widget(title = "Other settings", description = """
            Any other settings of the experiment with their values, separated by commas: <i>generations = 500, tolerance =
            0.0001</i>. Empty (the default): none.
            """)
    @TextInputWidget(placeholder = "generations = 500, tolerance = 0.0001")
    @Layout(OthersRow.class)
    String m_others = "";

    /** Needed to add a scenario in the dialog. */
    ListedScenario() {
    }

    ListedScenario(final String name, final Regime regime) {
        m_name = name;
        m_regime = regime;
    }

    /**
     * @param where begins a message
     * @return the value of each setting that differs from the experiment's dialog
     * @throws InvalidSettingsException if another setting is not known, has no value, or is there twice
     */
    Map<String, String> values(final String where) throws InvalidSettingsException {
        final Map<String, String> values = new LinkedHashMap<>();
        if (m_regime != Regime.UNCHANGED_REGIME) {
            values.put("regime", m_regime.name());
        }
        if (m_model != Model.UNCHANGED_MODEL) {
            values.put("model", m_model.name());
        }
        putUnlessBlank(values, "rows", m_rows);
        putUnlessBlank(values, "ratioOriginal", m_ratioOriginal);
        putUnlessBlank(values, "ratioFitted", m_ratioFitted);
        if (m_others.isBlank()) {
            return values;
        }
        GridLine.requireUnambiguous(m_others, true, where + "other settings");
        for (final String other : m_others.split(",")) {
            final String[] sides = other.split("=", 2);
            if (sides.length < 2 || sides[1].isBlank()) {
                throw new InvalidSettingsException(where + "\"" + other.strip()
                    + "\" should be a setting and its value, such as generations = 500.");
            }
            final String key = ScenarioSettings.all().require(where + "\"" + sides[0].strip() + "\"", sides[0], "");
            if (values.put(key, sides[1].strip()) != null) {
                throw new InvalidSettingsException(where + "the setting \"" + key + "\" is given twice.");
            }
        }
        return values;
    }

    private static void putUnlessBlank(final Map<String, String> values, final String key, final String text) {
        if (!text.isBlank()) {
            values.put(key, text.strip());
        }
    }
}
