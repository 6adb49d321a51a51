package org.modelcollapse.collapse.experiment;

import java.util.function.Consumer;

import org.modelcollapse.collapse.curation.Sampling;
import org.modelcollapse.collapse.model.FittedModel;
import org.modelcollapse.collapse.model.Learner;
import org.modelcollapse.collapse.original.Original;
import org.modelcollapse.collapse.recursion.Recursion;
import org.modelcollapse.collapse.regime.Regime;
import org.modelcollapse.gmm.Monitor;
import org.modelcollapse.gmm.Points;
import org.modelcollapse.gmm.RandomStream;

/** Many independent runs of the recursion. Test support. */
public final class Simulation {

    /** The seed of all simulations; any other would do as well. */
    private static final long SEED = 20261122;

    private Simulation() {
    }

    /** Hands the models of fit {@code fits} of each replicate to {@code sink}. */
    public static void finalFits(final Original original, final int n, final Regime regime, final Sampling sampling,
        final Learner learner, final int fits, final int replicates, final Consumer<FittedModel> sink) {
        for (int r = 0; r < replicates; r++) {
            final Recursion run = Recursion.of(original, n, regime, sampling, RandomStream.of(SEED, fits, r));
            Points training = run.first();
            for (int t = 1; t < fits; t++) {
                training = run.next(learner.learn(training, Monitor.NONE));
            }
            sink.accept(learner.learn(training, Monitor.NONE));
        }
    }
}
