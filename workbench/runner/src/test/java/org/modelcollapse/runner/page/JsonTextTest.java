package org.modelcollapse.runner.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {

    @Test
    void partsComeAsTheyAreWritten() {
        final Map<String, String> members = JsonText.members("""
            {"a" : 1.50e3, "b":[1,{"c":"},]"}, null],
             "\\u003cd\\"": "e\\\\" , "f":{}, "g":true}""");
        assertEquals(List.of("a", "b", "<d\"", "f", "g"), List.copyOf(members.keySet()));
        assertEquals(List.of("1.50e3", "[1,{\"c\":\"},]\"}, null]", "\"e\\\\\"", "{}", "true"), List.copyOf(members.values()));
        assertEquals(List.of("1", "{\"c\":\"},]\"}", "null"), JsonText.elements(members.get("b")));
        assertEquals(List.of(), JsonText.elements(" [ ] "));
        assertEquals(Map.of(), JsonText.members("{}"));
    }

    @Test
    void stringsAreReadAndWrittenAsJavaScriptDoes() {
        final String string = "a \"b\" \\ / \n\t\b\f\r \u0001 <\u00e9\u2028";
        assertEquals("\"a \\\"b\\\" \\\\ / \\n\\t\\b\\f\\r \\u0001 <\u00e9\u2028\"", JsonText.quote(string));
        assertEquals(string, JsonText.string(JsonText.quote(string)));
        assertEquals("</script>", JsonText.string("\"\\u003c\\/script>\""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {"[ \"\\u003ca\" , 1, {\"b\" : [ ]} ]|[\"<a\",1,{\"b\":[]}]", "\"x\"|\"x\"", "null|null"})
    void theCanonicalTextHasNoBlanksAndNoNeedlessEscapes(final String json, final String canonical) {
        assertEquals(canonical, JsonText.canonical(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,}", "{\"a\":\"b", "{\"a\":\"b\\", "{} {}", "[1]", "{a:1}", "{\"a\":;}"})
    void whatIsNoObjectIsRefused(final String json) {
        assertThrows(IllegalArgumentException.class, () -> JsonText.members(json));
    }
}
