package org.modelcollapse.spark;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.modelcollapse.gmm.CovarianceType;
import org.modelcollapse.gmm.Criterion;
import org.modelcollapse.gmm.DegeneratePolicy;
import org.modelcollapse.gmm.Effort;
import org.modelcollapse.gmm.FitSettings;
import org.modelcollapse.gmm.Prior;
import org.modelcollapse.gmm.Start;

/**
 * The settings of <i>Fit GMM</i>, by the names that the node saves them under, with hyphens; defaults, checks and meaning
 * are the node's.
 *
 * @param least the fewest components
 * @param most the most components
 * @param chosen whether the number is to be chosen from a range
 */
record FitOptions(int least, int most, boolean chosen, Criterion criterion, Families families,
    CovarianceType covariance, Preset preset,
    Effort effort, double tolerance, int maxIterations, double regularization, boolean accelerated, StartFrom start,
    int starts, boolean maximumLikelihood, boolean prior,
    DegeneratePolicy degenerate, boolean fail, Meaning weightMeaning, long seed) {

    /** The names of the options. */
    static final Set<String> NAMES = Set.of("columns", "unusable", "weight-column", "weight-meaning", "components",
        "chosen-by", "families", "covariance", "preset", "effort", "tolerance", "max-iterations", "regularization", "start", "starts",
        "degenerate", "seed");

    /** Those that need no value. */
    static final Set<String> FLAGS = Set.of("accelerated", "maximum-likelihood", "prior");

    static final long LARGEST_SEED = (1L << 53) - 1;

    /** When EM stops. */
    enum Preset {
        BEST, SKLEARN, CONVERGED, CUSTOM
    }

    /** Which kinds of covariance are tried where the number of components is chosen. */
    enum Families {
        ONE, FOUR, ALL
    }

    /** Where EM starts from. */
    enum StartFrom {
        KMEANS(Start.kMeans()), RANDOM_ROWS(Start.randomPoints()), HIERARCHICAL(Start.hierarchical());

        final Start start;

        StartFrom(final Start start) {
            this.start = start;
        }
    }

    /** What row weights say. */
    enum Meaning {
        IMPORTANCE(Double.MAX_VALUE), FREQUENCY(1e15);

        final double greatest;

        Meaning(final double greatest) {
            this.greatest = greatest;
        }
    }

    /** What to do with rows that have missing values. */
    private enum Unusable {
        SKIP, FAIL
    }

    static FitOptions of(final Options options) {
        final String[] range = options.text("components").orElse("2").strip().split("-", -1);
        if (range.length > 2) {
            throw badComponents(options);
        }
        final int least = components(range[0], options);
        final int most = range.length == 1 ? least : components(range[1], options);
        if (most < least) {
            throw Refusal.ofOptions("The range of --components is empty: at least " + least + ", at most " + most
                + ". Give a range like 1-6.");
        }
        return new FitOptions(least, most, range.length == 2, options.choice("chosen-by", Criterion.class, Criterion.BIC),
            options.choice("families", Families.class, Families.FOUR), covariance(options),
            options.choice("preset", Preset.class, Preset.BEST), options.choice("effort", Effort.class, Effort.USUAL),
            options.notNegative("tolerance", 1e-3),
            (int)options.whole("max-iterations", 100, 1, Integer.MAX_VALUE), options.notNegative("regularization", 1e-6),
            options.flag("accelerated"), options.choice("start", StartFrom.class, StartFrom.KMEANS),
            (int)options.whole("starts", 1, 1, Integer.MAX_VALUE), options.flag("maximum-likelihood"),
            options.flag("prior"),
            options.choice("degenerate", DegeneratePolicy.class, DegeneratePolicy.KEEP),
            options.choice("unusable", Unusable.class, Unusable.SKIP) == Unusable.FAIL,
            options.choice("weight-meaning", Meaning.class, Meaning.IMPORTANCE),
            options.whole("seed", 1, 0, LARGEST_SEED));
    }

    private static CovarianceType covariance(final Options options) {
        final String name = options.text("covariance").orElse("full");
        try {
            return CovarianceType.named(name.strip());
        } catch (final IllegalArgumentException e) {
            throw Refusal.ofOptions("--covariance is " + name + ". Give one of full, tied, diagonal, spherical, "
                + String.join(", ", Arrays.stream(CovarianceType.values()).map(Enum::name).toList()) + ".");
        }
    }

    /** The kinds of covariance to choose from. */
    List<CovarianceType> families(final int dimension) {
        return CovarianceType.distinct(switch (families) {
            case ONE -> List.of(covariance);
            case FOUR -> List.of(CovarianceType.SPHERICAL, CovarianceType.DIAGONAL, CovarianceType.TIED,
                CovarianceType.FULL);
            case ALL -> List.of(CovarianceType.values());
        }, dimension);
    }

    private static int components(final String text, final Options options) {
        try {
            final int number = Integer.parseInt(text.strip());
            if (number >= 1) {
                return number;
            }
        } catch (final NumberFormatException e) {
            // told below
        }
        throw badComponents(options);
    }

    private static Refusal badComponents(final Options options) {
        return Refusal.ofOptions("--components is " + options.required("components")
            + ". Give a number of 1 or more, or a range like 1-6.");
    }

    boolean isSearched() {
        return preset == Preset.BEST;
    }

    /** What the engine is to do. */
    FitSettings toSettings(final int components) {
        final FitSettings base = switch (preset) {
            case SKLEARN -> FitSettings.sklearn(components);
            case BEST, CONVERGED -> FitSettings.converged(components);
            case CUSTOM -> FitSettings.sklearn(components).withTolerance(tolerance).withMaxIterations(maxIterations)
                .withRegularization(regularization).withAccelerated(accelerated);
        };
        return (prior ? base.withPrior(Prior.weak()) : base).withCovarianceType(covariance)
            .withStart(isSearched() ? Start.kMeans() : start.start)
            .withRestarts(isSearched() ? 1 : starts)
            .withThreads(isSearched() ? Runtime.getRuntime().availableProcessors() : 1)
            .withMaximumLikelihood(maximumLikelihood).withDegeneratePolicy(degenerate);
    }
}
