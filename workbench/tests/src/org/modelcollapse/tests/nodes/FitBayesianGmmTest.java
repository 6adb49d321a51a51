package org.modelcollapse.tests.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modelcollapse.tests.nodes.Canvas.Node;

@DisplayName("Fit Bayesian GMM")
class FitBayesianGmmTest {

    private static Node faithful(final Canvas canvas) {
        final Node data = canvas.add(Canvas.EXAMPLE);
        return canvas.add(Canvas.BAYES).from(data, 1, 1);
    }

    @Test
    @DisplayName("leaves out the components that died; the report says how many live, the table of components which")
    void deadOnes() {
        try (Canvas canvas = new Canvas()) {
            final Node fit = faithful(canvas).set("ownPrior", true).set("concentration", 0.01);
            canvas.execute();
            final Table report = fit.out(3);
            final int living = (int)report.number(0, "Living");
            assertEquals(2, living, "Old Faithful has two kinds of eruptions");
            assertEquals(10, report.number(0, "Components"));
            assertEquals(272, report.number(0, "Rows used"));
            assertEquals(living, fit.out(1).size());
            assertEquals(1, Arrays.stream(fit.out(1).numbers("Weight")).sum(), 1e-12);
            final Table components = fit.out(2);
            assertEquals(10, components.size());
            assertEquals(272, Arrays.stream(components.numbers("Expected rows")).sum(), 1e-6);
            int next = 1;
            for (int i = 0; i < 10; i++) {
                final boolean lives = components.number(i, "Expected rows") >= 1;
                assertEquals(Boolean.toString(lives), components.cell(i, "Lives").toString());
                assertEquals(lives ? Integer.toString(next++) : "?", components.cell(i, "Component").toString());
            }
        }
    }

    @Test
    @DisplayName("keeps the dead ones where it is told to, and announces them")
    void keepsAll() {
        try (Canvas canvas = new Canvas()) {
            final Node fit = faithful(canvas).set("leaveOutDead", false).set("components", 5);
            final Node assigned = canvas.add(Canvas.ASSIGN).from(fit, 1, 2)
                .from(canvas.add(Canvas.EXAMPLE), 1, 1);
            assertTrue(assigned.spec(1).containsName("Probability 5"));
            canvas.execute();
            assertEquals(5, fit.out(1).size());
            assertTrue(assigned.executed(), assigned.message());
        }
    }

    @Test
    @DisplayName("announces no number of components where it is not known yet")
    void announcesNothing() {
        try (Canvas canvas = new Canvas()) {
            final Node fit = faithful(canvas);
            assertNull(fit.spec(1).getColumnSpec("Component").getDomain().getUpperBound());
        }
    }

    @Test
    @DisplayName("warns if the fit has not converged, and if all components live")
    void warns() {
        try (Canvas canvas = new Canvas()) {
            final Node fit = faithful(canvas).set("components", 2).set("preset", "CUSTOM").set("maxIterations", 1);
            canvas.execute();
            assertTrue(fit.message().contains("has not converged after 1 iterations"), fit.message());
            assertTrue(fit.message().contains("All 2 components live"), fit.message());
        }
    }

    @Test
    @DisplayName("names the column that makes the prior impossible")
    void constantColumn() {
        try (Canvas canvas = new Canvas()) {
            final Node rows = canvas.add(TestNode.table(List.of("a", "b"), new Object[]{1, 5}, new Object[]{2, 5},
                new Object[]{4, 5}));
            final Node fit = canvas.add(Canvas.BAYES).from(rows, 1, 1).set("components", 2);
            canvas.execute();
            assertFalse(fit.executed());
            assertTrue(fit.message().contains("Column \"b\" is constant"), fit.message());
        }
    }

    @Test
    @DisplayName("refuses numbers that are no prior")
    void refuses() {
        try (Canvas canvas = new Canvas()) {
            final Node fit = faithful(canvas).set("ownPrior", true);
            assertTrue(fit.refusal("concentration", 0.0).contains("Give a number above 0"));
            assertTrue(fit.refusal("meanPrecision", -1.0).contains("Give a number above 0"));
            assertTrue(fit.refusal("furtherFreedom", -1.0).contains("Give a number above -1"));
            assertTrue(fit.refusal("components", 0).contains("Give 1 or more"));
        }
    }
}
