package org.modelcollapse.collapse.metric;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.modelcollapse.collapse.distance.MixtureDistance;
import org.modelcollapse.collapse.distance.SampleDistance;
import org.modelcollapse.collapse.math.Weights;
import org.modelcollapse.collapse.model.FittedModel;
import org.modelcollapse.collapse.model.MixtureModel;
import org.modelcollapse.collapse.model.ModelShape;
import org.modelcollapse.collapse.original.Original;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Points;

/**
 * Measures fitted models against the original. What is computed exactly is in {@link MixtureDistance} and {@link
 * SampleDistance}; a metric that has no exact way for an original and a kind of model is left out, see {@link
 * #metrics()}. Immutable and safe for use by several threads.
 */
public final class GenerationMetrics {

    /** What costs little: everything but the distances. */
    public static final Set<Metric> QUICK = Collections.unmodifiableSet(EnumSet.of(Metric.TOTAL_VARIANCE, Metric.MEAN,
        Metric.COMPONENTS, Metric.WEIGHT_ENTROPY, Metric.SURVIVING_COMPONENTS));

    private final ModelShape shape;
    private final int n;
    private final Set<Metric> metrics;
    private final List<String> names;
    private final OriginalReference reference;

    private GenerationMetrics(final ModelShape shape, final int n, final Set<Metric> metrics,
        final OriginalReference reference) {
        this.shape = shape;
        this.n = n;
        this.metrics = Collections.unmodifiableSet(metrics);
        this.reference = reference;
        this.names = List.copyOf(names(shape, metrics));
    }

    /**
     * Metrics of mixtures.
     *
     * @param original what to compare with
     * @param n points of training set 1, at least 1
     * @param components components of every fitted mixture, at least 1
     * @param wanted the metrics wished for
     * @return the metrics that there are
     */
    public static GenerationMetrics of(final Original original, final int n, final int components,
        final Set<Metric> wanted) {
        return of(original, n, ModelShape.ofMixture(original.dimension(), components), wanted);
    }

    /** Metrics of models of any shape; see the other one. */
    public static GenerationMetrics of(final Original original, final int n, final ModelShape shape,
        final Set<Metric> wanted) {
        final OriginalReference reference = OriginalReference.of(original);
        final Set<Metric> metrics = EnumSet.noneOf(Metric.class);
        for (final Metric metric : wanted) {
            if (metric.suits(shape) && reference.has(metric, shape)) {
                metrics.add(metric);
            }
        }
        return new GenerationMetrics(shape, n, metrics, reference);
    }

    /** @return the metrics that are measured, in the order of their names */
    public Set<Metric> metrics() {
        return metrics;
    }

    /** @return a name for each number that {@link #measure} gives, without repetitions */
    public List<String> names() {
        return names;
    }

    /**
     * Measures a fitted mixture.
     *
     * @param fitted the mixture, its components in the order of their means, as many as announced
     * @param originalSet training set 1
     * @return a finite number for each name
     * @throws IllegalArgumentException if the mixture has another number of components or dimensions than announced
     */
    public double[] measure(final GaussianMixture fitted, final Points originalSet) {
        return measure(new MixtureModel(fitted), originalSet);
    }

    /** Measures a fitted model of any kind; see the other one. */
    public double[] measure(final FittedModel fitted, final Points originalSet) {
        shape.require(fitted);
        final double[] out = new double[names.size()];
        int at = 0;
        for (final Metric metric : metrics) {
            at = put(metric, fitted, originalSet, out, at);
        }
        for (int i = 0; i < out.length; i++) {
            out[i] = finite(out[i], i);
        }
        return out;
    }

    /** A model of almost no variance is further away than a number can say. */
    private double finite(final double value, final int i) {
        if (Double.isNaN(value)) {
            throw new ArithmeticException("The metric " + names.get(i) + " is not a number");
        }
        return Math.min(Math.max(value, -Double.MAX_VALUE), Double.MAX_VALUE);
    }

    private int put(final Metric metric, final FittedModel fitted, final Points originalSet, final double[] out,
        final int at) {
        switch (metric) {
            case MEAN -> {
                final double[] mean = fitted.mean();
                System.arraycopy(mean, 0, out, at, mean.length);
                return at + mean.length;
            }
            case COMPONENTS -> {
                return shape.putComponents(fitted, out, at);
            }
            case TOTAL_VARIANCE -> out[at] = fitted.totalVariance();
            case WEIGHT_ENTROPY -> out[at] = Weights.entropy(fitted.weights());
            case WEIGHT_DIVERSITY -> out[at] = Weights.diversity(fitted.weights());
            case SURVIVING_COMPONENTS -> out[at] = Weights.surviving(fitted.weights(), n);
            case LOWER_TAIL -> out[at] = fitted.below(reference.low());
            case UPPER_TAIL -> out[at] = fitted.above(reference.high());
            default -> out[at] = reference.measure(metric, fitted.mixture().orElseThrow(), originalSet);
        }
        return at + 1;
    }

    private static List<String> names(final ModelShape shape, final Set<Metric> metrics) {
        final List<String> names = new ArrayList<>();
        for (final Metric metric : metrics) {
            switch (metric) {
                case MEAN -> names.addAll(shape.meanNames(metric.label()));
                case COMPONENTS -> names.addAll(shape.componentNames());
                default -> names.add(metric.label());
            }
        }
        return names;
    }
}
