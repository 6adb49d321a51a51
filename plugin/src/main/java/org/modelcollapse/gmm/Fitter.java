package org.modelcollapse.gmm;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Fits Gaussian mixtures by expectation-maximisation (Dempster, Laird and Rubin 1977,
 * doi:10.1111/j.2517-6161.1977.tb01600.x).
 *
 * <p>An iteration computes the responsibilities at the current parameters (E-step), then the parameters from those
 * (M-step); its lower bound is the mean log-likelihood at the parameters before the M-step. EM has converged when the
 * lower bound differs from that of the iteration before by less than the tolerance. With the settings of
 * {@link FitSettings#sklearn} the answers are scikit-learn's.
 *
 * <p>All methods are safe for use by many threads, each with its own {@link RandomStream}; the same data, settings and
 * stream give the same bits.
 */
public final class Fitter {

    private Fitter() {
    }

    /**
     * Fits one mixture.
     *
     * @param data {@code n} rows, at least as many distinct ones as there are components
     * @param settings how
     * @param random source of random numbers, drawn from
     * @return the fit
     * @throws IllegalArgumentException if data and settings do not suit each other; the message tells why
     * @throws DegenerateFitException if a component dies or collapses and the settings say to fail
     */
    public static Fit fit(final Points data, final FitSettings settings, final RandomStream random) {
        return fit(data, null, settings, random, Monitor.NONE);
    }

    /**
     * Fits one mixture to weighted rows.
     *
     * @param data {@code n} rows, at least as many distinct ones of positive weight as there are components
     * @param rowWeights {@code n} numbers, at least 0, not all 0: a row of weight 2 counts like two rows; {@code null}
     *            for 1 each
     * @param settings how
     * @param random source of random numbers, drawn from
     * @param monitor told of progress and asked whether to go on
     * @return the fit
     * @throws IllegalArgumentException if data and settings do not suit each other; the message tells why
     * @throws DegenerateFitException if a component dies or collapses and the settings say to fail
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public static Fit fit(final Points data, final double[] rowWeights, final FitSettings settings,
        final RandomStream random, final Monitor monitor) {
        return best(data, rowWeights, settings, random, monitor).toFit();
    }

    /**
     * Fits one mixture and tells nothing else: for studies that make millions of small fits, where the report would
     * take as long as the fit.
     *
     * @param data {@code n} rows, at least as many distinct ones as there are components
     * @param settings how
     * @param random source of random numbers, drawn from
     * @param monitor told of progress and asked whether to go on
     * @return the mixture that {@link #fit(Points, double[], FitSettings, RandomStream, Monitor)} gives
     * @throws IllegalArgumentException if data and settings do not suit each other; the message tells why
     * @throws DegenerateFitException if a component dies or collapses and the settings say to fail
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public static GaussianMixture mixture(final Points data, final FitSettings settings, final RandomStream random,
        final Monitor monitor) {
        return best(data, null, settings, random, monitor).toMixture();
    }

    /**
     * Fits one mixture to rows that lie elsewhere.
     *
     * @param rows as many distinct ones at least as there are components
     * @param settings as for {@link #fit(Points, double[], FitSettings, RandomStream, Monitor)}
     * @param random source of random numbers, drawn from
     * @param monitor told of progress and asked whether to go on
     * @return what {@link #fit(Points, double[], FitSettings, RandomStream, Monitor)} gives for the same rows
     * @throws IllegalArgumentException if data and settings do not suit each other; the message tells why
     * @throws DegenerateFitException if a component dies or collapses and the settings say to fail
     */
    public static Fit fit(final RowBlocks rows, final FitSettings settings, final RandomStream random,
        final Monitor monitor) {
        return bestOfStarts(RemoteRows.of(rows), settings, random, monitor).toFit();
    }

    private static EmRun best(final Points data, final double[] rowWeights, final FitSettings settings,
        final RandomStream random, final Monitor monitor) {
        Objects.requireNonNull(random, "random");
        Objects.requireNonNull(monitor, "monitor");
        return bestOfStarts(FitData.of(data, rowWeights), settings, random, monitor);
    }

    /**
     * Fits one mixture to rows of which some values are not known: EM finds a maximum of the likelihood of those that are
     * (values missing at random, in the sense of Rubin 1976, doi:10.1093/biomet/63.3.581).
     *
     * @param data {@code n} rows
     * @param rowWeights as for {@link #fit(Points, double[], FitSettings, RandomStream, Monitor)}
     * @param settings how
     * @param random source of random numbers, drawn from
     * @param monitor told of progress and asked whether to go on
     * @return the fit
     * @throws IllegalArgumentException if data and settings do not suit each other; the message tells why
     * @throws DegenerateFitException if a component dies or collapses and the settings say to fail
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public static Fit fit(final PartialPoints data, final double[] rowWeights, final FitSettings settings,
        final RandomStream random, final Monitor monitor) {
        return bestOfStarts(FitData.of(data, rowWeights, monitor), settings, random, monitor).toFit();
    }

    /**
     * Fits a mixture for each number of components in a range and says which one a criterion prefers.
     *
     * @param data {@code n} rows
     * @param rowWeights as for {@link #fit(Points, double[], FitSettings, RandomStream, Monitor)}
     * @param settings how; the number of components in it is not used, the fits are scored in any case, and the start
     *            must not be a given mixture
     * @param least the fewest components, at least 1
     * @param most the most components, at least {@code least}
     * @param criterion what decides
     * @param random source of random numbers; every number of components has a stream split from it
     * @param monitor told of progress and asked whether to go on
     * @return all fits and the choice
     * @throws IllegalArgumentException if data and settings do not suit each other; the message tells why
     * @throws DegenerateFitException if a component dies or collapses and the settings say to fail
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public static Selection select(final Points data, final double[] rowWeights, final FitSettings settings,
        final int least, final int most, final Criterion criterion, final RandomStream random,
        final Monitor monitor) {
        return select(FitData.of(data, rowWeights), settings, List.of(settings.covarianceType()), least, most,
            criterion, random, monitor);
    }

    /**
     * Fits a mixture to rows that lie elsewhere for each of some covariance families and each number of components in a
     * range, and says which one a criterion prefers.
     *
     * @param rows the rows
     * @param settings as for
     *            {@link #select(Points, double[], FitSettings, int, int, Criterion, RandomStream, Monitor)}; the
     *            covariance type in it is not used
     * @param families at least one
     * @param least the fewest components, at least 1
     * @param most the most components, at least {@code least}
     * @param criterion what decides
     * @param random source of random numbers
     * @param monitor told of progress and asked whether to go on
     * @return what {@link #select(Points, double[], FitSettings, int, int, Criterion, RandomStream, Monitor)} gives for
     *         the same rows
     * @throws IllegalArgumentException if data and settings do not suit each other; the message tells why
     * @throws DegenerateFitException if a component dies or collapses and the settings say to fail
     */
    public static Selection select(final RowBlocks rows, final FitSettings settings, final List<CovarianceType> families,
        final int least, final int most, final Criterion criterion, final RandomStream random, final Monitor monitor) {
        return select(RemoteRows.of(rows), settings, families, least, most, criterion, random, monitor);
    }

    /**
     * Fits a mixture for each of some covariance families and each number of components in a range and says which one a
     * criterion prefers. For each number, all families have the same random numbers, and so the same clusters to start
     * from.
     *
     * @param data {@code n} rows
     * @param rowWeights as for {@link #fit(Points, double[], FitSettings, RandomStream, Monitor)}
     * @param settings as for {@link #select(Points, double[], FitSettings, int, int, Criterion, RandomStream, Monitor)};
     *            the covariance type in it is not used
     * @param families at least one
     * @param least the fewest components, at least 1
     * @param most the most components, at least {@code least}
     * @param criterion what decides
     * @param random source of random numbers; every number of components has a stream split from it
     * @param monitor told of progress and asked whether to go on
     * @return all fits, family by family, and the choice
     * @throws IllegalArgumentException if data and settings do not suit each other; the message tells why
     * @throws DegenerateFitException if a component dies or collapses and the settings say to fail
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public static Selection select(final Points data, final double[] rowWeights, final FitSettings settings,
        final List<CovarianceType> families, final int least, final int most, final Criterion criterion,
        final RandomStream random, final Monitor monitor) {
        return select(FitData.of(data, rowWeights), settings, families, least, most, criterion, random, monitor);
    }

    /**
     * The same for rows of which some values are not known.
     *
     * @param data {@code n} rows
     * @param rowWeights as for {@link #fit(Points, double[], FitSettings, RandomStream, Monitor)}
     * @param settings how
     * @param families at least one
     * @param least the fewest components, at least 1
     * @param most the most components, at least {@code least}
     * @param criterion what decides
     * @param random source of random numbers
     * @param monitor told of progress and asked whether to go on
     * @return all fits, family by family, and the choice
     * @throws IllegalArgumentException if data and settings do not suit each other; the message tells why
     * @throws DegenerateFitException if a component dies or collapses and the settings say to fail
     */
    public static Selection select(final PartialPoints data, final double[] rowWeights, final FitSettings settings,
        final List<CovarianceType> families, final int least, final int most, final Criterion criterion,
        final RandomStream random, final Monitor monitor) {
        return select(FitData.of(data, rowWeights, monitor), settings, families, least, most, criterion, random,
            monitor);
    }

    private static Selection select(final AllRows data, final FitSettings settings,
        final List<CovarianceType> families, final int least, final int most, final Criterion criterion,
        final RandomStream random, final Monitor monitor) {
        Check.atLeast("number of families", families.size(), 1);
        Check.atLeast("fewest components", least, 1);
        Check.atLeast("most components", most, least);
        Objects.requireNonNull(criterion, "criterion");
        if (settings.start() instanceof Start.Given) {
            throw new IllegalArgumentException(
                "A start mixture has a fixed number of components: choose another start, or a fixed number.");
        }
        final List<Fit> fits = new ArrayList<>();
        final StartSource starts = new StartSource(data, random);
        final int parts = families.size() * (most - least + 1);
        for (final CovarianceType family : families) {
            for (int k = least; k <= most; k++) {
                final Monitor part = new PartialMonitor(monitor, fits.size(), parts,
                    (families.size() == 1 ? "" : family + ", ") + k + " components: ");
                fits.add(bestOfStarts(data, starts,
                    settings.withCovarianceType(family).withComponents(k).withScored(true), random.split(k), part).toFit());
            }
        }
        return Selection.of(criterion, fits);
    }

    private static EmRun bestOfStarts(final AllRows data, final FitSettings settings, final RandomStream random,
        final Monitor monitor) {
        return bestOfStarts(data, new StartSource(data, random), settings, random, monitor);
    }

    private static EmRun bestOfStarts(final AllRows data, final StartSource starts, final FitSettings settings,
        final RandomStream random, final Monitor monitor) {
        data.requireSuitable(settings);
        try (DataPass pass = DataPass.of(data, settings.components(), settings.threads(), monitor)) {
            EmRun best = null;
            for (int r = 0; r < settings.restarts(); r++) {
                final Monitor part = settings.restarts() == 1 ? monitor
                    : new PartialMonitor(monitor, r, settings.restarts(), "start " + (r + 1) + ": ");
                final Parameters start = starts.start(r, settings, random, part);
                final EmRun run = new EmRun(data, pass, settings, random, part);
                run.iterate(start);
                if (best == null || run.isBetterThan(best)) {
                    best = run;
                }
            }
            return best;
        }
    }
}
