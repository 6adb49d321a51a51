package org.modelcollapse.collapse.experiment;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;

/** Mean and standard error of independent replicates, held against an exact expectation. Test support. */
public final class Replicates {

    private final String name;
    private long count;
    private double mean;
    private double sumOfSquares;

    public Replicates(final String name) {
        this.name = name;
    }

    /** Welford's update. */
    public void add(final double value) {
        count++;
        final double delta = value - mean;
        mean += delta / count;
        sumOfSquares += delta * (value - mean);
    }

    double mean() {
        return mean;
    }

    double standardError() {
        return Math.sqrt(sumOfSquares / (count - 1) / count);
    }

    public double z(final double expected) {
        return (mean - expected) / standardError();
    }

    /** At least 2,000 replicates and |z| below 4: a false alarm once in 16,000 seeds, and the seed is fixed. */
    public void assertExpectation(final double expected) {
        assertTrue(count >= 2000, name + ": only " + count + " replicates");
        assertTrue(Math.abs(z(expected)) < 4, () -> String.format(Locale.ROOT,
            "%s: expected %.6g, simulated %.6g ± %.2g, z = %.2f", name, expected, mean, standardError(), z(expected)));
    }
}
