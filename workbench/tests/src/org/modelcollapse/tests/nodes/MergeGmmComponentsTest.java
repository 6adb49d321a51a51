package org.modelcollapse.tests.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modelcollapse.tests.nodes.Canvas.Node;

@DisplayName("Merge GMM Components")
class MergeGmmComponentsTest {

    /** Two clusters: components 1 and 3 lie together, and 2 and 4. */
    private static Node mixture(final Canvas canvas) {
        return canvas.add(TestNode.table(List.of("Weight", "Mean", "Sd"), new Object[]{0.3, 0, 1}, new Object[]{0.2, 50, 1},
            new Object[]{0.3, 1, 2}, new Object[]{0.2, 51, 2}));
    }

    private static Node rows(final Canvas canvas) {
        return canvas.add(TestNode.values(-2, -1, -0.5, 0, 0.3, 0.7, 1, 2, 3, 4, 48, 49, 50, 50.5, 51, 52, 53));
    }

    private static Node merged(final Canvas canvas) {
        return canvas.add(Canvas.MERGE).from(rows(canvas), 1, 1).from(mixture(canvas), 1, 2);
    }

    @Test
    @DisplayName("labels the rows for each number of clusters, and says how the components went together")
    void merges() {
        try (Canvas canvas = new Canvas()) {
            final Node merged = merged(canvas);
            canvas.execute();
            final Table out = merged.out(1);
            assertEquals(List.of("Value", "Cluster", "Cluster of 4", "Cluster of 3", "Cluster of 2"), out.columns());
            for (int i = 0; i < out.size(); i++) {
                final String cluster = out.number(i, "Value") < 25 ? "Cluster 1" : "Cluster 2";
                assertEquals(cluster, out.cell(i, "Cluster of 2").toString());
                assertEquals(cluster, out.cell(i, "Cluster").toString(), "the entropy bends at two");
            }
            final Table steps = merged.out(2);
            assertEquals(List.of("1+3 and 2+4", "?"), List.of(steps.cell(0, "Merged").toString(), steps.cell(3, "Merged").toString()));
            assertEquals(17, steps.number(0, "Rows merged"));
            assertEquals(List.of("false", "true", "false", "false"),
                steps.rows().stream().map(r -> r.get(r.size() - 1).toString()).toList());
            assertEquals(steps.number(3, "Entropy") - steps.number(2, "Entropy"), steps.number(2, "Entropy lost"), 1e-12);
            final Table components = merged.out(3);
            assertEquals("Cluster 1", components.cell(2, "Cluster").toString());
            assertEquals("Cluster 4", components.cell(3, "Cluster of 4").toString());
        }
    }

    @Test
    @DisplayName("announces columns and clusters where the number of components is known")
    void announces() {
        try (Canvas canvas = new Canvas()) {
            final Node sample = canvas.add(Canvas.SAMPLE);
            final Node fit = canvas.add(Canvas.FIT).from(sample, 1, 1).set("components", 3);
            final Node known = canvas.add(Canvas.MERGE).from(sample, 1, 1).from(fit, 1, 2);
            final Node unknown = merged(canvas);
            final Node one = merged(canvas).set("appendAll", false).set("clusters", 2);
            assertEquals(List.of("Value", "Cluster", "Cluster of 3", "Cluster of 2"), List.of(known.spec(1).getColumnNames()));
            assertEquals(3, known.spec(1).getColumnSpec("Cluster of 3").getDomain().getValues().size());
            assertNull(unknown.spec(1));
            assertEquals(2, one.spec(1).getColumnSpec("Cluster").getDomain().getValues().size());
            canvas.execute();
            assertEquals(List.of("Value", "Cluster", "Cluster of 3", "Cluster of 2"), known.out(1).columns());
            assertEquals(List.of("Value", "Cluster"), one.out(1).columns());
        }
    }

    @Test
    @DisplayName("gives rows with gaps missing cells and counts them")
    void gaps() {
        try (Canvas canvas = new Canvas()) {
            final Node rows = canvas.add(TestNode.table(List.of("Value"), new Object[]{0}, new Object[]{null}, new Object[]{50}));
            final Node merged = canvas.add(Canvas.MERGE).from(rows, 1, 1).from(mixture(canvas), 1, 2);
            canvas.execute();
            assertTrue(merged.out(1).cell(1, "Cluster").isMissing());
            assertEquals("WARNING: 1 row has missing, NaN or infinite values and got missing cells.", merged.message());
        }
    }

    @Test
    @DisplayName("refuses more clusters than components, and numbers that are none")
    void refuses() {
        try (Canvas canvas = new Canvas()) {
            final Node merged = merged(canvas).set("clusters", 5);
            canvas.execute();
            assertFalse(merged.executed());
            assertTrue(merged.message().contains("has 4 components, which cannot be merged to 5 clusters"), merged.message());
            assertTrue(merged.refusal("clusters", -1).contains("Give 1 or more"));
            assertTrue(merged.refusal("announced", -1).contains("Give 0 to 1000"));
        }
    }
}
