package org.modelcollapse.gmm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Fits from given starts agree with scikit-learn's, number by number. */
class ReferenceFitTest {

    static List<ReferenceCase> cases() {
        return ReferenceCase.all();
    }

    private static Fit fit(final ReferenceCase reference) {
        return Fitter.fit(reference.data(), reference.settings(), RandomStream.of(0));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void takesAsManyIterationsAndStopsForTheSameReason(final ReferenceCase reference) {
        final Fit fit = fit(reference);
        assertEquals(reference.iterations(), fit.iterations());
        assertEquals(reference.summary().get("converged") == 1, fit.converged());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesTheSameLikelihoodAndCriteria(final ReferenceCase reference) {
        final Fit fit = fit(reference);
        final Map<String, Double> summary = reference.summary();
        assertEquals(summary.get("lower_bound"), fit.lowerBound(), 1e-13);
        assertEquals(summary.get("score"), fit.score(), 1e-13);
        assertEquals(summary.get("n_parameters"), fit.mixture().freeParameters());
        // the criteria are 2 n times the score
        final double tolerance = 2 * reference.data().size() * 1e-13;
        assertEquals(summary.get("aic"), fit.aic(), tolerance);
        assertEquals(summary.get("bic"), fit.bic(), tolerance);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesTheSameParameters(final ReferenceCase reference) {
        final GaussianMixture expected = reference.expected();
        final GaussianMixture actual = fit(reference).mixture();
        double largestMean = 0;
        double largestCovariance = 0;
        for (int k = 0; k < reference.k(); k++) {
            for (int i = 0; i < reference.d(); i++) {
                largestMean = Math.max(largestMean, Math.abs(expected.mean(k, i)));
                largestCovariance = Math.max(largestCovariance, expected.covariance(k, i, i));
            }
        }
        for (int k = 0; k < reference.k(); k++) {
            assertEquals(expected.weight(k), actual.weight(k), 1e-13 * Math.max(expected.weight(k), 1e-3));
            for (int i = 0; i < reference.d(); i++) {
                // relative, where "nearly zero" means a thousandth of the largest of its kind
                final double mean = expected.mean(k, i);
                assertEquals(mean, actual.mean(k, i), 1e-12 * Math.max(Math.abs(mean), 1e-3 * largestMean));
                for (int j = 0; j < reference.d(); j++) {
                    final double covariance = expected.covariance(k, i, j);
                    assertEquals(covariance, actual.covariance(k, i, j),
                        1e-12 * Math.max(Math.abs(covariance), 1e-3 * largestCovariance));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesTheSameResponsibilitiesAndLogDensities(final ReferenceCase reference) {
        final GaussianMixture mixture = fit(reference).mixture();
        for (final Map<String, String> row : Reference.table(reference.name() + ".proba.csv")) {
            final double[] x = reference.data().row(Reference.whole(row, "row"));
            final double[] responsibilities = mixture.responsibilities(x);
            int label = 0;
            for (int k = 0; k < reference.k(); k++) {
                assertEquals(Reference.number(row, "p" + k), responsibilities[k], 1e-12);
                label = responsibilities[k] > responsibilities[label] ? k : label;
            }
            assertEquals(Reference.whole(row, "label"), label);
            assertEquals(Reference.number(row, "log_density"), mixture.logDensity(x), 2e-12);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void recordsTheSameTrace(final ReferenceCase reference) {
        final double[] trace = fit(reference).trace();
        assertEquals(reference.iterations(), trace.length);
        if (Reference.exists(reference.name() + ".trace.csv")) {
            for (final Map<String, String> row : Reference.table(reference.name() + ".trace.csv")) {
                assertEquals(Reference.number(row, "lower_bound"), trace[Reference.whole(row, "iteration") - 1], 1e-13);
            }
        }
    }
}
