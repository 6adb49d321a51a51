package org.modelcollapse.runner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.modelcollapse.picture.Text;
import org.modelcollapse.picture.Bands;
import org.modelcollapse.picture.Samples;
import org.modelcollapse.picture.Trajectory;

/** The main numbers of a run: what was at the first generation, what is at the last. */
final class Numbers {

    private Numbers() {
    }

    /**
     * A line of the numbers.
     *
     * @param name what it is
     * @param first its value at the first generation
     * @param last its value at the last generation
     * @param left how much is left of the first value, in per cent, or ""
     */
    record Entry(String name, String first, String last, String left) {
        static Entry of(final String name, final double first, final double last) {
            final String left = first > 0 && Double.isFinite(last) ? String.format(Locale.ROOT, "%.1f %%", 100 * last / first) : "";
            return new Entry(name, Text.number(first), Text.number(last), left);
        }
    }

    static List<Entry> of(final Trajectory trajectory) {
        final List<Entry> entries = new ArrayList<>();
        final int last = trajectory.size() - 1;
        entries.add(generations(trajectory.generations()[0], trajectory.generations()[last]));
        for (final Trajectory.Dimension dimension : trajectory.dimensions()) {
            final String of = dimension.name().isEmpty() ? "" : " of " + dimension.name();
            for (int k = 0; k < dimension.variances().size(); k++) {
                final double[] variances = dimension.variances().get(k);
                entries.add(Entry.of("Variance" + of + ", component " + (k + 1), variances[0], variances[last]));
            }
        }
        trajectory.total().ifPresent(v -> entries.add(Entry.of("Total variance", v[0], v[last])));
        trajectory.expected().filter(v -> Double.isFinite(v[last])).ifPresent(v -> entries.add(Entry.of("Total variance expected by the law", v[0], v[last])));
        return entries;
    }

    static List<Entry> of(final Bands bands) {
        final List<Entry> entries = new ArrayList<>();
        final String number = bands.subject();
        for (final Bands.Scenario scenario : bands.scenarios()) {
            final int last = scenario.generations().length - 1;
            final String of = scenario.name() + ": " + number.toLowerCase(Locale.ROOT) + ", ";
            final double[] mean = scenario.of(number, Bands.Statistic.MEAN);
            entries.add(Entry.of(of + "mean of the runs", mean[0], mean[last]));
            if (scenario.hasLaw(number)) {
                final double[] law = scenario.of(number, Bands.Statistic.EXPECTED);
                entries.add(Entry.of(of + "by the law", law[0], law[last]));
                final double[] z = scenario.of(number, Bands.Statistic.Z);
                entries.add(new Entry(of + "z", Text.number(z[0]), Text.number(z[last]), ""));
            }
        }
        return entries;
    }

    static List<Entry> of(final Samples samples) {
        final List<Entry> entries = new ArrayList<>();
        entries.add(generations(samples.first().number(), samples.last().number()));
        entries.add(new Entry("Rows", Text.count(samples.first().values().get(0).length), Text.count(samples.last().values().get(0).length), ""));
        for (int i = 0; i < samples.columns().size(); i++) {
            final double[] first = samples.first().values().get(i);
            final double[] last = samples.last().values().get(i);
            final String column = samples.columns().get(i);
            entries.add(new Entry("Mean of " + column, Text.number(mean(first)), Text.number(mean(last)), ""));
            entries.add(Entry.of("Variance of " + column, variance(first), variance(last)));
            entries.add(new Entry("Range of " + column, range(first), range(last), ""));
        }
        return entries;
    }

    private static Entry generations(final double first, final double last) {
        return new Entry("Generation", Text.count((long)first), Text.count((long)last), "");
    }

    private static double mean(final double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    private static double variance(final double[] values) {
        final double mean = mean(values);
        return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / values.length;
    }

    private static String range(final double[] values) {
        return Text.number(Arrays.stream(values).min().orElse(Double.NaN)) + " to " + Text.number(Arrays.stream(values).max().orElse(Double.NaN));
    }
}
