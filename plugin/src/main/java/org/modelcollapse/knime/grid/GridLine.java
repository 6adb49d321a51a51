package org.modelcollapse.knime.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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
            many parts: <i>0 / 1, 0.01 / 0.99</i>. A value can have a name of its own, which then stands in the name of
            the scenario: <i>no original = 0 / 1, a little = 0.01 / 0.99</i>.
            """)
    String m_values = "100, 1000, 10000";

    /**
     * One of the values.
     *
     * @param name for the name of the scenario
     * @param parts a text a setting
     */
    record Value(String name, List<String> parts) {
    }

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
     * @return the values
     * @throws InvalidSettingsException if there is none, or one has another number of parts than there are settings
     */
    List<Value> values() throws InvalidSettingsException {
        final List<String> settings = settings();
        final List<Value> values = new ArrayList<>();
        for (final String text : split(m_values, ",")) {
            final int equals = text.indexOf('=');
            final List<String> parts = split(text.substring(equals + 1), "/");
            if (parts.size() != settings.size() || parts.contains("")) {
                throw new InvalidSettingsException("The value \"" + text + "\" of \"" + m_setting + "\" should have "
                    + settings.size() + (settings.size() == 1 ? " part." : " parts."));
            }
            final Optional<String> name =
                equals < 0 ? Optional.empty() : Optional.of(text.substring(0, equals).strip());
            values.add(new Value(name.orElseGet(() -> NamedScenarios.name(settings, parts)), parts));
        }
        return values;
    }

    private static List<String> split(final String text, final String separator) {
        return Arrays.stream(text.split(separator, -1)).map(String::strip).toList();
    }
}
