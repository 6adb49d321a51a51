package org.modelcollapse.collapse.distance;

import org.modelcollapse.collapse.math.MixtureTails;
import org.modelcollapse.gmm.GaussianMixture;

/** Where integrands of mixtures have kinks, so that the panels of a quadrature can end there. */
final class Crossings {

    /** A panel is searched for changes of sign at as many places. */
    private static final int PROBES = 4;

    /** Edges where the other mixture's density is below this share of its peak do not matter. */
    private static final double FAINT = -46;

    /** A tail as small as this carries nothing. */
    private static final double NOTHING = 1e-18;

    /** How many widths of an edge around it become panels of their own. */
    private static final double[] WIDTHS = {-40, -8, 0, 8, 40};

    private Crossings() {
    }

    /**
     * Adds the places of one distribution that transport moves onto given places of another: there the move begins to jump
     * across a gap, or to slow down.
     */
    static Places withImages(final MixtureTails from, final MixtureTails onto, final Places ontoPlaces,
        final Places breaks) {
        final Places all = breaks.copy();
        for (int i = 0; i < ontoPlaces.count(); i++) {
            final double lower = onto.lower(ontoPlaces.base(i), ontoPlaces.offset(i));
            final double upper = onto.upper(ontoPlaces.base(i), ontoPlaces.offset(i));
            if (lower > NOTHING && upper > NOTHING) {
                final double x = lower < upper ? from.lowerQuantile(lower) : from.upperQuantile(upper);
                final double base = from.nearestMean(x);
                all.add(base, x - base);
            }
        }
        return all.sorted();
    }

    /** Adds the places at which a function changes its sign, as far as it does so between neighbours of some probes. */
    static Places withRoots(final Integrand f, final Places breaks) {
        final Places all = breaks.copy();
        for (int i = 0; i + 1 < breaks.count(); i++) {
            final double width = breaks.distance(i, i + 1);
            double before = f.at(breaks.base(i), breaks.offset(i));
            for (int probe = 1; width > 0 && probe <= PROBES; probe++) {
                final double end = probe * width / PROBES;
                final double after = f.at(breaks.base(i), breaks.offset(i) + end);
                if (before < 0 && after > 0 || before > 0 && after < 0) {
                    all.add(breaks.base(i), root(f, breaks.base(i), breaks.offset(i) + end - width / PROBES,
                        breaks.offset(i) + end, before < 0));
                }
                before = after;
            }
        }
        return all.sorted();
    }

    private static double root(final Integrand f, final double base, final double from, final double to,
        final boolean rises) {
        double low = from;
        double high = to;
        // a kink this near to the end of a panel leaves the square of it
        for (int i = 0; i < 24; i++) {
            final double middle = low / 2 + high / 2;
            if (f.at(base, middle) < 0 == rises) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low / 2 + high / 2;
    }

    /**
     * Adds the edges of the logarithm of q's density: places where another of its components becomes the leading one, far
     * from any mean perhaps, within a stretch that is short beside the components of p. The tails of p are f, those of q g.
     */
    static Places withEdges(final MixtureTails f, final MixtureTails g, final GaussianMixture q, final Places breaks) {
        final Places all = breaks.copy();
        for (int i = 0; i < q.components(); i++) {
            for (int j = i + 1; j < q.components(); j++) {
                if (q.weight(i) > 0 && q.weight(j) > 0) {
                    addEdges(f, g, q, i, j, all);
                }
            }
        }
        return all.sorted();
    }

    /** Solves log w_i f_i = log w_j f_j, a quadratic equation in the offset u from the mean of i. */
    private static void addEdges(final MixtureTails f, final MixtureTails g, final GaussianMixture q, final int i,
        final int j, final Places all) {
        final double si = q.sd(i);
        final double sj = q.sd(j);
        final double gap = q.mean(j) - q.mean(i);
        final double a = (1 / sj / sj - 1 / si / si) / 2;
        final double b = -gap / sj / sj;
        final double c = gap / sj * (gap / sj) / 2 + StrictMath.log(q.weight(i) / q.weight(j)) + StrictMath.log(sj / si);
        final double root = Math.sqrt(b * b - 4 * a * c);
        final double t = -(b < 0 ? b - root : b + root) / 2;
        for (final double u : new double[] {t / a, c / t}) {
            final double width = 1 / Math.abs(u / si / si - (u - gap) / sj / sj);
            if (u > -Double.MAX_VALUE && u < Double.MAX_VALUE && width > 0 && 16 * width < f.largestSd()
                && f.logDensity(q.mean(i), u) - f.peak() > FAINT
                && g.isLeading(i, q.mean(i), u)) {
                for (final double times : WIDTHS) {
                    all.add(q.mean(i), u + times * width);
                }
            }
        }
    }
}
