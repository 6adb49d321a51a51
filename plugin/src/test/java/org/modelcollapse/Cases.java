package org.modelcollapse;

import java.util.List;

import org.modelcollapse.gmm.GaussianMixture;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** What properties are tried on. A case that fails is made as small as it can be: few components, round numbers. */
public final class Cases {

    private Cases() {
    }

    private record Component(int share, double centre, double logSd) {
    }

    /**
     * Mixtures in one dimension of 1 to 5 components in the units 1e-3, 1 or 1e3: their means within 10 units of zero,
     * their standard deviations from .018 to 12 units, their weights from 1 to 20 parts.
     *
     * @return the mixtures
     */
    public static Arbitrary<GaussianMixture> lineMixtures() {
        final Arbitrary<Component> components = Combinators.combine(Arbitraries.integers().between(1, 20),
            number(-10, 10), number(-4, 2.5)).as(Component::new);
        return Combinators.combine(components.list().ofMinSize(1).ofMaxSize(5), Arbitraries.of(1.0, 1e-3, 1e3))
            .as(Cases::mixture);
    }

    private static GaussianMixture mixture(final List<Component> components, final double unit) {
        final double sum = components.stream().mapToInt(Component::share).sum();
        return GaussianMixture.of(components.stream().mapToDouble(c -> c.share() / sum).toArray(),
            components.stream().mapToDouble(c -> unit * c.centre()).toArray(),
            components.stream().mapToDouble(c -> unit * StrictMath.exp(c.logSd())).toArray());
    }

    /**
     * @param low the least
     * @param high the greatest
     * @return numbers between them, both included, of five decimals
     */
    public static Arbitrary<Double> number(final double low, final double high) {
        return Arbitraries.doubles().between(low, high).ofScale(5);
    }

    /** @return seeds for what is not generated number by number */
    public static Arbitrary<Long> seeds() {
        return Arbitraries.longs().withoutEdgeCases();
    }
}
