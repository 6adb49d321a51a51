package org.modelcollapse.gmm;

/**
 * Tables and rare cases of the ziggurat method for normal numbers (Marsaglia and Tsang, J. Stat. Softw. 5(8), 2000,
 * doi:10.18637/jss.v005.i08) with 256 layers of equal area. Different from the paper: 53 bits of a 64-bit word make the
 * candidate and 8 others the layer, which removes the correlation that Doornik (2005) found; the tables are computed by
 * {@link StrictMath} instead of listed.
 *
 * <p>Layer 0 is the base strip with the tail; layer {@code i} reaches from the density at {@code x(i)} up to the
 * density at {@code x(i+1)}, where {@code x(1) = R > x(2) > ... > x(256) = 0}.
 */
final class Ziggurat {

    private static final int LAYERS = 256;

    /** Picks a layer from a word. */
    static final int MASK = LAYERS - 1;

    /** Where the tail begins. */
    static final double R = 3.6541528853610088;

    /** The area of each layer under exp(-x^2/2): that of the tail beyond R and of the strip beneath exp(-R^2/2). */
    static final double AREA = 4.92867323397465524494e-3;

    /** Width of a layer, divided by 2^52: what a signed word of 53 bits is multiplied with. */
    static final double[] SCALE = new double[LAYERS];

    /** Below this the candidate of a layer lies under the curve for certain. */
    static final double[] EDGE = new double[LAYERS];

    /** The density exp(-x^2/2) at the layers' bounds. */
    private static final double[] DENSITY = new double[LAYERS + 1];

    static {
        final double[] x = new double[LAYERS + 1];
        x[1] = R;
        DENSITY[1] = density(R);
        x[0] = AREA / DENSITY[1];
        for (int i = 2; i < LAYERS; i++) {
            DENSITY[i] = DENSITY[i - 1] + AREA / x[i - 1];
            x[i] = StrictMath.sqrt(-2 * StrictMath.log(DENSITY[i]));
        }
        DENSITY[LAYERS] = 1;
        for (int i = 0; i < LAYERS; i++) {
            SCALE[i] = x[i] * 0x1p-52;
            EDGE[i] = x[i + 1];
        }
    }

    private Ziggurat() {
    }

    private static double density(final double x) {
        return StrictMath.exp(-0.5 * x * x);
    }

    /** Decides on a candidate that is not certainly under the curve, and tries on until one is. */
    static double outside(final int firstLayer, final double firstCandidate, final RandomStream random) {
        int layer = firstLayer;
        double x = firstCandidate;
        while (true) {
            if (Math.abs(x) < EDGE[layer]) {
                return x;
            }
            if (layer == 0) {
                return Math.copySign(tail(random), x);
            }
            final double height = DENSITY[layer] + random.nextDouble() * (DENSITY[layer + 1] - DENSITY[layer]);
            if (height < density(x)) {
                return x;
            }
            final long bits = random.nextLong();
            layer = (int)bits & MASK;
            x = (bits >> 11) * SCALE[layer];
        }
    }

    /** A normal number given that it exceeds R (Marsaglia 1964). */
    private static double tail(final RandomStream random) {
        while (true) {
            final double x = -StrictMath.log(1 - random.nextDouble()) / R;
            final double y = -StrictMath.log(1 - random.nextDouble());
            if (y + y > x * x) {
                return R + x;
            }
        }
    }
}
