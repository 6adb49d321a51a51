package org.modelcollapse.knime.loop;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;

import org.modelcollapse.collapse.metric.GenerationMetrics;
import org.modelcollapse.collapse.metric.Metric;
import org.modelcollapse.collapse.original.Original;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Points;

/** Measures how far fitted mixtures are from the original, each with the number of components that it has. */
final class Distances {

    /** The trajectory has these already, under the names that its columns have had from the start. */
    private static final Set<Metric> ELSEWHERE =
        Set.of(Metric.TOTAL_VARIANCE, Metric.MEAN, Metric.COMPONENTS, Metric.WEIGHT_DIVERSITY);

    private final List<String> names;

    private final IntFunction<GenerationMetrics> metrics;

    private final Points originalSet;

    private Distances(final List<String> names, final IntFunction<GenerationMetrics> metrics,
        final Points originalSet) {
        this.names = names;
        this.metrics = metrics;
        this.originalSet = originalSet;
    }

    /** @return what measures nothing */
    static Distances none() {
        return new Distances(List.of(), null, null);
    }

    /**
     * @param original what to compare with
     * @param originalSet the first training set
     * @return what measures all that there is an exact way to
     */
    static Distances to(final Original original, final Points originalSet) {
        final Set<Metric> wanted = EnumSet.allOf(Metric.class);
        wanted.removeAll(ELSEWHERE);
        final Map<Integer, GenerationMetrics> made = new HashMap<>();
        final IntFunction<GenerationMetrics> metrics = components -> made.computeIfAbsent(components,
            k -> GenerationMetrics.of(original, originalSet.size(), k, wanted));
        return new Distances(metrics.apply(2).names(), metrics, originalSet);
    }

    /** @return a name a measure */
    List<String> names() {
        return names;
    }

    /** @return the numbers of a fit, in the order of the names */
    double[] measure(final GaussianMixture fit) {
        return names.isEmpty() ? new double[0]
            : metrics.apply(fit.components()).measure(fit.sortedByMean(), originalSet);
    }
}
