package org.modelcollapse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.lifecycle.AfterContainerHook;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.ContainerLifecycleContext;
import net.jqwik.api.lifecycle.PropertyAttributes;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/**
 * Counts the cases of every property, and how many of them were skipped because they were not what the property is
 * about. A property that skips more than one in five fails: it says less than it seems to. The report is
 * {@code target/generated-cases.txt}; its sums go to the standard output, a line a class.
 *
 * <p>A build makes the same cases each time. {@code -Dproperties.times=100} makes a hundred times as many from a seed
 * that nobody has tried yet, and says which; {@code -Dproperties.seed=…} takes that one again.
 */
public final class CaseReport implements AroundPropertyHook, AfterContainerHook {

    private static final Path FILE = Path.of("target", "generated-cases.txt");

    private static final double MOST_SKIPPED = 0.2;

    private static final int TIMES = Integer.getInteger("properties.times", 1);

    private static final long SEED =
        Long.getLong("properties.seed", TIMES == 1 ? 20261127 : RandomGenerator.getDefault().nextLong());

    /** Of each property, by name, the cases made and those that were skipped. */
    private static final Map<String, int[]> COUNTS = new TreeMap<>();

    @Override
    public PropertyExecutionResult aroundProperty(final PropertyLifecycleContext context,
        final PropertyExecutor property) {
        final PropertyAttributes attributes = context.attributes();
        attributes.setTries(Math.multiplyExact(TIMES, attributes.tries().orElseThrow(() -> new IllegalStateException(
            context.label() + " must say how many cases it is tried on"))));
        attributes.setSeed(Long.toString(SEED));
        attributes.setEdgeCases(EdgeCasesMode.NONE); // those of six arguments together outnumber all cases
        final PropertyExecutionResult result = property.execute();
        final int skipped = result.countTries() - result.countChecks();
        synchronized (COUNTS) {
            COUNTS.put(context.containerClass().getSimpleName() + '.' + context.targetMethod().getName(),
                new int[] {result.countTries(), skipped});
        }
        if (result.status() == PropertyExecutionResult.Status.SUCCESSFUL
            && skipped > MOST_SKIPPED * result.countTries()) {
            return result.mapToFailed(context.label() + " skipped " + skipped + " of " + result.countTries()
                + " cases: generate what it is about");
        }
        return result;
    }

    @Override
    public void afterContainer(final ContainerLifecycleContext context) throws IOException {
        final String name = context.optionalContainerClass().map(Class::getSimpleName).orElse("");
        synchronized (COUNTS) {
            final int[] own = sum(COUNTS.keySet().stream().filter(p -> p.startsWith(name + '.')).toList());
            final int[] all = sum(COUNTS.keySet());
            System.out.printf(Locale.ROOT, "Generated cases: %s %d (%d skipped), in all so far %d (%d), seed %d%n", name,
                own[0], own[1], all[0], all[1], SEED);
            final StringBuilder text = new StringBuilder(line("property", "cases", "skipped"));
            COUNTS.forEach((property, counts) -> text.append(line(property, counts[0], counts[1])));
            text.append(line("all", all[0], all[1])).append(line("seed " + SEED, "", ""));
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, text);
        }
    }

    private static int[] sum(final Collection<String> properties) {
        final int[] sums = new int[2];
        properties.forEach(property -> Arrays.setAll(sums, i -> sums[i] + COUNTS.get(property)[i]));
        return sums;
    }

    private static String line(final Object... cells) {
        return String.format(Locale.ROOT, "%-90s %9s %9s%n", cells);
    }
}
