package org.modelcollapse.gmm;

/**
 * Each component has its own shape and orientation, all have one volume (EVI, EVV): Celeux and Govaert 1995, section 4.
 * The scatter of each is scaled to determinant 1, and the volume is the sum of what that took over the number of rows.
 */
final class CommonVolumeStep extends JointStep {

    private final Form form;

    CommonVolumeStep(final Form form) {
        this.form = form;
    }

    @Override
    double[][][] covariances(final double[][][] scatter, final double[] counts, final double[][][] from) {
        final double[][][] covariances = new double[counts.length][][];
        final double[] volumes = new double[counts.length];
        double sum = 0;
        double count = 0;
        for (int k = 0; k < counts.length; k++) {
            covariances[k] = form.of(scatter[k]);
            volumes[k] = volume(covariances[k]);
            sum += volumes[k];
            count += counts[k];
        }
        if (!(sum > 0)) {
            return null;
        }
        for (int k = 0; k < counts.length; k++) {
            covariances[k] = scaled(covariances[k], sum / count / volumes[k]);
        }
        return covariances;
    }
}
