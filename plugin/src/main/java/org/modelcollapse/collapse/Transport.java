package org.modelcollapse.collapse;

import java.util.function.DoubleUnaryOperator;

/**
 * The cost density of moving one distribution onto another on the line: (x - T(x))^2 f(x), where T takes each x to the
 * point of the same level. The search for T(x) begins where the last one ended, since a quadrature asks for one
 * neighbour after the other. Mutable; one object serves one integral.
 */
final class Transport implements DoubleUnaryOperator {

    /** In standard deviations: a step as small as this is the last, and leaves an error of the order of its square. */
    private static final double LAST_STEP = 1e-8;

    private final MixtureTails from;
    private final MixtureTails onto;
    private final double middle;
    private final double low;
    private final double high;
    private final double enough;
    private double lastX = Double.NaN;
    private double lastT;
    private double lastSlope;

    /** @param middle where to change from lower to upper tails, so that neither is ever near 1 */
    Transport(final MixtureTails from, final MixtureTails onto, final double middle) {
        this.from = from;
        this.onto = onto;
        this.middle = middle;
        final double[] bounds = onto.bounds();
        low = bounds[0];
        high = bounds[1];
        enough = LAST_STEP * onto.smallestSd();
    }

    @Override
    public double applyAsDouble(final double x) {
        final boolean upper = x >= middle;
        final double level = upper ? from.upper(x) : from.lower(x);
        if (!(level > 0 && level < 1)) {
            return 0;
        }
        double guess = lastT + lastSlope * (x - lastX);
        if (!(guess > low && guess < high)) {
            guess = low / 2 + high / 2;
        }
        final double t = onto.solve(level, upper, low, high, guess, enough);
        final double density = from.density(x);
        lastX = x;
        lastT = t;
        lastSlope = density / onto.density(t);
        return (x - t) * (x - t) * density;
    }
}
