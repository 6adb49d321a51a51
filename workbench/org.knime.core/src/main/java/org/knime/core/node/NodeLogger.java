package org.knime.core.node;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/** Log messages of nodes, handed to the platform's logger. As in KNIME's console, warnings and errors show. */
public final class NodeLogger {

    private final Logger logger;

    private NodeLogger(final String name) {
        logger = System.getLogger(name);
    }

    public static NodeLogger getLogger(final Class<?> c) {
        return new NodeLogger(c.getName());
    }

    public void debug(final Object o, final Throwable t) {
        logger.log(Level.TRACE, () -> String.valueOf(o), t);
    }

    public void error(final Object o) {
        logger.log(Level.ERROR, () -> String.valueOf(o));
    }

    public void error(final Object o, final Throwable t) {
        logger.log(Level.ERROR, () -> String.valueOf(o), t);
    }

    /** A programming error in a node. */
    public void coding(final Object o) {
        logger.log(Level.ERROR, () -> "CODING PROBLEM " + o);
    }

    public void coding(final Object o, final Throwable t) {
        logger.log(Level.ERROR, () -> "CODING PROBLEM " + o, t);
    }
}
