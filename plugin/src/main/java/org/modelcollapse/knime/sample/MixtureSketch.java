package org.modelcollapse.knime.sample;

import java.util.stream.IntStream;

import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.knime.node.NumberText;

/** A mixture of one dimension in a line of text: its shape, drawn with blocks, and its main numbers. */
final class MixtureSketch {

    /** As many blocks as fit into the width of a dialog. */
    private static final int CELLS = 24;

    private static final String BLOCKS = "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588";

    /** How many standard deviations around each component are drawn. */
    private static final double REACH = 3;

    /** The density is looked at every so many standard deviations of each component to find the peaks. */
    private static final double STEP = 0.05;

    /** Ups and downs of less than this, as a share, are rounding. */
    private static final double ROUNDING = 1e-9;

    /** With more components the peaks are not counted: a dialog answers at once. */
    private static final int MOST_COMPONENTS = 50;

    private final GaussianMixture mixture;

    private final int[] used;

    private MixtureSketch(final GaussianMixture mixture) {
        this.mixture = mixture;
        this.used = IntStream.range(0, mixture.components()).filter(k -> mixture.weight(k) > 0).toArray();
    }

    /**
     * @param mixture of one dimension
     * @return the text
     */
    static String of(final GaussianMixture mixture) {
        final MixtureSketch sketch = new MixtureSketch(mixture);
        return sketch.shape() + ". Mean " + NumberText.of(mixture.mean()[0]) + ", standard deviation "
            + NumberText.of(Math.sqrt(mixture.totalVariance())) + sketch.peaks() + ".";
    }

    private String shape() {
        final double low = IntStream.of(used).mapToDouble(k -> mixture.mean(k) - REACH * mixture.sd(k)).min().orElse(0);
        final double high = IntStream.of(used).mapToDouble(k -> mixture.mean(k) + REACH * mixture.sd(k)).max().orElse(0);
        final double[] mass = new double[CELLS];
        double most = 0;
        for (int i = 0; i < CELLS; i++) {
            // the mass of a cell, not the density at a point, which a narrow component would slip through
            mass[i] = mixture.cdf(low + (high - low) * (i + 1) / CELLS) - mixture.cdf(low + (high - low) * i / CELLS);
            most = Math.max(most, mass[i]);
        }
        final StringBuilder line = new StringBuilder();
        for (final double m : mass) {
            line.append(BLOCKS.charAt((int)Math.round(Math.max(0, m) / most * (BLOCKS.length() - 1))));
        }
        return line + " from " + NumberText.of(low) + " to " + NumberText.of(high);
    }

    private String peaks() {
        if (used.length > MOST_COMPONENTS) {
            return "";
        }
        final int steps = (int)(REACH / STEP);
        final double[] density = IntStream.of(used).boxed()
            .flatMapToDouble(k -> IntStream.rangeClosed(-steps, steps)
                .mapToDouble(i -> mixture.mean(k) + i * STEP * mixture.sd(k)))
            .sorted().distinct().map(x -> mixture.density(x)).toArray();
        int peaks = 0;
        boolean rising = true;
        double extreme = density[0];
        for (final double d : density) {
            if (rising ? d > extreme : d < extreme) {
                extreme = d;
            } else if (rising ? d < extreme * (1 - ROUNDING) : d > extreme * (1 + ROUNDING)) {
                peaks += rising ? 1 : 0;
                rising = !rising;
                extreme = d;
            }
        }
        return peaks == 1 ? ", one peak" : ", " + peaks + " peaks";
    }
}
