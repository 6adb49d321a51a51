package org.modelcollapse.gmm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Climbs of the search: EM from a start, and moves from one maximum to a better one nearby. */
final class Climb {

    /** Steps of EM after which the proposals of a round of moves are compared. */
    private static final int BRIEF = 10;

    /** Proposals of a round that are tried, and those of them that are run on. */
    private static final int TRIED = 6;

    private static final int PROMISING = 2;

    private static final int MOST_ROUNDS = 20;

    /** A gain in the log-likelihood of all rows that is no accident of where EM stopped. */
    private static final double GAIN = 0.05;

    private Climb() {
    }

    static EmRun run(final AllRows data, final FitSettings settings, final Parameters start, final RandomStream random,
        final Monitor monitor) {
        try (DataPass pass = DataPass.of(data, settings.components(), settings.threads(), monitor)) {
            final EmRun run = new EmRun(data, pass, settings, random, monitor);
            run.iterate(start);
            return run;
        }
    }

    /** Moves from a maximum to better ones while there are any; null if there is none. */
    static EmRun refine(final FitData data, final FitSettings settings, final Parameters from, final double score,
        final RandomStream random, final Monitor monitor) {
        EmRun best = null;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            final EmRun better = better(data, settings, best == null ? from : best.parameters(),
                (best == null ? score : best.score()) + GAIN / data.size(), random, monitor);
            if (better == null) {
                break;
            }
            best = better;
        }
        return best;
    }

    private static EmRun better(final FitData data, final FitSettings settings, final Parameters from,
        final double least, final RandomStream random, final Monitor monitor) {
        final List<EmRun> tried = new ArrayList<>();
        for (final Parameters proposal : new LocalMoves(data, settings, from, random, monitor).proposals(TRIED)) {
            tried.add(run(data, settings.withMaxIterations(BRIEF), proposal, random, monitor));
        }
        tried.sort(Comparator.comparingDouble(EmRun::score).reversed());
        EmRun better = null;
        for (final EmRun run : tried.subList(0, Math.min(PROMISING, tried.size()))) {
            final EmRun end = run(data, settings, run.parameters(), random, monitor);
            if (!end.isDegenerate() && !Spikes.has(data, end.parameters())
                && end.score() > (better == null ? least : better.score())) {
                better = end;
            }
        }
        return better;
    }
}
