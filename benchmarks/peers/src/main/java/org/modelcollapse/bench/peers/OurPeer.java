package org.modelcollapse.bench.peers;

import org.modelcollapse.gmm.CovarianceType;
import org.modelcollapse.gmm.Fit;
import org.modelcollapse.gmm.FitSettings;
import org.modelcollapse.gmm.Fitter;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Points;
import org.modelcollapse.gmm.RandomStream;
import org.modelcollapse.gmm.Start;

/** Ours, by pure maximum likelihood, as the others have no regularisation either. */
final class OurPeer implements Peer {

    private final int threads;

    private final boolean accelerated;

    OurPeer(final int threads, final boolean accelerated) {
        this.threads = threads;
        this.accelerated = accelerated;
    }

    @Override
    public Data prepare(final double[][] rows) {
        final Points points = Points.ofRows(rows);
        return (start, iterations, tolerance) -> {
            final GaussianMixture from =
                GaussianMixture.of(CovarianceType.FULL, start.weights(), start.means(), start.covariances());
            final Fit fit = Fitter.fit(points, FitSettings.sklearn(start.components()).withStart(Start.given(from))
                .withMaximumLikelihood(true).withTolerance(tolerance).withMaxIterations(iterations)
                .withThreads(threads).withAccelerated(accelerated), RandomStream.of(1));
            final GaussianMixture m = fit.mixture();
            return new Answer(new Mix(m.weights(), m.means(), m.covariances()), fit.iterations());
        };
    }
}
