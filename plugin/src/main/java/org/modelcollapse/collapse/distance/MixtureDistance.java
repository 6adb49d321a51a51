package org.modelcollapse.collapse.distance;

import java.util.function.ToDoubleBiFunction;

import org.modelcollapse.collapse.math.MixtureTails;
import org.modelcollapse.collapse.math.SquareRoot;
import org.modelcollapse.gmm.GaussianMixture;

/**
 * Distances and divergences of two Gaussian mixtures. In one dimension for any mixtures: in closed form between single
 * Gaussians, else by adaptive quadrature with a relative error below 1e-9 (tested against closed forms and against
 * independent integrators), however far apart or however narrow the components are. In several dimensions between
 * single Gaussians only, where closed forms exist, except for those that have none. Never an estimate from random
 * points. All methods are safe for use by several threads.
 */
public final class MixtureDistance {

    /** Panels end at as many standard deviations from each mean; what lies beyond the last is below 1e-20. */
    private static final double[] SPREAD = {0, 1.5, 3.5, 6, 9.5};

    /** Rounding noise of a distribution function. */
    private static final double ROUNDING = 1e-16;

    /** Distances below this share of the reach of the mixtures may show how weights are rounded. */
    private static final double NEAR = 1e-3;

    private static final double LOG_TWO = StrictMath.log(2);

    private MixtureDistance() {
    }

    /**
     * Wasserstein distance of order 1: the area between the distribution functions.
     *
     * @param p a mixture in one dimension
     * @param q another
     * @return the distance in units of the data, at least 0
     * @throws IllegalArgumentException if one has several dimensions
     */
    public static double wasserstein1(final GaussianMixture p, final GaussianMixture q) {
        requireLine("W1", p, q);
        if (p.components() == 1 && q.components() == 1) {
            return GaussianDistance.wasserstein1(p, q);
        }
        final UnitOfLength unit = UnitOfLength.of(p, q);
        return unit.length(area(unit.in(p), unit.in(q)));
    }

    private static double area(final GaussianMixture p, final GaussianMixture q) {
        final MixtureTails f = MixtureTails.of(p);
        final MixtureTails g = MixtureTails.of(q);
        final double middle = p.mean()[0];
        final Integrand gap = (base, x) -> base - middle + x < 0 ? f.lower(base, x) - g.lower(base, x)
            : g.upper(base, x) - f.upper(base, x);
        final Places breaks = Crossings.withRoots(gap, breaks(p, q));
        final double area = Quadrature.integrate((base, x) -> Math.abs(gap.at(base, x)), breaks, 0, ROUNDING);
        return area < NEAR * breaks.reach() ? byParts(p, q, area, MixtureDistance::wasserstein1, 1) : area;
    }

    /**
     * A Wasserstein distance that is small beside the reach of the mixtures, from its parts between gaps that both have in
     * common, if there are any.
     */
    private static double byParts(final GaussianMixture p, final GaussianMixture q, final double whole,
        final ToDoubleBiFunction<GaussianMixture, GaussianMixture> distance, final int order) {
        final double[] gaps = Gaps.shared(p, q);
        if (gaps.length == 0) {
            return whole;
        }
        double sum = 0;
        double from = Double.NEGATIVE_INFINITY;
        for (int i = 0; i <= gaps.length; i++) {
            final double to = i < gaps.length ? gaps[i] : Double.POSITIVE_INFINITY;
            final double mass = Gaps.mass(p, from, to);
            final double part = distance.applyAsDouble(Gaps.part(p, from, to), Gaps.part(q, from, to));
            sum = order == 1 ? sum + mass * part : StrictMath.hypot(sum, Math.sqrt(mass) * part);
            from = to;
        }
        return sum;
    }

    /**
     * Wasserstein distance of order 2: root of the least mean squared distance of coupled points.
     *
     * @param p a mixture in one dimension, or a single Gaussian in any
     * @param q another of the same dimension
     * @return the distance in units of the data, at least 0
     * @throws IllegalArgumentException if there is no exact way to compute it
     */
    public static double wasserstein2(final GaussianMixture p, final GaussianMixture q) {
        requireSameDimension(p, q);
        if (p.components() == 1 && q.components() == 1) {
            return GaussianDistance.wasserstein2(p, q);
        }
        requireLine("W2", p, q);
        final UnitOfLength unit = UnitOfLength.of(p, q);
        return p.equals(q) ? 0 : unit.length(rootOfCost(unit.in(p), unit.in(q)));
    }

    private static double rootOfCost(final GaussianMixture p, final GaussianMixture q) {
        final MixtureTails from = MixtureTails.of(p);
        final MixtureTails onto = MixtureTails.of(q);
        final Places breaks = Crossings.withImages(from, onto, breaks(q), breaks(p));
        final double reach = breaks(p, q).reach();
        final double root = SquareRoot.of(reach, scale -> Quadrature.integrate(
            new Transport(from, onto, p.mean()[0], scale), breaks, ROUNDING * ROUNDING * from.varianceWithin(scale), 0));
        return root < NEAR * reach ? byParts(p, q, root, MixtureDistance::wasserstein2, 2) : root;
    }

    /**
     * Kullback-Leibler divergence KL(p || q) = E_p[log p - log q].
     *
     * @param p a mixture in one dimension, or a single Gaussian in any
     * @param q another of the same dimension
     * @return the divergence in nats, at least 0; infinite between Gaussians in several dimensions if one is flat
     *         as far as numbers can tell, and between any if it, or a log density that it takes, is larger than a number
     *         can be
     * @throws IllegalArgumentException if there is no exact way to compute it
     */
    public static double kullbackLeibler(final GaussianMixture p, final GaussianMixture q) {
        requireSameDimension(p, q);
        if (p.components() == 1 && q.components() == 1) {
            return GaussianDistance.kullbackLeibler(p, q);
        }
        requireLine("KL", p, q);
        final UnitOfLength unit = UnitOfLength.of(p, q);
        return divergence(unit.in(p), unit.in(q));
    }

