package org.modelcollapse.runner.examples;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.modelcollapse.runner.examples.Example.Link;
import org.modelcollapse.runner.examples.Example.Node;
import org.modelcollapse.runner.examples.Example.Note;

/** The example workflows. */
final class Examples {

    static final String NODES = "org.modelcollapse.knime.";
    static final String EXAMPLE_DATA = NODES + "example.MixtureExampleDataNodeFactory";
    static final String SAMPLE = NODES + "sample.SampleGmmNodeFactory";
    static final String FIT = NODES + "fit.FitGmmNodeFactory";
    static final String START = NODES + "loop.RecursiveCollapseLoopStartNodeFactory";
    static final String END = NODES + "loop.RecursiveCollapseLoopEndNodeFactory";

    /** The stopping of EM in the post's code, which the loops keep to. */
    static final Map<String, Object> AS_SKLEARN = Map.of("preset", "SKLEARN");

    static final int YELLOW = 0xFFD800;
    static final int BLUE = 0x0072B2;
    static final int GREEN = 0x009E73;
    static final int ROW = 420;

    private static final String OUTPUTS = """
        <h4>What comes out</h4><ul><li><p><strong>Trajectory</strong>: a row a generation. Connect a Line Plot to see the variances over the generations.</p></li>\
        <li><p><strong>Last training set</strong></p></li>\
        <li><p><strong>Kept training sets</strong>: first and last, one below the other. %s</p></li></ul>""";

    private static final Note HISTOGRAMS = new Note(980, 280, 380, 320, GREEN, OUTPUTS.formatted("Connect a Histogram, one for each value of Generation."));

    private Examples() {
    }

    static List<Example> all() {
        return Stream.of(List.of(thePost(), threeWayMix(), oldFaithful()), ClusteringExamples.all(), GalleryExamples.all(), List.of(KnimesNodesExample.heights())).flatMap(List::stream).toList();
    }

    private static Example thePost() {
        return new Example("the-post", "The post's experiment",
            "Model collapse: 2,000 generations of a two-component Gaussian mixture, each trained on nothing but 10,000 points drawn from the one before.",
            List.of(new Node(1, SAMPLE, List.of(), 140, ROW, "two Gaussians at -2 and 2", Map.of()),
                new Node(2, START, List.of(), 420, ROW, "2,000 generations, fitted only", Map.of("generations", 2000, "rows", 10000, "next/ratioOriginal", 0.0, "next/ratioFitted", 1.0, "random/seed", 2L)),
                new Node(3, FIT, List.of(), 600, ROW, "fit this generation", AS_SKLEARN), new Node(4, END, List.of(), 780, ROW, "collect the trajectory", Map.of())),
            List.of(new Link(1, 2, 2, 1), new Link(2, 1, 3, 1), new Link(3, 1, 4, 1)),
            List.of(new Note(60, 40, 1300, 200, YELLOW, """
                <h3>Models that are trained on their own output forget the tails</h3>\
                <p>10,000 points are drawn from two Gaussians (means -2 and 2, standard deviation 1) and a mixture of two components is fitted to them. The next 10,000 points are drawn \
                from that fit, the next mixture is fitted to these, and so on for 2,000 generations. No generation after the first sees the original again.</p>\
                <p>Execute all nodes (Shift + F7). Both fitted variances, 1 at first, wander and shrink: the tails disappear, and no generation can bring them back. \
                The file EXPECTED.md beside this workflow says what to expect.</p>"""),
                new Note(60, 280, 240, 320, BLUE, """
                    <h4>The original</h4><p>Gives out its sample (upper port) and the mixture itself (lower port), from which the recursion starts.</p>"""),
                new Note(340, 280, 600, 320, BLUE, """
                    <h4>One generation</h4><p>The nodes between start and end run once a generation. All settings of the recursion are in the start; \
                    any node may be added between, such as a Row Filter that curates the training set.</p>"""),
                HISTOGRAMS));
    }

