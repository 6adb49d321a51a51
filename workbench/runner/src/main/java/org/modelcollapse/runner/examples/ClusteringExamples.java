package org.modelcollapse.runner.examples;

import static org.modelcollapse.runner.examples.Examples.BLUE;
import static org.modelcollapse.runner.examples.Examples.EXAMPLE_DATA;
import static org.modelcollapse.runner.examples.Examples.FIT;
import static org.modelcollapse.runner.examples.Examples.GREEN;
import static org.modelcollapse.runner.examples.Examples.NODES;
import static org.modelcollapse.runner.examples.Examples.ROW;
import static org.modelcollapse.runner.examples.Examples.YELLOW;

import java.util.List;
import java.util.Map;
import org.modelcollapse.runner.examples.Example.Link;
import org.modelcollapse.runner.examples.Example.Node;
import org.modelcollapse.runner.examples.Example.Note;

/** The example workflows of clustering with mixtures: outliers, missing values. */
final class ClusteringExamples {

    private static final String ASSIGN = NODES + "assign.GmmAssignerNodeFactory";
    private static final String BOOTSTRAP = NODES + "bootstrap.GmmBootstrapNodeFactory";
    private static final String MERGE = NODES + "merge.MergeGmmComponentsNodeFactory";

    private static final int SECOND_ROW = 800;

    private ClusteringExamples() {
    }

    static List<Example> all() {
        return List.of(outliers(), missingValues());
    }

    private static Example outliers() {
        return new Example("outliers", "Clusters and outliers",
            "Old Faithful's eruptions in clusters, each with its probability; the outliers among them; how sure the numbers are; and which components make one cluster.",
            List.of(new Node(1, EXAMPLE_DATA, List.of(), 140, ROW, "272 eruptions", Map.of("dataSet", "OLD_FAITHFUL")),
                new Node(2, FIT, List.of(), 420, ROW, "choose for me, by BIC", Map.of("numberOfComponents", "CHOSEN")),
                new Node(3, ASSIGN, List.of(), 700, ROW, "components and outliers", Map.of("outliers", "DENSITY")),
                new Node(4, MERGE, List.of(), 420, SECOND_ROW, "which make one cluster?", Map.of()),
                new Node(5, BOOTSTRAP, List.of(), 700, SECOND_ROW, "how sure are the numbers?", Map.of())),
            List.of(new Link(1, 1, 2, 1), new Link(1, 1, 3, 1), new Link(2, 1, 3, 2), new Link(1, 1, 4, 1), new Link(2, 1, 4, 2), new Link(1, 1, 5, 1), new Link(2, 1, 5, 2)),
            List.of(new Note(60, 40, 1180, 210, YELLOW, """
                <h3>Clusters with uncertainty, and outliers</h3>\
                <p>The duration of 272 eruptions of the geyser Old Faithful and the waiting time to the next. Fit GMM finds how many components describe them best; GMM Assigner says of each \
                eruption which one it belongs to, how surely, and whether it is an outlier: one in a hundred eruptions of this mixture would be as unusual. Merge GMM Components finds that \
                two of the components make one cluster.</p>\
                <p>Execute all nodes (Shift + F7), then open the view of Fit GMM and mark the rows by component, by uncertainty, or the outliers. The tutorial "Clusters with uncertainty" goes \
                through it; EXPECTED.md beside this workflow has the figures.</p>"""),
                new Note(60, 290, 260, 340, BLUE, "<h4>The rows</h4><p>Any table with numeric columns will do.</p>"),
                new Note(340, 290, 260, 340, BLUE, "<h4>How many components?</h4><p>Number and kind of covariance with the smallest BIC. The second port has all that were tried.</p>"),
                new Note(620, 290, 300, 340, BLUE, "<h4>Which one, how surely?</h4><p>Connect Color Manager and give the clusters colours, then a Scatter Plot.</p>"),
                new Note(340, 660, 260, 340, BLUE, "<h4>How many clusters?</h4><p>Components that the rows do not tell apart are merged.</p>"),
                new Note(620, 660, 300, 340, BLUE, "<h4>How sure are the numbers?</h4><p>The mixture is fitted again to 999 data sets like this one.</p>"),
                new Note(940, 290, 300, 710, GREEN, """
                    <h4>What comes out</h4><ul><li><p><strong>Assigned rows</strong>: Cluster, Probability, P-value, Outlier.</p></li>\
                    <li><p><strong>Entropy</strong> (of Merge GMM Components): connect a Line Plot.</p></li>\
                    <li><p><strong>Parameters</strong> (of GMM Bootstrap): a standard error and an interval for each number of the mixture.</p></li></ul>""")));
    }

    private static Example missingValues() {
        return new Example("missing-values", "Missing values", "Iris flowers with a fifth of the measurements taken out: assigned by what there is, the gaps filled by draws.",
            List.of(new Node(1, EXAMPLE_DATA, List.of(), 140, ROW, "a fifth is missing", Map.of("dataSet", "IRIS", "missing", 0.2)),
                new Node(2, FIT, List.of(), 420, ROW, "three components", Map.of("components", 3, "covariance", "TIED")),
                new Node(3, ASSIGN, List.of(), 700, ROW, "fill the gaps by draws",
                    Map.of("unknown", "DRAW", "appendComponent", false, "appendProbabilities", false, "appendLogDensity", false)),
                new Node(4, FIT, List.of(), 980, ROW, "of the filled rows", Map.of("components", 3, "covariance", "TIED")),
                new Node(5, EXAMPLE_DATA, List.of(), 140, SECOND_ROW, "nothing is missing", Map.of("dataSet", "IRIS")),
                new Node(6, FIT, List.of(), 420, SECOND_ROW, "three components", Map.of("components", 3, "covariance", "TIED"))),
            List.of(new Link(1, 1, 2, 1), new Link(1, 1, 3, 1), new Link(2, 1, 3, 2), new Link(3, 1, 4, 1), new Link(5, 1, 6, 1)),
            List.of(new Note(60, 40, 1300, 210, YELLOW, """
                <h3>What to do about missing values</h3>\
                <p>Of the 600 measurements of 150 iris flowers a fifth was taken out at random, so that only some sixty flowers have all four. The mixture is fitted to these; then every flower is assigned by the \
                measurements that it has, and what is missing is filled in by a draw, given those. Draws keep means, variances and correlations, which the mean of the column, \
                the usual way, does not.</p>\
                <p>Execute all nodes (Shift + F7) and compare the mixture of the filled rows with that of the complete data below. EXPECTED.md beside this workflow has the figures.</p>"""),
                new Note(60, 290, 260, 340, BLUE, "<h4>Rows with gaps</h4><p>The share that is taken out is a setting of the node.</p>"),
                new Note(340, 290, 260, 340, BLUE, "<h4>The mixture</h4><p>Of the flowers that have all four measurements. With so few of them, one covariance for all three components is enough.</p>"),
                new Note(620, 290, 260, 340, BLUE, "<h4>Filled rows</h4><p>Instead of a draw, the expectation can be filled in; the rows then spread less.</p>"),
                new Note(900, 290, 460, 340, GREEN, "<h4>What comes out</h4><p>150 rows without gaps, and a mixture of them.</p>"),
                new Note(60, 660, 540, 340, BLUE, "<h4>The complete data</h4><p>What the mixture would be if nothing were missing.</p>")));
    }
}
