package org.modelcollapse.knime.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.modelcollapse.knime.experiment.ScenarioSettings;

/** One line of the grid: a setting, or several that go together, and the values that they take. */
final class GridLine implements NodeParameters {

    /** Numbers with nothing but commas between them. */
    private static final Pattern COMMA_IN_NUMBER = Pattern.compile("(?<![0-9.])[0-9]+(?:,[0-9]+)+(?![0-9.])");

    /** What nobody writes for several whole numbers: a decimal below one, a number with leading zeros, or thousands. */
    private static final Pattern ONE_NUMBER = Pattern.compile("0,.*|.*,0[0-9].*|[1-9][0-9]{0,2}(?:,[0-9]{3})+");

    @Widget(title = "Setting", description = """
            The name of a setting of the experiment, for instance <i>rows</i>. Several settings that change together are
            separated by slashes: <i>ratioOriginal / ratioFitted</i>.
            """)
    String m_setting = "rows";

    @Widget(title = "Values", description = """
            Its values, separated by a comma and a space: <i>100, 1000, 10000</i>. Decimals have a point: <i>0.001</i>. For settings that change together each value has as
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
        requireUnambiguous(m_values, settings.stream().anyMatch(ScenarioSettings.all()::isDecimal),
            "the values of \"" + m_setting + "\" in the grid");
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

    /**
     * Refuses a comma between two digits where it may be meant within a number: as in 0,001 or 10,000.
     *
     * @param text a list with commas between its parts
     * @param decimals whether its numbers may be other than whole
     * @param where for a message
     * @throws InvalidSettingsException if it can be read in two ways; the message says how to write either
     */
    static void requireUnambiguous(final String text, final boolean decimals, final String where)
        throws InvalidSettingsException {
        final Matcher comma = COMMA_IN_NUMBER.matcher(text);
        while (comma.find()) {
            final String number = comma.group();
            if (!decimals && !ONE_NUMBER.matcher(number).matches()) {
                continue;
            }
            throw new InvalidSettingsException("In " + where + ", \"" + number + "\" can be one number or several. Write "
                + "decimals with a point, as in " + number.replaceFirst(",", ".").replace(",", "") + ", thousands without "
                + "a comma, as in " + number.replace(",", "") + ", and put a space after a comma that separates values, as in "
                + number.replace(",", ", ") + ".");
        }
    }

    private static List<String> split(final String text, final String separator) {
        return Arrays.stream(text.split(separator, -1)).map(String::strip).toList();
    }
}
