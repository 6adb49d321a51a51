package org.modelcollapse.knime.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.modelcollapse.collapse.experiment.OutputSize;
import org.modelcollapse.collapse.experiment.RunSize;
import org.modelcollapse.knime.node.NumberText;

/** Holds an experiment to the memory and the disk that there are, before it starts. */
final class Resources {

    /** Finished runs go to a temporary file if they would take more than this share of the memory. */
    private static final double FINISHED_SHARE = 0.25;

    /** The share of the memory that the runs under way may take together. */
    private static final double RUNNING_SHARE = 0.5;

    /** What gives more than a gigabyte is announced when it is configured. */
    private static final long LARGE = 1_000_000_000;

    private final OutputSize size;

    private final long memory;

    /**
     * @param size of the experiment
     * @param memory bytes that this process may use
     */
    Resources(final OutputSize size, final long memory) {
        this.size = size;
        this.memory = memory;
    }

    static Resources of(final OutputSize size) {
        return new Resources(size, Runtime.getRuntime().maxMemory());
    }

    /** @return what to tell a person who has configured the experiment; empty if there is nothing to worry about */
    String announcement() {
        return Math.max(size.bytes(), size.largestRun().bytes()) < LARGE ? ""
            : "This experiment is large: " + size.describe() + ".";
    }

    /** @return whether the finished runs are too large to be kept in memory */
    boolean needsFile() {
        return size.bytes() > FINISHED_SHARE * memory;
    }

    /**
     * @param wanted how many runs are to be made at the same time
     * @return how many of them the memory allows, up to that
     * @throws IOException if it does not allow one; the message names scenario and settings
     */
    int threads(final int wanted) throws IOException {
        final RunSize largest = size.largestRun();
        if (largest.givesTooMuch()) {
            throw new IOException("Scenario \"" + largest.scenario() + "\": a single run would record and keep "
                + OutputSize.inUnits(largest.resultBytes())
                + ", more than the 2 GB that are possible. Raise \"Record every\" or keep fewer training sets.");
        }
        final int threads = size.threadsWithin((long)(RUNNING_SHARE * memory), wanted);
        if (threads == 0) {
            final boolean points = largest.dataBytes() > 3 * largest.resultBytes();
            throw new IOException("Scenario \"" + largest.scenario() + "\": a single run would need "
                + OutputSize.inUnits(largest.bytes()) + " of memory "
                + (points ? "for the " + NumberText.of(largest.points()) + " rows that it holds"
                    : "for what it records and keeps")
                + ", but this process may use " + OutputSize.inUnits(memory) + ", half of it for runs. "
                + (points ? "Lower \"Rows in a training set\" or \"Generations\", or choose a regime that does not keep all data."
                    : "Raise \"Record every\" or keep fewer training sets."));
        }
        return threads;
    }

    /** @throws IOException if there is no folder for the file, or not enough space in it */
    void requireSpace(final Path file) throws IOException {
        final Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException("The folder of the checkpoint file does not exist: " + folder
                + ". Make it, or choose another path.");
        }
        final long there = Files.exists(file) ? Files.size(file) : 0;
        final long free = Files.getFileStore(folder).getUsableSpace();
        if (size.bytes() - there > free) {
            throw new IOException("The experiment would give " + size.describe() + ", but " + folder + " has only "
                + OutputSize.inUnits(free)
                + " free. Record or keep fewer generations, or name a checkpoint file elsewhere.");
        }
    }
}
