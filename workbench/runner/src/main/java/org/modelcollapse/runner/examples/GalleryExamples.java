package org.modelcollapse.runner.examples;

import static org.modelcollapse.runner.examples.Examples.BLUE;
import static org.modelcollapse.runner.examples.Examples.END;
import static org.modelcollapse.runner.examples.Examples.FIT;
import static org.modelcollapse.runner.examples.Examples.GREEN;
import static org.modelcollapse.runner.examples.Examples.NODES;
import static org.modelcollapse.runner.examples.Examples.ROW;
import static org.modelcollapse.runner.examples.Examples.SAMPLE;
import static org.modelcollapse.runner.examples.Examples.START;
import static org.modelcollapse.runner.examples.Examples.YELLOW;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.modelcollapse.runner.examples.Example.Link;
import org.modelcollapse.runner.examples.Example.Node;
import org.modelcollapse.runner.examples.Example.Note;

/** The example workflows of the gallery: experiments of many runs with the exact laws beside them. */
final class GalleryExamples {

    private static final String GRID = NODES + "grid.ScenarioGridNodeFactory";
    private static final String EXPERIMENT = NODES + "experiment.RecursiveCollapseExperimentNodeFactory";
    private static final String FILTER = NODES + "filter.CentralFilterNodeFactory";

    private static final int SECOND_ROW = 800;
    private static final int THIRD_ROW = 1170;

    private static final String BANDS = """
        <h4>What comes out</h4><ul><li><p><strong>Bands</strong> (second port): a row a scenario and generation, with mean, median and quantiles of the runs, \
        the exact expectation and the z of the mean. Connect a Line Plot.</p></li>\
        <li><p><strong>Runs</strong> (third port): what became of each run.</p></li>\
        <li><p><strong>Scenarios</strong> (fifth port): the step z-score first, which holds all runs against the law.</p></li></ul>""";

    private GalleryExamples() {
    }

    static List<Example> all() {
        return List.of(phaseDiagram(), regimes(), weightDrift(), curation(), tolerance(), publishedFigures());
    }

    private static Map<String, Object> line(final String setting, final String values) {
        final Map<String, Object> line = new LinkedHashMap<>();
        line.put("setting", setting);
        line.put("values", values);
        return line;
    }

    private static Map<String, Object> component(final double weight, final double mean, final double sd) {
        final Map<String, Object> component = new LinkedHashMap<>();
        component.put("weight", weight);
        component.put("mean", mean);
        component.put("sd", sd);
        return component;
    }

    /** An original, a grid of scenarios and an experiment, with a note over all and one each below. */
    private static Example experiment(final String name, final String title, final String description, final Node original, final Node grid, final Node experiment,
        final String story, final String ofScenarios) {
        return new Example(name, title, description, List.of(original, grid, experiment), List.of(new Link(1, 2, 3, 1), new Link(2, 1, 3, 2)),
            List.of(new Note(60, 40, 1180, 210, YELLOW, story),
                new Note(60, 290, 260, 340, BLUE, "<h4>The original</h4><p>The mixture at the lower port is what every run starts from.</p>"),
                new Note(60, 660, 260, 340, BLUE, ofScenarios),
                new Note(360, 290, 400, 710, BLUE, """
                    <h4>Scenarios, replicates, generations</h4><p>All settings that the scenarios do not vary are in the dialog of the experiment. \
                    The seed is fixed: the same numbers on every machine, whatever its number of cores.</p>"""),
                new Note(800, 290, 440, 710, GREEN, BANDS)));
    }

    private static Node original(final String label, final Map<String, Object> settings) {
        return new Node(1, SAMPLE, List.of(), 150, ROW, label, settings);
    }

    private static Node grid(final String label, final List<Map<String, Object>> lines) {
        return new Node(2, GRID, List.of(), 150, SECOND_ROW, label, Map.of("lines", lines));
    }

    private static Node runs(final String label, final Map<String, Object> settings) {
        return new Node(3, EXPERIMENT, List.of("Scenarios"), 520, ROW + 100, label, settings);
    }

    private static Example phaseDiagram() {
        return experiment("phase-diagram", "How much real data prevents collapse", "The share of original points in every training set against its size: what is left of the variance.",
            original("one Gaussian", Map.of("components", List.of(component(1, 0, 1)))),
            grid("5 sizes x 6 shares", List.of(line("rows", "100, 200, 500, 1000, 2000"),
                line("ratioOriginal / ratioFitted", "0 / 1, 0.002 / 0.998, 0.005 / 0.995, 0.01 / 0.99, 0.03 / 0.97, 0.1 / 0.9"))),
            runs("100 runs of each of 30 scenarios",
                Map.of("replicates", 100, "generations", 1000, "recordEvery", 100, "model/model", "GAUSSIAN", "keptReplicates", 0)), """
                <h3>How much real data prevents collapse?</h3>\
                <p>Each training set holds a share of points drawn anew from the original (ratioOriginal); the rest is drawn from the Gaussian that was fitted last. Rows is the size of \
                the training sets. What counts is not the share but the number of original points in a training set: a handful is enough, whatever the size.</p>\
                <p>Execute all nodes (Shift + F7): 3,000 runs of 1,000 generations, half a minute or so. EXPECTED.md beside this workflow has the figures.</p>""", """
                <h4>Scenarios</h4><p>Each combination of a size and a share becomes a scenario. Both shares are in one line of the grid, so that they change together.</p>""");
    }

