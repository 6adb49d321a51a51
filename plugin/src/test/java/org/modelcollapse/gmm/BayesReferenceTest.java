package org.modelcollapse.gmm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bayesian fits from given clusters agree with scikit-learn's, number by number ({@code reference/bayes/make_bayes.py}). */
class BayesReferenceTest {

    /** Of 1e-8 relative, the least size that a number counts as: what is nearly zero has no digits in common. */
    private static final double SMALL = 1e-3;

    private static final Map<String, Map<String, Double>> RESULTS = new HashMap<>();

    static {
        for (final Map<String, String> row : Reference.table("bayes/results.csv")) {
            RESULTS.computeIfAbsent(row.get("case"), c -> new HashMap<>()).put(
                String.join(" ", row.get("kind"), row.get("component"), row.get("i"), row.get("j")),
                Reference.number(row, "value"));
        }
    }

    record Case(Map<String, String> row) {

        String name() {
            return row.get("case");
        }

        private OptionalDouble number(final String column) {
            return "default".equals(row.get(column)) ? OptionalDouble.empty()
                : OptionalDouble.of(Reference.number(row, column));
        }

        BayesFit fit() {
            final BayesSettings settings = BayesSettings.sklearn(Reference.whole(row, "k"))
                .withCovarianceType(CovarianceType.named(row.get("covariance_type")))
                .withPrior(WeightPrior.valueOf(row.get("prior").toUpperCase(java.util.Locale.ROOT)), number("concentration"),
                    number("mean_precision").orElse(1), number("freedom"))
                .withTolerance(Reference.number(row, "tol")).withMaxIterations(Reference.whole(row, "max_iter"));
            final String labels = Reference.table("bayes/labels.csv").stream()
                .filter(r -> r.get("case").equals(name())).findFirst().orElseThrow().get("labels");
            return BayesFitter.fit(Reference.points("data/" + row.get("data") + ".csv"),
                labels.chars().map(c -> c - '0').toArray(), settings);
        }

        void check(final String key, final double actual, final double least) {
            final double expected = RESULTS.get(name()).get(key);
            assertEquals(expected, actual, 1e-8 * Math.max(Math.abs(expected), least), key);
        }

        @Override
        public String toString() {
            return row.get("data") + " " + row.get("k") + " " + row.get("covariance_type") + " " + row.get("prior");
        }
    }

    static List<Case> cases() {
        return Reference.table("bayes/cases.csv").stream().map(Case::new).toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void takesAsManyIterationsToTheSameLowerBound(final Case reference) {
        final BayesFit fit = reference.fit();
        assertEquals(Reference.whole(reference.row(), "n_iter"), fit.iterations());
        assertEquals("1".equals(reference.row().get("converged")), fit.converged());
        final double bound = Reference.number(reference.row(), "lower_bound");
        assertEquals(bound, fit.lowerBound(), 1e-10 * Math.abs(bound));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesTheSameDistributions(final Case reference) {
        final BayesFit fit = reference.fit();
        final GaussianMixture mixture = fit.mixture();
        for (int k = 0; k < mixture.components(); k++) {
            reference.check("weight " + k + " 0 0", mixture.weight(k), SMALL);
            reference.check("precision " + k + " 0 0", fit.meanPrecision()[k], SMALL);
            reference.check("freedom " + k + " 0 0", fit.degreesOfFreedom()[k], SMALL);
            for (int i = 0; i < fit.concentration()[k].length; i++) {
                reference.check("concentration " + k + " 0 " + i, fit.concentration()[k][i], SMALL);
            }
            for (int i = 0; i < mixture.dimension(); i++) {
                reference.check("mean " + k + " " + i + " 0", mixture.mean(k, i), 1);
                for (int j = 0; j < mixture.dimension(); j++) {
                    reference.check("covariance " + k + " " + i + " " + j, mixture.covariance(k, i, j), SMALL);
                }
            }
        }
    }
}
