package org.modelcollapse.runner;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes one line out of what the nodes report: node, message, rate and time left. A message that counts, such as "Generation 523 of 2000", is kept in
 * view while other nodes report, because it says most about the whole. Safe for use by several threads.
 */
final class Progress {

    private static final Pattern COUNT = Pattern.compile("(\\d[\\d,]*)\\s*(?:of|/)\\s*(\\d[\\d,]*)");
    private static final double SECOND = 1e9;
    /** The rate is that of the last seconds, so that it follows a change of pace. */
    private static final long WINDOW = 10_000_000_000L;
    /** A count that has not moved for so long gives way to other messages. */
    private static final long STALE = 3_000_000_000L;

    private record Sample(long time, double done) {
    }

    private final LongSupplier nanoTime;
    private final Deque<Sample> samples = new ArrayDeque<>();
    private String node = "";
    private String message = "";
    private boolean counts;
    private double total;
    private long updated;

    /** @param nanoTime a clock in nanoseconds, such as {@link System#nanoTime()} */
    Progress(final LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /**
     * Takes what a node reports.
     *
     * @param from name of the node
     * @param text its message, or null
     * @param fraction how far it is, from 0 to 1, or null
     */
    synchronized void update(final String from, final String text, final Double fraction) {
        final long now = nanoTime.getAsLong();
        final Matcher matcher = COUNT.matcher(text == null ? "" : text);
        final boolean isCount = matcher.find();
        if (!isCount && counts && now - updated < STALE) {
            return;
        }
        final double all = isCount ? number(matcher.group(2)) : 1;
        final double done = isCount ? number(matcher.group(1)) : fraction == null ? Double.NaN : fraction;
        final boolean other = !from.equals(node) || isCount != counts || all != total || !samples.isEmpty() && done < samples.getLast().done();
        if (other) {
            samples.clear();
        }
        node = from;
        message = text == null ? "" : text;
        counts = isCount;
        total = all;
        updated = now;
        if (!Double.isNaN(done)) {
            samples.addLast(new Sample(now, done));
            while (samples.size() > 2 && now - samples.getFirst().time() > WINDOW) {
                samples.removeFirst();
            }
        }
    }

    /** @return node, message, rate and time left as far as known; nothing as long as no node has reported */
    synchronized Optional<String> line() {
        if (node.isEmpty()) {
            return Optional.empty();
        }
        final StringBuilder line = new StringBuilder(node);
        if (!message.isEmpty()) {
            line.append(": ").append(message);
        }
        if (!samples.isEmpty()) {
            if (!counts) {
                line.append(message.isEmpty() ? ": " : ", ").append(Math.round(100 * samples.getLast().done())).append(" %");
            }
            appendRate(line);
        }
        return Optional.of(line.toString());
    }

    private void appendRate(final StringBuilder line) {
        if (message.endsWith(" left")) {
            return; // the node knows better
        }
        final double seconds = (samples.getLast().time() - samples.getFirst().time()) / SECOND;
        final double done = samples.getLast().done() - samples.getFirst().done();
        if (seconds > 0 && done > 0) {
            final double rate = done / seconds;
            if (counts) {
                line.append(", ").append(rate(rate));
            }
            line.append(", ").append(duration((total - samples.getLast().done()) / rate)).append(" left");
        }
    }

    private static String rate(final double perSecond) {
        if (perSecond >= 10) {
            return Math.round(perSecond) + " per s";
        }
        return perSecond >= 0.1 ? String.format(Locale.ROOT, "%.1f per s", perSecond) : String.format(Locale.ROOT, "%.1f per min", perSecond * 60);
    }

    /** @return the time as seconds, minutes and seconds, or hours and minutes */
    static String duration(final double seconds) {
        final long whole = (long)Math.ceil(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        return whole < 3600 ? whole / 60 + " min " + whole % 60 + " s" : whole / 3600 + " h " + whole % 3600 / 60 + " min";
    }

    private static double number(final String digits) {
        return Double.parseDouble(digits.replace(",", ""));
    }
}
