package org.modelcollapse.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.apache.spark.launcher.JavaModuleOptions;
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
import org.modelcollapse.gmm.Monitor;

/** A process that is killed in the middle of an experiment, and goes on. */
class KilledTest {

    @TempDir
    Path place;

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
    @DisplayName("an experiment of 1,000 runs whose driver is killed, and that goes on")
    void anExperimentThatIsKilledAndResumed() throws Exception {
        final Path plan = place.resolve("plan");
        final byte[] expected = alone(experiment(), plan);
        final List<String> command = new ArrayList<>(List.of(Processes.java(), "-Xmx512m", "-Dspark.master=local[1]"));
        command.addAll(List.of(JavaModuleOptions.defaultModuleOptions().split(" ")));
        command.addAll(List.of("-Dlog4j2.configurationFile=modelcollapse-log4j2.properties", "-cp",
            Path.of("target/classes") + ":" + System.getProperty("java.class.path"), Main.class.getName(), "experiment",
            plan.toString(), place.resolve("result").toString()));
        final Process driver = new ProcessBuilder(command).redirectErrorStream(true).start();
        Processes.awaits(driver, line -> line.contains(" tasks have ended"));
        driver.destroyForcibly().waitFor();
        final long kept = Files.size(place.resolve("result.unfinished"));
        assertTrue(kept > Files.size(plan), "runs are kept");
        assertTrue(Files.notExists(place.resolve("result")), "nothing half-written has the result's name");
        assertEquals(0, Commands.run("local[2]", "experiment", plan.toString(), place.resolve("result").toString()).code());
        assertArrayEquals(expected, Files.readAllBytes(place.resolve("result")));
        assertTrue(Files.notExists(place.resolve("result.unfinished")));
    }
}
