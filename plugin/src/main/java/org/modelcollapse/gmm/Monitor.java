package org.modelcollapse.gmm;

import java.util.function.Supplier;

/**
 * What long work tells of itself and asks on its way, a few times a second or more often. Implementations must be
 * cheap and, where a computation is given several threads, safe for calls from any of them.
 */
public interface Monitor {

    /** Listens to nothing and never cancels. */
    Monitor NONE = new Monitor() {
        @Override
        public void progress(final double fraction, final Supplier<String> message) {
            // nobody listens
        }

        @Override
        public void checkCanceled() {
            // nobody cancels
        }
    };

    /**
     * Takes notice of progress.
     *
     * @param fraction how much is done, 0 to 1
     * @param message what is being done, made only if somebody wants to read it
     */
    void progress(double fraction, Supplier<String> message);

    /**
     * Ends the computation from inside if somebody wants it ended.
     *
     * @throws java.util.concurrent.CancellationException if the work shall stop; nothing of it is returned then
     */
    void checkCanceled();
}
