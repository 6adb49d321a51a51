package org.modelcollapse.collapse.distance;

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
    private static final double TOLERANCE = 1e-10;

    /** A jump takes some 40 halvings; more than this many evaluations are only spent on rounding noise. */
    private static final int BUDGET = 60_000;

    private static final int DEEPEST = 80;

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
     * @param breaks ends of the first panels, sorted
     * @param floor an error of a panel that does not matter, where the integrand is rounding noise
     * @param noise rounding noise of the integrand: an error of as much times the width of a panel does not matter either
     */
    static double integrate(final Integrand f, final Places breaks, final double floor, final double noise) {
        final int panels = breaks.count() - 1;
        final double[] coarse = new double[Math.max(0, panels)];
        double scale = 0;
        for (int i = 0; i < panels; i++) {
            final double width = breaks.distance(i, i + 1);
            if (width > 0) {
                coarse[i] = panel(f, breaks.base(i), breaks.offset(i), breaks.base(i + 1), breaks.offset(i + 1), width);
                scale += Math.abs(coarse[i]);
            }
        }
        if (scale == Double.POSITIVE_INFINITY) { // more than a number can say; halves would not change that
            double whole = 0;
            for (final double panel : coarse) {
                whole += panel;
            }
            return whole;
        }
        final Stack stack = new Stack(f, Math.max(TOLERANCE * scale, floor), noise);
        double sum = 0;
        for (int i = 0; i < panels; i++) {
            if (breaks.distance(i, i + 1) > 0) {
                sum += stack.integrate(breaks, i, coarse[i]);
            }
        }
        return sum;
    }

    /** A panel that is halved, and the halves that wait. */
    private static final class Stack {

        private final Integrand f;
        private final double enough;
        private final double noise;
        private final double[] lowBase = new double[DEEPEST];
        private final double[] lowOffset = new double[DEEPEST];
        private final double[] highBase = new double[DEEPEST];
        private final double[] highOffset = new double[DEEPEST];
        private final double[] value = new double[DEEPEST];
        private int budget = BUDGET;

        Stack(final Integrand f, final double enough, final double noise) {
            this.f = f;
            this.enough = enough;
            this.noise = noise;
        }

        double integrate(final Places breaks, final int i, final double coarse) {
            double sum = 0;
            int depth = 0;
            put(0, breaks.base(i), breaks.offset(i), breaks.base(i + 1), breaks.offset(i + 1), coarse);
            while (depth >= 0) {
                final double fromBase = lowBase[depth];
                final double from = lowOffset[depth];
                final double toBase = highBase[depth];
                final double to = highOffset[depth];
                final double half = (toBase - fromBase + (to - from)) / 2;
                // the middle goes by the base that it is nearer to, by offset; both have the same distance
                final boolean byLow = Math.abs(from) + half <= Math.abs(to) + half;
                final double base = byLow ? fromBase : toBase;
                final double middle = byLow ? from + half : to - half;
                final double left = panel(f, fromBase, from, base, middle, half);
                final double right = panel(f, base, middle, toBase, to, half);
                budget -= 2 * ORDER;
                final boolean fine =
                    Math.abs(left + right - value[depth]) <= Math.max(enough, noise * half);
                if (fine || budget < 0 || depth > DEEPEST - 10 || !(half > 0) || byLow && !(middle > from)
                    || !byLow && !(middle < to)) {
                    sum += left + right;
                    depth--;
                } else {
                    put(depth, base, middle, toBase, to, right);
                    depth++;
                    put(depth, fromBase, from, base, middle, left);
                }
            }
            return sum;
        }

        private void put(final int depth, final double fromBase, final double from, final double toBase, final double to,
            final double integral) {
            lowBase[depth] = fromBase;
            lowOffset[depth] = from;
            highBase[depth] = toBase;
            highOffset[depth] = to;
            value[depth] = integral;
        }
    }

    /** The left half of the nodes goes by the base of the left end, the right half by that of the right end. */
    private static double panel(final Integrand f, final double lowBase, final double low, final double highBase,
        final double high, final double width) {
        final double half = width / 2;
        double sum = 0;
        for (int i = 0; i < ORDER / 2; i++) {
            sum += WEIGHTS[i] * f.at(lowBase, Math.fma(half, 1 + NODES[i], low));
        }
        for (int i = ORDER / 2; i < ORDER; i++) {
            sum += WEIGHTS[i] * f.at(highBase, Math.fma(-half, 1 - NODES[i], high));
        }
        return half * sum;
    }
}
