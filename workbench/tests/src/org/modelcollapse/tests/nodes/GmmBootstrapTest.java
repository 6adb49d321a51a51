package org.modelcollapse.tests.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modelcollapse.tests.nodes.Canvas.Node;

@DisplayName("GMM Bootstrap")
class GmmBootstrapTest {

    private static Node bootstrap(final Canvas canvas, final Node rows, final Node fit) {
        return canvas.add(Canvas.BOOTSTRAP).from(rows, 1, 1).from(fit, 1, 2).set("replicates", 50);
    }

    @Test
    @DisplayName("gives each number of the mixture table its standard error and an interval around it")
    void parameters() {
        try (Canvas canvas = new Canvas()) {
            final Node rows = canvas.add(Canvas.EXAMPLE);
            final Node fit = canvas.add(Canvas.FIT).from(rows, 1, 1);
            final Node bootstrap = bootstrap(canvas, rows, fit);
            canvas.execute();
            final Table out = bootstrap.out(1);
            final List<String> numbers = fit.out(1).columns().subList(1, fit.out(1).columns().size());
            assertEquals(2 * numbers.size(), out.size());
            for (int i = 0; i < out.size(); i++) {
                final int k = i / numbers.size();
                final String name = numbers.get(i % numbers.size());
                assertEquals(k + 1, out.number(i, "Component"));
                assertEquals(name, out.cell(i, "Parameter").toString());
                assertEquals(fit.out(1).number(k, name), out.number(i, "Estimate"), 1e-9 * Math.abs(out.number(i, "Estimate")));
                assertTrue(out.number(i, "Standard error") > 0);
                assertTrue(out.number(i, "Lower bound") < out.number(i, "Estimate"), name);
                assertTrue(out.number(i, "Upper bound") > out.number(i, "Estimate"), name);
            }
            assertEquals(0, bootstrap.out(2).size(), "nothing is tested unless it is wanted");
        }
    }

    @Test
    @DisplayName("of one column names Weight, Mean and Sd; the seed decides")
    void oneColumn() {
        try (Canvas canvas = new Canvas()) {
            final Node rows = canvas.add(Canvas.SAMPLE).set("rows", 200L);
            final Node fit = canvas.add(Canvas.FIT).from(rows, 1, 1);
            final Node first = bootstrap(canvas, rows, fit);
            final Node again = bootstrap(canvas, rows, fit);
            final Node other = bootstrap(canvas, rows, fit).set("random/seed", 2L);
            canvas.execute();
            assertEquals("Sd", first.out(1).cell(2, "Parameter").toString());
            assertEquals(first.out(1).text(), again.out(1).text());
            assertNotEquals(first.out(1).text(), other.out(1).text());
        }
    }

    @Test
    @DisplayName("tests each number of components up to the mixture's against one more")
    void tests() {
        try (Canvas canvas = new Canvas()) {
            final Node rows = canvas.add(Canvas.SAMPLE).set("rows", 200L);
            final Node fit = canvas.add(Canvas.FIT).from(rows, 1, 1);
            final Node bootstrap = bootstrap(canvas, rows, fit).set("tested", "UP_TO").set("testReplicates", 39);
            canvas.execute();
            final Table tests = bootstrap.out(2);
            assertEquals(2, tests.size());
            assertEquals(1.0 / 40, tests.number(0, "P-value"), 1e-15);
            assertTrue(tests.number(1, "P-value") > 0.05, "two components are what the rows were drawn from");
            for (int i = 0; i < 2; i++) {
                assertEquals(2 * (tests.number(i, "Log-likelihood of one more") - tests.number(i, "Log-likelihood")),
                    tests.number(i, "Statistic"), 1e-9);
            }
        }
    }

    @Test
    @DisplayName("warns of a mixture that is not the converged fit to the rows")
    void notConverged() {
        try (Canvas canvas = new Canvas()) {
            final Node rows = canvas.add(Canvas.SAMPLE).set("rows", 200L);
            final Node mixture = canvas.add(TestNode.table(List.of("Weight", "Mean", "Sd"), new Object[]{0.5, -1.5, 1},
                new Object[]{0.5, 1, 1}));
            final Node bootstrap = bootstrap(canvas, rows, mixture);
            canvas.execute();
            assertTrue(bootstrap.message().contains("is not the converged fit to these rows"), bootstrap.message());
        }
    }

    @Test
    @DisplayName("says why no data set can be fitted")
    void impossible() {
        try (Canvas canvas = new Canvas()) {
            final Node rows = canvas.add(TestNode.values(0, 1, 2));
            final Node mixture = canvas.add(TestNode.table(List.of("Weight", "Mean", "Sd"), new Object[]{0.25, 0, 1},
                new Object[]{0.25, 1, 1}, new Object[]{0.25, 2, 1}, new Object[]{0.25, 3, 1}));
            final Node bootstrap = bootstrap(canvas, rows, mixture);
            canvas.execute();
            assertFalse(bootstrap.executed());
            assertTrue(bootstrap.message().contains("There are 3 rows for 4 components"), bootstrap.message());
        }
    }

    @Test
    @DisplayName("refuses numbers that make no interval")
    void refuses() {
        try (Canvas canvas = new Canvas()) {
            final Node bootstrap = canvas.add(Canvas.BOOTSTRAP);
            assertTrue(bootstrap.refusal("replicates", 1).contains("Give 2 to 1000000"));
            assertTrue(bootstrap.refusal("testReplicates", 0).contains("Give 1 to 1000000"));
            assertTrue(bootstrap.refusal("confidence", 95.0).contains("Give a share above 0 and below 1"));
        }
    }
}
