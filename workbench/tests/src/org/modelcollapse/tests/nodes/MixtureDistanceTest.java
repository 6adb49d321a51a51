package org.modelcollapse.tests.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modelcollapse.tests.nodes.Canvas.Node;

@DisplayName("Mixture Distance")
class MixtureDistanceTest {

    private static Node gaussian(final Canvas canvas, final double mean, final double sd) {
        return canvas.add(TestNode.table(List.of("Weight", "Mean", "Sd"), new Object[]{1, mean, sd}));
    }

    @Test
    @DisplayName("gives the closed forms between two Gaussians")
    void gaussians() {
        try (Canvas canvas = new Canvas()) {
            final Node distance =
                canvas.add(Canvas.DISTANCE).from(gaussian(canvas, 0, 1), 1, 1).from(gaussian(canvas, 1, 2), 1, 2);
            canvas.execute();
            final Table out = distance.out(1);
            assertEquals(1, out.size());
            assertEquals(Math.sqrt(2), out.number(0, "W2"), 1e-12);
            assertEquals(Math.log(2) + 2.0 / 8 - 0.5, out.number(0, "KL(first || second)"), 1e-12);
            assertEquals(-Math.log(2) + 5.0 / 2 - 0.5, out.number(0, "KL(second || first)"), 1e-12);
            // E[log q] under p is -log(2 sqrt(2 pi)) - (1 + 1)/8
            assertEquals(-Math.log(2 * Math.sqrt(2 * Math.PI)) - 0.25, out.number(0, "Log-likelihood of first"), 1e-12);
            assertTrue(out.number(0, "JS") > 0 && out.number(0, "JS") < Math.log(2));
            assertTrue(out.number(0, "W1") <= out.number(0, "W2"), "W1 is never above W2");
        }
    }

    @Test
    @DisplayName("is zero between a mixture and itself, with its components in another order")
    void same() {
        try (Canvas canvas = new Canvas()) {
            final Node one = canvas.add(TestNode.table(List.of("Weight", "Mean", "Sd"), new Object[]{0.3, -2, 1},
                new Object[]{0.7, 2, 0.5}));
            final Node other = canvas.add(TestNode.table(List.of("Weight", "Mean", "Sd"), new Object[]{0.7, 2, 0.5},
                new Object[]{0.3, -2, 1}));
            final Node distance = canvas.add(Canvas.DISTANCE).from(one, 1, 1).from(other, 1, 2);
            canvas.execute();
            for (final String measure : List.of("W1", "W2", "KL(first || second)", "KL(second || first)", "JS")) {
                assertEquals(0, distance.out(1).number(0, measure), 1e-7, measure);
            }
        }
    }

    @Test
    @DisplayName("compares two samples by their sorted values; what has no exact way is missing")
    void samples() {
        try (Canvas canvas = new Canvas()) {
            final Node one = canvas.add(TestNode.values(3, 1, 2));
            final Node other = canvas.add(TestNode.values(2, 5, 5));
            final Node distance = canvas.add(Canvas.DISTANCE).from(one, 1, 1).from(other, 1, 2).samples();
            canvas.execute();
            // 1-2, 2-5, 3-5
            assertEquals((1 + 3 + 2) / 3.0, distance.out(1).number(0, "W1"), 1e-12);
            assertEquals(Math.sqrt((1 + 9 + 4) / 3.0), distance.out(1).number(0, "W2"), 1e-12);
            assertTrue(distance.out(1).cell(0, "JS").isMissing());
            assertTrue(distance.message().startsWith("WARNING"), distance.message());
        }
    }

    @Test
    @DisplayName("what no number can say is missing, with a warning that names it")
    void beyondNumbers() {
        try (Canvas canvas = new Canvas()) {
            final Node distance =
                canvas.add(Canvas.DISTANCE).from(gaussian(canvas, 0, 1), 1, 1).from(gaussian(canvas, 1e200, 1), 1, 2);
            canvas.execute();
            assertEquals(1e200, distance.out(1).number(0, "W2"), 1e190);
            assertTrue(distance.out(1).cell(0, "KL(first || second)").isMissing());
            assertTrue(distance.message().contains("larger than a number can be: KL(first || second)"),
                distance.message());
        }
    }

    @Test
    @DisplayName("refuses mixtures of different dimensions")
    void dimensions() {
        try (Canvas canvas = new Canvas()) {
            final Node iris = canvas.add(Canvas.FIT).from(canvas.add(Canvas.EXAMPLE), 1, 1);
            final Node distance = canvas.add(Canvas.DISTANCE).from(iris, 1, 1).from(gaussian(canvas, 0, 1), 1, 2);
            canvas.execute();
            assertFalse(distance.executed());
            assertTrue(distance.message().contains("same dimension"), distance.message());
        }
    }
}
