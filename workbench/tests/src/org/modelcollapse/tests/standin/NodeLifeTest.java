package org.modelcollapse.tests.standin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.NodeID;
import org.knime.core.node.workflow.VariableType;
import org.modelcollapse.tests.standin.ScriptNode.Model;
import org.modelcollapse.tests.standin.ScriptNode.Plus;

@DisplayName("The life of a node")
class NodeLifeTest {

    /** Tells its settings and variables by its warning. */
    private static final class Speaker extends Model {

        Speaker() {
            super(1);
        }

        @Override
        BufferedDataTable run(final BufferedDataTable[] in, final ExecutionContext exec) {
            setWarningMessage(number + " " + text + " "
                + getAvailableFlowVariables(new VariableType<?>[]{VariableType.IntType.INSTANCE}).keySet());
            return in[0];
        }
    }

    /** Pushes a variable when it is configured and another when it is executed. */
    private static final class Pusher extends Model {

        Pusher() {
            super(1);
        }

        @Override
        void prepare(final DataTableSpec[] specs) {
            pushFlowVariableInt("n", 7);
            pushFlowVariable("big", VariableType.LongType.INSTANCE, 1L << 60);
        }

        @Override
        BufferedDataTable run(final BufferedDataTable[] in, final ExecutionContext exec) {
            pushFlowVariableInt("n", 8);
            pushFlowVariableString("word", "yes");
            return in[0];
        }
    }

    @Test
    @DisplayName("a node is configured when its inputs are known, and executed once")
    void life() {
        final Model plus = new Plus(1);
        try (Flow flow = new Flow()) {
            final NodeID source = flow.add(ScriptNode.source(1, 2));
            final NodeID p = flow.add(plus);
            assertTrue(flow.node(source).getNodeContainerState().isConfigured());
            assertTrue(flow.node(p).getNodeContainerState().isIdle());
            flow.chain(source, p);
            assertTrue(flow.node(p).getNodeContainerState().isConfigured());
            assertTrue(flow.execute());
            assertArrayEquals(new double[]{2, 3}, flow.values(p));
            assertTrue(flow.execute(), "executed nodes are not executed again");
            assertEquals(1, plus.executed);
        }
    }

    @Test
    @DisplayName("what configure refuses is a warning, and the node stays idle")
    void configureRefuses() {
        final Model refusing = new Plus(0) {
            @Override
            void prepare(final DataTableSpec[] specs) throws InvalidSettingsException {
                throw new InvalidSettingsException("no column is numeric");
            }
        };
        try (Flow flow = new Flow()) {
            final NodeID source = flow.add(ScriptNode.source(1));
            final NodeID p = flow.add(refusing);
            flow.chain(source, p);
            assertEquals("WARNING: no column is numeric", flow.message(p));
            assertTrue(flow.node(p).getNodeContainerState().isIdle());
            assertFalse(flow.execute());
            assertTrue(flow.executed(source));
        }
    }

    @Test
    @DisplayName("a failed execution is an error, and the node can be executed again")
    void fails() {
        final Model failing = new Plus(0) {
            @Override
            BufferedDataTable run(final BufferedDataTable[] in, final ExecutionContext exec) {
                throw new ArithmeticException("division by zero");
            }
        };
        try (Flow flow = new Flow()) {
            final NodeID source = flow.add(ScriptNode.source(1));
            final NodeID p = flow.add(failing);
            final NodeID after = flow.add(new Plus(1));
            flow.chain(source, p, after);
            assertFalse(flow.execute());
            assertEquals("ERROR: Execute failed: division by zero", flow.message(p));
            assertTrue(flow.node(p).getNodeContainerState().isConfigured());
            assertFalse(flow.executed(after));
        }
    }

    @Test
    @DisplayName("a table without rows is worth a warning")
    void emptyTable() {
        try (Flow flow = new Flow()) {
            final NodeID source = flow.add(ScriptNode.source());
            assertTrue(flow.execute());
            assertEquals("WARNING: Node created an empty data table.", flow.message(source));
        }
    }

