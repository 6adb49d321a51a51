package org.modelcollapse.collapse.distance;

import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;

import org.apache.commons.math3.special.Erf;
import org.modelcollapse.collapse.law.Steps;
import org.modelcollapse.gmm.GaussianMixture;

/**
 * Distances of mixtures in one dimension by other ways than those of {@link MixtureDistance}, without regard to speed.
 * Test support.
 */
final class SlowDistance {

    private static final double ROOT_TWO = Math.sqrt(2);

    /** Steps a component for the search of crossings, and panels a component for quadrature. */
    private static final int STEPS = 240;

    private static final int PANELS = 24;

    private static final double REACH = 12;

    /** A panel is halved until Simpson's rule errs by less than this share of the whole, or of the panel's own part. */
    private static final double TOLERANCE = 1e-12;

    private static final double OWN_TOLERANCE = 1e-10;

    /** Jumps and kinks are halved as often; only rounding noise would go on. */
    private static final int DEPTH = 25;

    private SlowDistance() {
    }

    /**
     * W1 from the closed form of the integral of F - G between the places where it changes sign, which are searched
     * for on a fine grid and then bisected. A crossing and its way back that both fall between two neighbours of the
     * grid are missed; what is lost is below the square of a step times the difference of the densities there.
     */
    static double wasserstein1(final GaussianMixture p, final GaussianMixture q) {
        final DoubleUnaryOperator gap = x -> below(p, x) - below(q, x);
        final double[] grid = grid(STEPS, p, q);
        double sum = 0;
        for (int i = 1; i < grid.length; i++) {
            double low = grid[i - 1];
            double high = grid[i];
            final boolean positive = gap.applyAsDouble(low) > 0;
            if (positive != gap.applyAsDouble(high) > 0) {
                while (low < (low + high) / 2 && (low + high) / 2 < high) {
                    final double middle = (low + high) / 2;
                    if (gap.applyAsDouble(middle) > 0 == positive) {
                        low = middle;
                    } else {
                        high = middle;
                    }
                }
            }
            sum += Math.abs(primitive(p, q, high) - primitive(p, q, grid[i - 1]))
                + Math.abs(primitive(p, q, grid[i]) - primitive(p, q, high));
        }
        return sum;
    }

    /** Integral of F - G from minus infinity. */
    private static double primitive(final GaussianMixture p, final GaussianMixture q, final double x) {
        return primitive(p, x) - primitive(q, x);
    }

