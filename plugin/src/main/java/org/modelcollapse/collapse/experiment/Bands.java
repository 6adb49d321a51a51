package org.modelcollapse.collapse.experiment;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;

import org.modelcollapse.gmm.Monitor;

/**
 * The bands of a scenario's numbers over its replicates, generation by generation. The runs are read from their store
 * as often as needed for a block of generations at a time, so that memory is bounded by one block, whatever the number
 * of generations and replicates.
 */
public final class Bands {

    /** Numbers that a block may hold: 64 MB. */
    private static final long BLOCK = 8_000_000;

    private final Scenario scenario;
    private final int number;
    private final int replicates;
    private final RunStore store;
    private final List<String> names;
    private final Map<String, IntToDoubleFunction> laws;
    private final long block;

    private Bands(final Experiment experiment, final int number, final RunStore store, final long block) {
        this.scenario = experiment.scenarios().get(number);
        this.number = number;
        this.replicates = experiment.replicates();
        this.store = store;
        this.names = scenario.measured().names();
        this.laws = ScenarioLaws.expected(scenario);
        this.block = block;
    }

    /**
     * @param experiment an experiment whose runs are all made
     * @param scenario number of the scenario, from 0
     * @param store where its runs are
     * @return the bands of that scenario
     */
    public static Bands of(final Experiment experiment, final int scenario, final RunStore store) {
        return new Bands(experiment, scenario, store, BLOCK);
    }

    static Bands inBlocks(final Experiment experiment, final int scenario, final RunStore store, final long block) {
        return new Bands(experiment, scenario, store, block);
    }

    /** Takes the bands of one generation after the other. */
    @FunctionalInterface
    public interface Sink {

        /**
         * @param generation number of the generation
         * @param bands a band for each of the {@linkplain Bands#names names}
         * @throws IOException if they cannot be taken
         */
        void accept(int generation, List<Band> bands) throws IOException;
    }

    /** @return the names of the numbers that bands are of */
    public List<String> names() {
        return names;
    }

    /**
     * Computes the bands of all recorded generations that at least one run reached, in ascending order.
     *
     * @param sink takes them
     * @param monitor asked whether to go on
     * @throws IOException if a run is not in the store or cannot be read, or the sink says so
     */
    public void forEach(final Sink sink, final Monitor monitor) throws IOException {
        final int[] recorded = scenario.recordedGenerations();
        final long perGeneration = Math.max(1, (long)replicates * names.size());
        final int generations = (int)Math.max(1, Math.min(block / perGeneration, recorded.length));
        for (int from = 0; from < recorded.length; from += generations) {
            final int to = Math.min(from + generations, recorded.length);
            final List<List<double[]>> rows = read(from, to, monitor);
            for (int i = from; i < to; i++) {
                final List<double[]> row = rows.get(i - from);
                if (row.isEmpty()) {
                    return;
                }
                sink.accept(recorded[i], bands(recorded[i], row));
            }
        }
    }

    /** For each recorded generation of the block the numbers of all runs that reached it. */
    private List<List<double[]>> read(final int from, final int to, final Monitor monitor) throws IOException {
        final List<List<double[]>> rows = new ArrayList<>();
        for (int i = from; i < to; i++) {
            rows.add(new ArrayList<>());
        }
        for (int r = 0; r < replicates; r++) {
            monitor.checkCanceled();
            final List<double[]> ofRun = store.get(number, r).recorded();
            for (int i = from; i < Math.min(to, ofRun.size()); i++) {
                rows.get(i - from).add(ofRun.get(i));
            }
        }
        return rows;
    }

    private List<Band> bands(final int generation, final List<double[]> rows) {
        final List<Band> bands = new ArrayList<>();
        for (int m = 0; m < names.size(); m++) {
            final double[] values = new double[rows.size()];
            for (int r = 0; r < values.length; r++) {
                values[r] = rows.get(r)[m];
            }
            final IntToDoubleFunction law = laws.get(names.get(m));
            bands.add(Band.of(values, law == null || rows.size() < replicates ? OptionalDouble.empty()
                : OptionalDouble.of(law.applyAsDouble(generation))));
        }
        return bands;
    }
}
