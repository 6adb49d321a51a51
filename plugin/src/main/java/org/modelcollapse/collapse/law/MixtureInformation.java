package org.modelcollapse.collapse.law;

import java.util.Arrays;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * Fisher's information of a one-dimensional Gaussian mixture, and the bias of its maximum likelihood estimate, a point
 * of the parameter space after the other. Mutable, of one thread: the paths of a diffusion ask it tens of thousands of
 * times.
 *
 * <p>Parameters, in this order: the weights of all components but the last; the means, each in standard deviations of
 * its component; the variances, each as a share of itself. So the information has no unit and is well conditioned,
 * however far apart the components' scales are. Let p be the density, p_i and p_ij its derivatives,
 * {@code l = log p}, and J the inverse of the information {@code I_ij = E[l_i l_j]}. The bias of Cox and Snell (1968,
 * J. R. Stat. Soc. B 30, 248, equation 20), {@code b_s = sum J_si J_jk (E[l_ij l_k] + E[l_ijk] / 2)}, is
 * <pre>
 * b = -J c / 2,   c_i = integral of l_i * sum_jk J_jk p_jk
 * </pre>
 * since {@code E[l_ijk] = -A_ij,k - A_ik,j - A_jk,i + 2 E[l_i l_j l_k]} and
 * {@code E[l_ij l_k] = A_ij,k - E[l_i l_j l_k]} with {@code A_ij,k = integral of p_ij l_k}, and J is symmetric: no third
 * derivative is needed.
 *
 * <p>Integrals are sums over Gauss-Legendre panels that end 0, 2, 4, 6 and 8.5 standard deviations from each mean.
 */
final class MixtureInformation {

    private static final double[] REACH = {-8.5, -6, -4, -2, 0, 2, 4, 6, 8.5};

    private final int k;
    private final int p;
    private final double[] nodes;
    private final double[] nodeWeights;
    private final double[] breaks;

    /** Of each component: its deviation, and what a Gaussian of height 1 has for an area. */
    private final double[] sds;
    private final double[] areas;

    private final double[] densities;
    private final double[] squares;
    private final double[] scores;
    private final double[] total;
    private final double[] width;
    private final double[][] lower;
    private final double[][] inverse;
    private final double[] bias;

    /**
     * @param components K, at least 1
     * @param order points of a panel: 16 gives the integrals of components two and more standard deviations apart to
     *            ten digits, 8 to five
     */
    MixtureInformation(final int components, final int order) {
        k = components;
        p = 3 * components - 1;
        final GaussIntegrator rule = new GaussIntegratorFactory().legendre(order);
        nodes = new double[order];
        nodeWeights = new double[order];
        for (int i = 0; i < order; i++) {
            nodes[i] = rule.getPoint(i);
            nodeWeights[i] = rule.getWeight(i);
        }
        breaks = new double[REACH.length * k];
        sds = new double[k];
        areas = new double[k];
        final int places = (breaks.length - 1) * order;
        densities = new double[places * k];
        squares = new double[places * k];
        scores = new double[places * p];
        total = new double[places];
        width = new double[places];
        lower = new double[p][p];
        inverse = new double[p][p];
        bias = new double[p];
    }

    /** Number of parameters, 3 K - 1. */
    int parameters() {
        return p;
    }

    /**
     * Goes to a point of the parameter space.
     *
     * @param w weights of all K components
     * @param m means
     * @param v variances
     * @return whether the information is positive definite there; if not, nothing else may be asked
     */
    boolean at(final double[] w, final double[] m, final double[] v) {
        final int places = evaluate(w, m, v);
        for (final double[] row : lower) {
            Arrays.fill(row, 0);
        }
        for (int q = 0; q < places; q++) {
            final int s = q * p;
            final double mass = width[q] * total[q];
            for (int i = 0; i < p; i++) {
                final double first = mass * scores[s + i];
                final double[] row = lower[i];
                for (int j = 0; j <= i; j++) {
                    row[j] += first * scores[s + j];
                }
            }
        }
        if (!factor()) {
            return false;
        }
        invert();
        biasFromSecondDerivatives(places, w);
        return true;
    }

    /** J: the covariance of one fit to n points, times n, in the scaled parameters. */
    double covariance(final int i, final int j) {
        return inverse[i][j];
    }

    /** b: the bias of one fit to n points, times n, in the scaled parameters. */
    double bias(final int i) {
        return bias[i];
    }

    /** Turns independent standard normal numbers into a draw with the covariance J: solves L' x = z in place. */
    void spread(final double[] z) {
        for (int i = p - 1; i >= 0; i--) {
            double rest = z[i];
            for (int j = i + 1; j < p; j++) {
                rest -= lower[j][i] * z[j];
            }
            z[i] = rest / lower[i][i];
        }
    }

    /** x' I x: the squared length of a step in units of its own spread, {@code |L' x|^2}. */
    double squaredLength(final double[] x) {
        double sum = 0;
        for (int i = 0; i < p; i++) {
            double y = 0;
            for (int j = i; j < p; j++) {
                y += lower[j][i] * x[j];
            }
            sum += y * y;
        }
        return sum;
    }

