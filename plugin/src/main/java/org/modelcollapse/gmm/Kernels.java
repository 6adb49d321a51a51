package org.modelcollapse.gmm;

/** The kernels of one thread; the quick one does the work where its bounds hold. */
final class Kernels implements ChunkKernel {

    private final FitData data;

    private final int components;

    private BlockKernel quick;

    private TextbookKernel textbook;

    Kernels(final FitData data, final int components) {
        this.data = data;
        this.components = components;
    }

    @Override
    public Statistics sums(final Parameters parameters, final boolean entropy, final int from, final int to) {
        return of(parameters).sums(parameters, entropy, from, to);
    }

    @Override
    public void logDensities(final Parameters parameters, final int from, final int to, final double[] out) {
        of(parameters).logDensities(parameters, from, to, out);
    }

    @Override
    public void responsibilities(final Parameters parameters, final int from, final int to, final double[][] out) {
        of(parameters).responsibilities(parameters, from, to, out);
    }

    private ChunkKernel of(final Parameters parameters) {
        final boolean line = data.dimension() == 1;
        if (line ? LineKernel.suits(data, parameters) : SpaceKernel.suits(data, parameters)) {
            if (quick == null) {
                quick = line ? new LineKernel(data, components)
                    : new SpaceKernel(data, components, parameters.type().form() != Form.FULL);
            }
            return quick;
        }
        if (textbook == null) {
            textbook = new TextbookKernel(data, components);
        }
        return textbook;
    }
}
