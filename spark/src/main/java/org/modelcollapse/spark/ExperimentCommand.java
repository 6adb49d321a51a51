package org.modelcollapse.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.rdd.RDD;
import org.modelcollapse.collapse.experiment.Experiment;
import org.modelcollapse.collapse.experiment.OutputSize;
import org.modelcollapse.collapse.experiment.RunMaker;
import org.modelcollapse.collapse.experiment.RunResult;
import org.modelcollapse.collapse.experiment.RunStore;
import org.modelcollapse.gmm.Monitor;

import scala.collection.JavaConverters;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

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

    /** Tasks for each core, so that those that end early find something to do. */
    private static final int TASKS_OF_CORE = 8;

    private ExperimentCommand() {
    }

    /** Runs of one scenario. */
    private record Block(int scenario, int[] replicates, double cost) implements Serializable {
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
                    Session.run("experiment", spark -> make(experiment, plan, store,
                        new JavaSparkContext(spark.sparkContext())));
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

    private static void make(final Experiment experiment, final Path plan, final RunStore store,
        final JavaSparkContext spark) {
        final List<Block> blocks = blocks(experiment, store, spark.defaultParallelism());
        if (blocks.isEmpty()) {
            return;
        }
        final Broadcast<byte[]> head;
        try {
            head = spark.broadcast(headOf(experiment));
        } catch (final IOException e) {
            throw Refusal.of("The plan " + plan + " cannot be read: " + Sentences.first(e), e);
        }
        final RDD<byte[]> runs = spark.parallelize(blocks, blocks.size())
            .mapPartitions(partition -> made(partition, head.value())).rdd();
        final List<Object> partitions = new ArrayList<>();
        for (int p = 0; p < blocks.size(); p++) {
            partitions.add(p);
        }
        spark.sc().runJob(runs, new Collected(), JavaConverters.asScalaBuffer(partitions).toSeq(),
            new Kept(store, blocks.size()), ClassTag$.MODULE$.apply(byte[][].class));
    }

    /** Runs of about the same cost together, those that take longest first, so that none is waited for in the end. */
    private static List<Block> blocks(final Experiment experiment, final RunStore store, final int cores) {
        final RunMaker maker = RunMaker.of(experiment);
        final List<List<Integer>> missing = new ArrayList<>();
        double total = 0;
        for (int s = 0; s < experiment.scenarios().size(); s++) {
            final List<Integer> ofScenario = new ArrayList<>();
            for (int r = 0; r < experiment.replicates(); r++) {
                if (!store.has(s, r)) {
                    ofScenario.add(r);
                }
            }
            total += ofScenario.size() * maker.cost(s);
            missing.add(ofScenario);
        }
        final double share = total / ((double)cores * TASKS_OF_CORE);
        final List<Block> blocks = new ArrayList<>();
        for (int s = 0; s < missing.size(); s++) {
            final int runs = (int)Math.max(1, Math.min(missing.get(s).size(), share / maker.cost(s)));
            for (int from = 0; from < missing.get(s).size(); from += runs) {
                final List<Integer> some = missing.get(s).subList(from, Math.min(from + runs, missing.get(s).size()));
                blocks.add(new Block(s, some.stream().mapToInt(r -> r).toArray(), some.size() * maker.cost(s)));
            }
        }
        blocks.sort(Comparator.comparingDouble(Block::cost).reversed());
        return blocks;
    }

    /** The head of a checkpoint, by which a task knows the experiment. */
    private static byte[] headOf(final Experiment experiment) throws IOException {
        final Path file = Files.createTempFile("plan", ".runs");
        try {
            try (RunStore store = RunStore.inFile(file)) {
                store.open(experiment);
            }
            return Files.readAllBytes(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static Iterator<byte[]> made(final Iterator<Block> blocks, final byte[] head) throws IOException {
        final Path file = Files.createTempFile("plan", ".runs");
        final Experiment experiment;
        try {
            Files.write(file, head);
            experiment = RunStore.plan(file);
        } finally {
            Files.deleteIfExists(file);
        }
        final RunMaker maker = RunMaker.of(experiment);
        final Monitor task = new UntilKilled(TaskContext.get());
        final List<byte[]> runs = new ArrayList<>();
        while (blocks.hasNext()) {
            final Block block = blocks.next();
            for (final int replicate : block.replicates()) {
                runs.add(maker.make(block.scenario(), replicate, task).toBytes());
            }
        }
        return runs.iterator();
    }

    /** Ends a run whose task Spark has given up. */
    private record UntilKilled(TaskContext task) implements Monitor {
        @Override
        public void progress(final double fraction, final Supplier<String> message) {
            // Spark tells of tasks
        }

        @Override
        public void checkCanceled() {
            task.killTaskIfInterrupted();
        }
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

    /** The runs of a task. */
    private static final class Collected extends AbstractFunction2<TaskContext, scala.collection.Iterator<byte[]>, byte[][]>
        implements Serializable {

        private static final long serialVersionUID = 1;

        @Override
        public byte[][] apply(final TaskContext task, final scala.collection.Iterator<byte[]> runs) {
            final List<byte[]> all = new ArrayList<>();
            while (runs.hasNext()) {
                all.add(runs.next());
            }
            return all.toArray(byte[][]::new);
        }
    }

    /** Puts the runs of a task into the checkpoint as soon as it has ended: whoever is interrupted goes on from there. */
    private static final class Kept extends AbstractFunction2<Object, byte[][], BoxedUnit> {

        private final RunStore store;

        private final int tasks;

        private int ended;

        Kept(final RunStore store, final int tasks) {
            this.store = store;
            this.tasks = tasks;
        }

        @Override
        public BoxedUnit apply(final Object task, final byte[][] runs) {
            try {
                for (final byte[] run : runs) {
                    store.add(RunResult.of(run));
                }
            } catch (final IOException e) {
                throw new UncheckedIOException(e);
            }
            ended++;
            if (ended == tasks || ended % Math.max(1, tasks / 20) == 0) {
                System.err.println(ended + " of " + tasks + " tasks have ended");
            }
            return BoxedUnit.UNIT;
        }
    }
}
