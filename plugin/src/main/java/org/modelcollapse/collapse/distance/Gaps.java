package org.modelcollapse.collapse.distance;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.modelcollapse.collapse.math.MixtureTails;
import org.modelcollapse.gmm.CovarianceType;
import org.modelcollapse.gmm.GaussianMixture;

/**
 * Stretches of the line on which mixtures have no probability that a number can say. Where two mixtures have the same mass
 * below a gap, nothing is moved across it: the parts on either side can be compared on their own, so that the rounding of
 * weights is not multiplied by the width of the gap.
 */
final class Gaps {

    /** Masses that differ by less are the same but for the rounding of weights. */
    private static final double SAME = 1e-15;

    /** A part with less mass is not taken for itself: there the rounding of weights counts. */
    private static final double LIGHT = 1e-6;

    private Gaps() {
    }

    /** A place in each gap, ascending. */
    static double[] of(final GaussianMixture... mixtures) {
        final double[][] spans = Arrays.stream(mixtures).flatMap(Gaps::spans).toArray(double[][]::new);
        Arrays.sort(spans, (a, b) -> Double.compare(a[0], b[0]));
        final double[] gaps = new double[spans.length];
        int count = 0;
        double end = spans[0][1];
        for (final double[] span : spans) {
            final double middle = end / 2 + span[0] / 2;
            if (middle > end && middle < span[0]) {
                gaps[count++] = middle;
            }
            end = Math.max(end, span[1]);
        }
        return Arrays.copyOf(gaps, count);
    }

    private static Stream<double[]> spans(final GaussianMixture mixture) {
        return IntStream.range(0, mixture.components()).filter(k -> mixture.weight(k) > 0)
            .mapToObj(k -> new double[] {mixture.mean(k) - MixtureTails.NORMAL_TAIL * mixture.sd(k),
                mixture.mean(k) + MixtureTails.NORMAL_TAIL * mixture.sd(k)});
    }

    /** The gaps below which both mixtures have the same mass, and a mass that counts between any two of them. */
    static double[] shared(final GaussianMixture p, final GaussianMixture q) {
        final double[] gaps = of(p, q);
        int count = 0;
        double before = 0;
        for (final double gap : gaps) {
            final double mass = mass(p, Double.NEGATIVE_INFINITY, gap);
            if (isSame(mass, mass(q, Double.NEGATIVE_INFINITY, gap)) && mass - before > LIGHT && 1 - mass > LIGHT) {
                gaps[count++] = gap;
                before = mass;
            }
        }
        return Arrays.copyOf(gaps, count);
    }

    static boolean isSame(final double mass, final double other) {
        return Math.abs(mass - other) <= SAME;
    }

    /** The sum of the weights of components with means between two places. */
    static double mass(final GaussianMixture mixture, final double from, final double to) {
        double mass = 0;
        for (int k = 0; k < mixture.components(); k++) {
            mass += mixture.mean(k) > from && mixture.mean(k) <= to ? mixture.weight(k) : 0;
        }
        return mass;
    }

    /** The components with means between two places, as a mixture of its own. */
    static GaussianMixture part(final GaussianMixture mixture, final double from, final double to) {
        final double mass = mass(mixture, from, to);
        final int[] part = IntStream.range(0, mixture.components())
            .filter(k -> mixture.mean(k) > from && mixture.mean(k) <= to).toArray();
        return GaussianMixture.of(CovarianceType.FULL, Arrays.stream(part).mapToDouble(k -> mixture.weight(k) / mass).toArray(),
            Arrays.stream(part).mapToObj(k -> new double[] {mixture.mean(k)}).toArray(double[][]::new),
            Arrays.stream(part).mapToObj(k -> new double[][] {{mixture.variance(k)}}).toArray(double[][][]::new));
    }
}
