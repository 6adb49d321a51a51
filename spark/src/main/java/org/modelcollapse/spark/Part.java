package org.modelcollapse.spark;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.modelcollapse.collapse.experiment.Experiment;
import org.modelcollapse.collapse.experiment.RunResult;
import org.modelcollapse.collapse.experiment.RunStore;

/**
 * One of several shares of the runs of an experiment: every so many-th one, so that the shares cost about the same.
 *
 * @param number which one, from 1
 * @param parts how many there are
 */
record Part(int number, int parts) {

    private static final Pattern WRITTEN = Pattern.compile("\\s*(\\d{1,9})\\s*/\\s*(\\d{1,9})\\s*");

    static Part of(final String text) {
        final Matcher matcher = WRITTEN.matcher(text);
        if (matcher.matches()) {
            final Part part = new Part(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
            if (part.number >= 1 && part.number <= part.parts) {
                return part;
            }
        }
        throw Refusal.ofOptions("--part is " + text + ". Give a share like 3/20, the third of twenty.");
    }

    boolean has(final int scenario, final int replicate, final int replicates) {
        return ((long)scenario * replicates + replicate) % parts == number - 1;
    }

    /** A store that seems to have the runs of all other shares. */
    RunStore of(final RunStore store, final Experiment experiment) {
        return new RunStore() {
            @Override
            public void open(final Experiment toCome) {
                // it is open
            }

            @Override
            public boolean has(final int scenario, final int replicate) {
                return !Part.this.has(scenario, replicate, experiment.replicates()) || store.has(scenario, replicate);
            }

            @Override
            public void add(final RunResult run) throws IOException {
                store.add(run);
            }

            @Override
            public RunResult get(final int scenario, final int replicate) throws IOException {
                return store.get(scenario, replicate);
            }

            @Override
            public void close() {
                // whoever opened it does that
            }
        };
    }
}
