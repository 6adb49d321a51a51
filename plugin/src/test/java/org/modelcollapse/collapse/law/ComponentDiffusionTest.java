package org.modelcollapse.collapse.law;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Monitor;
import org.modelcollapse.gmm.RandomStream;

/** Where components drift to over the generations. */
class ComponentDiffusionTest {

    private static final GaussianMixture POST =
        GaussianMixture.of(new double[] {.5, .5}, new double[] {-2, 2}, new double[] {1, 1});

    private static ComponentBands bands(final GaussianMixture original, final int n, final int last, final int paths) {
        return ComponentDiffusion.of(original, n).bands(last, paths, RandomStream.of(1), Monitor.NONE);
    }

    /**
     * Values of another program's 258 paths of the same diffusion, with their standard errors (theory, section 11): median
     * .375 (.03), quartiles .17 and .73, wider than 1: 16.7 % (1.6), at least one of two: 33 % (3). The errors of the
     * quartiles are those of the median scaled by the density: .02 and .05.
     */
    @Test
    @DisplayName("the post after 2,000 generations: the variances' quartiles and the chance that a component widens")
    void thePost() {
        final ComponentBands bands = bands(POST, 10_000, 2000, 500);
        final int end = bands.generations().length - 1;
        assertEquals(2000, bands.generations()[end]);
        for (int variance = 4; variance < 6; variance++) {
            assertEquals(.17, bands.quantiles()[end][variance][1], 4 * .02);
            assertEquals(.375, bands.quantiles()[end][variance][2], 4 * .03);
            assertEquals(.73, bands.quantiles()[end][variance][3], 4 * .05);
        }
        assertEquals(.167, (bands.wider()[end][0] + bands.wider()[end][1]) / 2, 4 * .016);
        assertEquals(.33, bands.anyWider()[end], 4 * .03);
        assertEquals(2000, bands.validTo());
    }

    /** Exact: log sigma^2 after t fits is a sum of t logarithms of chi-squares, drift psi(nu/2) - log(n/2), variance psi'. */
    @Test
    @DisplayName("one Gaussian: the bands are the quantiles of its exact law")
    void oneGaussian() {
        final int n = 400;
        final int t = 200;
        final int paths = 4000;
        final ComponentBands bands =
            bands(GaussianMixture.of(new double[] {1}, new double[] {5}, new double[] {3}), n, t, paths);
        final int end = bands.generations().length - 1;
        final double drift = t * (Gamma.digamma((n - 1) / 2.0) - Math.log(n / 2.0));
        final double sd = Math.sqrt(t * Gamma.trigamma((n - 1) / 2.0));
        final double[] normal = {-1.6449, -.6745, 0, .6745, 1.6449};
        // standard error of a quantile: sqrt(p (1 - p) / paths) over the density, 2.1 at 5 %, 1.36 at 25 %, 1.25 at 50 %
        final double[] error = {2.11, 1.36, 1.253, 1.36, 2.11};
        for (int q = 0; q < 5; q++) {
            assertEquals(drift + normal[q] * sd, Math.log(bands.quantiles()[end][2][q] / 9),
                4 * error[q] * sd / Math.sqrt(paths), "quantile " + q);
        }
        assertArrayEquals(new double[] {1, 1, 1, 1, 1}, bands.quantiles()[end][0]);
    }

    @Test
    @DisplayName("at generation 0 all paths are at the original")
    void starts() {
        final ComponentBands bands = bands(POST, 10_000, 10, 3);
        assertArrayEquals(new int[] {0, 10}, bands.generations());
        assertArrayEquals(new double[] {2, 2, 2, 2, 2}, bands.quantiles()[0][3]);
    }

    @Test
    @DisplayName("paths that lose a component stay there and are counted, and the bands say how far they are valid")
    void leaves() {
        final ComponentBands bands =
            bands(GaussianMixture.of(new double[] {.9, .1}, new double[] {-3, 3}, new double[] {1, 1}), 500, 2000, 50);
        final int end = bands.generations().length - 1;
        assertTrue(bands.left()[end] > .5, "most have lost the small one: " + bands.left()[end]);
        assertTrue(bands.validTo() > 0 && bands.validTo() < 1000, "valid to " + bands.validTo());
        for (final double[] quantiles : bands.quantiles()[end]) {
            for (final double quantile : quantiles) {
                assertTrue(Double.isFinite(quantile));
            }
        }
    }

    @Test
    @DisplayName("the same seed gives the same bands, and more paths have the first ones among them")
    void repeatable() {
        assertArrayEquals(bands(POST, 1000, 50, 20).quantiles()[5][4], bands(POST, 1000, 50, 20).quantiles()[5][4]);
    }

    @Test
    @DisplayName("valid bands: to the last generation where all is large, some generations where rows are few, none where components are close")
    void validBands() {
        final ComponentBands post = ComponentDiffusion.validBands(POST, 10_000, 300, Monitor.NONE).orElseThrow();
        assertEquals(300, post.validTo());
        assertEquals(7, post.validPlaces());
        final int some = ComponentDiffusion.validBands(POST, 300, 1000, Monitor.NONE).orElseThrow().validTo();
        assertTrue(some > 1 && some < 60, "valid to " + some);
        final GaussianMixture close =
            GaussianMixture.of(new double[] {.5, .5}, new double[] {-1, 1}, new double[] {1, 1});
        assertTrue(ComponentDiffusion.validBands(close, 1000, 1000, Monitor.NONE).isEmpty(), "two sd apart, 1,000 rows");
        assertTrue(ComponentDiffusion.validBands(close, 10_000, 25, Monitor.NONE).isPresent(), "two sd, 10,000 rows");
        assertTrue(ComponentDiffusion.validBands(POST, 50, 10, Monitor.NONE).isEmpty(), "25 rows a component");
    }

    @Test
    @DisplayName("what the law is not for is refused with the reason")
    void refuses() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> ComponentDiffusion.of(POST, 50)).getMessage()
            .contains("about 30 rows of each component, but one has 25"));
        final ComponentDiffusion diffusion = ComponentDiffusion.of(POST, 100);
        assertThrows(IllegalArgumentException.class,
            () -> diffusion.bands(0, 1, RandomStream.of(1), Monitor.NONE));
        assertThrows(CancellationException.class, () -> diffusion.bands(5, 1, RandomStream.of(1), new Monitor() {
            @Override
            public void progress(final double fraction, final Supplier<String> message) {
                // nobody reads it
            }

            @Override
            public void checkCanceled() {
                throw new CancellationException();
            }
        }));
    }
}
