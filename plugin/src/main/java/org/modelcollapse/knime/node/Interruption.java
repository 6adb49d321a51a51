package org.modelcollapse.knime.node;

import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionMonitor;
import org.modelcollapse.gmm.Monitor;

/** Lets the numerics report to, and be cancelled by, KNIME, of which they know nothing. */
public final class Interruption {

    /**
     * Long work of the numerics.
     *
     * @param <T> what it gives
     * @param <E> what can go wrong
     */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {

        /**
         * @param monitor to report to and to be cancelled by
         * @return the result
         * @throws E if something goes wrong
         */
        T run(Monitor monitor) throws E;
    }

    private Interruption() {
    }

    /**
     * Runs long work so that its progress is shown and cancelling stops it.
     *
     * @param <T> what the work gives
     * @param <E> what can go wrong
     * @param exec shows progress, knows of cancellation
     * @param work the work
     * @return its result
     * @throws E if something goes wrong
     * @throws CanceledExecutionException if the user cancelled
     */
    public static <T, E extends Exception> T run(final ExecutionMonitor exec, final Work<T, E> work)
        throws E, CanceledExecutionException {
        try {
            return work.run(new KnimeMonitor(exec));
        } catch (CancellationException e) {
            // KNIME's own exception, raised by asking again: the user's wish does not go away
            exec.checkCanceled();
            throw e;
        }
    }

    private record KnimeMonitor(ExecutionMonitor exec) implements Monitor {

        @Override
        public void progress(final double fraction, final Supplier<String> message) {
            exec.setProgress(fraction, message);
        }

        @Override
        public void checkCanceled() {
            try {
                exec.checkCanceled();
            } catch (CanceledExecutionException e) {
                final var cancelled = new CancellationException(e.getMessage());
                cancelled.initCause(e);
                throw cancelled;
            }
        }
    }
}
