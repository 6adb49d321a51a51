package org.modelcollapse.gmm;

/** E-steps over all rows, whose sums over the chunks are added in a fixed order, see {@link BlockSum}. */
interface DataPass extends AutoCloseable {

    /** E-steps with any parameters of so many components. The threads change the speed and nothing else. */
    static DataPass of(final AllRows data, final int components, final int threads, final Monitor monitor) {
        return data.pass(components, threads, monitor);
    }

    /** The sums over all rows at the given parameters. */
    Statistics sums(Parameters parameters, boolean entropy);

    @Override
    void close();
}
