package org.modelcollapse.knime.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.widget.message.TextMessage.Message;
import org.knime.node.parameters.widget.message.TextMessage.MessageType;
import org.modelcollapse.knime.experiment.ScenarioSettings;
import org.modelcollapse.knime.grid.NamedScenarios.Row;
import org.modelcollapse.knime.node.OpenDialog;

@DisplayName("Scenarios in a dialog")
class NamedScenariosTest {

    private static List<Row> combinations(final GridLine... lines) throws InvalidSettingsException {
        return NamedScenarios.combinations(lines).scenarios();
    }

    private static String refusal(final GridLine... lines) {
        return assertThrows(InvalidSettingsException.class, () -> combinations(lines)).getMessage();
    }

    private static ListedScenario scenario(final String name, final String others) {
        final ListedScenario scenario = new ListedScenario();
        scenario.m_name = name;
        scenario.m_others = others;
        return scenario;
    }

    private static String refusal(final ListedScenario... listed) {
        return assertThrows(InvalidSettingsException.class, () -> NamedScenarios.list(listed)).getMessage();
    }

    @Test
    @DisplayName("are all combinations of the lines of a grid, the first varying slowest, named by their settings")
    void grid() throws Exception {
        assertEquals(
            List.of(new Row("rows 10, regime MIX", Map.of("rows", "10", "regime", "MIX")),
                new Row("rows 10, regime BUDGET", Map.of("rows", "10", "regime", "BUDGET")),
                new Row("rows 20, regime MIX", Map.of("rows", "20", "regime", "MIX")),
                new Row("rows 20, regime BUDGET", Map.of("rows", "20", "regime", "BUDGET"))),
            combinations(new GridLine("rows", "10, 20"), new GridLine("regime", "MIX, BUDGET")));
    }

    @Test
    @DisplayName("have the names of values that are given one")
    void namedValues() throws Exception {
        assertEquals(List.of("rows 10, no original", "rows 10, a little"),
            combinations(new GridLine("rows", "10"),
                new GridLine("ratioOriginal / ratioFitted", "no original = 0 / 1, a little = 0.01 / 0.99")).stream()
                .map(Row::name).toList());
    }

    @Test
    @DisplayName("may name settings by their titles in the dialog of the experiment")
    void titles() throws Exception {
        assertEquals(Map.of("ratioOriginal", "0.1"),
            combinations(new GridLine("share of original points", "0.1")).get(0).values());
    }

    @Test
    @DisplayName("of a grid with a mistake are refused with the line, the value and what is possible")
    void gridMistakes() {
        assertEquals("The grid has no line. Add one with a setting and its values.", refusal(new GridLine[0]));
        final String unknown = refusal(new GridLine("colour", "red"));
        assertTrue(unknown.startsWith("\"colour\" in the grid is no setting. Possible are [generations, rows,"),
            unknown);
        assertTrue(refusal(new GridLine("seed", "1")).contains("of the whole experiment"));
        assertTrue(refusal(new GridLine("rows", "1, ten")).contains("give a number, not the text \"ten\""));
        assertTrue(refusal(new GridLine("rows", "10.5")).contains("give a whole number, not 10.5"));
        assertTrue(refusal(new GridLine("rows", "10,")).contains("should have 1 part"));
        assertTrue(refusal(new GridLine("rows / regime", "10")).contains("should have 2 parts"));
        assertTrue(refusal(new GridLine("rows", "10"), new GridLine("Rows in a training set", "20")).contains("twice"));
        assertTrue(refusal(new GridLine("rows", "10, 20, 10")).contains("Scenarios 1 and 3 have the same name"));
        assertTrue(refusal(new GridLine("regime", "collapse")).contains("Possible are MIX (Mix of original, fitted"));
        final GridLine thousand = new GridLine("rows", "1" + ", 1".repeat(999));
        assertTrue(refusal(thousand, new GridLine("generations", thousand.m_values)).contains("more than 100000"));
    }

    @Test
    @DisplayName("are those of a list, with the settings that differ from the experiment's")
    void list() throws Exception {
        final ListedScenario small = scenario("Small", "generations = 500, Tolerance=0.0001");
        small.m_rows = " 100 ";
        small.m_model = ListedScenario.Model.GAUSSIAN;
        final NamedScenarios scenarios = NamedScenarios.list(new ListedScenario[]{scenario("As it is", ""), small});
        assertEquals(List.of("generations", "rows", "model", "tolerance"), scenarios.settings());
        assertEquals(Map.of(), scenarios.scenarios().get(0).values());
        assertEquals(Map.of("generations", "500", "rows", "100", "model", "GAUSSIAN", "tolerance", "0.0001"),
            scenarios.scenarios().get(1).values());
        assertTrue(scenarios.isNumeric("rows"));
        assertTrue(!scenarios.isNumeric("model"));
    }

