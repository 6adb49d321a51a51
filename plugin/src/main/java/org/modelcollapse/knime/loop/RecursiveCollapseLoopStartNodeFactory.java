package org.modelcollapse.knime.loop;

import java.util.List;
import java.util.Optional;

import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.context.NodeCreationConfiguration;
import org.knime.node.impl.description.PortDescription;
import org.modelcollapse.knime.node.NodeText;
import org.modelcollapse.knime.node.ParametersNodeFactory;

/** The node "Recursive Collapse Loop Start". */
public final class RecursiveCollapseLoopStartNodeFactory
    extends ParametersNodeFactory<RecursiveCollapseLoopStartNodeModel> {

    static final String ROWS_PORT = "Original rows";

    @Override
    protected NodeText text() {
        return new NodeText("Recursive Collapse Loop Start", "recursive-collapse-loop-start.png", NodeType.LoopStart,
            "Gives out the training set of each generation of a model that is trained on its own output.", """
                <p>The start of a loop in which every generation of a model is trained on what the generation before has
                produced. In the first iteration the training set is drawn from the original mixture (or is the original
                rows); in every later one it is put together from three sources: points of the <b>original</b>, points
                drawn from the mixture <b>fitted</b> in the iteration before, and points of the <b>current</b> training
                set. Models trained so forget the tails of the original: the fitted variances shrink, and sometimes widen,
                depending on the seed and on the shares.</p>
                <p>Wire it so: <i>Recursive Collapse Loop Start</i> &#8594; <i>Fit GMM</i> &#8594; <i>Recursive Collapse
                Loop End</i>. The nodes between may be any: a row filter as curation before the fit, or another learner
                whose rows go to the second input of the loop end. A <i>Fit GMM</i> that is dragged onto the canvas looks for
                the best maximum of every generation; for the post's process to the letter, set where its EM stops to
                <i>As scikit-learn by default</i>, as the examples do.</p>
                <p>Flow variables: <i>currentIteration</i> (from 0), <i>maxIterations</i>, <i>generation</i> (from 1) and
                <i>seed</i>. The same settings, input and seed give the same numbers on every machine.</p>
                """,
            List.of(PortDescription.fixedPort("Original mixture", """
                The mixture that the recursion starts from, as <i>Sample GMM</i> (second output) or <i>Fit GMM</i> gives
                it: a row a component, with the columns <i>Weight</i>, <i>Mean</i> and <i>Sd</i>, or in several dimensions
                <i>Weight</i>, <i>Mean (x)</i> and <i>Cov (x, y)</i>.
                """), PortDescription.dynamicPort(ROWS_PORT, "Original rows", """
                Optional: your own data. They are the first training set, and the original points of later ones come from
                them, with replacement if drawn anew. Needs the columns that the mixture describes; for a mixture of one
                dimension a single numeric column.
                """)),
            List.of(PortDescription.fixedPort("Training set", """
                The points to train this generation on: a column a dimension.
                <p>With <i>N</i> rows in a training set, int(<i>N</i> &#183; share of original points) come from the
                original, int(<i>N</i> &#183; share of fitted points) from the fitted mixture, and the rest from the
                current training set, without replacement. The training set lists them in that order. Original points are
                drawn anew in every generation, as in the post that this extension starts from, unless you let them come
                from one fixed set.</p>
                """)),
            RecursiveCollapseLoopStartParameters.class, List.of(NodeText.CURSE_OF_RECURSION),
            List.of("model collapse", "recursive training", "synthetic data", "generative AI", "generation",
                "Curse of Recursion"));
    }

    @Override
    protected Optional<PortsConfigurationBuilder> createPortsConfigBuilder() {
        final var ports = new PortsConfigurationBuilder();
        ports.addFixedInputPortGroup("Original mixture", BufferedDataTable.TYPE);
        ports.addOptionalInputPortGroup(ROWS_PORT, BufferedDataTable.TYPE);
        ports.addFixedOutputPortGroup("Training set", BufferedDataTable.TYPE);
        return Optional.of(ports);
    }

    @Override
    protected RecursiveCollapseLoopStartNodeModel createNodeModel(final NodeCreationConfiguration creationConfig) {
        return new RecursiveCollapseLoopStartNodeModel(creationConfig.getPortConfig().orElseThrow());
    }
}