    private static Example threeWayMix() {
        return new Example("three-way-mix", "The three-way mix",
            "A tenth of original data in every training set, besides fitted and current points, stops the collapse.",
            List.of(new Node(1, SAMPLE, List.of(), 140, ROW, "two Gaussians at -2 and 2", Map.of()),
                new Node(2, START, List.of(), 420, ROW, "10 % original, 50 % fitted, 40 % current", Map.of("generations", 1000, "rows", 1000, "next/ratioOriginal", 0.1, "next/ratioFitted", 0.5)),
                new Node(3, FIT, List.of(), 600, ROW, "fit this generation", AS_SKLEARN), new Node(4, END, List.of(), 780, ROW, "collect the trajectory", Map.of())),
            List.of(new Link(1, 2, 2, 1), new Link(2, 1, 3, 1), new Link(3, 1, 4, 1)),
            List.of(new Note(60, 40, 1300, 200, YELLOW, """
                <h3>A little of the original stops the collapse</h3>\
                <p>As in the post's experiment, but the next training set of 1,000 points is a mix of three: 100 points drawn anew from the original mixture, 500 from the mixture that was just \
                fitted, and 400 of the current training set, without replacement.</p>\
                <p>Execute all nodes (Shift + F7). The variances stay near 1 for all 1,000 generations. Then set the share of original points in the loop start to 0 and \
                execute again: at this size the collapse takes a few hundred generations. EXPECTED.md has the figures.</p>"""),
                new Note(60, 280, 240, 320, BLUE, """
                    <h4>The original</h4><p>The mixture at the lower port is what the recursion starts from.</p>"""),
                new Note(340, 280, 600, 320, BLUE, """
                    <h4>One generation</h4><p>Two shares are set in the start, of original and of fitted points; what they leave comes from the current training set. \
                    Shares that leave less than nothing give the error "Invalid ratio".</p>"""),
                HISTOGRAMS));
    }

    private static Example oldFaithful() {
        return new Example("old-faithful", "Old Faithful",
            "Real data in two dimensions: 272 eruptions of a geyser, and what becomes of them when a model is trained on its own output.",
            List.of(new Node(1, EXAMPLE_DATA, List.of(), 140, ROW, "272 eruptions", Map.of("dataSet", "OLD_FAITHFUL")),
                new Node(2, FIT, List.of(), 300, ROW - 80, "the original mixture", AS_SKLEARN),
                new Node(3, START, List.of("Original rows"), 500, ROW, "300 generations, fitted only",
                    Map.of("generations", 300, "next/ratioOriginal", 0.0, "next/ratioFitted", 1.0)),
                new Node(4, FIT, List.of(), 660, ROW, "fit this generation", AS_SKLEARN), new Node(5, END, List.of(), 820, ROW, "collect the trajectory", Map.of())),
            List.of(new Link(1, 1, 2, 1), new Link(2, 1, 3, 1), new Link(1, 1, 3, 2), new Link(3, 1, 4, 1), new Link(4, 1, 5, 1)),
            List.of(new Note(60, 40, 1300, 200, YELLOW, """
                <h3>Real data, two dimensions</h3>\
                <p>The duration of 272 eruptions of the geyser Old Faithful and the waiting time to the next one form two clusters. They are the first generation's training set; \
                a mixture of two components with full covariances is fitted to them, and 300 generations follow, each trained on 272 points drawn from the fit before.</p>\
                <p>Execute all nodes (Shift + F7). With so few points the collapse is fast: after 300 generations about a third of the variance is expected to be left, and in most runs \
                less. EXPECTED.md has the figures.</p>"""),
                new Note(60, 280, 340, 320, BLUE, """
                    <h4>The original</h4>"""),
                new Note(420, 280, 520, 320, BLUE, """
                    <h4>One generation</h4><p>The mixture at the upper port says what to start from; the rows at the lower one, which is optional, are the first training set.</p>"""),
                new Note(980, 280, 380, 320, GREEN, OUTPUTS.formatted("Connect a Scatter Plot with one colour for each value of Generation."))));
    }
}
