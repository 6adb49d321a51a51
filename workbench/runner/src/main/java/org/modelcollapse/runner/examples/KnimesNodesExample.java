package org.modelcollapse.runner.examples;

import static org.modelcollapse.runner.examples.Examples.BLUE;
import static org.modelcollapse.runner.examples.Examples.END;
import static org.modelcollapse.runner.examples.Examples.FIT;
import static org.modelcollapse.runner.examples.Examples.GREEN;
import static org.modelcollapse.runner.examples.Examples.NODES;
import static org.modelcollapse.runner.examples.Examples.SAMPLE;
import static org.modelcollapse.runner.examples.Examples.START;
import static org.modelcollapse.runner.examples.Examples.YELLOW;
import static org.modelcollapse.runner.examples.KnimeNode.BOX_PLOT;
import static org.modelcollapse.runner.examples.KnimeNode.COLUMN_FILTER;
import static org.modelcollapse.runner.examples.KnimeNode.HISTOGRAM;
import static org.modelcollapse.runner.examples.KnimeNode.LINE_PLOT;
import static org.modelcollapse.runner.examples.KnimeNode.ROW_FILTER;
import static org.modelcollapse.runner.examples.KnimeNode.TABLE_VIEW;
import static org.modelcollapse.runner.examples.KnimeNode.between;
import static org.modelcollapse.runner.examples.KnimeNode.keeping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.modelcollapse.runner.examples.Example.Link;
import org.modelcollapse.runner.examples.Example.Node;
import org.modelcollapse.runner.examples.Example.Note;
import org.modelcollapse.runner.examples.Example.Other;

/**
 * The example that is wired with KNIME's own nodes. The charts have no settings: each guesses its columns when it is opened. So they get tables in which every guess is
 * right: the generation first, then few numbers, and all of them, the generation too, between 0 and 300, should a chart draw them all.
 */
final class KnimesNodesExample {

    private static final String EXPERIMENT = NODES + "experiment.RecursiveCollapseExperimentNodeFactory";
    private static final int FIRST = 380;
    private static final int CHARTS = 560;
    private static final int SECOND = 900;
    private static final int THIRD = 1320;

    private static final Map<String, Object> RECURSION = Map.of("generations", 300, "rows", 300, "next/ratioOriginal", 0.0, "next/ratioFitted", 1.0, "random/seed", 6L);

    private KnimesNodesExample() {
    }

    static Example heights() {
        return new Example("with-knimes-nodes", "With KNIME's own nodes",
            "KNIME's Line Plot, Histogram, Box Plot and Table View behind a loop and an experiment, and its Row Filter as curation inside a loop.", nodes(), others(), links(), notes());
    }

    private static Map<String, Object> half(final double mean, final double sd) {
        final Map<String, Object> component = new LinkedHashMap<>();
        component.put("weight", 0.5);
        component.put("mean", mean);
        component.put("sd", sd);
        return component;
    }

    private static List<Node> nodes() {
        return List.of(
            new Node(1, SAMPLE, List.of(), 140, FIRST, "heights of women and men, cm",
                Map.of("components", List.of(half(165, 6), half(178, 7)))),
            new Node(2, START, List.of(), 420, FIRST, "300 generations, fitted only", RECURSION), new Node(3, FIT, List.of(), 600, FIRST, "fit this generation", Examples.AS_SKLEARN),
            new Node(4, END, List.of(), 780, FIRST, "collect the trajectory", Map.of()), new Node(10, START, List.of(), 420, SECOND, "the same recursion", RECURSION),
            new Node(12, FIT, List.of(), 660, SECOND, "fit what is left", Examples.AS_SKLEARN), new Node(13, END, List.of(), 780, SECOND, "collect the trajectory", Map.of()),
            new Node(16, EXPERIMENT, List.of(), 600, THIRD, "100 runs of 300 generations",
                Map.of("replicates", 100, "generations", 300, "rows", 300, "recordEvery", 10, "keptReplicates", 0)));
    }

