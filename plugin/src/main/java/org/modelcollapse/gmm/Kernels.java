package org.modelcollapse.gmm;

/** Chooses the quickest kernel whose bounds hold. */
final class Kernels {

    private Kernels() {
    }

    static ChunkKernel of(final FitData data, final Parameters parameters) {
        return new TextbookKernel(data, parameters);
    }
}
