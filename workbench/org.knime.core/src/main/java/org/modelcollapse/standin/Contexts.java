package org.modelcollapse.standin;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import org.knime.core.node.ExecutionContext;
import org.knime.core.node.NodeProgressMonitor;

/** Makes execution contexts, whose constructor is only seen in its own package. */
public final class Contexts {

    private static final AtomicReference<Function<NodeProgressMonitor, ExecutionContext>> MAKER =
        new AtomicReference<>();

    private Contexts() {
    }

    /** Called once by the context's class. */
    public static void maker(final Function<NodeProgressMonitor, ExecutionContext> maker) {
        MAKER.set(maker);
    }

    public static ExecutionContext create(final NodeProgressMonitor monitor) {
        if (MAKER.get() == null) {
            try {
                Class.forName(ExecutionContext.class.getName(), true, Contexts.class.getClassLoader());
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
        return MAKER.get().apply(monitor);
    }
}
