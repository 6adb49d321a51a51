package org.modelcollapse.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.spark.launcher.JavaModuleOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modelcollapse.collapse.experiment.Experiment;
import org.modelcollapse.collapse.experiment.RunStore;
import org.modelcollapse.collapse.experiment.Scenario;
import org.modelcollapse.collapse.model.MixtureLearner;
import org.modelcollapse.collapse.original.Original;
import org.modelcollapse.collapse.regime.Regime;
import org.modelcollapse.gmm.FitSettings;
import org.modelcollapse.gmm.Fitter;
import org.modelcollapse.gmm.Monitor;
import org.modelcollapse.gmm.Points;
import org.modelcollapse.gmm.RandomStream;

/** A real master and two workers: the same bytes, also where a worker is killed in the middle. */
class ClusterTest {

    private static final Map<String, String> CONF = Map.of("spark.executor.memory", "512m", "spark.executor.cores", "1",
        "spark.executor.extraClassPath", Path.of("target/classes").toAbsolutePath().toString(), "spark.driver.host",
        "127.0.0.1", "spark.driver.bindAddress", "127.0.0.1", "spark.ui.enabled", "false", "spark.extraListeners",
        EventListener.class.getName());

    @TempDir
    Path place;

    private Cluster cluster;

    @BeforeEach
    void starts() throws IOException {
        cluster = Cluster.start(place);
        CONF.forEach(System::setProperty);
    }

    @AfterEach
    void ends() {
        CONF.keySet().forEach(System::clearProperty);
        cluster.close();
    }

    private String fitted(final Points points, final Path input) throws IOException {
        final Commands.Ended ended = Commands.run(cluster.url(), "fit", "--input", input.toString(), "--components", "3",
            "--preset", "sklearn", "--partitions", "8", "--output", place.resolve("fit").toString());
        assertEquals(0, ended.code(), ended.errors());
        return Commands.text(place.resolve("fit/mixture.csv"));
    }

    private static String expected(final Points points) {
        return MixtureFile.table(Fitter.fit(points, FitSettings.sklearn(3), RandomStream.of(1)).mixture().sortedByMean(),
            List.of("x", "y")).csv();
    }

    @Test
    @DisplayName("a fit on two workers, one of which is killed when 40 tasks have ended")
    void aFitOfWhichAWorkerIsKilled() throws IOException {
        final Points points = Commands.sample(Commands.PLANE, 200_000);
        final Path input = Commands.folder(place.resolve("rows"), "x,y", points, 4);
        EventListener.after(40, () -> cluster.kill(0));
        assertEquals(expected(points), fitted(points, input));
        assertTrue(EventListener.isDone(), "the worker was killed before the end");
    }

    @Test
    @DisplayName("a fit on two workers that live")
    void aFit() throws IOException {
        final Points points = Commands.sample(Commands.PLANE, 200_000);
        final Path input = Commands.folder(place.resolve("rows"), "x,y", points, 4);
        assertEquals(expected(points), fitted(points, input));
    }

    private Experiment experiment() {
        return Experiment.of(11, 1000, List.of(Scenario.of("mixture", Original.of(Commands.LINE), 200, Regime.replace(),
            new MixtureLearner(FitSettings.sklearn(2), 1), 20)));
    }

    private byte[] alone(final Experiment experiment, final Path plan) throws IOException {
        try (RunStore store = RunStore.inFile(plan)) {
            store.open(experiment);
        }
        final Path alone = place.resolve("alone");
        try (RunStore store = RunStore.inFile(alone)) {
            experiment.run(store, 1, Monitor.NONE);
        }
        return Files.readAllBytes(alone);
    }

    @Test
    @DisplayName("an experiment of 1,000 runs on two workers, one of which is killed")
    void anExperimentOfWhichAWorkerIsKilled() throws IOException {
        final Path plan = place.resolve("plan");
        final byte[] expected = alone(experiment(), plan);
        EventListener.after(3, () -> cluster.kill(1));
        assertEquals(0, Commands.run(cluster.url(), "experiment", plan.toString(), place.resolve("result").toString()).code());
        assertArrayEquals(expected, Files.readAllBytes(place.resolve("result")));
        assertTrue(EventListener.isDone(), "the worker was killed before the end");
    }

    @Test
    @DisplayName("an experiment of 1,000 runs whose driver is killed, and that goes on")
    void anExperimentThatIsKilledAndResumed() throws Exception {
        final Path plan = place.resolve("plan");
        final byte[] expected = alone(experiment(), plan);
        final List<String> command = new ArrayList<>(List.of(Cluster.java(), "-Xmx512m", "-Dspark.master=local[1]"));
        command.addAll(List.of(JavaModuleOptions.defaultModuleOptions().split(" ")));
        command.addAll(List.of("-Dlog4j2.configurationFile=modelcollapse-log4j2.properties", "-cp",
            Path.of("target/classes") + ":" + System.getProperty("java.class.path"), Main.class.getName(), "experiment",
            plan.toString(), place.resolve("result").toString()));
        final Process driver = new ProcessBuilder(command).redirectErrorStream(true).start();
        Cluster.awaits(driver, line -> line.contains(" tasks have ended"));
        driver.destroyForcibly().waitFor();
        final long kept = Files.size(place.resolve("result.unfinished"));
        assertTrue(kept > Files.size(plan), "runs are kept");
        assertTrue(Files.notExists(place.resolve("result")), "nothing half-written has the result's name");
        assertEquals(0, Commands.run("local[2]", "experiment", plan.toString(), place.resolve("result").toString()).code());
        assertArrayEquals(expected, Files.readAllBytes(place.resolve("result")));
        assertTrue(Files.notExists(place.resolve("result.unfinished")));
    }
}
