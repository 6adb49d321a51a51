package org.modelcollapse.knime.distance;

import org.knime.core.data.DoubleValue;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider;
import org.modelcollapse.knime.table.NumericColumns;

/** The settings of "Mixture Distance". */
final class MixtureDistanceParameters implements NodeParameters {

    /** What an input is. */
    enum Kind {

        @Label(value = "Mixture table", description = "A row a component, as <i>Fit GMM</i> and <i>Sample GMM</i> give it.")
        MIXTURE,

        @Label(value = "Rows of a sample", description = """
            One numeric column; each row counts as one point. Rows with missing, NaN or infinite values are skipped.
            """)
        SAMPLE
    }

    static final class SecondColumns extends CompatibleColumnsProvider {
        SecondColumns() {
            super(DoubleValue.class);
        }

        @Override
        public int getInputTableIndex() {
            return 1;
        }
    }

    static final class First implements ParameterReference<Kind> {
    }

    static final class Second implements ParameterReference<Kind> {
    }

    static final class FirstIsSample implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(First.class).isOneOf(Kind.SAMPLE);
        }
    }

    static final class SecondIsSample implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(Second.class).isOneOf(Kind.SAMPLE);
        }
    }

    @Widget(title = "First input", description = "What the table at the first input is (default: a mixture table).")
    @ValueSwitchWidget
    @ValueReference(First.class)
    Kind m_first = Kind.MIXTURE;

    @Widget(title = "Column of the first input", description = """
            The numeric column that holds the sample (default: the first, and a warning names it where there are several).
            """)
    @ChoicesProvider(CompatibleColumnsProvider.DoubleColumnsProvider.class)
    @Effect(predicate = FirstIsSample.class, type = EffectType.SHOW)
    String m_firstColumn = "";

    @Widget(title = "Second input", description = "What the table at the second input is (default: a mixture table).")
    @ValueSwitchWidget
    @ValueReference(Second.class)
    Kind m_second = Kind.MIXTURE;

    @Widget(title = "Column of the second input", description = """
            The numeric column that holds the sample (default: the first, and a warning names it where there are several).
            """)
    @ChoicesProvider(SecondColumns.class)
    @Effect(predicate = SecondIsSample.class, type = EffectType.SHOW)
    String m_secondColumn = "";

    /** For settings that are loaded. */
    MixtureDistanceParameters() {
    }

    /** For a new node: the numeric column of a table that has only one. */
    MixtureDistanceParameters(final NodeParametersInput input) {
        m_firstColumn = NumericColumns.onlyOne(input, 0);
        m_secondColumn = NumericColumns.onlyOne(input, 1);
    }
}
