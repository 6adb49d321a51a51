package org.modelcollapse.knime.fit;

import java.util.Arrays;
import java.util.List;

import org.modelcollapse.gmm.BestFit;
import org.modelcollapse.gmm.CovarianceType;
import org.modelcollapse.gmm.Criterion;
import org.modelcollapse.gmm.Effort;
import org.modelcollapse.gmm.Fit;
import org.modelcollapse.gmm.FitSettings;
import org.modelcollapse.gmm.Fitter;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Monitor;
import org.modelcollapse.gmm.PartialPoints;
import org.modelcollapse.gmm.Points;
import org.modelcollapse.gmm.RandomStream;
import org.modelcollapse.gmm.Selection;
import org.modelcollapse.view.RowsSummary;

/** The rows that a mixture is fitted to, whole ones or such with missing values, with a weight each or none (null). */
sealed interface FitRows {

    /** What "Choose for me" chooses from. */
    record Choices(List<CovarianceType> families, int least, int most, Criterion criterion) {
    }

    int size();

    int dimension();

    double[] weights();

    Fit fit(FitSettings settings, RandomStream random, Monitor monitor);

    Fit fit(FitSettings settings, Effort effort, RandomStream random, Monitor monitor);

    Selection select(FitSettings settings, Choices choices, RandomStream random, Monitor monitor);

    Selection select(FitSettings settings, Choices choices, Effort effort, RandomStream random, Monitor monitor);

    double gain(FitSettings settings, Fit fit, RandomStream random, Monitor monitor);

    /** What is drawn of the rows beside a mixture. */
    RowsSummary summary(GaussianMixture mixture);

    /** Rows without a gap. */
    record Whole(Points points, double[] weights) implements FitRows {
        @Override
        public int size() {
            return points.size();
        }

        @Override
        public int dimension() {
            return points.dimension();
        }

        @Override
        public Fit fit(final FitSettings settings, final RandomStream random, final Monitor monitor) {
            return Fitter.fit(points, weights, settings, random, monitor);
        }

        @Override
        public Fit fit(final FitSettings settings, final Effort effort, final RandomStream random,
            final Monitor monitor) {
            return BestFit.fit(points, weights, settings, effort, random, monitor);
        }

        @Override
        public Selection select(final FitSettings settings, final Choices c, final RandomStream random,
            final Monitor monitor) {
            return Fitter.select(points, weights, settings, c.families(), c.least(), c.most(), c.criterion(), random,
                monitor);
        }

        @Override
        public Selection select(final FitSettings settings, final Choices c, final Effort effort,
            final RandomStream random, final Monitor monitor) {
            return BestFit.select(points, weights, settings, c.families(), c.least(), c.most(), c.criterion(), effort,
                random, monitor);
        }

        @Override
        public double gain(final FitSettings settings, final Fit fit, final RandomStream random,
            final Monitor monitor) {
            return BestFit.gain(points, weights, settings, fit, random, monitor);
        }

        @Override
        public RowsSummary summary(final GaussianMixture mixture) {
            return RowsSummary.of(points, weights);
        }
    }

    /** Rows of which some values are missing. */
    record WithGaps(PartialPoints points, double[] weights) implements FitRows {
        @Override
        public int size() {
            return points.size();
        }

        @Override
        public int dimension() {
            return points.dimension();
        }

        @Override
        public Fit fit(final FitSettings settings, final RandomStream random, final Monitor monitor) {
            return Fitter.fit(points, weights, settings, random, monitor);
        }

        @Override
        public Fit fit(final FitSettings settings, final Effort effort, final RandomStream random,
            final Monitor monitor) {
            return BestFit.fit(points, weights, settings, effort, random, monitor);
        }

        @Override
        public Selection select(final FitSettings settings, final Choices c, final RandomStream random,
            final Monitor monitor) {
            return Fitter.select(points, weights, settings, c.families(), c.least(), c.most(), c.criterion(), random,
                monitor);
        }

        @Override
        public Selection select(final FitSettings settings, final Choices c, final Effort effort,
            final RandomStream random, final Monitor monitor) {
            return BestFit.select(points, weights, settings, c.families(), c.least(), c.most(), c.criterion(), effort,
                random, monitor);
        }

        @Override
        public double gain(final FitSettings settings, final Fit fit, final RandomStream random,
            final Monitor monitor) {
            return BestFit.gain(points, weights, settings, fit, random, monitor);
        }

        /** Of the rows without a gap, or, where there is none, with what the mixture expects in the gaps. */
        @Override
        public RowsSummary summary(final GaussianMixture mixture) {
            final int[] complete = points.completeRows();
            if (complete.length == 0) {
                return RowsSummary.of(points.filledBy(mixture), weights);
            }
            return RowsSummary.of(Points.ofRows(Arrays.stream(complete).mapToObj(points::row).toArray(double[][]::new)),
                weights == null ? null : Arrays.stream(complete).mapToDouble(i -> weights[i]).toArray());
        }
    }
}
