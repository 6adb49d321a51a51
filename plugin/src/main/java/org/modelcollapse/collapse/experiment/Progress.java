package org.modelcollapse.collapse.experiment;

import java.util.List;
import java.util.Locale;

import org.modelcollapse.gmm.Monitor;

/** Tells people how far an experiment is: scenario, replicate, rate, time left. The clock has no part in results. */
final class Progress {

    private final Experiment experiment;
    private final List<int[]> missing;
    private final long total;
    private final long start = System.nanoTime();

    Progress(final Experiment experiment, final List<int[]> missing) {
        this.experiment = experiment;
        this.missing = missing;
        long generations = 0;
        for (final int[] run : missing) {
            generations += experiment.scenarios().get(run[0]).generations();
        }
        total = generations;
    }

    /**
     * @param done generations made since the start
     * @param latest number among the missing runs of the one that was begun last, or -1
     */
    void report(final Monitor monitor, final long done, final int latest) {
        final double seconds = (System.nanoTime() - start) / 1e9;
        monitor.progress(Math.min(1, done / (double)total), () -> describe(done, latest, seconds));
    }

    String describe(final long done, final int latest, final double seconds) {
        final int[] run = missing.get(Math.max(0, latest));
        final double rate = done / seconds;
        final String left = done == 0 ? "" : ", " + duration((total - done) / rate) + " left";
        return String.format(Locale.ROOT, "Scenario %d/%d \"%s\", replicate %d/%d, %,.0f generations/s%s", run[0] + 1,
            experiment.scenarios().size(), experiment.scenarios().get(run[0]).name(), run[1] + 1,
            experiment.replicates(), rate, left);
    }

    static String duration(final double seconds) {
        if (seconds < 99.5) {
            return String.format(Locale.ROOT, "%.0f s", seconds);
        }
        final long minutes = Math.round(seconds / 60);
        return minutes < 100 ? minutes + " min" : String.format(Locale.ROOT, "%d h %02d min", minutes / 60,
            minutes % 60);
    }
}
