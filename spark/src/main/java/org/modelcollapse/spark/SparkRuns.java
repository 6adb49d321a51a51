package org.modelcollapse.spark;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.SparkSession;
import org.modelcollapse.collapse.experiment.Experiment;
import org.modelcollapse.collapse.experiment.RunMaker;
import org.modelcollapse.collapse.experiment.RunResult;
import org.modelcollapse.collapse.experiment.RunStore;
import org.modelcollapse.gmm.Monitor;

import scala.collection.JavaConverters;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/** The runs of an experiment as tasks of Spark. Apart from the command, which makes shares without any Spark at hand. */
final class SparkRuns {

    /** Tasks for each core, so that those that end early find something to do. */
    private static final int TASKS_OF_CORE = 8;

    private SparkRuns() {
    }

    /** Runs of one scenario. */
    private record Block(int scenario, int[] replicates, double cost) implements Serializable {
    }

    /** Makes all runs that the store does not have, and puts them there as they come. */
    static void make(final Experiment experiment, final RunStore store, final SparkSession session) {
        final JavaSparkContext spark = new JavaSparkContext(session.sparkContext());
        final List<Block> blocks = blocks(experiment, store, spark.defaultParallelism());
        if (blocks.isEmpty()) {
            return;
        }
        final Broadcast<byte[]> head;
        try {
            head = spark.broadcast(headOf(experiment));
        } catch (final IOException e) {
            throw Refusal.of("The plan cannot be handed on: " + Sentences.first(e), e);
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
