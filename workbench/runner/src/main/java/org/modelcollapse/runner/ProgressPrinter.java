package org.modelcollapse.runner;

import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Shows a {@link Progress} while work goes on: one line that is written over in a terminal, else a line of its own now and then. */
final class ProgressPrinter {

    private static final long LINE_MILLIS = 100;
    private static final long LOG_MILLIS = 10_000;
    private static final int WIDTH = 79;

    private final PrintStream out;
    private final Progress progress;
    private final boolean rewrite;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(r -> {
        final Thread thread = new Thread(r, "progress");
        thread.setDaemon(true);
        return thread;
    });
    private int shown;

    private ProgressPrinter(final PrintStream out, final Progress progress, final boolean rewrite) {
        this.out = out;
        this.progress = progress;
        this.rewrite = rewrite;
    }

    /**
     * Begins to show progress.
     *
     * @param mode how; AUTO looks whether there is a terminal
     * @param out where to
     * @param progress what
     * @return to be {@link #close() closed} when the work is done
     */
    static ProgressPrinter start(final Options.ProgressMode mode, final PrintStream out, final Progress progress) {
        final boolean rewrite = mode == Options.ProgressMode.LINE || mode == Options.ProgressMode.AUTO && System.console() != null;
        final ProgressPrinter printer = new ProgressPrinter(out, progress, rewrite);
        if (mode != Options.ProgressMode.NONE) {
            final long period = rewrite ? LINE_MILLIS : LOG_MILLIS;
            printer.timer.scheduleWithFixedDelay(printer::print, rewrite ? period : period / 4, period, TimeUnit.MILLISECONDS);
        }
        return printer;
    }

    synchronized void print() {
        final Optional<String> line = progress.line();
        if (line.isPresent()) {
            print(line.get());
        }
    }

    private void print(final String line) {
        if (rewrite) {
            final String cut = line.length() > WIDTH ? line.substring(0, WIDTH - 3) + "..." : line;
            out.print("\r" + cut + " ".repeat(Math.max(0, shown - cut.length())));
            shown = cut.length();
            out.flush();
        } else {
            out.println(line);
        }
    }

    /** Stops and removes the line that was written over. */
    synchronized void close() {
        timer.shutdownNow();
        if (shown > 0) {
            out.print("\r" + " ".repeat(shown) + "\r");
            out.flush();
            shown = 0;
        }
    }
}