    private static List<Other> others() {
        return List.of(new Other(5, HISTOGRAM, 220, CHARTS, "the original", null),
            new Other(6, COLUMN_FILTER, 1060, FIRST, "variances only", keeping("Generation", "Variance 1", "Variance 2", "Total variance", "Expected total variance")),
            new Other(7, LINE_PLOT, 1240, FIRST, "variances over the generations", null), new Other(8, HISTOGRAM, 1060, CHARTS, "the last generation", null),
            new Other(9, TABLE_VIEW, 1240, CHARTS, "the whole trajectory", null), new Other(11, ROW_FILTER, 540, SECOND, "155 to 185 cm", between("Value", 155, 185)),
            new Other(14, COLUMN_FILTER, 1060, SECOND, "variances only", keeping("Generation", "Total variance", "Expected total variance")),
            new Other(15, LINE_PLOT, 1240, SECOND, "with the filter", null),
            new Other(17, COLUMN_FILTER, 1060, THIRD - 60, "the total variance", keeping("Generation", "Total variance median", "Total variance mean", "Total variance expected",
                "Total variance 5 %", "Total variance 95 %")),
            new Other(18, LINE_PLOT, 1240, THIRD - 60, "the band of 100 runs", null), new Other(19, COLUMN_FILTER, 1060, THIRD + 100, "what is left", keeping("Last Total variance")),
            new Other(20, BOX_PLOT, 1240, THIRD + 100, "what is left after 300 generations", null), new Other(21, TABLE_VIEW, 1060, THIRD + 260, "what became of each run", null));
    }

    private static List<Link> links() {
        return List.of(new Link(1, 1, 5, 1), new Link(1, 2, 2, 1), new Link(2, 1, 3, 1), new Link(3, 1, 4, 1), new Link(4, 1, 6, 1), new Link(6, 1, 7, 1), new Link(4, 2, 8, 1),
            new Link(4, 1, 9, 1), new Link(1, 2, 10, 1), new Link(10, 1, 11, 1), new Link(11, 1, 12, 1), new Link(12, 1, 13, 1), new Link(13, 1, 14, 1), new Link(14, 1, 15, 1),
            new Link(1, 2, 16, 1), new Link(16, 2, 17, 1), new Link(17, 1, 18, 1), new Link(16, 3, 19, 1), new Link(19, 1, 20, 1), new Link(16, 3, 21, 1));
    }

    private static List<Note> notes() {
        return List.of(new Note(60, 40, 1340, 190, YELLOW, """
            <h3>Any node of KNIME's works with these</h3>\
            <p>The heights of women and men, two Gaussians (165 and 178 cm, standard deviations 6 and 7), and 300 generations of models that are trained on 300 heights drawn from the \
            model before. KNIME's charts look at the result, KNIME's Row Filter curates inside a loop.</p>\
            <p>Execute all nodes (Shift + F7), then click a chart and look at its view. The charts have no settings of their own and guess their columns; to choose others, open their dialog. \
            EXPECTED.md beside this workflow says what to see.</p>"""),
            new Note(60, 250, 260, 460, BLUE, "<h4>The original</h4><p>Its sample goes to a histogram, the mixture itself to all that follows.</p>"),
            new Note(340, 250, 600, 460, BLUE, "<h4>One run on the canvas</h4><p>The total variance, 85.75 at first, follows 85.75 (1 - 1/300)^t on average.</p>"),
            new Note(340, 730, 600, 420, BLUE, """
                <h4>Curation by KNIME's Row Filter</h4><p>Only heights from 155 to 185 cm reach the fit, in every generation. The curve of the expected variance is the law without a \
                filter: the loop cannot know what its body does.</p>"""),
            new Note(340, 1170, 600, 520, BLUE, "<h4>Many runs</h4><p>The same recursion a hundred times, with the law beside it.</p>"),
            new Note(980, 250, 420, 460, GREEN, "<h4>Line Plot, Histogram, Table View</h4><p>A Column Filter keeps what the lines are to show; the generation, first of all columns, is their horizontal axis.</p>"),
            new Note(980, 730, 420, 420, GREEN, "<h4>Line Plot</h4><p>The tails are cut at once, and the variance never comes back.</p>"),
            new Note(980, 1170, 420, 520, GREEN, "<h4>Line Plot, Box Plot, Table View</h4><p>Bands over the runs, and what is left in each.</p>"));
    }
}