    private static Example regimes() {
        return experiment("replace-accumulate-budget", "Replace, accumulate, accumulate with a fixed budget",
            "The published comparison: does the next model see only the output of the last one, all data so far, or a sample of all data so far?",
            original("two Gaussians at -2 and 2", Map.of()), grid("3 regimes", List.of(line("regime", "Replace = MIX, Accumulate = ACCUMULATE, Fixed budget = BUDGET"))),
            runs("400 runs of each regime", Map.of("replicates", 400, "generations", 100, "rows", 100, "keptReplicates", 1, "kept/keep", "EVERY_NTH", "kept/keepEvery", 10)), """
                <h3>Replace collapses, accumulate does not</h3>\
                <p>100 points a generation, 100 generations. Replace: each model is trained on the output of the last one alone. Accumulate: \
                on all data so far, the original among them. Fixed budget: on 100 points drawn from all data so far. As Gerstgrasser et al. (arXiv 2404.01413) and Kazdan et al. \
                (arXiv 2410.16713) found, replace collapses, accumulate stays bounded, and the fixed budget lies between.</p>\
                <p>Execute all nodes (Shift + F7). Beside each mean the table has the exact law, for any number of components. EXPECTED.md has the figures.</p>""", """
                <h4>Scenarios</h4><p>Any setting of the experiment can be varied by its name; each value may have a name of its own.</p>""");
    }

    private static Example weightDrift() {
        return experiment("weight-drift", "Weights drift like genes", "The weights of the components as Wright-Fisher drift: diversity is lost at the rate of one over the number of points.",
            original("four categories, one rare", Map.of("components", List.of(component(0.5, 0, 0.01), component(0.3, 1, 0.01), component(0.15, 2, 0.01), component(0.05, 3, 0.01)))),
            grid("4 sizes", List.of(line("rows", "50, 100, 200, 500"))),
            runs("2,000 runs of each size", Map.of("replicates", 2000, "generations", 200, "recordEvery", 5, "distances", true, "model/model", "CATEGORICAL", "model/categories", 4,
                "keptReplicates", 0)), """
                <h3>Weights drift like the frequencies of genes</h3>\
                <p>Four categories with the shares 0.5, 0.3, 0.15 and 0.05; each generation counts the shares of its training set and draws the next one from them. That is the \
                Wright-Fisher model of genetic drift: a category that is lost never comes back, and the chance that two points differ, the diversity, falls by the \
                factor 1 - 1/n a generation on average, whatever the shares.</p>\
                <p>Execute all nodes (Shift + F7). The weights of a mixture drift in the same way as long as its components are apart. EXPECTED.md has the figures.</p>""", """
                <h4>Scenarios</h4><p>Four sizes of the training sets.</p>""");
    }

    private static Example tolerance() {
        return experiment("tolerance", "Where EM stops", "Why the post's components shrink faster than theory says: EM stops early in every generation, and always on the same side.",
            original("two Gaussians at -2 and 2", Map.of()), grid("3 tolerances", List.of(line("tolerance", "0.001, 0.0001, 0.000001"))),
            runs("30 runs of each tolerance", Map.of("replicates", 30, "generations", 1000, "rows", 10000, "model/em", "CUSTOM", "model/maxIterations", 1000, "recordEvery", 10,
                "keptReplicates", 0)), """
                <h3>Why the post's components shrink faster than theory</h3>\
                <p>EM ends when an iteration gains less than the tolerance. With 0.001, the default of scikit-learn, it ends after about two, not far from where k-means \
                left it: clusters cut apart in the middle, so narrower than the components and further apart. Every generation repeats it. An EM step keeps mean and variance of the \
                training set whether converged or not, so the total variance obeys the exact law all the same, and hides what happens within.</p>\
                <p>Execute all nodes (Shift + F7). EXPECTED.md has the figures.</p>""", """
                <h4>Scenarios</h4><p>EM is set to custom in the experiment, so that its tolerance can be varied.</p>""");
    }

