package org.modelcollapse.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import org.modelcollapse.collapse.experiment.Experiment;
import org.modelcollapse.collapse.experiment.OutputSize;
import org.modelcollapse.collapse.experiment.RunStore;
import org.modelcollapse.gmm.Monitor;

/**
 * {@code experiment}: makes the runs of an experiment that its checkpoint does not have yet, as tasks of Spark or, a share
 * of them, in this process. The result is a checkpoint from which the node takes all runs.
 */
final class ExperimentCommand {

    static final String USAGE = """
        experiment PLAN RESULT [--part 3/20] [--threads N] [--overwrite]
                                   makes the runs of an experiment that are missing. PLAN is the checkpoint file of a
                                   Recursive Collapse Experiment, finished or not; RESULT the checkpoint with all runs, from
                                   which the node goes on. With --part only one share of them is made, without Spark, on all
                                   cores of this machine; merge puts the shares together. An interrupted command goes on when
                                   it is given again.
        """;

    private ExperimentCommand() {
    }

    static void run(final List<String> typed) {
        final Options options = Options.of("experiment", typed, Set.of("part", "threads"), Set.of("overwrite"));
        if (options.words().size() != 2) {
            throw Refusal.ofOptions("experiment needs two files, PLAN and RESULT, but " + options.words().size()
                + " are given.");
        }
        final Path plan = Path.of(options.words().get(0));
        final Path result = Path.of(options.words().get(1));
        final Part part = Part.of(options.text("part").orElse("1/1"));
        final int threads =
            (int)options.whole("threads", Runtime.getRuntime().availableProcessors(), 1, 10_000);
        try {
            final Experiment experiment = plan(plan);
            requireFree(result, experiment, options.flag("overwrite"));
            final Path unfinished = result.resolveSibling(result.getFileName() + ".unfinished");
            final OutputSize size = experiment.size();
            System.err.println("Output: " + size.describe());
            try (RunStore store = RunStore.inFile(unfinished)) {
                store.open(experiment);
                store.damage().ifPresent(Main::warn);
                RunStore.take(plan, experiment, store).ifPresent(Main::warn);
                if (options.has("part")) {
                    experiment.run(part.of(store, experiment), threads, new Said());
                } else {
                    Session.run("experiment", spark -> SparkRuns.make(experiment, store, spark));
                }
                write(experiment, store, result);
            }
            Files.deleteIfExists(unfinished);
        } catch (final IOException e) {
            throw Refusal.of(Sentences.first(e), e);
        } catch (final IllegalArgumentException e) {
            throw Refusal.of(Sentences.first(e), e);
        }
    }

    /** The experiment of a file, which is told to be missing by its name. */
    static Experiment plan(final Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw Refusal.of("The file " + file + " is not there.");
        }
        return RunStore.plan(file);
    }

    private static void requireFree(final Path result, final Experiment experiment, final boolean overwrite) {
        if (Files.exists(result) && !overwrite) {
            throw Refusal.of("The result " + result + " exists: give another name, or --overwrite.");
        }
        final Path folder = result.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw Refusal.of("Nothing can be written to " + result + ": the folder " + folder
                + (Files.isDirectory(folder) ? " is write-protected." : " is not there."));
        }
    }

    /** Scenario and replicate of every run, in their order. */
    static List<int[]> runs(final Experiment experiment) {
        final List<int[]> runs = new ArrayList<>();
        for (int s = 0; s < experiment.scenarios().size(); s++) {
            for (int r = 0; r < experiment.replicates(); r++) {
                runs.add(new int[]{s, r});
            }
        }
        return runs;
    }

    /** Writes all runs that are there, in their order, so that the bytes are a matter of the experiment alone. */
    static void write(final Experiment experiment, final RunStore store, final Path result) throws IOException {
        final Path aside = result.resolveSibling(result.getFileName() + ".written");
        Files.deleteIfExists(aside);
        try (RunStore ordered = RunStore.inFile(aside)) {
            ordered.open(experiment);
            for (final int[] run : runs(experiment)) {
                if (store.has(run[0], run[1])) {
                    ordered.add(store.get(run[0], run[1]));
                }
            }
        }
        Files.move(aside, result, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Tells people how far it is. */
    private static final class Said implements Monitor {

        private long last = System.nanoTime();

        @Override
        public void progress(final double fraction, final Supplier<String> message) {
            final long now = System.nanoTime();
            if (now - last > 10_000_000_000L) {
                last = now;
                System.err.println(message.get());
            }
        }

        @Override
        public void checkCanceled() {
            // the process is ended by a signal
        }
    }
}