    @Test
    @DisplayName("variables flow on; what execution pushes hides what configuration pushed")
    void variables() {
        try (Flow flow = new Flow()) {
            final NodeID source = flow.add(ScriptNode.source(1));
            final NodeID push = flow.add(new Pusher());
            final NodeID after = flow.add(new Plus(1));
            flow.chain(source, push, after);
            assertEquals(7, flow.variable(after, "n").getIntValue());
            assertEquals(1L << 60, flow.variable(after, "big").getValue(VariableType.LongType.INSTANCE));
            assertTrue(flow.execute());
            assertEquals(8, flow.variable(after, "n").getIntValue());
            assertEquals("yes", flow.variable(after, "word").getStringValue());
            assertEquals(null, flow.variable(source, "n"));
        }
    }

    @Test
    @DisplayName("a variable sets a setting, and a setting becomes a variable")
    void controlledSettings() throws InvalidSettingsException {
        try (Flow flow = new Flow()) {
            final NodeID source = flow.add(ScriptNode.source(1));
            final NodeID push = flow.add(new Pusher());
            final NodeID speak = flow.add(new Speaker());
            flow.chain(source, push, speak);
            flow.set(speak, 5, "number", "n", "told");
            assertEquals(7, flow.variable(speak, "told").getIntValue());
            assertTrue(flow.execute());
            assertTrue(flow.message(speak).startsWith("WARNING: 8 one "), flow.message(speak));
            assertEquals(8, flow.variable(speak, "told").getIntValue());
        }
    }

    @Test
    @DisplayName("a variable that is not there, or of a type that does not fit, is refused")
    void wrongVariables() throws InvalidSettingsException {
        try (Flow flow = new Flow()) {
            final NodeID source = flow.add(ScriptNode.source(1));
            final NodeID push = flow.add(new Pusher());
            final NodeID speak = flow.add(new Speaker());
            flow.chain(source, push, speak);
            flow.set(speak, 5, "number", "nothing", null);
            assertTrue(flow.message(speak).contains("nothing"), flow.message(speak));
            assertTrue(flow.node(speak).getNodeContainerState().isIdle());
            flow.set(speak, 5, "number", "big", null);
            assertTrue(flow.message(speak).contains("big"), flow.message(speak));
        }
    }

    @Test
    @DisplayName("workflow variables reach nodes without inputs")
    void workflowVariables() {
        try (Flow flow = new Flow()) {
            final NodeID source = flow.add(ScriptNode.source(1));
            flow.manager.addWorkflowVariables(false, new FlowVariable("a", 3), new FlowVariable("b", "c"));
            assertEquals(3, flow.variable(source, "a").getIntValue());
            assertEquals(List.of("a", "b"),
                flow.manager.getWorkflowVariables().stream().map(FlowVariable::getName).sorted().toList());
        }
    }

    @Test
    @DisplayName("settings that the node refuses are not taken")
    void refusedSettings() throws InvalidSettingsException {
        final Model plus = new Plus(0);
        try (Flow flow = new Flow()) {
            final NodeID p = flow.add(plus);
            flow.set(p, 3, null, null, null);
            assertEquals(3, plus.number);
            final InvalidSettingsException refused =
                assertThrows(InvalidSettingsException.class, () -> flow.set(p, -1, null, null, null));
            assertTrue(refused.getMessage().contains("number is negative: -1"), refused.getMessage());
            assertEquals(3, plus.number);
        }
    }

    @Test
    @DisplayName("cancelling reaches the running node and ends the execution")
    void cancel() throws InterruptedException {
        final CountDownLatch running = new CountDownLatch(1);
        final Model endless = new Plus(0) {
            @Override
            BufferedDataTable run(final BufferedDataTable[] in, final ExecutionContext exec) throws Exception {
                running.countDown();
                while (true) {
                    exec.checkCanceled();
                    Thread.onSpinWait();
                }
            }
        };
        try (Flow flow = new Flow()) {
            final NodeID source = flow.add(ScriptNode.source(1));
            final NodeID p = flow.add(endless);
            flow.chain(source, p);
            final Thread execution = new Thread(flow::execute, "execution");
            execution.start();
            assertTrue(running.await(60, TimeUnit.SECONDS));
            flow.manager.cancelExecution();
            execution.join(60_000);
            assertFalse(execution.isAlive());
            assertTrue(flow.message(p).startsWith("WARNING: Execution canceled"), flow.message(p));
            assertFalse(flow.executed(p));
        }
    }
}
