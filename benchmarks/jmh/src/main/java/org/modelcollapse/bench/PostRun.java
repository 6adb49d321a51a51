package org.modelcollapse.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;

import com.sun.management.OperatingSystemMXBean;
import org.modelcollapse.collapse.experiment.Experiment;
import org.modelcollapse.collapse.experiment.RunResult;
import org.modelcollapse.collapse.experiment.RunStore;
import org.modelcollapse.collapse.experiment.Scenario;
import org.modelcollapse.collapse.model.MixtureLearner;
import org.modelcollapse.collapse.original.Original;
import org.modelcollapse.collapse.regime.Regime;
import org.modelcollapse.gmm.FitSettings;
import org.modelcollapse.gmm.Monitor;

/** The post's experiment by the engine alone, on one thread, as a process of its own. */
public final class PostRun {

    private PostRun() {
    }

    /**
     * Runs it and prints, a line a run, the seconds, those of the processors, the fits and the total variance at the end.
     *
     * @param args generations, and how often; 2,000 and once unless given
     * @throws IOException never, as nothing is stored in files
     */
    public static void main(final String[] args) throws IOException {
        final int generations = args.length > 0 ? Integer.parseInt(args[0]) : 2_000;
        final int times = args.length > 1 ? Integer.parseInt(args[1]) : 1;
        final Scenario scenario = Scenario.of("post", Original.of(Mixtures.post()), 10_000, Regime.replace(),
            new MixtureLearner(FitSettings.sklearn(2), 1), generations);
        for (int i = 0; i < times; i++) {
            final long begin = System.nanoTime();
            final long cpu = cpu();
            try (RunStore store = RunStore.inMemory()) {
                Experiment.of(i + 1, 1, List.of(scenario)).run(store, 1, Monitor.NONE);
                final RunResult run = store.get(0, 0);
                System.out.println((System.nanoTime() - begin) / 1e9 + " " + (cpu() - cpu) / 1e9 + " " + run.fits() + " "
                    + run.last()[0]);
            }
        }
    }

    /** Nanoseconds that the process took of the processors, the compiler's threads among them. */
    private static long cpu() {
        return ((OperatingSystemMXBean)ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
