package org.modelcollapse.collapse.experiment;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import org.modelcollapse.collapse.math.Columns;
import org.modelcollapse.collapse.model.MixtureLearner;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Start;

/** Tells experiments apart: a digest of every setting, bit by bit. */
final class Fingerprint {

    /** Raised when the same settings begin to give other numbers, or a run holds more of them. */
    private static final int VERSION = 5;

    private Fingerprint() {
    }

    static byte[] of(final Experiment experiment) {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(VERSION);
            out.writeLong(experiment.seed());
            out.writeInt(experiment.replicates());
            for (final Scenario scenario : experiment.scenarios()) {
                write(out, scenario);
            }
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (IOException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // memory does not fail, and every Java has SHA-256
        }
    }

    private static void write(final DataOutputStream out, final Scenario scenario) throws IOException {
        if (scenario.original().mixture().isPresent()) {
            write(out, scenario.original().mixture().get());
        } else {
            for (final double[] column : Columns.of(scenario.original().rows().orElseThrow())) {
                RunCodec.writeArray(out, column);
            }
        }
        if (scenario.learner() instanceof MixtureLearner learner) {
            if (learner.settings().start() instanceof Start.Given given) {
                write(out, given.mixture());
            }
            // threads change the speed and nothing else, and the start's mixture is written above
            RunCodec.writeText(out, learner.settings().withThreads(1).withStart(Start.kMeans()).toString()
                + learner.settings().start().getClass().getSimpleName() + learner.seed());
        } else {
            RunCodec.writeText(out, scenario.learner().toString());
        }
        // the other parts are numbers, whose text tells them apart
        RunCodec.writeText(out, String.join("|", scenario.name(), scenario.regime().toString(),
            scenario.sampling().toString(), scenario.stop().toString(), scenario.metrics().toString(),
            scenario.keptGenerations().toString(), Integer.toString(scenario.n()),
            Integer.toString(scenario.generations()), Integer.toString(scenario.recordEvery()),
            Double.toString(scenario.collapseShare()), Integer.toString(scenario.keptReplicates())));
    }

    private static void write(final DataOutputStream out, final GaussianMixture mixture) throws IOException {
        RunCodec.writeText(out, mixture.covarianceType().name());
        RunCodec.writeArray(out, mixture.weights());
        for (final double[] mean : mixture.means()) {
            RunCodec.writeArray(out, mean);
        }
        for (final double[][] covariance : mixture.covariances()) {
            for (final double[] row : covariance) {
                RunCodec.writeArray(out, row);
            }
        }
    }
}
