package org.modelcollapse.collapse.model;

import java.util.Optional;

import org.modelcollapse.gmm.Monitor;
import org.modelcollapse.gmm.Points;

/** A learner of shares of bins on the line: it keeps the variance of their centres. */
interface BinLearner extends Learner {

    /** @return where the bins are */
    Bins places();

    @Override
    default Optional<Bins> bins() {
        return Optional.of(places());
    }

    @Override
    default FittedModel learn(final Points points, final Monitor monitor) {
        return places().learn(points.column(0));
    }

    @Override
    default ModelShape shape(final int dimension) {
        return ModelShape.ofBins(dimension, places().count());
    }

    @Override
    default ModelVariance variance(final int dimension) {
        return ModelVariance.KEPT;
    }

    @Override
    default void requireSuited(final int dimension, final int n) {
        if (dimension != 1) {
            throw new IllegalArgumentException("Histogram and categories are defined in one dimension, but the"
                + " original has " + dimension + " columns");
        }
    }

    static void requireBins(final String what, final int count) {
        if (count < 1) {
            throw new IllegalArgumentException("At least 1 " + what + " is needed, not " + count);
        }
    }
}
