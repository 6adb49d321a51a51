package org.modelcollapse.collapse.distance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.MixtureSampler;
import org.modelcollapse.gmm.Points;
import org.modelcollapse.gmm.RandomStream;

class SampleDistanceTest {

    private static final GaussianMixture PAIR =
        GaussianMixture.of(new double[] {.4, .6}, new double[] {-2, 2}, new double[] {1, .5});

    @Test
    void samplesOfOneSizeArePairedInOrder() {
        final Points x = Points.of(3, 1, 2);
        final Points y = Points.of(5, 2, 2);
        assertEquals((1 + 0 + 2) / 3.0, SampleDistance.wasserstein1(x, y), 1e-15);
        assertEquals(Math.sqrt((1 + 0 + 4) / 3.0), SampleDistance.wasserstein2(x, y), 1e-15);
    }

    @Test
    void samplesOfTwoSizesShareTheirLevels() {
        final Points x = Points.of(0, 1);
        final Points y = Points.of(0, 3, 6);
        // levels 0-1/3: 0 and 0; 1/3-1/2: 0 and 3; 1/2-2/3: 1 and 3; 2/3-1: 1 and 6
        assertEquals(3 / 6.0 + 2 / 6.0 + 5 / 3.0, SampleDistance.wasserstein1(x, y), 1e-15);
        assertEquals(Math.sqrt(9 / 6.0 + 4 / 6.0 + 25 / 3.0), SampleDistance.wasserstein2(x, y), 1e-15);
    }

    @Test
    void onePointAgainstAGaussian() {
        final GaussianMixture unit = GaussianMixture.of(new double[] {1}, new double[] {0}, new double[] {1});
        // E|Z| and root of E[(Z - 2)^2]
        assertEquals(Math.sqrt(2 / Math.PI), SampleDistance.wasserstein1(Points.of(0), unit), 1e-15);
        assertEquals(Math.sqrt(5), SampleDistance.wasserstein2(Points.of(2), unit), 1e-15);
    }

    @Test
    void aSampleIsTheLimitOfNarrowComponents() {
        final Points sample = MixtureSampler.of(PAIR).sample(5, RandomStream.of(8));
        final GaussianMixture comb = GaussianMixture.of(new double[] {.2, .2, .2, .2, .2}, sample.column(0),
            new double[] {1e-9, 1e-9, 1e-9, 1e-9, 1e-9});
        // a comb is 1e-9 away from the sample at most, and quadrature errs by 1e-8
        assertEquals(MixtureDistance.wasserstein1(PAIR, comb), SampleDistance.wasserstein1(sample, PAIR), 1.1e-8);
        assertEquals(MixtureDistance.wasserstein2(PAIR, comb), SampleDistance.wasserstein2(sample, PAIR), 1.1e-8);
    }

    @Test
    void aFineGridOfQuantilesIsNearTheMixture() {
        final int n = 2000;
        final double[] grid = new double[n];
        for (int i = 0; i < n; i++) {
            grid[i] = PAIR.quantile((i + .5) / n);
        }
        final Points x = Points.of(grid);
        assertEquals(0, SampleDistance.wasserstein1(x, PAIR), 2e-3);
        final GaussianMixture other = GaussianMixture.of(new double[] {1}, new double[] {1}, new double[] {3});
        assertEquals(MixtureDistance.wasserstein1(PAIR, other), SampleDistance.wasserstein1(x, other), 2e-3);
        assertEquals(MixtureDistance.wasserstein2(PAIR, other), SampleDistance.wasserstein2(x, other), 2e-3);
    }

    @Test
    void severalColumnsAreRefused() {
        final Points plane = Points.ofColumns(new double[] {1, 2}, new double[] {3, 4});
        assertThrows(IllegalArgumentException.class, () -> SampleDistance.wasserstein1(plane, plane));
        assertThrows(IllegalArgumentException.class, () -> SampleDistance.wasserstein2(plane, PAIR));
    }
}