    private static double primitive(final GaussianMixture p, final double x) {
        double sum = 0;
        for (int k = 0; k < p.components(); k++) {
            final double z = (x - p.mean(k)) / p.sd(k);
            sum += p.weight(k) * p.sd(k) * (z * Erf.erfc(-z / ROOT_TWO) / 2
                + Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI));
        }
        return sum;
    }

    private static double below(final GaussianMixture p, final double x) {
        double sum = 0;
        for (int k = 0; k < p.components(); k++) {
            sum += p.weight(k) * Erf.erfc((p.mean(k) - x) / p.sd(k) / ROOT_TWO) / 2;
        }
        return sum;
    }

    static double kullbackLeibler(final GaussianMixture p, final GaussianMixture q) {
        return integrate(x -> divergence(p.logDensity(x), q.logDensity(x)), p, q);
    }

    static double jensenShannon(final GaussianMixture p, final GaussianMixture q) {
        return integrate(x -> {
            final double logP = p.logDensity(x);
            final double logQ = q.logDensity(x);
            final double high = Math.max(logP, logQ);
            final double middle = high + Math.log((Math.exp(logP - high) + Math.exp(logQ - high)) / 2);
            return (divergence(logP, middle) + divergence(logQ, middle)) / 2;
        }, p, q);
    }

    /** W2 by its transport map x -> G^-1(F(x)). */
    static double wasserstein2(final GaussianMixture p, final GaussianMixture q) {
        final GaussianMixture mirrored = mirrored(q);
        return Math.sqrt(integrate(x -> {
            final double lower = p.cdf(x);
            // the tail that is smaller, so that none is 1 minus something
            final double upper = mirrored(p).cdf(-x);
            final double to = lower < 0.5 ? quantile(q, lower) : -quantile(mirrored, upper);
            return (x - to) * (x - to) * p.density(x);
        }, p, p));
    }

    private static double quantile(final GaussianMixture q, final double probability) {
        return q.quantile(Math.max(probability, 1e-300));
    }

    private static GaussianMixture mirrored(final GaussianMixture p) {
        final double[] means = new double[p.components()];
        final double[] sds = new double[p.components()];
        for (int k = 0; k < means.length; k++) {
            means[k] = -p.mean(k);
            sds[k] = p.sd(k);
        }
        return GaussianMixture.of(p.weights(), means, sds);
    }

    /** p log(p / q) - p + q */
    private static double divergence(final double logP, final double logQ) {
        final double t = logQ - logP;
        final double p = Math.exp(logP);
        return Math.abs(t) < 1e-3 ? p * t * t * (0.5 + t * (1.0 / 6 + t * (1.0 / 24 + t / 120)))
            : Math.abs(t) < 1 ? p * (Math.expm1(t) - t) : Math.exp(logQ) - p - p * t;
    }

    private static double[] grid(final int steps, final GaussianMixture... mixtures) {
        final TreeSet<Double> points = new TreeSet<>();
        for (final GaussianMixture mixture : mixtures) {
            for (int k = 0; k < mixture.components(); k++) {
                for (int i = -steps / 2; i <= steps / 2; i++) {
                    points.add(mixture.mean(k) + mixture.sd(k) * REACH * i / (steps / 2));
                }
            }
        }
        return points.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Adaptive Simpson with Richardson's correction, on panels much narrower than any component. */
    private static double integrate(final DoubleUnaryOperator f, final GaussianMixture p, final GaussianMixture q) {
        final double[] grid = grid(PANELS, p, q);
        double whole = 0;
        for (int i = 1; i < grid.length; i++) {
            whole += simpson(f, grid[i - 1], grid[i], 4);
        }
        final double error = TOLERANCE * whole;
        double sum = 0;
        for (int i = 1; i < grid.length; i++) {
            final double a = grid[i - 1];
            final double b = grid[i];
            final double fa = f.applyAsDouble(a);
            final double fm = f.applyAsDouble((a + b) / 2);
            final double fb = f.applyAsDouble(b);
            sum += refine(f, a, b, fa, fm, fb, (b - a) / 6 * (fa + 4 * fm + fb), error, DEPTH);
        }
        return sum;
    }

    private static double simpson(final DoubleUnaryOperator f, final double a, final double b, final int parts) {
        final double h = (b - a) / parts;
        double sum = 0;
        for (int i = 0; i < parts; i++) {
            sum += h / 6 * (f.applyAsDouble(a + i * h) + 4 * f.applyAsDouble(a + (i + 0.5) * h)
                + f.applyAsDouble(a + (i + 1) * h));
        }
        return sum;
    }

    private static double refine(final DoubleUnaryOperator f, final double a, final double b, final double fa,
        final double fm, final double fb, final double rough, final double error, final int depth) {
        final double m = (a + b) / 2;
        final double fl = f.applyAsDouble((a + m) / 2);
        final double fr = f.applyAsDouble((m + b) / 2);
        final double left = (m - a) / 6 * (fa + 4 * fl + fm);
        final double right = (b - m) / 6 * (fm + 4 * fr + fb);
        final double change = left + right - rough;
        if (depth == 0 || Math.abs(change) <= Math.max(error, OWN_TOLERANCE * Math.abs(left + right))) {
            return left + right + change / 15;
        }
        return refine(f, a, m, fa, fl, fm, left, error, depth - 1)
            + refine(f, m, b, fm, fr, fb, right, error, depth - 1);
    }
}