    /** Densities, scores and places of the quadrature; returns how many places there are. */
    private int evaluate(final double[] w, final double[] m, final double[] v) {
        for (int c = 0; c < k; c++) {
            final double sd = Math.sqrt(v[c]);
            sds[c] = sd;
            areas[c] = Math.sqrt(2 * Math.PI * v[c]);
            for (int r = 0; r < REACH.length; r++) {
                breaks[c * REACH.length + r] = m[c] + REACH[r] * sd;
            }
        }
        Arrays.sort(breaks);
        final double sliver = (breaks[breaks.length - 1] - breaks[0]) * 1e-14;
        int places = 0;
        for (int b = 1; b < breaks.length; b++) {
            final double half = (breaks[b] - breaks[b - 1]) / 2;
            if (half > sliver) {
                final double centre = breaks[b - 1] / 2 + breaks[b] / 2;
                for (int i = 0; i < nodes.length; i++) {
                    places += evaluate(places, Math.fma(half, nodes[i], centre), half * nodeWeights[i], w, m, v);
                }
            }
        }
        return places;
    }

    /** Fills place q; returns 0 where the mixture has no density that a number can hold, else 1. */
    private int evaluate(final int q, final double x, final double step, final double[] w, final double[] m,
        final double[] v) {
        double density = 0;
        for (int c = 0; c < k; c++) {
            final double u = x - m[c];
            final double z2 = u * u / v[c];
            final double f = z2 < 1400 ? StrictMath.exp(-z2 / 2) / areas[c] : 0;
            densities[q * k + c] = f;
            squares[q * k + c] = u / sds[c];
            density += w[c] * f;
        }
        if (!(density > Double.MIN_NORMAL)) {
            return 0;
        }
        total[q] = density;
        width[q] = step;
        final int s = q * p;
        final double last = densities[q * k + k - 1] / density;
        for (int c = 0; c < k; c++) {
            final double relative = densities[q * k + c] / density;
            final double z = squares[q * k + c];
            if (c < k - 1) {
                scores[s + c] = relative - last;
            }
            scores[s + k - 1 + c] = w[c] * relative * z;
            scores[s + 2 * k - 1 + c] = w[c] * relative * (z * z - 1) / 2;
        }
        return 1;
    }

    private boolean factor() {
        for (int i = 0; i < p; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = lower[i][j];
                for (int h = 0; h < j; h++) {
                    rest -= lower[i][h] * lower[j][h];
                }
                if (i == j) {
                    // a pivot that is nothing but the rounding error of its row counts as zero
                    if (!(rest > 1e-13 * lower[i][i] && rest < Double.POSITIVE_INFINITY)) {
                        return false;
                    }
                    lower[i][i] = Math.sqrt(rest);
                } else {
                    lower[i][j] = rest / lower[j][j];
                }
            }
        }
        return true;
    }

    /** J = L'^-1 L^-1, a column at a time. */
    private void invert() {
        final double[] x = new double[p];
        for (int c = 0; c < p; c++) {
            for (int i = 0; i < p; i++) {
                double rest = i == c ? 1 : 0;
                for (int j = 0; j < i; j++) {
                    rest -= lower[i][j] * x[j];
                }
                x[i] = rest / lower[i][i];
            }
            spread(x);
            for (int i = 0; i < p; i++) {
                inverse[i][c] = x[i];
            }
        }
    }

    private void biasFromSecondDerivatives(final int places, final double[] w) {
        final double[] weightMean = new double[k];
        final double[] weightVariance = new double[k];
        for (int c = 0; c < k; c++) {
            for (int i = 0; i < k - 1; i++) {
                final double sign = c == k - 1 ? -1 : i == c ? 1 : 0;
                weightMean[c] += sign * inverse[i][k - 1 + c];
                weightVariance[c] += sign * inverse[i][2 * k - 1 + c];
            }
        }
        final double[] force = new double[p];
        for (int q = 0; q < places; q++) {
            double curvature = 0;
            for (int c = 0; c < k; c++) {
                final double z = squares[q * k + c];
                final double z2 = z * z;
                final int mean = k - 1 + c;
                final int variance = 2 * k - 1 + c;
                final double within = inverse[mean][mean] * (z2 - 1) + inverse[mean][variance] * z * (z2 - 3)
                    + inverse[variance][variance] * ((z2 - 6) * z2 + 3) / 4;
                curvature += densities[q * k + c]
                    * (w[c] * within + 2 * weightMean[c] * z + weightVariance[c] * (z2 - 1));
            }
            final double step = width[q] * curvature;
            for (int i = 0; i < p; i++) {
                force[i] += step * scores[q * p + i];
            }
        }
        for (int i = 0; i < p; i++) {
            double sum = 0;
            for (int j = 0; j < p; j++) {
                sum += inverse[i][j] * force[j];
            }
            bias[i] = -sum / 2;
        }
    }
}
