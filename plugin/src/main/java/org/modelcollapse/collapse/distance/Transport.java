package org.modelcollapse.collapse.distance;

import org.modelcollapse.collapse.math.MixtureTails;

/**
 * The cost density of moving one distribution onto another on the line: (x - T(x))^2 f(x), where T takes each x to the
 * point of the same level. The search for T(x) begins where the last one ended, since a quadrature asks for one
 * neighbour after the other. Moves are multiplied by a scale, so that the squares of very long or short ones are numbers.
 * Mutable; one object serves one integral.
 */
final class Transport implements Integrand {

    /** In standard deviations: a step as small as this is the last, and leaves an error of the order of its square. */
    private static final double LAST_STEP = 1e-8;

    private final MixtureTails from;
    private final MixtureTails onto;
    private final double middle;
    private final double scale;
    private final double low;
    private final double high;
    private final double enough;
    private double lastBase = Double.NaN;
    private double lastOffset;
    private double lastMove;
    private double lastSlope;

    /**
     * @param middle where to change from lower to upper tails, so that neither is ever near 1
     * @param scale what moves are multiplied by, a power of two
     */
    Transport(final MixtureTails from, final MixtureTails onto, final double middle, final double scale) {
        this.from = from;
        this.onto = onto;
        this.middle = middle;
        this.scale = scale;
        final double[] bounds = onto.bounds();
        low = bounds[0];
        high = bounds[1];
        enough = LAST_STEP * onto.smallestSd();
    }

    /** All in offsets from the base, so that a short move beside a far mean keeps its digits. */
    @Override
    public double at(final double base, final double offset) {
        final boolean upper = base - middle + offset >= 0;
        final double level = upper ? from.upper(base, offset) : from.lower(base, offset);
        if (!(level > 0 && level < 1)) {
            return 0;
        }
        double guess = offset + lastMove + (lastSlope - 1) * (base - lastBase + (offset - lastOffset));
        if (!(guess > low - base && guess < high - base)) {
            guess = (low - base) / 2 + (high - base) / 2;
        }
        final double t = onto.solve(level, upper, base, low - base, high - base, guess, enough);
        final double density = from.density(base, offset);
        final double move = t - offset;
        lastBase = base;
        lastOffset = offset;
        lastMove = move;
        lastSlope = density / onto.density(base, t);
        return move * scale * (move * scale) * density;
    }
}
