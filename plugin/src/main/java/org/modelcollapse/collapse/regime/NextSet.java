package org.modelcollapse.collapse.regime;

import org.modelcollapse.collapse.math.Spread;
import org.modelcollapse.collapse.regime.StepLaw.Part;

/**
 * A training set before it is drawn.
 *
 * @param variance expected total variance, divisor n
 * @param scatter how far the variance will be from that, but for a factor that hardly changes from step to step; 0 if
 *            nothing is left to chance
 * @param meanSquared squared length of the expected mean
 * @param size number of points
 */
public record NextSet(double variance, double scatter, double meanSquared, double size) {

    /**
     * A set of parts that are independent given their sources. With the shares w_i, the sources' means m_i and variances
     * S_i, the errors f_i, and d_i the distance of m_i from the mean of all, {@code sum w_i m_i}:
     * <pre>
     * E[variance] = sum w_i (S_i + d_i^2) - sum w_i^2 f_i S_i
     * scatter^2   = sum w_i^2 f_i (S_i^2 + 2 d_i^2 S_i)
     * </pre>
     * The first is exact for points of any distribution; twice the second is the variance of the variance but for terms of
     * the order 1/n if they are of a Gaussian in one dimension.
     *
     * @param size number of points
     * @param parts whose shares add up to 1
     * @return what is to be expected
     */
    public static NextSet of(final double size, final Part... parts) {
        final int d = parts[0].source().mean().length;
        double meanSquared = 0;
        for (int j = 0; j < d; j++) {
            final double mean = mean(parts, j);
            meanSquared += mean * mean;
        }
        double variance = 0;
        double largest = 0;
        final double[] scatters = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            final Part part = parts[i];
            final double spread = part.source().variance();
            double squared = 0;
            for (int j = 0; j < d; j++) {
                final double distance = part.source().mean()[j] - mean(parts, j);
                squared += distance * distance;
            }
            variance += part.share() * (squared + (1 - part.share() * part.error()) * spread);
            // in this order neither a variance of 1e300 nor one of 1e-300 gets lost
            scatters[i] = spread > 0
                ? part.share() * Math.sqrt(part.error()) * spread * Math.sqrt(1 + 2 * squared / spread) : 0;
            largest = Math.max(largest, scatters[i]);
        }
        return new NextSet(variance, length(scatters, largest), meanSquared, size);
    }

    /** A set of independent draws from one source; the same as with one part, in less time. */
    public static NextSet drawn(final double size, final Spread source) {
        double meanSquared = 0;
        for (final double mean : source.mean()) {
            meanSquared += mean * mean;
        }
        return new NextSet((1 - 1 / size) * source.variance(), source.variance() / Math.sqrt(size), meanSquared, size);
    }

    /** The set if only so many of its points are chosen, without replacement. */
    NextSet chosen(final double points) {
        final double left = (size - points) / (size - 1);
        final double subset = Math.sqrt(left / points) * variance;
        return new NextSet((1 - 1 / points) * size / (size - 1) * variance,
            length(new double[] {scatter, subset}, Math.max(scatter, subset)), meanSquared, points);
    }

    private static double mean(final Part[] parts, final int j) {
        double mean = 0;
        for (final Part part : parts) {
            mean += part.share() * part.source().mean()[j];
        }
        return mean;
    }

    private static double length(final double[] sides, final double largest) {
        if (!(largest > 0 && largest < Double.POSITIVE_INFINITY)) {
            return largest;
        }
        double sum = 0;
        for (final double side : sides) {
            sum += side / largest * (side / largest);
        }
        return largest * Math.sqrt(sum);
    }
}
