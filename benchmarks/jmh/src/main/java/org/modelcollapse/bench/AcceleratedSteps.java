package org.modelcollapse.bench;

import java.util.Locale;

import org.modelcollapse.gmm.Fit;
import org.modelcollapse.gmm.FitSettings;
import org.modelcollapse.gmm.Fitter;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.MixtureSampler;
import org.modelcollapse.gmm.Points;
import org.modelcollapse.gmm.RandomStream;
import org.modelcollapse.gmm.Start;

/**
 * How many passes over the data plain and accelerated EM take until every parameter is within 1e-8 of the fixed point,
 * by pure maximum likelihood from the same k-means start, and what each makes of the tolerance 1e-10. No clock: the
 * numbers are the same on every machine.
 */
public final class AcceleratedSteps {

    private static final double NEAR = 1e-8;

    private static final int MOST = 200_000;

    private AcceleratedSteps() {
    }

    /**
     * Prints the table.
     *
     * @param args number of points of each data set, 2,000 unless given
     */
    public static void main(final String[] args) {
        final int n = args.length > 0 ? Integer.parseInt(args[0]) : 2_000;
        System.out.printf("| mixture, n = %,d | plain | accelerated | ratio | plain, tol 1e-10 | distance left"
            + " | accelerated, tol 1e-10 | distance left |%n|---|---|---|---|---|---|---|---|%n", n);
        report("K = 2, 4 sd apart", Mixtures.line(2, 4), n);
        report("K = 2, 3 sd apart", Mixtures.line(2, 3), n);
        report("K = 2, 2.5 sd apart", Mixtures.line(2, 2.5), n);
        report("K = 2, 2 sd apart", Mixtures.line(2, 2), n);
        report("K = 3, 3 sd apart", Mixtures.line(3, 3), n);
        report("K = 3, 2.5 sd apart", Mixtures.line(3, 2.5), n);
        report("K = 4, 3 sd apart", Mixtures.line(4, 3), n);
        report("K = 5, 8 columns", Mixtures.space(), n);
    }

    private static void report(final String name, final GaussianMixture mixture, final int n) {
        final Points data = MixtureSampler.of(mixture).sample(n, MixtureSampler.Order.SHUFFLED, RandomStream.of(1));
        final FitSettings plain = FitSettings.sklearn(mixture.components()).withMaximumLikelihood(true);
        final GaussianMixture start =
            Fitter.fit(data, plain.withMaxIterations(1), RandomStream.of(2)).mixture();
        final FitSettings settings = plain.withStart(Start.given(start));
        final GaussianMixture end = polished(data, settings);
        final int slow = plainSteps(data, settings, end);
        final int quick = acceleratedSteps(data, settings, end);
        final Fit stopped = fit(data, settings.withTolerance(1e-10), MOST);
        final Fit stoppedEarly = fit(data, settings.withTolerance(1e-10).withAccelerated(true), MOST);
        System.out.printf(Locale.ROOT, "| %s | %s | %s | %.1f | %d | %.0e | %d | %.0e |%n", name, steps(slow),
            steps(quick), (double)slow / quick, stopped.iterations(), distance(stopped.mixture(), end),
            stoppedEarly.iterations(), distance(stoppedEarly.mixture(), end));
    }

    private static String steps(final int steps) {
        return steps >= MOST ? "more than " + MOST : Integer.toString(steps);
    }

    private static Fit fit(final Points data, final FitSettings settings, final int iterations) {
        return Fitter.fit(data, settings.withMaxIterations(iterations), RandomStream.of(2));
    }

    /** Accelerated to rest, then plain until a hundred steps move nothing that matters. */
    private static GaussianMixture polished(final Points data, final FitSettings settings) {
        GaussianMixture at = fit(data, settings.withTolerance(0).withAccelerated(true), 3_000).mixture();
        for (int round = 0; round < 1_000; round++) {
            final GaussianMixture next =
                fit(data, settings.withTolerance(0).withStart(Start.given(at)), 100).mixture();
            final double moved = distance(at, next);
            at = next;
            if (moved < NEAR / 1000) {
                return at;
            }
        }
        throw new IllegalStateException("The fixed point was not reached");
    }

    /** Plain EM has no memory, so it can go on from where it was: coarse steps to the last stretch, then single ones. */
    private static int plainSteps(final Points data, final FitSettings settings, final GaussianMixture end) {
        GaussianMixture at = ((Start.Given)settings.start()).mixture();
        int done = 0;
        for (int stretch = 64; stretch >= 1; stretch /= 64) {
            while (done < MOST) {
                final GaussianMixture next = fit(data, settings.withTolerance(0).withStart(Start.given(at)), stretch)
                    .mixture();
                if (distance(next, end) <= NEAR) {
                    break;
                }
                at = next;
                done += stretch;
            }
        }
        return done + 1;
    }

    /** The first number of iterations after which the answer is near, and stays so for the next two numbers. */
    private static int acceleratedSteps(final Points data, final FitSettings settings, final GaussianMixture end) {
        final FitSettings accelerated = settings.withTolerance(0).withAccelerated(true);
        int near = 0;
        for (int m = 1; m < 3_000; m++) {
            near = distance(fit(data, accelerated, m).mixture(), end) <= NEAR ? near + 1 : 0;
            if (near == 3) {
                return m - 2;
            }
        }
        return MOST;
    }

    /** The greatest difference of any weight, mean or covariance; components are in the same order. */
    private static double distance(final GaussianMixture a, final GaussianMixture b) {
        double most = 0;
        final double[][][] covA = a.covariances();
        final double[][][] covB = b.covariances();
        for (int k = 0; k < a.components(); k++) {
            most = Math.max(most, Math.abs(a.weight(k) - b.weight(k)));
            for (int i = 0; i < a.dimension(); i++) {
                most = Math.max(most, Math.abs(a.mean(k, i) - b.mean(k, i)));
                for (int j = 0; j < a.dimension(); j++) {
                    most = Math.max(most, Math.abs(covA[k][i][j] - covB[k][i][j]));
                }
            }
        }
        return most;
    }
}
