package org.modelcollapse.runner.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DetailsTest {

    private static final String DATA = """
        {"x":1,"details":[{"method":"detail","params":["a \\u003cb>"]},{"method":"detail","params":["c"]}]}""";

    @Test
    void everyRequestIsAskedAndItsAnswerKeptUnderMethodAndParameters() {
        final List<String> asked = new ArrayList<>();
        final Details details = Details.of(DATA, request -> {
            asked.add(request);
            // an object as it is, and as a string that holds its text
            return "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":" + (asked.size() == 1 ? "{\"y\":[1]}" : "\"{\\\"y\\\":[2]}\"") + "}";
        }, 1000);
        assertEquals(List.of("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"detail\",\"params\":[\"a <b>\"]}",
            "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"detail\",\"params\":[\"c\"]}"), asked);
        assertEquals(Map.of("[\"detail\",[\"a <b>\"]]", "{\"y\":[1]}", "[\"detail\",[\"c\"]]", "{\"y\":[2]}"), JsonText.members(details.json()));
        assertEquals(2, details.asked());
        assertEquals(2, details.embedded());
    }

    @Test
    void textsAndNumbersStayWhatTheyAre() {
        assertEquals("{\"[\\\"detail\\\",[\\\"a <b>\\\"]]\":\"plain\",\n\"[\\\"detail\\\",[\\\"c\\\"]]\":7}",
            Details.of(DATA, r -> "{\"result\":" + (r.contains("[\"c\"]") ? "7" : "\"plain\"") + "}", 1000).json());
    }

    @Test
    void whatWouldBeTooMuchIsLeftOut() {
        final Details details = Details.of(DATA, r -> "{\"result\":[1,2,3]}", 7);
        assertEquals(2, details.asked());
        assertEquals(1, details.embedded());
        assertEquals(1, JsonText.members(details.json()).size());
    }

    @Test
    void dataWithoutDetailsAsksNothing() {
        final Details none = Details.of("{\"x\":1}", r -> {
            throw new AssertionError(r);
        }, 1000);
        assertEquals(new Details("{}", 0, 0), none);
    }

    @Test
    void anErrorOfTheNodeIsTold() {
        final var e = assertThrows(IllegalArgumentException.class,
            () -> Details.of(DATA, r -> "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32602,\"message\":\"no such run\"}}", 1000));
        assertTrue(e.getMessage().contains("no such run"), e.getMessage());
    }
}
