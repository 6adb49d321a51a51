package org.modelcollapse.tests.standin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.NodeSettingsRO;

@DisplayName("Settings as XML")
class SettingsXmlTest {

    private static String xml(final NodeSettings settings) throws IOException {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        settings.saveToXML(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static NodeSettingsRO read(final String xml) throws IOException {
        return NodeSettings.loadFromXML(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    @DisplayName("have the form of KNIME's own files")
    void form() throws IOException {
        final NodeSettings settings = new NodeSettings("settings.xml");
        settings.addInt("i", -1);
        settings.addLong("l", 1L << 60);
        settings.addDouble("d", 0.1);
        settings.addBoolean("b", true);
        settings.addString("s", "a <\"b\"> & c\n%%d\u00e4");
        settings.addString("none", null);
        settings.addStringArray("array", "x", null);
        settings.addNodeSettings("group").addDouble("nan", Double.NaN);
        settings.addNodeSettings("empty");
        settings.addTransientString("secret", "not written");
        assertEquals("""
            <?xml version="1.0" encoding="UTF-8"?>
            <config xmlns="http://www.knime.org/2008/09/XMLConfig" \
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
            xsi:schemaLocation="http://www.knime.org/2008/09/XMLConfig http://www.knime.org/XMLConfig_2008_09.xsd" \
            key="settings.xml">
                <entry key="i" type="xint" value="-1"/>
                <entry key="l" type="xlong" value="1152921504606846976"/>
                <entry key="d" type="xdouble" value="0.1"/>
                <entry key="b" type="xboolean" value="true"/>
                <entry key="s" type="xstring" value="a &lt;&quot;b&quot;&gt; &amp; c%%00010%%00037%d\u00e4"/>
                <entry key="none" type="xstring" isnull="true" value=""/>
                <config key="array">
                    <entry key="array-size" type="xint" value="2"/>
                    <entry key="0" type="xstring" value="x"/>
                    <entry key="1" type="xstring" isnull="true" value=""/>
                </config>
                <config key="group">
                    <entry key="nan" type="xdouble" value="NaN"/>
                </config>
                <config key="empty"/>
            </config>
            """, xml(settings));
    }

    @Test
    @DisplayName("read as they were written")
    void roundTrip() throws IOException, InvalidSettingsException {
        final NodeSettings settings = new NodeSettings("s");
        settings.addString("odd", "\t\r\n\u0001 %% %%% %%00010 \u00e4\u20ac\uD83D\uDE00 ");
        settings.addChar("c", '<');
        settings.addByte("byte", (byte)-128);
        settings.addShort("short", (short)-1);
        settings.addFloat("f", 0.1f);
        settings.addDoubleArray("doubles", -0.0, Double.MIN_VALUE, Double.POSITIVE_INFINITY);
        settings.addIntArray("none", (int[])null);
        final NodeSettingsRO read = read(xml(settings));
        assertEquals(settings.getString("odd"), read.getString("odd"));
        assertEquals('<', read.getChar("c"));
        assertEquals((byte)-128, read.getByte("byte"));
        assertEquals((short)-1, read.getShort("short"));
        assertEquals(0.1f, read.getFloat("f"));
        assertArrayEquals(settings.getDoubleArray("doubles"), read.getDoubleArray("doubles"));
        assertNull(read.getIntArray("none"));
        assertEquals(settings, read);
    }

    @Test
    @DisplayName("say which key is missing")
    void missing() {
        final NodeSettings settings = new NodeSettings("s");
        settings.addInt("i", 1);
        assertEquals("Double for key \"i\" not found.",
            assertThrows(InvalidSettingsException.class, () -> settings.getDouble("i")).getMessage());
        assertEquals(2.5, settings.getDouble("i", 2.5));
        assertThrows(InvalidSettingsException.class, () -> settings.getNodeSettings("group"));
    }

    @Test
    @DisplayName("that are no XML, or none of KNIME's, are refused")
    void broken() {
        assertThrows(IOException.class, () -> read("<config key=\"a\">"));
        assertThrows(IOException.class, () -> read("<other/>"));
        final String entry = "<config key=\"a\"><entry key=\"i\" type=\"%s\" value=\"%s\"/></config>";
        assertThrows(IOException.class, () -> read(entry.formatted("xint", "one")));
        assertThrows(IOException.class, () -> read(entry.formatted("xthing", "1")));
    }
}
