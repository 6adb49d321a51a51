package org.modelcollapse.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knime.core.node.NodeFactory.NodeType;
import org.modelcollapse.runner.WorkflowFiles.Link;

class LeftOutTest {

    /** Nodes 1 to 9; their types: s starts and e ends a loop. Links are pairs of digits. */
    @ParameterizedTest(name = "{4}")
    @CsvSource(delimiter = '|', value = {
        ".......  | 12 23          | 3   | 3=3                 | a node at the end alone",
        ".......  | 12 23 14       | 2   | 2=2 3=2             | what follows, but no other branch",
        ".s.e...  | 12 23 34 45    | 5   | 5=5                 | a chart behind a loop leaves the loop",
        ".s.e...  | 12 23 34 45    | 3   | 2=3 3=3 4=3 5=3     | a node in the body takes the whole loop and what follows",
        ".s.e...  | 12 23 34 36    | 6   | 6=6                 | a branch of the body that leads nowhere leaves the loop",
        ".s.e...  | 12 23 34 26    | 1   | 1=1 2=1 3=1 4=1 6=1 | what the loop needs takes it",
        "s.es.e.  | 12 23 34 45 56 | 5   | 4=5 5=5 6=5         | of two loops in a row only the broken one",
        "s.es.e.  | 12 23 34 45 56 | 2   | 1=2 2=2 3=2 4=2 5=2 6=2 | of two loops in a row both, where the second needs the first",
        "ss.e.e.  | 12 23 34 45 56 | 5   | 1=5 2=5 3=5 4=5 5=5 6=5 | a break in the outer loop takes the inner one",
        "ss.e.e.  | 12 23 34 45 56 | 3   | 1=3 2=3 3=3 4=3 5=3 6=3 | a break in the inner loop takes the outer one",
        ".......  | 12 13 24 34    | 2 3 | 2=2 3=3 4=2         | the first of two reasons"})
    void leavesOut(final String types, final String links, final String missing, final String expected, final String name) {
        final Map<Integer, NodeType> byNumber = new TreeMap<>();
        for (int i = 0; i < types.length(); i++) {
            if (!Arrays.asList(missing.split(" ")).contains(Integer.toString(i + 1))) {
                byNumber.put(i + 1, switch (types.charAt(i)) {
                    case 's' -> NodeType.LoopStart;
                    case 'e' -> NodeType.LoopEnd;
                    default -> NodeType.Other;
                });
            }
        }
        final List<Link> connections =
            Arrays.stream(links.split(" ")).map(l -> new Link(Character.digit(l.charAt(0), 10), Character.digit(l.charAt(1), 10))).toList();
        final Map<Integer, Integer> result = LeftOut.of(Arrays.stream(missing.split(" ")).map(Integer::valueOf).toList(), connections, byNumber);
        assertEquals(expected, String.join(" ", result.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList()), name);
    }
}