    private static Example publishedFigures() {
        return new Example("published-figures", "Published figures, made again",
            "The post's experiment a hundred times, as scikit-learn fits by default and with EM run to convergence; and a published example of one Gaussian, two thousand times.",
            List.of(original("two Gaussians at -2 and 2", Map.of()), grid("2 ways to end EM", List.of(line("em", "As scikit-learn = SKLEARN, Converged = CONVERGED"))),
                runs("100 runs of each", Map.of("replicates", 100, "generations", 2000, "rows", 10000, "recordEvery", 20, "keptReplicates", 0)),
                new Node(4, SAMPLE, List.of(), 150, THIRD_ROW, "one Gaussian, sd 30", Map.of("components", List.of(component(1, 0, 30)))),
                new Node(5, EXPERIMENT, List.of(), 520, THIRD_ROW, "2,000 runs, divisor n - 1",
                    Map.of("replicates", 2000, "generations", 400, "rows", 200, "recordEvery", 20, "model/model", "GAUSSIAN", "model/divisor", "N_MINUS_1", "keptReplicates", 0))),
            List.of(new Link(1, 2, 3, 1), new Link(2, 1, 3, 2), new Link(4, 2, 5, 1)),
            List.of(new Note(60, 40, 1180, 210, YELLOW, """
                <h3>Published figures, made again</h3>\
                <p>Above, the post's experiment: 10,000 points of two Gaussians, a mixture fitted to them, 10,000 points drawn from the fit, 2,000 times over. It was run 100 times with scikit-learn, with its \
                default tolerance and with EM run to convergence. Below, the example of R. Wicklin: 200 points of one Gaussian with standard deviation 30, 400 generations.</p>\
                <p>Execute all nodes (Shift + F7): 400,000 fits of mixtures above, two or three minutes on two cores. EXPECTED.md has the published figures and these side by side.</p>"""),
                new Note(60, 290, 260, 340, BLUE, "<h4>The original</h4><p>The mixture at the lower port is what every run starts from.</p>"),
                new Note(60, 660, 260, 340, BLUE, "<h4>Scenarios</h4><p>The setting <em>em</em>, both ways.</p>"),
                new Note(60, 1030, 260, 340, BLUE, "<h4>One Gaussian</h4><p>Fitted with the divisor n - 1, which keeps the variance on average; and yet it collapses.</p>"),
                new Note(360, 290, 400, 710, BLUE, "<h4>The post, 200 times</h4><p>The seed is fixed: the same numbers on every machine, whatever its number of cores.</p>"),
                new Note(360, 1030, 400, 340, BLUE, "<h4>Wicklin's example, 2,000 times</h4><p>One Gaussian by mean and variance, no EM.</p>"),
                new Note(800, 290, 440, 1080, GREEN, """
                    <h4>Where the figures are</h4><ul><li><p><strong>Scenarios</strong> (fifth port): median and quartiles of the components' variances in the last fit, the share of components that ended wider than \
                    they began, the share of runs in which the whole widened, and what theory expects of it.</p></li>\
                    <li><p><strong>Bands</strong> (second port): medians and quantiles by generation, with the exact law of the total variance.</p></li>\
                    <li><p><strong>Runs</strong> (third port): what became of each run.</p></li></ul>""")));
    }

    private static Example curation() {
        final Map<String, Object> one = Map.of("components", List.of(component(1, 0, 1)));
        return new Example("curation", "Curation narrows", "Keeping the central 99 % of each generation, as a filter in the loop and as a setting of the experiment: the collapse is fast.",
            List.of(new Node(1, SAMPLE, List.of(), 150, ROW, "one Gaussian", one),
                new Node(2, START, List.of(), 420, ROW, "40 generations, fitted only", Map.of("generations", 40)),
                new Node(3, FILTER, List.of(), 570, ROW, "keep the central 99 %", Map.of("fraction", 0.99)),
                new Node(4, FIT, List.of(), 720, ROW, "fit what is left", Map.of("components", 1, "preset", "SKLEARN")), new Node(5, END, List.of(), 870, ROW, "collect the trajectory", Map.of()),
                new Node(6, GRID, List.of(), 150, SECOND_ROW, "4 fractions", Map.of("lines", List.of(line("centralFraction", "1, 0.999, 0.99, 0.95")))),
                new Node(7, EXPERIMENT, List.of("Scenarios"), 420, SECOND_ROW, "400 runs of each fraction",
                    Map.of("replicates", 400, "generations", 40, "rows", 200, "model/model", "GAUSSIAN", "keptReplicates", 0))),
            List.of(new Link(1, 2, 2, 1), new Link(2, 1, 3, 1), new Link(3, 1, 4, 1), new Link(4, 1, 5, 1), new Link(1, 2, 7, 1), new Link(6, 1, 7, 2)),
            List.of(new Note(60, 40, 1300, 210, YELLOW, """
                <h3>Curation that drops the unusual makes the collapse fast</h3>\
                <p>Any node may stand in the body of the loop. Here a filter keeps the central 99 % of each training set before the model is fitted. For a Gaussian this \
                multiplies the variance by 0.925 every time, on top of the 1 - 1/n of the recursion: half of the variance is gone after nine generations, whatever the size of the \
                training sets.</p>\
                <p>Execute all nodes (Shift + F7). The trajectory's column of the expected variance is the law without a filter: the loop cannot know what its body does. \
                The experiment below has the fraction as a setting, many runs, and the exact law. EXPECTED.md has the figures.</p>"""),
                new Note(60, 290, 240, 340, BLUE, "<h4>The original</h4><p>A standard Gaussian.</p>"),
                new Note(340, 290, 660, 340, BLUE, "<h4>One run on the canvas</h4><p>The filter and the fit run once a generation.</p>"),
                new Note(60, 660, 940, 340, BLUE, "<h4>Many runs with the law beside them</h4><p>Each fraction becomes a scenario; 1 keeps all.</p>"),
                new Note(1040, 290, 320, 710, GREEN, BANDS)));
    }
}
