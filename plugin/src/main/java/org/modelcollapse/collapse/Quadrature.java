package org.modelcollapse.collapse;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Adaptive Gauss-Legendre quadrature: a panel is halved until the rule of {@value #ORDER} points agrees with the sum
 * of its halves to a small share of the whole integral. Made for integrands that are smooth but for a few kinks or
 * jumps. Immutable.
 */
final class Quadrature {

    private static final int ORDER = 8;

    /**
     * What a panel may differ from its halves by, as a share of the whole. The halves themselves, which are taken, are
     * better by 2^16 where the integrand is smooth, and by 4 at a kink.
     */
    private static final double TOLERANCE = 1e-9;

    /** A jump takes some 40 halvings; more than this many evaluations are only spent on rounding noise. */
    private static final int BUDGET = 60_000;

    private static final double[] NODES = new double[ORDER];

    private static final double[] WEIGHTS = new double[ORDER];

    static {
        final GaussIntegrator rule = new GaussIntegratorFactory().legendre(ORDER);
        for (int i = 0; i < ORDER; i++) {
            NODES[i] = rule.getPoint(i);
            WEIGHTS[i] = rule.getWeight(i);
        }
    }

    private Quadrature() {
    }

    /**
     * Integrates.
     *
     * @param f the integrand
     * @param breaks ends of the first panels, in ascending order
     * @param floor an error that does not matter, where the integrand is rounding noise
     */
    static double integrate(final DoubleUnaryOperator f, final double[] breaks, final double floor) {
        final int panels = breaks.length - 1;
        final double[] coarse = new double[panels];
        double scale = 0;
        for (int i = 0; i < panels; i++) {
            coarse[i] = panel(f, breaks[i], breaks[i + 1]);
            scale += Math.abs(coarse[i]);
        }
        final double[] stackLow = new double[80];
        final double[] stackHigh = new double[80];
        final double[] stackValue = new double[80];
        double sum = 0;
        int budget = BUDGET;
        for (int i = 0; i < panels; i++) {
            int depth = 0;
            stackLow[0] = breaks[i];
            stackHigh[0] = breaks[i + 1];
            stackValue[0] = coarse[i];
            while (depth >= 0) {
                final double low = stackLow[depth];
                final double high = stackHigh[depth];
                final double middle = low / 2 + high / 2;
                final double left = panel(f, low, middle);
                final double right = panel(f, middle, high);
                budget -= 2 * ORDER;
                final boolean fine = Math.abs(left + right - stackValue[depth]) <= Math.max(TOLERANCE * scale, floor);
                if (fine || budget < 0 || depth > 70 || !(low < middle && middle < high)) {
                    sum += left + right;
                    depth--;
                } else {
                    stackLow[depth] = middle;
                    stackValue[depth] = right;
                    depth++;
                    stackLow[depth] = low;
                    stackHigh[depth] = middle;
                    stackValue[depth] = left;
                }
            }
        }
        return sum;
    }

    private static double panel(final DoubleUnaryOperator f, final double low, final double high) {
        final double centre = low / 2 + high / 2;
        final double half = high / 2 - low / 2;
        double sum = 0;
        for (int i = 0; i < ORDER; i++) {
            sum += WEIGHTS[i] * f.applyAsDouble(Math.fma(half, NODES[i], centre));
        }
        return half * sum;
    }

    /** Sorted, without repetitions and without slivers that are nothing but rounding. */
    static double[] breaks(final double[] points) {
        final double[] sorted = points.clone();
        Arrays.sort(sorted);
        final double sliver = (sorted[sorted.length - 1] - sorted[0]) * 1e-14;
        int count = 1;
        for (final double x : sorted) {
            if (x - sorted[count - 1] > sliver) {
                sorted[count++] = x;
            }
        }
        return Arrays.copyOf(sorted, count);
    }
}
