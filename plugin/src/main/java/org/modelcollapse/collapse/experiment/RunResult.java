package org.modelcollapse.collapse.experiment;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

import org.modelcollapse.collapse.law.Steps;
import org.modelcollapse.collapse.recursion.EndReason;
import org.modelcollapse.gmm.Points;

/**
 * What one run gave. Immutable.
 *
 * @param scenario number of the scenario, from 0
 * @param replicate number of the replicate, from 0
 * @param fits how many fits were made; fewer than the generations asked for if it ended before, 0 if not even the
 *            first training set could be fitted
 * @param reason why it ended
 * @param message what the learner said if the run ended because no further fit was possible, else empty
 * @param halfLife the first fit whose total variance was at most half of the original's, or 0 if none was
 * @param collapsedAt the first fit whose total variance was below the share that counts as collapse, or 0 if none was
 * @param widened whether the last fit had a greater total variance than the original
 * @param steps the steps of the total variance against the law, of all generations, recorded or not
 * @param recorded metrics of the recorded generations that were reached, a row a generation in their order
 * @param last metrics of the last fit; empty if there is none
 * @param kept training sets that were kept
 */
public record RunResult(int scenario, int replicate, int fits, EndReason reason, String message, int halfLife,
    int collapsedAt, boolean widened, Steps steps, List<double[]> recorded, double[] last, List<Kept> kept) {

    /** Copies the lists; the arrays are shared and must not be written to. */
    public RunResult {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(steps, "steps");
        recorded = List.copyOf(recorded);
        kept = List.copyOf(kept);
    }

    /** @return the run as bytes, to be handed on */
    public byte[] toBytes() {
        return RunCodec.encode(this);
    }

    /**
     * @param bytes of a run
     * @return the run, bit by bit the same
     * @throws IOException if they are no run
     */
    public static RunResult of(final byte[] bytes) throws IOException {
        return RunCodec.decode(bytes);
    }

    /** @return the half-life, or empty if the run kept more than half of the variance to its end (censored) */
    public OptionalInt halfLifeIfReached() {
        return halfLife == 0 ? OptionalInt.empty() : OptionalInt.of(halfLife);
    }

    /** @return the time of collapse, or empty if the run did not collapse to its end (censored) */
    public OptionalInt collapseIfReached() {
        return collapsedAt == 0 ? OptionalInt.empty() : OptionalInt.of(collapsedAt);
    }

    /**
     * A training set that was kept.
     *
     * @param generation its number, from 1
     * @param points its points
     * @param components of each component of the mixture that was fitted to the points the weight, then for each column
     *            mean and standard deviation; empty if the fitted model is no mixture or there was no fit
     */
    public record Kept(int generation, Points points, List<double[]> components) {

        /** Copies the list; the arrays are shared and must not be written to. */
        public Kept {
            components = List.copyOf(components);
        }
    }
}
