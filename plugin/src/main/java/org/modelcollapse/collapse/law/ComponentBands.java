package org.modelcollapse.collapse.law;

import java.util.List;

/**
 * Where the components of a mixture are over the generations, by many paths of their diffusion. Immutable; the arrays are
 * shared and must not be written to.
 *
 * <p>A parameter has a number: the weights of all K components, then their means, then their variances, components sorted
 * by mean.
 *
 * @param generations the places, ascending, from 0; the last is the one asked for
 * @param quantiles for each place, for each of the 3 K parameters, the quantiles {@link #LEVELS}
 * @param wider for each place, for each component, the share of paths in which it is wider than the original's
 * @param anyWider for each place, the share of paths in which at least one component is
 * @param left for each place, the share of paths that left what the law is valid for: a component of fewer than
 *            {@value ComponentDiffusion#FEWEST_ROWS} rows, or two so close that one fit moves a mean by more than a quarter of its standard deviation or a
 *            variance by more than a quarter of itself. They stay where they left
 */
public record ComponentBands(int[] generations, double[][][] quantiles, double[][] wider, double[] anyWider,
    double[] left) {

    /** The quantiles of the bands: 90 % of the paths, half of them, the median. */
    public static final List<Double> LEVELS = List.of(.05, .25, .5, .75, .95);

    /** @return how many of the places are valid, at least 1 */
    public int validPlaces() {
        int count = 0;
        while (count < left.length && left[count] <= .05) {
            count++;
        }
        return count;
    }

    /** @return the last place at which no more than 5 % of the paths have left what the law is valid for */
    public int validTo() {
        return generations[validPlaces() - 1];
    }
}
