package org.modelcollapse.gmm;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/** One run of EM from one start. */
final class EmRun {

    /** Acceleration sets in when the mean log-likelihood changes by less: before, EM takes large steps by itself. */
    private static final double NEAR = 1e-2;

    /** How far the bound may fall in an accelerated step: EM with regularisation does not climb exactly either. */
    private static final double SLACK = 1e-7;

    /** EM never lowers the log-likelihood; a fall that is more than the noise of a sum comes from a narrow component. */
    private static final double FALL = 5e-10;

    private static final int RESEEDS_OF_COMPONENT = 3;

    private final AllRows data;

    private final DataPass pass;

    private final FitSettings settings;

    private final RandomStream random;

    private final Monitor monitor;

    private final Maximization maximization;

    private final Diagnosis diagnosis;

    private double[] trace = new double[16];

    private int iterations;

    private boolean converged;

    private boolean fell;

    private double lowerBound = Double.NEGATIVE_INFINITY;

    /** The parameters after the last M-step, and those that its sums were taken at. */
    private Parameters parameters;

    private Parameters before;

    private double score;

    /** The score, with the prior's share. */
    private double height;

    private double entropy;

    private int reseeds;

    EmRun(final AllRows data, final DataPass pass, final FitSettings settings, final RandomStream random,
        final Monitor monitor) {
        this.data = data;
        this.pass = pass;
        this.settings = settings;
        this.random = random;
        this.monitor = monitor;
        maximization = new Maximization(data, settings);
        diagnosis = new Diagnosis(data, settings);
    }

    void iterate(final Parameters start) {
        parameters = start;
        if (settings.accelerated()) {
            climbAccelerated();
        } else {
            climb();
        }
        score = lowerBound;
        height = lowerBound;
        if (settings.scored()) {
            evaluate();
            if (falls(height, lowerBound)) {
                parameters = before;
                fell = true;
                evaluate();
            }
        }
    }

    /** Evaluates the parameters once more. */
    private void evaluate() {
        final Statistics sums = pass.sums(parameters, true);
        score = sums.logLikelihood / data.totalWeight();
        height = height(sums, parameters);
        entropy = sums.entropy;
    }

    /** What EM climbs: the mean log-likelihood, with a prior its logarithm added to that of all rows. */
    private double height(final Statistics sums, final Parameters at) {
        return (sums.logLikelihood + maximization.logPrior(at)) / data.totalWeight();
    }

    /** Only the pure maximum-likelihood step is bound to climb. */
    private boolean falls(final double bound, final double previous) {
        return settings.ridge() == 0 && settings.maximumLikelihood() && !(bound >= previous - FALL);
    }

    /** Goes back to where the log-likelihood was higher, which ends the run. */
    private void fallBack(final Parameters higher) {
        parameters = higher;
        before = higher;
        fell = true;
    }

    private void climb() {
        double previous = Double.NEGATIVE_INFINITY;
        while (iterations < settings.maxIterations() && !converged) {
            final Parameters higher = before;
            final double bound = step(parameters);
            if (falls(bound, previous)) {
                fallBack(higher);
                return;
            }
            lowerBound = bound;
            record(lowerBound);
            converged = Math.abs(lowerBound - previous) < settings.tolerance();
            previous = mend() ? Double.NEGATIVE_INFINITY : lowerBound;
        }
    }

    /**
     * Each pass is taken where the acceleration proposes. Where that lowers the log-likelihood, the proposal is dropped
     * and the run goes on from the plain EM step that it was to replace.
     */
    private void climbAccelerated() {
        final Acceleration acceleration = new Acceleration(settings.covarianceType());
        double previous = Double.NEGATIVE_INFINITY;
        boolean settled = false;
        Parameters plain = parameters;
        Parameters at = parameters;
        Parameters higher = parameters;
        while (iterations < settings.maxIterations() && !converged) {
            final double bound = step(at);
            final double slack = settings.ridge() > 0 ? SLACK : 2e-14 * Math.abs(previous);
            if (at != plain && !(bound >= previous - slack)) {
                acceleration.rejected();
                record(previous);
                parameters = plain;
                at = plain;
                continue;
            }
            if (at == plain && falls(bound, previous)) {
                fallBack(higher);
                return;
            }
            if (at != plain) {
                acceleration.accepted();
            }
            record(bound);
            lowerBound = bound;
            higher = at;
            final double change = Math.abs(bound - previous);
            // a proposal may hit a point of equal likelihood by chance, but not twice
            converged = change < settings.tolerance() && (settled || at == plain);
            settled = change < settings.tolerance();
            previous = bound;
            if (mend()) {
                converged = false;
                previous = Double.NEGATIVE_INFINITY;
                acceleration.forget();
            }
            plain = parameters;
            at = parameters;
            if (change < NEAR) {
                final Parameters proposal = acceleration.propose(before, parameters);
                at = proposal == null ? plain : proposal;
            }
        }
    }

