package org.modelcollapse.knime.grid;

import java.util.Arrays;
import java.util.List;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;

/** One line of the grid: a setting, or several that go together, and the values that they take. */
final class GridLine implements NodeParameters {

    @Widget(title = "Setting", description = """
            The name of a setting of the experiment, for instance <i>rows</i>. Several settings that change together are
            separated by slashes: <i>ratioOriginal / ratioFitted</i>.
            """)
    String m_setting = "rows";

    @Widget(title = "Values", description = """
            Its values, separated by commas: <i>100, 1000, 10000</i>. For settings that change together each value has as
            many parts: <i>0 / 1, 0.01 / 0.99</i>.
            """)
    String m_values = "100, 1000, 10000";

    /** Needed to add a line in the dialog. */
    GridLine() {
    }

    GridLine(final String setting, final String values) {
        m_setting = setting;
        m_values = values;
    }

    /** @return the names of the settings that change together */
    List<String> settings() {
        return split(m_setting, "/");
    }

    /**
     * @return for each value the texts of its parts
     * @throws InvalidSettingsException if there is none, or one has another number of parts than there are settings
     */
    List<List<String>> values() throws InvalidSettingsException {
        final List<List<String>> values = split(m_values, ",").stream().map(v -> split(v, "/")).toList();
        for (final List<String> value : values) {
            if (value.size() != settings().size() || value.contains("")) {
                throw new InvalidSettingsException("The value \"" + String.join(" / ", value) + "\" of \"" + m_setting
                    + "\" should have " + settings().size() + (settings().size() == 1 ? " part." : " parts."));
            }
        }
        return values;
    }

    private static List<String> split(final String text, final String separator) {
        return Arrays.stream(text.split(separator, -1)).map(String::strip).toList();
    }
}
