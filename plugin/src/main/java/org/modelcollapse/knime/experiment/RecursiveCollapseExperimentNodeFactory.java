package org.modelcollapse.knime.experiment;

import java.util.List;
import java.util.Optional;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.knime.node.impl.description.PortDescription;
import org.modelcollapse.knime.node.NodeText;
import org.modelcollapse.knime.node.ViewNodeFactory;
import org.modelcollapse.knime.node.ViewText;
import org.modelcollapse.knime.picture.PicturePort;

/** The node "Recursive Collapse Experiment". */
public final class RecursiveCollapseExperimentNodeFactory
    extends ViewNodeFactory<RecursiveCollapseExperimentNodeModel> {

    static final String ROWS_PORT = "Original rows";

    static final String SCENARIOS_PORT = "Scenarios";

    @Override
    protected NodeText text() {
        return new NodeText("Recursive Collapse Experiment", "recursive-collapse-experiment.png", NodeType.Manipulator,
            "Runs many recursions of models that are trained on their own output, and compares them with the exact laws.",
            """
                <p>Does what the <i>Recursive Collapse Loop</i> does, without the canvas in between and many times over:
                scenarios &#215; replicates &#215; generations, on all processor cores. A single run of a recursion tells
                little, since runs scatter widely; this node gives their bands, with the exact expectation beside the
                simulated mean where there is one, and what became of each run.</p>
                <p>A <b>scenario</b> is one setting of everything. Without the optional scenario table there is one, the
                dialog's. With it, each row is a scenario and each column a setting that takes the place of the dialog's:
                for instance the columns <i>Scenario</i> (a name), <i>rows</i> and <i>ratioOriginal</i>. A setting goes by
                its title in this dialog or by a short name, a choice by its label; the error message for a column that is
                no setting lists all short names. <i>Scenario Grid</i> makes such tables.</p>
                <p>How well the runs obey the exact laws is in the outputs <i>Bands</i> (the z of the mean) and
                <i>Scenarios</i> (the step z-score).</p>
                <p><b>Replicates</b> differ in their random numbers alone. Results depend on settings, input and seed, not
                on the number of threads. The first run has the same numbers as the loop with the same seed and
                settings.</p>
                """,
            List.of(PortDescription.fixedPort("Original mixture", """
                The mixture that every recursion starts from: a row a component, as <i>Sample GMM</i> (second output) or
                <i>Fit GMM</i> gives it.
                """), PortDescription.dynamicPort(ROWS_PORT, "Original rows", """
                Optional: your own data, the first training set of every run, instead of points drawn from the mixture.
                Original points of later generations come from these rows, with replacement if drawn anew.
                """), PortDescription.dynamicPort(SCENARIOS_PORT, "Scenarios", """
                Optional: a row a scenario, a column a setting. Missing cells leave the dialog's value.
                """)),
            List.of(PortDescription.fixedPort("Trajectories", """
                A row a scenario, replicate and recorded generation, with everything that was measured: total variance,
                mean, the components' weights, means and standard deviations, the entropy of the weights, the surviving
                components, and the distances to the original if asked for.
                """), PortDescription.fixedPort("Bands", """
                A row a scenario and recorded generation: for each measured number the median, the mean, the exact
                expectation, the 5 and 95 % quantiles and the quartiles over the replicates, and the z of the mean.
                <p>The <b>z of the mean</b> is the distance of the simulated mean from the exact expectation in standard
                errors. It is missing where fewer than 20 runs' worth of evidence carries the mean, as when nearly all runs
                have collapsed.</p>
                """), PortDescription.fixedPort("Runs", """
                A row a run: how many fits, its half-life (first generation with at most half of the variance) and time of
                collapse (missing if not reached: censored), the z-score of its steps, whether it widened, how many of its
                components ended wider than the original's in the same places, what was measured last, and why it ended.
                """), PortDescription.fixedPort("Kept training sets", """
                The training sets of the kept generations and replicates, one below the other, for histograms.
                """), PortDescription.fixedPort("Scenarios", """
                A row a scenario: the step z-score (missing for fewer than 20 steps), median half-life and time of collapse,
                how many runs were censored, the share of runs that widened, and how many ended why. <i>Component variance</i> is that of the components of all last fits, as a
                share of the original's component in the same place (in the order of the means), with the share of them that
                ended wider, and of the runs in which one did; missing where the numbers of components differ. Beside these
                shares is what the law of the components expects of them if EM is run to convergence; missing where it is
                not valid, or runs ended early. What theory
                expects of the medians and of the share widened is given for one Gaussian under <i>replace</i>; it is the
                limit of many rows, close from ten on, but not exact.
                <p>The <b>step z-score</b> tells whether runs obey the law: it adds up how far each fit's total variance is
                from what was to be expected of it given the run so far, over all generations of all runs, whatever is
                recorded. Within about &#177;3 they agree, however few runs have any variance left. It finds whatever
                a fit does to the mean or the variance of its training set. EM keeps both, also where it stops early (as
                scikit-learn by default): that bias is in the single components, which then lose more of their
                variance than those of converged fits, and if a fit did not keep the whole, the step z-score would measure
                by how much.</p>
                """), PicturePort.description("""
                the bands of the total variance over the generations, a chart a scenario (up to twelve), with the exact
                law; or where the scenarios are a grid of two settings, how much of the variance is left at the end.
                """)),
            RecursiveCollapseExperimentParameters.class, List.of(NodeText.CURSE_OF_RECURSION),
            List.of("model collapse", "recursive training", "simulation", "replicates", "synthetic data", "Monte Carlo",
                "parametric bootstrap", "generative AI", "theory"));
    }

    @Override
    protected ViewText view() {
        return new ViewText("experiment", "Experiment", """
            <p>The experiment at a glance. One chart a scenario, side by side or all in one, shows a metric over the
            generations: the median, the mean, the bands that hold the middle 90 % and the middle half of the runs, what
            the exact law expects, the bands of the law of the components where it is valid, and if asked for each run as
            a thin line in the colour of those that widened or of those that did not. A second chart tells how many runs
            have lost half of the variance, or have collapsed, by which generation, and how many never did. A third plays
            through the training sets that were kept: the histogram of each, the density fitted to it, and the
            original's.</p>
            <p>The <b>law of the components</b> tells what EM run to convergence does to the weight, mean and width of
            each component: the view draws its median and the edges of its bands over those of the runs, and the
            table of the scenarios has the chance that a component widens beside the share that did. It is the law of
            large samples, and given only where it is valid: one column, an original mixture of as many components as
            are fitted, training sets of fitted points alone, no regularisation that matters, at least 30 rows in each
            component, and components so far apart that one fit does not move a mean by more than a quarter of a
            standard deviation. With scikit-learn's tolerance EM stops earlier; the components then shrink faster than
            this law has it, and fewer widen.</p>
            """, RecursiveCollapseExperimentViewParameters.class);
    }

    @Override
    protected Optional<PortsConfigurationBuilder> createPortsConfigBuilder() {
        final var ports = new PortsConfigurationBuilder();
        ports.addFixedInputPortGroup("Original mixture", BufferedDataTable.TYPE);
        ports.addOptionalInputPortGroup(ROWS_PORT, BufferedDataTable.TYPE);
        ports.addOptionalInputPortGroup(SCENARIOS_PORT, BufferedDataTable.TYPE);
        for (final String output : List.of("Trajectories", "Bands", "Runs", "Kept training sets", "Scenario summaries")) {
            ports.addFixedOutputPortGroup(output, BufferedDataTable.TYPE);
        }
        ports.addOptionalOutputPortGroup(PicturePort.GROUP, PicturePort.TYPE);
        return Optional.of(ports);
    }

    @Override
    protected RecursiveCollapseExperimentNodeModel createNodeModel(final NodeCreationConfiguration creationConfig) {
        return new RecursiveCollapseExperimentNodeModel(creationConfig.getPortConfig().orElseThrow());
    }
}
