package org.modelcollapse.gmm;

/**
 * One shape for all components, each turned its own way, with one volume (EEV) or each its own (VEV): Celeux and Govaert
 * 1995, section 4. The axes of each component are those of its scatter, the longest first; the shape is that of the sum of
 * their squared lengths, for VEV over volumes that are computed in turn with it until they settle.
 */
final class OwnOrientationStep extends JointStep {

    private final boolean oneVolume;

    OwnOrientationStep(final boolean oneVolume) {
        this.oneVolume = oneVolume;
    }

    @Override
    double[][][] covariances(final double[][][] scatter, final double[] counts, final double[][][] from) {
        final SymmetricEigen[] axes = new SymmetricEigen[counts.length];
        double count = 0;
        for (int k = 0; k < axes.length; k++) {
            axes[k] = SymmetricEigen.of(scatter[k]);
            count += counts[k];
        }
        final double[] volumes = oneVolume ? null : volumes(scatter, counts, from);
        final double[] shape = oneVolume ? sum(axes, null, count) : settled(axes, counts, volumes);
        if (shape == null) {
            return null;
        }
        final double[][][] covariances = new double[axes.length][][];
        for (int k = 0; k < axes.length; k++) {
            final double[] lengths = shape.clone();
            for (int j = 0; j < lengths.length; j++) {
                lengths[j] *= oneVolume ? 1 : volumes[k];
            }
            covariances[k] = SymmetricEigen.composed(axes[k].vectors(), lengths);
        }
        return covariances;
    }

    /** The sum of the squared lengths of the axes, over the volumes if there are any, divided by a number. */
    private static double[] sum(final SymmetricEigen[] axes, final double[] volumes, final double divisor) {
        final double[] sum = new double[axes[0].values().length];
        for (int k = 0; k < axes.length; k++) {
            for (int j = 0; j < sum.length; j++) {
                sum[j] += Math.max(0, axes[k].values()[j]) / (volumes == null ? 1 : volumes[k]);
            }
        }
        for (int j = 0; j < sum.length; j++) {
            sum[j] /= divisor;
        }
        return sum;
    }

    /** The shape, of product 1, with the volumes that go with it, which are changed; null if there is none. */
    private static double[] settled(final SymmetricEigen[] axes, final double[] counts, final double[] volumes) {
        double[] shape = null;
        boolean settled = false;
        for (int round = 0; round < MOST_ROUNDS && !settled; round++) {
            for (final double volume : volumes) {
                if (!(volume > 0)) {
                    return null;
                }
            }
            shape = sum(axes, volumes, 1);
            double logs = 0;
            for (final double length : shape) {
                if (!(length > 0)) {
                    return null;
                }
                logs += StrictMath.log(length);
            }
            final double mean = StrictMath.exp(logs / shape.length);
            for (int j = 0; j < shape.length; j++) {
                shape[j] /= mean;
            }
            settled = true;
            for (int k = 0; k < axes.length; k++) {
                double volume = 0;
                for (int j = 0; j < shape.length; j++) {
                    volume += Math.max(0, axes[k].values()[j]) / shape[j];
                }
                volume /= shape.length * counts[k];
                settled &= Math.abs(volume - volumes[k]) <= SETTLED * volume;
                volumes[k] = volume;
            }
        }
        return shape;
    }
}
