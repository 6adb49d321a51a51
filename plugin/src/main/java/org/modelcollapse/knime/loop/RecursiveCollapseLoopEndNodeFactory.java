package org.modelcollapse.knime.loop;

import java.util.List;
import java.util.Optional;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.knime.node.impl.description.PortDescription;
import org.modelcollapse.knime.node.NodeText;
import org.modelcollapse.knime.node.ViewNodeFactory;
import org.modelcollapse.knime.node.ViewText;
import org.modelcollapse.knime.picture.PicturePort;

/** The node "Recursive Collapse Loop End". */
public final class RecursiveCollapseLoopEndNodeFactory
    extends ViewNodeFactory<RecursiveCollapseLoopEndNodeModel> {

    static final String GENERATED_PORT = "Generated rows";

    @Override
    protected NodeText text() {
        return new NodeText("Recursive Collapse Loop End", "recursive-collapse-loop-end.png", NodeType.LoopEnd,
            "Takes the fitted mixture of each generation and gives the trajectory of the whole recursion.", """
                <p>The end of the loop that <i>Recursive Collapse Loop Start</i> begins. It takes the mixture that was
                fitted to this generation's training set, hands it back to the loop start, which draws the next training
                set from it, and keeps its numbers. After the last generation it gives out the whole trajectory, ready for
                a line plot, and the training sets that were kept, ready for histograms.</p>
                <p>A mixture table without rows ends the loop, too: <i>Fit GMM</i> gives one when a training set has collapsed so
                far that nothing can be fitted to it. The flow variable <i>endReason</i> tells why the loop ended, and
                <i>fittedGenerations</i> how many generations have a fit; the last training set is then the one that could
                not be fitted.</p>
                <p>Another generator can stand in for the mixture: connect its rows to the optional second input, and
                the next training set takes its fitted points from them, without replacement. The mixture at the first
                input is then only measured.</p>
                <p>Beside what was fitted the trajectory has what the exact law expects, and the <i>step z-score</i> that tells
                whether this run obeys it.</p>
                """,
            List.of(PortDescription.fixedPort("Fitted mixture", """
                The mixture fitted in this generation, as <i>Fit GMM</i> gives it: a row a component.
                """), PortDescription.dynamicPort(GENERATED_PORT, "Generated rows", """
                Optional: rows of any other generator, at least as many as the next training set takes fitted points.
                Needs the columns of the training set.
                """)),
            List.of(PortDescription.fixedPort("Trajectory", """
                A row a generation: <i>Generation</i> (from 1), then for each component <i>Variance</i>, <i>Sd</i>,
                <i>Mean</i> and <i>Weight</i>, and for the whole mixture <i>Mean</i>, <i>Total variance</i>,
                <i>Expected total variance</i> and <i>Step z-score</i>. In several dimensions with the name of the column in
                brackets.
                <p><i>Expected total variance</i> is the exact expectation over all seeds of the total variance (the trace
                of the covariance of the whole mixture), for any number of components, if each fit reproduces the mean and
                variance of its training set as EM without regularisation does. A single run scatters around it, widely
                once it has shrunk.</p>
                <p><i>Step z-score</i> tells whether this one run obeys the law up to a generation: it adds up how far each
                total variance was from what was to be expected of it given the generation before. Within about &#177;3
                they agree; it is missing before the 20th step. What it finds is a body of the loop that does not keep
                the mean and the variance of the training set: another learner, a filter, a strong regularisation. EM keeps
                both even where it stops early: that bias is in the single components, which then lose more of
                their variance than those of converged fits. Rows at the second input are taken for independent draws from
                the mixture.</p>
                """), PortDescription.fixedPort("Last training set", """
                The points that the last generation was trained on.
                """), PortDescription.fixedPort("Kept training sets", """
                The training sets of the kept generations, one below the other: <i>Generation</i>, then the columns of
                the training set.
                """), PicturePort.description("""
                the variances over the generations, with what the exact law expects, and below them the first and the
                last of the kept training sets. It is drawn once, at the end.
                """)),
            RecursiveCollapseLoopEndParameters.class, List.of(NodeText.CURSE_OF_RECURSION),
            List.of("model collapse", "recursive training", "synthetic data", "generative AI", "trajectory",
                "Curse of Recursion"));
    }

    @Override
    protected ViewText view() {
        return new ViewText("trajectory", "Trajectory", """
            <p>The recursion at a glance. One chart shows a metric over the generations: the total variance with the curve
            that the exact law expects, the z-score of its steps, the variance, standard deviation, mean and weight of
            each component, or a distance to the original if these are asked for, each on a linear or a logarithmic axis.
            The other chart plays through the training sets that were kept (the loop start sets which): the histogram of
            each, the density fitted to it, and the original's.</p>
            <p>Behind the weight, mean and variance of each component lies the <b>law of the components</b>: the median,
            the band of half of all runs, and that of nine of ten, if EM is run to convergence. It is the law of large
            samples, and drawn only where it is valid: one column, an original mixture of as many components as are
            fitted, training sets of fitted points alone, at least 30 rows in each component, and components so far apart
            that one fit does not move a mean by more than a quarter of a standard deviation (two standard deviations
            apart, that takes some 1,500 rows). It is drawn up to the generation at which one run in twenty has left that
            range, and no further than as many generations as there are rows. Well separated components shrink; those
            about two standard deviations apart widen at first.</p>
            <p>The <b>steps of the components</b>, in a table of the view, are up to 500 steps from one fit to the next in
            units of what the law expects, added up to a z-score for each weight, mean and variance, and one for the
            lengths of all steps. Lengths far below 0 say that EM stopped before it had followed the data (with a
            tolerance of 0.001 that is small in a single run), lengths far above 0 that fits jumped between local maxima,
            as they do where components have come close.</p>
            """, RecursiveCollapseLoopEndViewParameters.class);
    }

    @Override
    protected Optional<PortsConfigurationBuilder> createPortsConfigBuilder() {
        final var ports = new PortsConfigurationBuilder();
        ports.addFixedInputPortGroup("Fitted mixture", BufferedDataTable.TYPE);
        ports.addOptionalInputPortGroup(GENERATED_PORT, BufferedDataTable.TYPE);
        ports.addFixedOutputPortGroup("Trajectory", BufferedDataTable.TYPE);
        ports.addFixedOutputPortGroup("Last training set", BufferedDataTable.TYPE);
        ports.addFixedOutputPortGroup("Kept training sets", BufferedDataTable.TYPE);
        ports.addOptionalOutputPortGroup(PicturePort.GROUP, PicturePort.TYPE);
        return Optional.of(ports);
    }

    @Override
    protected RecursiveCollapseLoopEndNodeModel createNodeModel(final NodeCreationConfiguration creationConfig) {
        return new RecursiveCollapseLoopEndNodeModel(creationConfig.getPortConfig().orElseThrow());
    }
}
