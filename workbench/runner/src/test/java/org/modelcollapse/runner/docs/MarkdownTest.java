package org.modelcollapse.runner.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MarkdownTest {

    static Stream<Arguments> markup() {
        return Stream.of(Arguments.of("words\n   over  lines", "words over lines"), Arguments.of("<p>one</p> <p>two</p>", "one\n\ntwo"),
            Arguments.of("before<p>within</p>after", "before\n\nwithin\n\nafter"), Arguments.of("a <b>bold </b>and <i>slanted</i> word", "a **bold** and *slanted* word"),
            Arguments.of("<a href=\"https://example.org/x\">a <i>link</i></a>", "[a *link*](https://example.org/x)"), Arguments.of("10<sup>-10</sup>", "10<sup>-10</sup>"),
            Arguments.of("<tt>a_b</tt>", "`a_b`"), Arguments.of("a_b * c &lt; d [e]", "a\\_b \\* c \\< d \\[e\\]"),
            Arguments.of("text<ul><li><b>A</b>: one</li><li>B<ul><li>two</li></ul></li></ul>", "text\n\n- **A**: one\n- B\n\n  - two"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("markup")
    void saysTheSame(final String markup, final String markdown) throws Exception {
        final byte[] xml = ("<r>" + markup + "</r>").getBytes(StandardCharsets.UTF_8);
        assertEquals(markdown, Markdown.of(DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml)).getDocumentElement()));
    }
}
