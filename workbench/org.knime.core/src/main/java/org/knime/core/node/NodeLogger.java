package org.knime.core.node;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Supplier;

/** Log messages of nodes, handed to the platform's logger. As in KNIME's console, warnings and errors show. */
public final class NodeLogger {

    /** How much a message matters. */
    public enum LEVEL {
        DEBUG, INFO, WARN, ERROR, FATAL, OFF, ALL
    }

    private final Logger logger;

    private NodeLogger(final String name) {
        logger = System.getLogger(name);
    }

    public static NodeLogger getLogger(final Class<?> c) {
        return new NodeLogger(c.getName());
    }

    public static NodeLogger getLogger(final String s) {
        return new NodeLogger(s);
    }

    public void debug(final Object o) {
        logger.log(Level.TRACE, () -> String.valueOf(o));
    }

    public void debug(final Supplier<Object> s) {
        logger.log(Level.TRACE, () -> String.valueOf(s.get()));
    }

    public void debug(final Object o, final Throwable t) {
        logger.log(Level.TRACE, () -> String.valueOf(o), t);
    }

    public void debugWithFormat(final String format, final Object... args) {
        logger.log(Level.TRACE, () -> String.format(format, args));
    }

    public void info(final Object o) {
        logger.log(Level.DEBUG, () -> String.valueOf(o));
    }

    public void info(final Object o, final Throwable t) {
        logger.log(Level.DEBUG, () -> String.valueOf(o), t);
    }

    public void infoWithFormat(final String format, final Object... args) {
        logger.log(Level.DEBUG, () -> String.format(format, args));
    }

    public void warn(final Object o) {
        logger.log(Level.WARNING, () -> String.valueOf(o));
    }

    public void warn(final Object o, final Throwable t) {
        logger.log(Level.WARNING, () -> String.valueOf(o), t);
    }

    public void warnWithFormat(final String format, final Object... args) {
        logger.log(Level.WARNING, () -> String.format(format, args));
    }

    public void error(final Object o) {
        logger.log(Level.ERROR, () -> String.valueOf(o));
    }

    public void error(final Object o, final Throwable t) {
        logger.log(Level.ERROR, () -> String.valueOf(o), t);
    }

    public void errorWithFormat(final String format, final Object... args) {
        logger.log(Level.ERROR, () -> String.format(format, args));
    }

    /** A programming error in a node. */
    public void coding(final Object o) {
        logger.log(Level.ERROR, () -> "CODING PROBLEM " + o);
    }

    public void coding(final Object o, final Throwable t) {
        logger.log(Level.ERROR, () -> "CODING PROBLEM " + o, t);
    }

    public boolean isDebugEnabled() {
        return logger.isLoggable(Level.TRACE);
    }

    public boolean isInfoEnabled() {
        return logger.isLoggable(Level.DEBUG);
    }
}
