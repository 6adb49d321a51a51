package org.modelcollapse.gmm;

/** The kernels of one thread; the quick one does the work where its bounds hold. */
final class Kernels implements ChunkKernel {

    private final FitData data;

    private final int components;

    /** The quick kernels, each made when first needed. */
    private LineKernel line;

    private SpaceKernel space;

    private DiagonalKernel diagonal;

    private TiedKernel tied;

    private TextbookKernel textbook;

    private GapKernel ofGaps;

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
        if (data.gaps() != null) {
            ofGaps = ofGaps == null ? new GapKernel(data, components) : ofGaps;
            return ofGaps;
        }
        if (data.dimension() == 1 && LineKernel.suits(data, parameters)) {
            line = line == null ? new LineKernel(data, components) : line;
            return line;
        }
        if (parameters.type() == CovarianceType.TIED && TiedKernel.suits(data, parameters)) {
            tied = tied == null ? new TiedKernel(data, components) : tied;
            return tied;
        }
        if (data.dimension() > 1 && SpaceKernel.suits(data, parameters)) {
            return ofSpace(parameters.type().form());
        }
        textbook = textbook == null ? new TextbookKernel(data, components) : textbook;
        return textbook;
    }

    private ChunkKernel ofSpace(final Form form) {
        if (form == Form.FULL) {
            space = space == null ? new SpaceKernel(data, components) : space;
            return space;
        }
        diagonal = diagonal == null ? new DiagonalKernel(data, components) : diagonal;
        return diagonal;
    }
}
