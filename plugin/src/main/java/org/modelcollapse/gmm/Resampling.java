package org.modelcollapse.gmm;

/** How a bootstrap makes another data set like the one at hand. */
public enum Resampling {

    /** Rows are drawn with replacement: nothing is taken for granted. */
    NONPARAMETRIC {
        @Override
        Fit refit(final Points rows, final FitSettings settings, final RandomStream random, final Monitor monitor) {
            // a row that was drawn three times is a row of weight three
            final double[] counts = new double[rows.size()];
            for (int i = 0; i < counts.length; i++) {
                counts[random.nextInt(counts.length)]++;
            }
            return Fitter.fit(rows, counts, settings, random, monitor);
        }
    },

    /** Rows are drawn from the fitted mixture, which is taken for the truth. */
    PARAMETRIC {
        @Override
        Fit refit(final Points rows, final FitSettings settings, final RandomStream random, final Monitor monitor) {
            final GaussianMixture fitted = ((Start.Given)settings.start()).mixture();
            return Fitter.fit(MixtureSampler.of(fitted).sample(rows.size(), random), null, settings, random, monitor);
        }
    },

    /**
     * All rows stay, each with a random weight of the exponential distribution (Newton and Raftery 1994): no row is ever
     * left out, so that small components do not lose all of theirs.
     */
    WEIGHTED_LIKELIHOOD {
        @Override
        Fit refit(final Points rows, final FitSettings settings, final RandomStream random, final Monitor monitor) {
            final double[] weights = new double[rows.size()];
            double sum = 0;
            for (int i = 0; i < weights.length; i++) {
                weights[i] = -StrictMath.log1p(-random.nextDouble());
                sum += weights[i];
            }
            for (int i = 0; i < weights.length; i++) {
                weights[i] *= weights.length / sum;
            }
            return Fitter.fit(rows, weights, settings, random, monitor);
        }
    };

    /** The fit to another data set, from the mixture that the settings start from. */
    abstract Fit refit(Points rows, FitSettings settings, RandomStream random, Monitor monitor);
}
