package org.modelcollapse.gmm;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A mixture fitted again and again to data sets like that which it was fitted to: how far it, and whatever is computed from
 * it, would be off for other rows of the same origin (Efron 1979; for mixtures O'Hagan, Murphy, Scrucca and Gormley 2019,
 * doi:10.1007/s00180-019-00897-9, as in mclust's MclustBootstrap). Each fit starts from the mixture itself, so that its
 * components keep their numbers. Immutable and safe for use by many threads.
 */
public final class Bootstrap {

    /** Data sets that may be drawn until one can be fitted. */
    private static final int ATTEMPTS = 10;

    private final GaussianMixture fitted;

    private final List<Replicate> replicates;

    /** A fit, and how many data sets before could not be fitted. */
    private record Replicate(GaussianMixture mixture, int failed) {
    }

    private Bootstrap(final GaussianMixture fitted, final List<Replicate> replicates) {
        this.fitted = fitted;
        this.replicates = replicates;
    }

    /**
     * Draws data sets and fits them.
     *
     * @param rows {@code n} rows
     * @param fitted the mixture that was fitted to them, of the type that the settings ask for
     * @param settings how; the start in it is not used, and as many fits are made at a time as there are threads in it
     * @param how the data sets come about
     * @param replicates how many, at least 2
     * @param random source of random numbers; every data set has a stream split from it
     * @param monitor told of progress and asked whether to go on, by several threads if the settings give several
     * @return the fits
     * @throws IllegalArgumentException if rows, mixture and settings do not suit each other; the message tells why
     * @throws DegenerateFitException if ten data sets in a row cannot be fitted
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public static Bootstrap of(final Points rows, final GaussianMixture fitted, final FitSettings settings,
        final Resampling how, final int replicates, final RandomStream random, final Monitor monitor) {
        Objects.requireNonNull(how, "how");
        Check.atLeast("number of replicates", replicates, 2);
        Check.sameDimension("mixture", fitted.dimension(), rows.dimension());
        final FitSettings each = settings.withComponents(fitted.components()).withStart(Start.given(fitted))
            .withRestarts(1).withScored(false).withDegeneratePolicy(DegeneratePolicy.FAIL).withThreads(1);
        FitData.of(rows, null).requireSuitable(each);
        final Share share = new Share(monitor, replicates, "Replicate ");
        final List<Supplier<Replicate>> tasks = IntStream.range(0, replicates)
            .<Supplier<Replicate>> mapToObj(b -> () -> replicate(rows, each, how, random.split(b), share)).toList();
        try (SearchWorkers workers = new SearchWorkers(settings.threads())) {
            return new Bootstrap(fitted, List.copyOf(workers.run(tasks)));
        }
    }

    private static Replicate replicate(final Points rows, final FitSettings settings, final Resampling how,
        final RandomStream random, final Share share) {
        for (int attempt = 0;; attempt++) {
            try {
                final Replicate replicate =
                    new Replicate(how.refit(rows, settings, random.split(attempt), share.part()).mixture(), attempt);
                share.done();
                return replicate;
            } catch (final IllegalArgumentException | DegenerateFitException unfit) {
                if (attempt == ATTEMPTS - 1) {
                    throw new DegenerateFitException("Of " + ATTEMPTS + " data sets drawn for a replicate none could be "
                        + "fitted; the last one because: " + unfit.getMessage());
                }
            }
        }
    }

    /** {@return how many fits there are} */
    public int replicates() {
        return replicates.size();
    }

    /** {@return how many data sets could not be fitted, for each of which another one was drawn} */
    public int failed() {
        return replicates.stream().mapToInt(Replicate::failed).sum();
    }

    /**
     * The standard error of what is computed from a mixture.
     *
     * @param parameter computes it
     * @return the standard deviation over the fits
     */
    public double standardError(final ToDoubleFunction<GaussianMixture> parameter) {
        final double[] values = values(parameter);
        final double mean = mean(values);
        double sum = 0;
        for (final double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / (values.length - 1));
    }

    /**
     * By how much the fits are off on average.
     *
     * @param parameter computes something from a mixture
     * @return its mean over the fits less its value for the mixture that they came from
     */
    public double bias(final ToDoubleFunction<GaussianMixture> parameter) {
        return mean(values(parameter)) - parameter.applyAsDouble(fitted);
    }

    /**
     * A quantile of what is computed from a mixture: the bounds of an interval are two of them.
     *
     * @param parameter computes it
     * @param p a probability, 0 to 1
     * @return the quantile over the fits, linear between neighbours (R's type 7)
     */
    public double quantile(final ToDoubleFunction<GaussianMixture> parameter, final double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("The probability of a quantile must be from 0 to 1, but is " + p + ".");
        }
        final double[] values = values(parameter);
        Arrays.sort(values);
        final double place = p * (values.length - 1);
        final int below = (int)place;
        final double above = values[Math.min(below + 1, values.length - 1)];
        return values[below] + (place - below) * (above - values[below]);
    }

    private double[] values(final ToDoubleFunction<GaussianMixture> parameter) {
        return replicates.stream().mapToDouble(r -> parameter.applyAsDouble(r.mixture())).toArray();
    }

    private static double mean(final double... values) {
        double sum = 0;
        for (final double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