    @Test
    @DisplayName("of a list with a mistake are refused with number and name of the scenario")
    void listMistakes() {
        assertTrue(refusal(new ListedScenario[0]).contains("no scenario"));
        assertEquals("Scenario 2 has no name. Give it one.", refusal(scenario("a", ""), scenario(" ", "")));
        assertEquals("Scenarios 1 and 3 have the same name, \"a\". Each needs one of its own.",
            refusal(scenario("a", ""), scenario("b", ""), scenario("a ", "rows = 10")));
        assertTrue(refusal(scenario("a", "rows 10")).startsWith("Scenario 1, \"a\": \"rows 10\" should be a setting and"));
        assertTrue(refusal(scenario("a", "row = 10")).startsWith("Scenario 1, \"a\": \"row\" is no setting"));
        assertEquals("Scenario 1, \"a\": rows: give a number, not the text \"many\".",
            refusal(scenario("a", "rows = many")));
        final ListedScenario twice = scenario("a", "rows = 10");
        twice.m_rows = "20";
        assertEquals("Scenario 1, \"a\": the setting \"rows\" is given twice.", refusal(twice));
    }

    @Test
    @DisplayName("offer the same regimes and models as the experiment")
    void choices() throws Exception {
        for (final var regime : ListedScenario.Regime.values()) {
            if (regime != ListedScenario.Regime.UNCHANGED_REGIME) {
                ScenarioSettings.all().requireValue("", "regime", regime.name());
            }
        }
        for (final var model : ListedScenario.Model.values()) {
            if (model != ListedScenario.Model.UNCHANGED_MODEL) {
                ScenarioSettings.all().requireValue("", "model", model.name());
            }
        }
        assertEquals(choices("regime"), ListedScenario.Regime.values().length - 1);
        assertEquals(choices("model"), ListedScenario.Model.values().length - 1);
    }

    /** The message lists each with its label in brackets. */
    private static long choices(final String setting) {
        return assertThrows(InvalidSettingsException.class,
            () -> ScenarioSettings.all().requireValue("", setting, "none of them")).getMessage().chars()
            .filter(c -> c == '(').count();
    }

    @Test
    @DisplayName("are counted while they are typed, and a mistake is told")
    void preview() {
        final ScenarioGridParameters parameters = new ScenarioGridParameters();
        assertEquals("12 scenarios",
            OpenDialog.on(parameters).show(new ScenarioGridParameters.ScenariosPreview()).orElseThrow().title());
        parameters.m_mode = ScenarioGridParameters.Mode.LIST;
        final Message list =
            OpenDialog.on(parameters).show(new ScenarioGridParameters.ScenariosPreview()).orElseThrow();
        assertEquals("2 scenarios", list.title());
        assertEquals("From \"Replace\" to \"Accumulate\".", list.description());
        parameters.m_list[0].m_name = "";
        final Message mistake =
            OpenDialog.on(parameters).show(new ScenarioGridParameters.ScenariosPreview()).orElseThrow();
        assertEquals(MessageType.WARNING, mistake.type());
        assertEquals("Scenario 1 has no name. Give it one.", mistake.description());
    }

    @Test
    @DisplayName("are not made of a comma within a number: the message says how to write decimals and thousands")
    void commasInNumbers() throws Exception {
        for (final String text : List.of("0,001", "0,5", "1,5, 2,5", "0.1, 0,2")) {
            final String message = refusal(new GridLine("ratioOriginal", text));
            assertTrue(message.contains("decimals with a point"), message);
        }
        for (final String text : List.of("10,000", "1,000, 5,000", "100, 10,500", "1,000,000")) {
            assertTrue(refusal(new GridLine("rows", text)).contains("thousands without a comma"), text);
        }
        assertTrue(refusal(new GridLine("ratioOriginal / ratioFitted", "0,01 / 0,99")).contains("0.01"));
        assertTrue(refusal(scenario("A", "tolerance = 0,001")).contains("0.001"));
        final ListedScenario share = scenario("B", "");
        share.m_ratioOriginal = "0,001";
        assertTrue(refusal(share).contains("Decimals have a point"));
        assertEquals(2, combinations(new GridLine("rows", "100,1000")).size());
        assertEquals(2, combinations(new GridLine("ratioOriginal", "0.1,0.2")).size());
        assertEquals(2, combinations(new GridLine("ratioOriginal", "0, 1")).size());
    }
}
