package org.modelcollapse.gmm;

import java.util.function.Supplier;

/** Reports the progress of one of several parts of equal size to the monitor of the whole. */
record PartialMonitor(Monitor whole, int part, int parts, String prefix) implements Monitor {

    @Override
    public void progress(final double fraction, final Supplier<String> message) {
        whole.progress((part + fraction) / parts, () -> prefix + message.get());
    }

    @Override
    public void checkCanceled() {
        whole.checkCanceled();
    }
}
