package org.modelcollapse.runner.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SelfContainedPageTest {

    private static final String HTML = """
        <!DOCTYPE html>
        <html>
        <head>
        <title>Fit</title>
        <script src="lib/charts.js"></script>
        <script type="module" src="fit.js"></script>
        </head>
        <body><main></main></body>
        </html>
        """;

    private static final Map<String, String> FILES = Map.of("lib/charts.js", "window.charts = 1;\n", "fit.js", """
        import {
            a,
        } from "./parts/a.js";
        import './b.js';
        a("from here");
        """, "parts/a.js", "import * as b from \"../b.js\";\nexport const a = b.b;\n", "b.js", "import { a } from \"./parts/a.js\";\nexport const b = () => a;\n");

    private static String page(final String html, final Map<String, String> files, final Map<String, String> embedded) throws IOException {
        return SelfContainedPage.of(html, p -> Optional.ofNullable(files.get(p)), "Fit \u2013 Fit GMM <3>", embedded);
    }

    private static Map<String, String> modules(final String page) {
        return Pattern.compile("\"([^\"]+)\":\"data:text/javascript;charset=utf-8;base64,([^\"]+)\"").matcher(page).results()
            .collect(Collectors.toMap(m -> m.group(1), m -> new String(Base64.getDecoder().decode(m.group(2)), StandardCharsets.UTF_8)));
    }

    @Test
    void scriptsAndModulesAreInThePage() throws Exception {
        final String page = page(HTML, FILES, Map.of("data", "{\"x\":1}"));
        assertTrue(page.contains("<script>window.charts = 1;\n</script>"), page);
        assertTrue(page.contains("<script type=\"module\">import {\n    a,\n} from \"parts/a.js\";\nimport 'b.js';\na(\"from here\");\n</script>"), page);
        assertEquals(Map.of("parts/a.js", "import * as b from \"b.js\";\nexport const a = b.b;\n", "b.js",
            "import { a } from \"parts/a.js\";\nexport const b = () => a;\n"), modules(page), "each module once, though they import each other");
        assertFalse(page.contains(" src="), "no other file is needed");
        assertEquals("Fit &ndash; Fit GMM &lt;3&gt;".replace("&ndash;", "\u2013"), SelfContainedPage.title(page));
        assertTrue(page.endsWith("</script>\n</head>\n<body><main></main></body>\n</html>\n"), page);
    }

    @Test
    void dataStandBeforeTheScriptsAndCannotEndTheirElement() throws Exception {
        final String page = page(HTML, FILES, Map.of("data", "{\"x\":\"</script><!--\"}"));
        assertTrue(page.contains("<script id=\"data\" type=\"application/json\">{\"x\":\"\\u003c/script>\\u003c!--\"}</script>"), page);
        assertTrue(page.indexOf("id=\"data\"") < page.indexOf("importmap"));
        assertTrue(page.indexOf("importmap") < page.indexOf("window.charts"), "no module may be loaded before the import map is read");
    }

    @Test
    void codeThatWouldEndItsElementIsNotWrittenAsItIs() throws Exception {
        final String code = "write(\"<!-- </SCRIPT>\");\n";
        final String page = page("<script src=\"a.js\"></script>", Map.of("a.js", code), Map.of());
        final MatchResult url = Pattern.compile("<script src=\"data:text/javascript;charset=utf-8;base64,(\\S+)\"></script>").matcher(page).results().findFirst().orElseThrow();
        assertEquals(code, new String(Base64.getDecoder().decode(url.group(1)), StandardCharsets.UTF_8));
        assertFalse(page.contains("SCRIPT"));
    }

    @Test
    void aMissingFileIsNamed() {
        assertTrue(assertThrows(IOException.class, () -> page(HTML, Map.of("lib/charts.js", ""), Map.of())).getMessage().contains("fit.js"));
        assertTrue(assertThrows(IOException.class, () -> page("<p>", FILES, Map.of())).getMessage().contains("no script"));
    }
}
