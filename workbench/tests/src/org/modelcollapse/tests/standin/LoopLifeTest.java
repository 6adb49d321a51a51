package org.modelcollapse.tests.standin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.workflow.LoopEndNode;
import org.knime.core.node.workflow.LoopStartNodeTerminator;
import org.knime.core.node.workflow.NodeID;
import org.modelcollapse.tests.standin.ScriptNode.Model;
import org.modelcollapse.tests.standin.ScriptNode.Plus;

@DisplayName("The life of a loop")
class LoopLifeTest {

    /** Gives its input and counts. */
    private static final class Start extends Model implements LoopStartNodeTerminator {

        private final int iterations;

        private int iteration;

        private final List<Boolean> knewEnd = new ArrayList<>();

        Start(final int iterations) {
            super(1);
            this.iterations = iterations;
        }

        @Override
        void prepare(final DataTableSpec[] specs) {
            pushFlowVariableInt("currentIteration", iteration);
        }

        @Override
        BufferedDataTable run(final BufferedDataTable[] in, final ExecutionContext exec) {
            knewEnd.add(getLoopEndNode() != null);
            pushFlowVariableInt("currentIteration", iteration++);
            return in[0];
        }

        @Override
        public boolean terminateLoop() {
            return iteration >= iterations;
        }

        @Override
        protected void reset() {
            super.reset();
            iteration = 0;
        }
    }

    /** Collects the sums of what arrives. */
    private static class End extends Model implements LoopEndNode {

        final List<Double> sums = Collections.synchronizedList(new ArrayList<>());

        Object start;

        End() {
            super(1);
        }

        @Override
        BufferedDataTable run(final BufferedDataTable[] in, final ExecutionContext exec) throws Exception {
            start = getLoopStartNode();
            double sum = 0;
            for (final double x : ScriptNode.values(in[0])) {
                sum += x;
            }
            sums.add(sum);
            if (!((LoopStartNodeTerminator)start).terminateLoop()) {
                continueLoop();
                return null;
            }
            return ScriptNode.table(exec, sums.stream().mapToDouble(s -> s).toArray());
        }

        @Override
        protected void reset() {
            super.reset();
            sums.clear();
        }
    }

    /** Adds the number of the iteration. */
    private static class PlusIteration extends Model {

        PlusIteration() {
            super(1);
        }

        @Override
        BufferedDataTable run(final BufferedDataTable[] in, final ExecutionContext exec) {
            final double[] values = ScriptNode.values(in[0]);
            for (int i = 0; i < values.length; i++) {
                values[i] += peekFlowVariableInt("currentIteration");
            }
            return ScriptNode.table(exec, values);
        }
    }

    @Test
    @DisplayName("start and body run once an iteration; only the body is reset in between")
    void iterations() {
        final Start start = new Start(3);
        final Model body = new PlusIteration();
        final End end = new End();
        try (Flow flow = new Flow()) {
            final NodeID source = flow.add(ScriptNode.source(10, 20));
            final NodeID s = flow.add(start);
            final NodeID b = flow.add(body);
            final NodeID e = flow.add(end);
            final NodeID after = flow.add(new Plus(100));
            flow.chain(source, s, b, e, after);
            final int startResets = start.resets;
            final int bodyResets = body.resets;
            final int endResets = end.resets;
            assertTrue(flow.execute(), () -> flow.message(e));
            assertArrayEquals(new double[]{30, 32, 34}, flow.values(e));
            assertArrayEquals(new double[]{130, 132, 134}, flow.values(after));
            assertEquals(List.of(3, 3, 3), List.of(start.executed, body.executed, end.executed));
            assertEquals(List.of(0, 2, 0),
                List.of(start.resets - startResets, body.resets - bodyResets, end.resets - endResets));
            assertEquals(List.of(false, true, true), start.knewEnd);
            assertSame(start, end.start);
        }
    }

    @Test
    @DisplayName("variables of the start are seen in the body, not after the end")
    void variables() {
        try (Flow flow = new Flow()) {
            final NodeID source = flow.add(ScriptNode.source(1));
            final NodeID s = flow.add(new Start(4));
            final NodeID b = flow.add(new Plus(0));
            final NodeID e = flow.add(new End());
            flow.chain(source, s, b, e);
            assertEquals(0, flow.variable(b, "currentIteration").getIntValue());
            assertTrue(flow.execute(), () -> flow.message(e));
            assertEquals(3, flow.variable(b, "currentIteration").getIntValue());
            assertNull(flow.variable(e, "currentIteration"));
        }
    }

