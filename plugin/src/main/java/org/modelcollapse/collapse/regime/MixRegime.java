package org.modelcollapse.collapse.regime;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

import org.modelcollapse.collapse.math.Columns;
import org.modelcollapse.collapse.math.Subset;
import org.modelcollapse.collapse.model.ModelVariance;
import org.modelcollapse.collapse.model.PointSource;
import org.modelcollapse.collapse.original.Origin;
import org.modelcollapse.collapse.original.Original;
import org.modelcollapse.collapse.regime.GenerationMix.Counts;
import org.modelcollapse.gmm.RandomStream;

/**
 * The three-way mix of original, fitted and current points (Shumailov et al., Nature 631, 755, 2024). Order of points in
 * a training set, and of draws: the original part, the fitted part, the current part.
 *
 * @param mix the ratios
 * @param source where the original points come from
 */
public record MixRegime(GenerationMix mix, OriginalSource source) implements Regime {

    /** Neither may be null. */
    public MixRegime {
        Objects.requireNonNull(mix, "mix");
        Objects.requireNonNull(source, "source");
    }

    @Override
    public int trainingSize(final int n, final int generation) {
        return mix.counts(n).total();
    }

    @Override
    public int generated(final int n, final int generation) {
        return mix.counts(n).fitted();
    }

    @Override
    public Holding holding(final int n, final int generations) {
        return Holding.sets(3L * n, n);
    }

    @Override
    public TrainingSets begin(final double[][] first, final Origin origin) {
        return new Mixed(first, origin, mix.counts(first[0].length));
    }

    @Override
    public double[] expectedVariances(final Original original, final double variance, final int n, final int fits,
        final ModelVariance change) {
        return law(variance, n, original.rows().isPresent()).with(change).expectedTotalVariance(fits);
    }

    private ThreeWayLaw law(final double variance, final int n, final boolean rows) {
        final Counts counts = mix.counts(n);
        return rows ? ThreeWayLaw.ofRows(variance, counts, source) : ThreeWayLaw.ofMixture(variance, counts, source);
    }

    @Override
    public StepLaw step(final int n) {
        return ThreeWayLaw.step(mix.counts(n), source);
    }

    @Override
    public boolean replaces(final int n) {
        return mix.counts(n).fitted() == n;
    }

    @Override
    public Optional<LongRun> longRun(final int n) {
        final Counts counts = mix.counts(n);
        final OptionalDouble limit = law(1, n, false).stationaryTotalVariance();
        if (limit.isPresent() && counts.original() > 0) {
            return Optional.of(new LongRun("The original points hold it at {0} in the long run.", limit.getAsDouble()));
        }
        return counts.original() == 0 && counts.fitted() > 0
            ? Optional.of(new LongRun("It halves every {0} generations.", 0)) : Optional.empty();
    }

    private final class Mixed implements TrainingSets {

        private final Subset subset = new Subset();
        private final double[][] first;
        private final Origin origin;
        private final Counts counts;
        private double[][] current;

        Mixed(final double[][] first, final Origin origin, final Counts counts) {
            this.first = first;
            this.origin = origin;
            this.counts = counts;
            this.current = first;
        }

        @Override
        public double[][] next(final PointSource fitted, final RandomStream random) {
            final int n = counts.total();
            final double[][] next = Columns.create(first.length, n);
            if (source == OriginalSource.FRESH) {
                origin.fill(next, 0, counts.original(), random);
            } else {
                subset.copy(first, n, counts.original(), next, 0, random);
            }
            final int endOfFitted = counts.original() + counts.fitted();
            fitted.fill(next, counts.original(), endOfFitted, random);
            subset.copy(current, n, counts.current(), next, endOfFitted, random);
            current = next;
            return next;
        }
    }
}
