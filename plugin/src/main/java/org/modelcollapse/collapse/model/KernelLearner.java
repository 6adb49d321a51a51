package org.modelcollapse.collapse.model;

import org.modelcollapse.collapse.math.Columns;
import org.modelcollapse.gmm.Monitor;
import org.modelcollapse.gmm.Points;

/**
 * A Gaussian kernel on every point.
 *
 * @param bandwidth standard deviation of the kernel in units of the data, above 0, finite
 */
public record KernelLearner(double bandwidth) implements Learner {

    /** @throws IllegalArgumentException if the bandwidth is not above 0 or not finite */
    public KernelLearner {
        if (!(bandwidth > 0 && bandwidth < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The bandwidth must be above 0 and finite, but is " + bandwidth);
        }
    }

    @Override
    public String label() {
        return "a kernel density";
    }

    @Override
    public FittedModel learn(final Points points, final Monitor monitor) {
        return new KernelModel(Columns.of(points), bandwidth);
    }

    @Override
    public ModelShape shape(final int dimension) {
        return ModelShape.ofKernels(dimension);
    }

    @Override
    public ModelVariance variance(final int dimension) {
        return ModelVariance.of(0, dimension * bandwidth * bandwidth, 1);
    }

    @Override
    public String dependsOnUnit() {
        return "Each generation adds the squared bandwidth to the variance, so that it grows.";
    }
}
