package org.modelcollapse.tests.parameters;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.IntCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.webui.node.dialog.defaultdialog.NodeParametersUtil;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;

@DisplayName("Parameters")
class StorageTest {

    private static NodeSettings save(final NodeParameters parameters) {
        final NodeSettings settings = new NodeSettings("model");
        NodeParametersUtil.saveSettings(parameters.getClass(), parameters, settings);
        return settings;
    }

    private static String xml(final NodeSettings settings) throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        settings.saveToXML(bytes);
        return bytes.toString(StandardCharsets.UTF_8).replace("\r", "").strip();
    }

    @Test
    @DisplayName("are stored with the keys, types, structure and order that KNIME gives them")
    void storedAsKnimeDoes() throws IOException {
        try (InputStream recorded = StorageTest.class.getResourceAsStream("kinds.xml")) {
            assertEquals(new String(recorded.readAllBytes(), StandardCharsets.UTF_8).replace("\r", "").strip(),
                xml(save(new Kinds())));
        }
    }

    @Test
    @DisplayName("come back as they were stored")
    void roundTrip() throws InvalidSettingsException, IOException {
        final Kinds kinds = new Kinds();
        kinds.m_text = null;
        kinds.m_enum = Kinds.Colour.RED;
        kinds.m_array = new Kinds.Group[]{new Kinds.Group()};
        kinds.m_array[0].m_a = 77;
        kinds.m_ownWay = 6;
        final Kinds back = NodeParametersUtil.loadSettings(save(kinds), Kinds.class);
        assertEquals(xml(save(kinds)), xml(save(back)));
        assertEquals(77, back.m_array[0].m_a);
        assertEquals(6, back.m_ownWay);
    }

    /** Without those of empty Optionals, which are never read. */
    static Stream<String> keys() {
        final NodeSettings all = save(new Kinds());
        return all.keySet().stream()
            .filter(key -> !key.endsWith("_is_present") && all.getBoolean(key + "_is_present", true));
    }

    @ParameterizedTest
    @MethodSource("keys")
    @DisplayName("cannot be loaded when a setting is missing, and the message names it")
    void missing(final String key) {
        final NodeSettings all = save(new Kinds());
        final NodeSettings some = new NodeSettings("model");
        all.keySet().stream().filter(k -> !k.equals(key)).forEach(k -> some.addEntry(all.getEntry(k)));
        final var error =
            assertThrows(InvalidSettingsException.class, () -> NodeParametersUtil.loadSettings(some, Kinds.class));
        assertTrue(error.getMessage().contains(key), error.getMessage());
    }

    @Test
    @DisplayName("with a constant that an enum does not have are refused with those that it has")
    void unknownConstant() {
        final NodeSettings settings = save(new Kinds());
        settings.addString("enum", "BLACK");
        assertEquals("Invalid value 'BLACK'. Possible values: RED, GREEN_BLUE",
            assertThrows(InvalidSettingsException.class, () -> NodeParametersUtil.loadSettings(settings, Kinds.class))
                .getMessage());
    }

    @Test
    @DisplayName("of an older version are migrated, and new settings get their defaults")
    void migrations() throws InvalidSettingsException {
        final NodeSettings old = new NodeSettings("model");
        old.addInt("always", 2);
        old.addNodeSettings("old").addInt("deep", 7);
        final Versions loaded = NodeParametersUtil.loadSettings(old, Versions.class);
        assertEquals(List.of(2, 42, 70, "as before"),
            List.of(loaded.m_always, loaded.m_added, loaded.m_moved, loaded.m_behaviour));
        final Versions again = NodeParametersUtil.loadSettings(save(loaded), Versions.class);
        assertEquals(List.of(2, 42, 70, "as before"),
            List.of(again.m_always, again.m_added, again.m_moved, again.m_behaviour));
        assertEquals("new", NodeParametersUtil.loadSettings(save(new Versions()), Versions.class).m_behaviour);
    }

    @Test
    @DisplayName("may say that whatever is absent has its default, but what is there must be whole")
    void absent() throws InvalidSettingsException {
        final NodeSettings settings = new NodeSettings("model");
        assertEquals(11, NodeParametersUtil.loadSettings(settings, Versions.AllNew.class).m_a);
        settings.addNodeSettings("group").addInt("a", 1);
        assertThrows(InvalidSettingsException.class,
            () -> NodeParametersUtil.loadSettings(settings, Versions.AllNew.class));
    }

    // mode, pattern, case sensitive, inverted, unknown columns included; chosen, missing
    @ParameterizedTest
    @CsvSource({ //
        "MANUAL, '', false, false, false, str, gone", //
        "MANUAL, '', false, false, true, str int, ''", //
        "REGEX, '', false, false, false, '', ''", //
        "REGEX, 'N.*', false, false, false, num, ''", //
        "REGEX, 'N.*', true, false, false, '', ''", //
        "REGEX, 'N.*', false, true, false, str int, ''", //
        "WILDCARD, '*T*', false, false, false, str int, ''", //
        "WILDCARD, '?nt', true, false, false, int, ''", //
        "WILDCARD, 's(', false, true, false, num str int, ''", //
        "TYPE, '', false, false, false, num, ''"})
    @DisplayName("choose columns by hand, by pattern and by type")
    void columnFilter(final String mode, final String pattern, final boolean caseSensitive, final boolean inverted,
        final boolean unknown, final String chosen, final String missing) throws InvalidSettingsException {
        final Kinds kinds = new Kinds();
        kinds.m_columns = new ColumnFilter(new String[]{"str", "gone"});
        final NodeSettings settings = save(kinds);
        final NodeSettings filter = settings.getNodeSettings("columns");
        filter.addString("mode", mode);
        filter.getNodeSettings("patternFilter").addString("pattern", pattern);
        filter.getNodeSettings("patternFilter").addBoolean("isCaseSensitive", caseSensitive);
        filter.getNodeSettings("patternFilter").addBoolean("isInverted", inverted);
        filter.getNodeSettings("manualFilter").addBoolean("includeUnknownColumns", unknown);
        filter.getNodeSettings("manualFilter").addStringArray("manuallyDeselected", "num");
        filter.getNodeSettings("typeFilter").addStringArray("selectedTypes", "org.knime.core.data.DoubleValue");
        final List<DataColumnSpec> columns = new DataTableSpec(new String[]{"num", "str", "int"},
            new DataType[]{DoubleCell.TYPE, StringCell.TYPE, IntCell.TYPE}).stream().toList();
        final ColumnFilter loaded = NodeParametersUtil.loadSettings(settings, Kinds.class).m_columns;
        assertArrayEquals(words(chosen), loaded.filter(columns));
        assertArrayEquals(words(missing), loaded.getMissingSelected(columns));
    }

    private static String[] words(final String text) {
        return text.isEmpty() ? new String[0] : text.split(" ");
    }
}
