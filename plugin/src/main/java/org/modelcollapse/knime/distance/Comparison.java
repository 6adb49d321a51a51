package org.modelcollapse.knime.distance;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;

import org.modelcollapse.collapse.distance.MixtureDistance;
import org.modelcollapse.collapse.distance.SampleDistance;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Points;
import org.modelcollapse.knime.distance.Side.OfMixture;
import org.modelcollapse.knime.distance.Side.OfSample;

/** All distances of two distributions. */
final class Comparison {

    /** What is computed, in the order of the columns. */
    enum Distance {
        W1("W1"), W2("W2"), KL_FIRST_SECOND("KL(first || second)"), KL_SECOND_FIRST("KL(second || first)"), JS("JS"),
        LIKELIHOOD_OF_FIRST("Log-likelihood of first"), LIKELIHOOD_OF_SECOND("Log-likelihood of second");

        final String label;

        Distance(final String label) {
            this.label = label;
        }
    }

    /** Log densities that no number can say are taken as -9e307; a mean below this has one of them among its rows. */
    private static final double FAINTEST = -1e297;

    private final Map<Distance, Double> values = new EnumMap<>(Distance.class);

    private final List<String> beyondNumbers = new ArrayList<>();

    private Comparison() {
    }

    /**
     * @param first a mixture or sample
     * @param second another
     * @return every distance that there is an exact way to and that a number can say
     */
    static Comparison of(final Side first, final Side second) {
        final var comparison = new Comparison();
        if (first instanceof OfMixture p && second instanceof OfMixture q) {
            comparison.mixtures(p.mixture(), q.mixture());
        } else if (first instanceof OfSample x && second instanceof OfMixture q) {
            comparison.sampleAndMixture(x.points(), q.mixture(), Distance.LIKELIHOOD_OF_FIRST);
        } else if (first instanceof OfMixture p && second instanceof OfSample y) {
            comparison.sampleAndMixture(y.points(), p.mixture(), Distance.LIKELIHOOD_OF_SECOND);
        } else {
            comparison.samples(((OfSample)first).points(), ((OfSample)second).points());
        }
        return comparison;
    }

    Map<Distance, Double> values() {
        return values;
    }

    /** The labels of distances that are infinite, or larger than a number can be. */
    List<String> beyondNumbers() {
        return beyondNumbers;
    }

    private void mixtures(final GaussianMixture p, final GaussianMixture q) {
        put(Distance.W1, () -> MixtureDistance.wasserstein1(p, q));
        put(Distance.W2, () -> MixtureDistance.wasserstein2(p, q));
        put(Distance.KL_FIRST_SECOND, () -> MixtureDistance.kullbackLeibler(p, q));
        put(Distance.KL_SECOND_FIRST, () -> MixtureDistance.kullbackLeibler(q, p));
        put(Distance.JS, () -> MixtureDistance.jensenShannon(p, q));
        put(Distance.LIKELIHOOD_OF_FIRST, () -> MixtureDistance.expectedLogLikelihood(p, q));
        put(Distance.LIKELIHOOD_OF_SECOND, () -> MixtureDistance.expectedLogLikelihood(q, p));
    }

    private void sampleAndMixture(final Points sample, final GaussianMixture mixture, final Distance likelihood) {
        put(Distance.W1, () -> SampleDistance.wasserstein1(sample, mixture));
        put(Distance.W2, () -> SampleDistance.wasserstein2(sample, mixture));
        put(likelihood, () -> {
            final double mean = mixture.meanLogLikelihood(sample);
            return mean < FAINTEST ? Double.NEGATIVE_INFINITY : mean;
        });
    }

    private void samples(final Points x, final Points y) {
        put(Distance.W1, () -> SampleDistance.wasserstein1(x, y));
        put(Distance.W2, () -> SampleDistance.wasserstein2(x, y));
    }

    private void put(final Distance distance, final DoubleSupplier way) {
        try {
            final double value = way.getAsDouble();
            if (Double.isFinite(value)) {
                values.put(distance, value);
            } else {
                beyondNumbers.add(distance.label);
            }
        } catch (IllegalArgumentException noExactWay) {
            // for instance W1 in several dimensions: the cell stays missing, and the node warns
        }
    }
}