    private static double divergence(final GaussianMixture p, final GaussianMixture q) {
        final MixtureTails f = MixtureTails.of(p);
        final MixtureTails g = MixtureTails.of(q);
        return Quadrature.integrate((base, x) -> excess(f.logDensity(base, x), beyond(g.logDensity(base, x))),
            Crossings.withEdges(f, g, q, breaks(p, q)), 1e-15, 0);
    }

    /**
     * Jensen-Shannon divergence: the mean of both divergences from the average of p and q.
     *
     * @param p a mixture in one dimension
     * @param q another
     * @return the divergence in nats, from 0 to ln 2
     * @throws IllegalArgumentException if one has several dimensions
     */
    public static double jensenShannon(final GaussianMixture p, final GaussianMixture q) {
        requireLine("JS", p, q);
        final UnitOfLength unit = UnitOfLength.of(p, q);
        return divergenceFromMiddle(unit.in(p), unit.in(q));
    }

    private static double divergenceFromMiddle(final GaussianMixture p, final GaussianMixture q) {
        final MixtureTails f = MixtureTails.of(p);
        final MixtureTails g = MixtureTails.of(q);
        final Integrand integrand = (base, x) -> {
            final double logP = f.logDensity(base, x);
            final double logQ = g.logDensity(base, x);
            final double high = Math.max(logP, logQ);
            final double logMiddle = high
                + StrictMath.log((StrictMath.exp(logP - high) + StrictMath.exp(logQ - high)) / 2);
            return (excess(logP, logMiddle) + excess(logQ, logMiddle)) / 2;
        };
        return Math.min(Quadrature.integrate(integrand, breaks(p, q), 1e-15, 0), LOG_TWO);
    }

    /**
     * Expected log-likelihood E_p[log q], what a point of p has under q on average.
     *
     * @param p a mixture in one dimension, or a single Gaussian in any
     * @param q another of the same dimension
     * @return the expectation in nats a point; minus infinity if it, or a log density that it takes, is larger than a
     *         number can be
     * @throws IllegalArgumentException if there is no exact way to compute it
     */
    public static double expectedLogLikelihood(final GaussianMixture p, final GaussianMixture q) {
        requireSameDimension(p, q);
        if (p.components() == 1 && q.components() == 1) {
            return p.logDensity(p.mean()) - p.dimension() / 2.0 - GaussianDistance.kullbackLeibler(p, q);
        }
        requireLine("The expected log-likelihood", p, q);
        final UnitOfLength unit = UnitOfLength.of(p, q);
        return unit.logDensity(expectation(unit.in(p), unit.in(q)));
    }

    private static double expectation(final GaussianMixture p, final GaussianMixture q) {
        final MixtureTails f = MixtureTails.of(p);
        final MixtureTails g = MixtureTails.of(q);
        return Quadrature.integrate((base, x) -> {
            final double density = f.density(base, x);
            return density == 0 ? 0 : density * beyond(g.logDensity(base, x));
        }, Crossings.withEdges(f, g, q, breaks(p, q)), 1e-15, 0);
    }

    /** Minus infinity for a log density that a number cannot say. */
    private static double beyond(final double logDensity) {
        return logDensity > -Double.MAX_VALUE ? logDensity : Double.NEGATIVE_INFINITY;
    }

    /**
     * p log(p/q) - p + q of log densities: integrates to the divergence too, but is nowhere negative, so that nothing
     * cancels between places when p and q are near each other.
     */
    private static double excess(final double logP, final double logQ) {
        final double t = logQ - logP;
        final double p = StrictMath.exp(logP);
        if (p == 0) {
            return StrictMath.exp(logQ);
        }
        if (Math.abs(t) < 0.1) { // exp(t) - 1 - t by its series, exact where the difference would cancel
            double term = t * t / 2;
            double sum = term;
            for (int m = 3; m < 14; m++) {
                term *= t / m;
                sum += term;
            }
            return p * sum;
        }
        return StrictMath.exp(logQ) - p - p * t;
    }

    private static void requireSameDimension(final GaussianMixture p, final GaussianMixture q) {
        if (p.dimension() != q.dimension()) {
            throw new IllegalArgumentException("Mixtures of " + p.dimension() + " and " + q.dimension()
                + " dimensions cannot be compared");
        }
    }

    private static void requireLine(final String what, final GaussianMixture p, final GaussianMixture q) {
        requireSameDimension(p, q);
        if (p.dimension() != 1) {
            throw new IllegalArgumentException(what + " of mixtures with " + p.components() + " and " + q.components()
                + " components is computed in one dimension only, but they have " + p.dimension());
        }
    }

    /** Breaks for integrals over the whole line, dense wherever one of the mixtures changes. */
    private static Places breaks(final GaussianMixture... mixtures) {
        final Places places = new Places();
        for (final GaussianMixture mixture : mixtures) {
            for (int k = 0; k < mixture.components(); k++) {
                if (mixture.weight(k) > 0) {
                    places.add(mixture.mean(k), 0);
                    for (int i = 1; i < SPREAD.length; i++) {
                        places.add(mixture.mean(k), -SPREAD[i] * mixture.sd(k));
                        places.add(mixture.mean(k), SPREAD[i] * mixture.sd(k));
                    }
                }
            }
        }
        return places.sorted();
    }
}
