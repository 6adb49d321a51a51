package org.modelcollapse.knime.loop;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveIntegerValidation;
import org.modelcollapse.knime.node.Bounds;
import org.modelcollapse.knime.node.SeedParameters;
import org.modelcollapse.knime.recursion.KeptParameters;
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
    @NumberInputWidget(minValidation = Bounds.AtLeastTwo.class)
    @Layout(RecursionSection.class)
    int m_rows = 10_000;

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
        if (m_rows < 2) {
            throw new InvalidSettingsException(
                "The number of rows in a training set is " + m_rows + ". Give 2 or more: a variance needs two.");
        }
        m_kept.validate();
        m_next.validate(m_rows, m_generations);
        m_stop.validate();
        m_random.validate();
    }
}
