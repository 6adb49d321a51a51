package org.modelcollapse.gmm;

/** The kernels of one thread; the quickest whose bounds hold does the work. */
final class Kernels {

    private final FitData data;

    private final int components;

    private LineKernel line;

    private TextbookKernel textbook;

    Kernels(final FitData data, final int components) {
        this.data = data;
        this.components = components;
    }

    /** The sums of a stretch of rows. */
    Statistics sums(final Parameters parameters, final boolean entropy, final int from, final int to) {
        if (LineKernel.suits(data, parameters)) {
            if (line == null) {
                line = new LineKernel(data, components);
            }
            return line.sums(parameters, entropy, from, to);
        }
        if (textbook == null) {
            textbook = new TextbookKernel(data, components);
        }
        return textbook.sums(parameters, entropy, from, to);
    }
}
