package org.modelcollapse.gmm;

/**
 * One matrix for all components times a volume of each (VEI, VEE): Celeux and Govaert 1995, section 4. Given the volumes,
 * the matrix is the sum of the scatters over their volumes, scaled to determinant 1; given the matrix, each volume follows
 * from its own scatter. They are computed in turn until they settle; each turn raises the likelihood.
 */
final class CommonShapeStep extends JointStep {

    private final Form form;

    CommonShapeStep(final Form form) {
        this.form = form;
    }

    @Override
    double[][][] covariances(final double[][][] scatter, final double[] counts, final double[][][] from) {
        final int d = scatter[0].length;
        final double[][][] s = new double[counts.length][][];
        for (int k = 0; k < s.length; k++) {
            s[k] = form == Form.FULL ? scatter[k] : form.of(scatter[k]);
        }
        final double[] volumes = volumes(s, counts, from);
        double[][] shape = null;
        boolean settled = false;
        for (int round = 0; round < MOST_ROUNDS && !settled; round++) {
            shape = Zeros.of(d, d);
            for (int k = 0; k < s.length; k++) {
                if (!(volumes[k] > 0)) {
                    return null;
                }
                PooledStep.addTo(shape, 1 / volumes[k], s[k]);
            }
            shape = scaled(shape, 1 / volume(shape));
            final Cholesky factor = Cholesky.ofOrNull(shape);
            if (factor == null) {
                return null;
            }
            settled = true;
            for (int k = 0; k < s.length; k++) {
                final double volume = factor.traceOfQuotient(s[k]) / (d * counts[k]);
                settled &= Math.abs(volume - volumes[k]) <= SETTLED * volume;
                volumes[k] = volume;
            }
        }
        final double[][][] covariances = new double[s.length][][];
        for (int k = 0; k < s.length; k++) {
            covariances[k] = scaled(shape, volumes[k]);
        }
        return covariances;
    }
}