    @Test
    @DisplayName("a table of the body that the end keeps is gone in the next iteration")
    void bodyTablesAreCleared() {
        final End end = new End() {

            private BufferedDataTable kept;

            @Override
            BufferedDataTable run(final BufferedDataTable[] in, final ExecutionContext exec) throws Exception {
                if (kept != null) {
                    ScriptNode.values(kept);
                }
                kept = in[0];
                return super.run(in, exec);
            }
        };
        try (Flow flow = new Flow()) {
            final NodeID source = flow.add(ScriptNode.source(1));
            final NodeID s = flow.add(new Start(3));
            final NodeID b = flow.add(new Plus(1));
            final NodeID e = flow.add(end);
            flow.chain(source, s, b, e);
            assertFalse(flow.execute());
            assertTrue(flow.message(e).contains("buffer has been cleared"), flow.message(e));
            assertTrue(flow.executed(source));
        }
    }

    @Test
    @DisplayName("a branch of the body that leads nowhere runs in each iteration")
    void sideBranch() {
        final Model side = new Plus(5);
        try (Flow flow = new Flow()) {
            final NodeID source = flow.add(ScriptNode.source(1));
            final NodeID s = flow.add(new Start(3));
            final NodeID b = flow.add(new Plus(1));
            final NodeID e = flow.add(new End());
            final NodeID x = flow.add(side);
            flow.chain(source, s, b, e).connect(b, x, 1);
            assertTrue(flow.execute(), () -> flow.message(x));
            assertEquals(3, side.executed);
            assertArrayEquals(new double[]{7}, flow.values(x));
        }
    }

    @Test
    @DisplayName("a loop in a loop runs anew in each iteration of the outer one")
    void nested() {
        final Start inner = new Start(2);
        final End innerEnd = new End();
        try (Flow flow = new Flow()) {
            final NodeID source = flow.add(ScriptNode.source(1));
            final NodeID outer = flow.add(new Start(3));
            final NodeID first = flow.add(new PlusIteration());
            final NodeID s = flow.add(inner);
            final NodeID b = flow.add(new PlusIteration());
            final NodeID e = flow.add(innerEnd);
            final NodeID outerEnd = flow.add(new End());
            flow.chain(source, outer, first, s, b, e, outerEnd);
            assertTrue(flow.execute(), () -> flow.message(outerEnd));
            assertEquals(6, inner.executed);
            // outer iteration i: inner iterations give (1 + i) + 0 and (1 + i) + 1
            assertArrayEquals(new double[]{3, 5, 7}, flow.values(outerEnd));
        }
    }

    @Test
    @DisplayName("an error in the body ends the loop and stays with its node")
    void errorInBody() {
        final Model body = new Model(1) {
            @Override
            BufferedDataTable run(final BufferedDataTable[] in, final ExecutionContext exec) {
                if (peekFlowVariableInt("currentIteration") == 2) {
                    throw new IllegalStateException("enough of this");
                }
                return in[0];
            }
        };
        try (Flow flow = new Flow()) {
            final NodeID source = flow.add(ScriptNode.source(1));
            final NodeID s = flow.add(new Start(5));
            final NodeID b = flow.add(body);
            final NodeID e = flow.add(new End());
            final NodeID aside = flow.add(new Plus(1));
            flow.chain(source, s, b, e).connect(source, aside, 1);
            assertFalse(flow.execute());
            assertEquals("ERROR: Execute failed: enough of this", flow.message(b));
            assertFalse(flow.executed(e));
            assertTrue(flow.executed(aside), "nodes that do not depend on it are executed");
            assertEquals(3, body.executed);
        }
    }

    @Test
    @DisplayName("an end without a start fails and says so")
    void noStart() {
        try (Flow flow = new Flow()) {
            final NodeID source = flow.add(ScriptNode.source(1));
            final NodeID e = flow.add(new End());
            flow.chain(source, e);
            assertFalse(flow.execute());
            assertTrue(flow.message(e).startsWith("ERROR: "), flow.message(e));
            assertTrue(flow.message(e).contains("loop-end without corresponding head"), flow.message(e));
        }
    }

    @Test
    @DisplayName("a reset loop can be executed again")
    void again() {
        try (Flow flow = new Flow()) {
            final NodeID source = flow.add(ScriptNode.source(1));
            final NodeID s = flow.add(new Start(2));
            final NodeID b = flow.add(new PlusIteration());
            final NodeID e = flow.add(new End());
            flow.chain(source, s, b, e);
            assertTrue(flow.execute());
            flow.manager.resetAndConfigureAll();
            assertNull(flow.node(e).getOutPort(1).getPortObject());
            assertNotNull(flow.node(e).getOutPort(1).getPortObjectSpec());
            assertTrue(flow.execute());
            assertArrayEquals(new double[]{1, 2}, flow.values(e));
        }
    }
}