    /** One iteration, from the given parameters to new ones; returns the mean log-likelihood at the given ones. */
    private double step(final Parameters at) {
        final int done = iterations;
        monitor.progress((double)done / settings.maxIterations(), () -> "EM iteration " + (done + 1));
        final Statistics sums = pass.sums(at, false);
        before = at;
        parameters = maximization.step(sums, at);
        return height(sums, at);
    }

    private void record(final double bound) {
        if (iterations == trace.length) {
            trace = Arrays.copyOf(trace, 2 * iterations);
        }
        trace[iterations] = bound;
        iterations++;
    }

    /** Deals with dead and collapsed components as the settings say; whether the parameters were changed. */
    private boolean mend() {
        if (settings.degeneratePolicy() == DegeneratePolicy.KEEP) {
            return false;
        }
        final BitSet bad = diagnosis.collapsed(parameters, maximization.floored());
        bad.or(maximization.dead());
        if (bad.isEmpty()) {
            return false;
        }
        final int k = bad.nextSetBit(0);
        if (settings.degeneratePolicy() == DegeneratePolicy.FAIL) {
            throw new DegenerateFitException("Component " + (k + 1)
                + (maximization.dead().get(k) ? " has lost all rows" : " has collapsed onto a point or a line")
                + " in iteration " + iterations
                + ": take fewer components, more regularization, another start, or let such components be kept.");
        }
        if (reseeds >= RESEEDS_OF_COMPONENT * settings.components() || iterations >= settings.maxIterations()) {
            return false;
        }
        reseeds++;
        diagnosis.reseeded(k);
        parameters = Starts.reseeded(data, settings, parameters, k, random);
        converged = false;
        return true;
    }

    /** A healthy fit is better than one with dead or collapsed components, whose likelihood means little. */
    boolean isBetterThan(final EmRun other) {
        final int degenerate = degenerate();
        final int ofOther = other.degenerate();
        return degenerate == ofOther ? height > other.height : degenerate < ofOther;
    }

    private int degenerate() {
        final BitSet bad = diagnosis.collapsed(parameters, maximization.floored());
        bad.or(maximization.dead());
        return bad.cardinality();
    }

    /** The parameters after the last M-step, in centred coordinates. */
    Parameters parameters() {
        return parameters;
    }

    /** The mean log-likelihood: of those parameters if scored, otherwise of those before the last M-step. */
    double score() {
        return score;
    }

    int iterations() {
        return iterations;
    }

    boolean isDegenerate() {
        return degenerate() > 0;
    }

    GaussianMixture toMixture() {
        return parameters.toMixture(data);
    }

    private StopReason stopReason() {
        if (fell) {
            return StopReason.ROUNDING;
        }
        return converged ? StopReason.CONVERGED : StopReason.MAX_ITERATIONS;
    }

    Fit toFit() {
        return toFit(Optional.empty());
    }

    Fit toFit(final SearchReport search) {
        return toFit(Optional.of(search));
    }

    private Fit toFit(final Optional<SearchReport> search) {
        final GaussianMixture mixture = toMixture();
        final int p = mixture.freeParameters();
        final double deviance = -2 * score * data.totalWeight();
        final double bic = deviance + p * StrictMath.log(data.totalWeight());
        return new Fit(mixture, lowerBound, score, iterations,
            stopReason(), Arrays.copyOf(trace, iterations),
            deviance + 2 * p, bic, bic + 2 * entropy,
            diagnosis.warnings(before, parameters, stopReason(), maximization, Arrays.copyOf(trace, iterations), search),
            search);
    }
}
