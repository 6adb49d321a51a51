package org.modelcollapse.gmm;

/** The kernels of one thread; the quick one does the work where its bounds hold. */
final class Kernels {

    private final FitData data;

    private final int components;

    private BlockKernel quick;

    private TextbookKernel textbook;

    Kernels(final FitData data, final int components) {
        this.data = data;
        this.components = components;
    }

    /** The sums of a stretch of rows. */
    Statistics sums(final Parameters parameters, final boolean entropy, final int from, final int to) {
        final boolean line = data.dimension() == 1;
        if (line ? LineKernel.suits(data, parameters) : SpaceKernel.suits(data, parameters)) {
            if (quick == null) {
                quick = line ? new LineKernel(data, components)
                    : new SpaceKernel(data, components, isDiagonal(parameters.type()));
            }
            return quick.sums(parameters, entropy, from, to);
        }
        if (textbook == null) {
            textbook = new TextbookKernel(data, components);
        }
        return textbook.sums(parameters, entropy, from, to);
    }

    private static boolean isDiagonal(final CovarianceType type) {
        return type == CovarianceType.DIAGONAL || type == CovarianceType.SPHERICAL;
    }
}
