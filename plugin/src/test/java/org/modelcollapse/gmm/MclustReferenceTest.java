package org.modelcollapse.gmm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every family against mclust 6.0.0, from the same start, on public data; the folder's README tells of the files. */
class MclustReferenceTest {

    /** As far as EM need go for the log-likelihood to stand still in its twelfth digit. */
    private static final FitSettings SETTINGS =
        FitSettings.sklearn(1).withMaximumLikelihood(true).withTolerance(1e-14).withMaxIterations(50_000);

    /** A fit of mclust's from a start of its own; the log-likelihood is NaN where mclust gave up. */
    private record Expected(CovarianceType family, int k, double logLikelihood, double bic, String classes) {

        static List<Expected> of(final String data) {
            return Reference.table("../mclust/fits.csv").stream().filter(row -> row.get("data").equals(data))
                .map(row -> new Expected(family(row.get("family")), Reference.whole(row, "k"), number(row, "loglik"),
                    number(row, "bic"), row.get("classes")))
                .toList();
        }

        private static CovarianceType family(final String letters) {
            return switch (letters) {
                case "E" -> CovarianceType.TIED;
                case "V" -> CovarianceType.FULL;
                default -> CovarianceType.named(letters);
            };
        }

        private static double number(final Map<String, String> row, final String column) {
            return "NA".equals(row.get(column)) ? Double.NaN : Reference.number(row, column);
        }

        boolean isSound() {
            return logLikelihood == logLikelihood;
        }
    }

    private static EmRun run(final String name, final CovarianceType family, final int k) {
        return run(name, SETTINGS.withComponents(k).withCovarianceType(family));
    }

    private static EmRun run(final String name, final FitSettings settings) {
        final int k = settings.components();
        final FitData data = FitData.of(Reference.points("../mclust/data/" + name + ".csv"), null);
        final String classes = Reference.table("../mclust/starts.csv").stream()
            .filter(r -> r.get("data").equals(name) && Reference.whole(r, "k") == k).findFirst().orElseThrow()
            .get("classes");
        final int[] labels = classes.chars().map(c -> c - '1').toArray();
        return Climb.run(data, settings, Starts.ofLabels(data, settings, labels), RandomStream.of(0), Monitor.NONE);
    }

    private static String classes(final GaussianMixture mixture, final String name) {
        final Points points = Reference.points("../mclust/data/" + name + ".csv");
        return IntStream.range(0, points.size()).mapToObj(i -> {
            final double[] p = mixture.responsibilities(points.row(i));
            int best = 0;
            for (int k = 1; k < p.length; k++) {
                best = p[k] > p[best] ? k : best;
            }
            return String.valueOf(best + 1);
        }).collect(Collectors.joining());
    }

    @ParameterizedTest
    @ValueSource(strings = {"iris", "faithful", "diabetes", "thyroid", "wine", "galaxies", "acidity"})
    void likelihoodCriterionAndClasses(final String name) {
        final List<String> wrong = new ArrayList<>();
        double best = Double.POSITIVE_INFINITY;
        double bestOfMclust = Double.POSITIVE_INFINITY;
        String chosen = "";
        String chosenByMclust = "";
        for (final Expected expected : Expected.of(name)) {
            if (!expected.isSound()) {
                continue; // mclust gave up: a covariance became singular
            }
            final String what = expected.family() + " with " + expected.k();
            final Fit fit = run(name, expected.family(), expected.k()).toFit();
            if (fit.bic() < best) {
                best = fit.bic();
                chosen = what;
            }
            if (-expected.bic() < bestOfMclust) {
                bestOfMclust = -expected.bic();
                chosenByMclust = what;
            }
            final double reached = expected.classes().length() * fit.score();
            if (name.equals("wine") && what.equals("VVE with 5")) {
                // the common axes have several maxima of their own, and the MM algorithm takes a lower one
                assertTrue(reached > expected.logLikelihood() + 1, what);
            } else if (!(Math.abs(reached - expected.logLikelihood()) <= 1e-8 * Math.abs(expected.logLikelihood()))) {
                wrong.add(what + ": " + reached + " for " + expected.logLikelihood());
            } else if (!(Math.abs(fit.bic() + expected.bic()) <= 1e-8 * Math.abs(expected.bic()))) {
                wrong.add(what + ": BIC " + fit.bic() + " for " + -expected.bic());
            } else if (!classes(fit.mixture(), name).equals(expected.classes())) {
                wrong.add(what + ": other classes");
            }
        }
        assertEquals(List.of(), wrong, () -> String.join("\n", wrong));
        assertEquals(chosenByMclust, chosen);
    }

    @ParameterizedTest
    @CsvSource({"iris, VEV, 2", "diabetes, VVV, 3", "wine, VVE, 3"})
    void theModelChosenFromTheHierarchicalStartIsMclusts(final String name, final CovarianceType family, final int k) {
        final Selection selection = Fitter.select(Reference.points("../mclust/data/" + name + ".csv"), null,
            FitSettings.converged(1).withMaximumLikelihood(true).withStart(Start.hierarchical()),
            List.of(CovarianceType.values()), 1, 5, Criterion.BIC, RandomStream.of(1), Monitor.NONE);
        assertEquals(family + " " + k,
            selection.best().mixture().covarianceType() + " " + selection.best().mixture().components());
        final Expected expected = Expected.of(name).stream().filter(e -> e.family() == family && e.k() == k).findFirst()
            .orElseThrow();
        assertEquals(-expected.bic(), selection.best().bic(), 1e-6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iris", "faithful", "diabetes", "thyroid", "wine", "galaxies", "acidity"})
    void withThePriorOfMclust(final String name) {
        final List<String> wrong = new ArrayList<>();
        for (final Map<String, String> row : Reference.table("../mclust/prior.csv")) {
            if (row.get("data").equals(name)) {
                final int k = Reference.whole(row, "k");
                final Fit fit = run(name, SETTINGS.withComponents(k)
                    .withCovarianceType(Expected.family(row.get("family"))).withPrior(Prior.weak())).toFit();
                final double n = Reference.points("../mclust/data/" + name + ".csv").size();
                final double expected = Reference.number(row, "loglik");
                final String what = row.get("family") + " with " + k + ": ";
                // with a prior the likelihood is not at its maximum, and so shows in first order where EM stopped
                if (!(Math.abs(n * fit.score() - expected) <= 1e-7 * Math.abs(expected))) {
                    wrong.add(what + n * fit.score() + " for " + expected);
                } else if (!(Math.abs(fit.mixture().covariance(0, 0, 0) / Reference.number(row, "variance") - 1) < 1e-5)) {
                    wrong.add(what + "variance " + fit.mixture().covariance(0, 0, 0) + " for " + row.get("variance"));
                } else if (!(Math.abs(fit.mixture().mean(0, 0) - Reference.number(row, "mean")) < 1e-5)) {
                    wrong.add(what + "mean " + fit.mixture().mean(0, 0) + " for " + row.get("mean"));
                }
            }
        }
        assertEquals(List.of(), wrong, () -> String.join("\n", wrong));
    }
}
