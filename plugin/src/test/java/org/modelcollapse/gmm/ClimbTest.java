package org.modelcollapse.gmm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Maximum likelihood never falls, not even where a component collapses onto a point and rounding decides. */
class ClimbTest {

    /** How far a mean log-likelihood may fall. */
    private static final double ALLOWED = 1e-9;

    /** Few rows, many components, rows that repeat: data that collapse. -Dclimb.fits=20000 makes more. */
    private static final int FITS = Integer.getInteger("climb.fits", 3000);

    private static Points data(final RandomStream random, final int n, final int d) {
        final double[][] columns = new double[d][n];
        final double grain = Math.pow(10, random.nextInt(4) - 2);
        final boolean repeats = random.nextInt(2) == 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < d; j++) {
                final double x = random.nextGaussian() * (1 + random.nextInt(4)) + 8 * random.nextInt(2);
                columns[j][i] = repeats ? Math.rint(x / grain) * grain : x;
            }
        }
        return Points.wrap(columns);
    }

    @Test
    @DisplayName("no step lowers the log-likelihood, and the one that would is not taken, in thousands of fits")
    void neverFalls() {
        final List<String> falls = new ArrayList<>();
        int stopped = 0;
        for (int i = 0; i < FITS; i++) {
            final RandomStream random = RandomStream.of(17, i);
            final int d = 1 + random.nextInt(3);
            final int k = 1 + random.nextInt(6);
            final CovarianceType type = CovarianceType.values()[random.nextInt(14)];
            final Points points = data(random, 8 + random.nextInt(60), d);
            final FitSettings settings = FitSettings.sklearn(k).withCovarianceType(type).withMaximumLikelihood(true)
                .withTolerance(random.nextInt(2) == 0 ? 0 : 1e-12).withMaxIterations(400).withAccelerated(i % 2 == 0)
                .withStart(random.nextInt(3) == 0 ? Start.randomPoints() : Start.kMeans());
            final Fit fit;
            try {
                fit = Fitter.fit(points, settings, random);
            } catch (IllegalArgumentException tooFewDistinctRows) {
                continue;
            }
            final double[] trace = fit.trace();
            for (int t = 1; t < trace.length; t++) {
                if (!(trace[t] >= trace[t - 1] - ALLOWED)) {
                    falls.add("fit " + i + ", iteration " + (t + 1) + ": " + (trace[t] - trace[t - 1]));
                }
            }
            if (!(fit.score() >= fit.lowerBound() - ALLOWED)) {
                falls.add("fit " + i + ", at its end: " + (fit.score() - fit.lowerBound()));
            }
            assertEquals(trace[trace.length - 1], fit.lowerBound(), "fit " + i);
            if (fit.stopReason() == StopReason.ROUNDING) {
                stopped++;
                assertTrue(fit.warnings().stream().anyMatch(w -> w.kind() == FitWarning.Kind.ROUNDING), "fit " + i);
            }
        }
        assertEquals(List.of(), falls);
        assertTrue(stopped > 0, "some fits are such that a step had to be refused");
    }
}
