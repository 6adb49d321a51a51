package org.modelcollapse.knime.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.node.InvalidSettingsException;
import org.modelcollapse.knime.node.OpenDialog;

@DisplayName("The settings that scenarios may differ in")
class ScenarioSettingsTest {

    private static final ScenarioSettings SETTINGS = ScenarioSettings.all();

    @Test
    @DisplayName("are those of the dialog but for what the whole experiment has in common, each under one name")
    void names() {
        final List<String> names = SETTINGS.names();
        assertEquals(names.stream().distinct().toList(), names);
        assertTrue(names.containsAll(List.of("generations", "rows", "model", "components", "em", "tolerance", "regime",
            "ratioOriginal", "ratioFitted", "growth", "temperature", "varianceShare", "distances", "recordEvery", "keep")),
            names.toString());
        assertTrue(names.stream().noneMatch(List.of("replicates", "seed", "threads", "checkpoint", "outlook")::contains),
            names.toString());
    }

    @ParameterizedTest
    @CsvSource({"ratioOriginal, ratioOriginal", "ratio original, ratioOriginal", "RATIO_ORIGINAL, ratioOriginal",
        "Share of original points, ratioOriginal", "EM stops, em", "Rows in a training set, rows"})
    @DisplayName("go by their key or their title, whatever the case, spaces and signs")
    void tolerant(final String written, final String name) throws Exception {
        assertEquals(name, SETTINGS.require("", written, ""));
    }

    @ParameterizedTest
    @CsvSource({"regime, MIX,", "regime, mix,", "regime, Accumulate,", "regime, Accumulate with a fixed budget,",
        "regime, fixed_BUDGET, false", "model, one gaussian,", "em, Pure maximum likelihood,", "distances, TRUE,",
        "distances, no,", "distances, 1,", "distances, perhaps, false", "rows, 1e4,", "rows, 10.0,", "rows, 10.5, false",
        "rows, 1e10, false", "rows, NaN, false", "tolerance, 1e-6,", "tolerance, Infinity, false", "tolerance, x, false"})
    @DisplayName("take constants or labels of choices, words for yes and no, and numbers that suit")
    void values(final String setting, final String text, final Boolean isRight) throws Exception {
        if (isRight == null) {
            SETTINGS.requireValue("", setting, text);
            final var parameters = new RecursiveCollapseExperimentParameters();
            SETTINGS.set(parameters, "", setting, text);
        } else {
            final String message = assertThrows(InvalidSettingsException.class,
                () -> SETTINGS.requireValue("Here: ", setting, text)).getMessage();
            assertTrue(message.startsWith("Here: ") && message.contains(text), message);
        }
    }

    @Test
    @DisplayName("are set in the group that they are in")
    void set() throws Exception {
        final var parameters = new RecursiveCollapseExperimentParameters();
        SETTINGS.set(parameters, "", "rows", "77");
        SETTINGS.set(parameters, "", "regime", "Accumulate");
        SETTINGS.set(parameters, "", "distances", "yes");
        assertEquals(77, parameters.m_rows);
        assertEquals("AccumulateRegime[]", parameters.m_next.regime().toString());
        assertTrue(parameters.m_distances);
    }

    @Test
    @DisplayName("have an outlook by the exact law while they are typed, which knows the model")
    void outlook() throws Exception {
        final var parameters = new RecursiveCollapseExperimentParameters();
        final var preview = new RecursiveCollapseExperimentParameters.ExperimentOutlook();
        assertTrue(OpenDialog.on(parameters).show(preview).orElseThrow().title().contains("81.9 %"));
        SETTINGS.set(parameters, "", "model", "HISTOGRAM");
        assertTrue(OpenDialog.on(parameters).show(preview).orElseThrow().title().startsWith("The exact law depends"));
        SETTINGS.set(parameters, "", "low", "9");
        assertEquals("Not valid yet", OpenDialog.on(parameters).show(preview).orElseThrow().title());
    }
}
