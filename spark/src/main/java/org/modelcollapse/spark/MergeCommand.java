package org.modelcollapse.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.modelcollapse.collapse.experiment.Experiment;
import org.modelcollapse.collapse.experiment.RunStore;

/** {@code merge}: puts the shares of an experiment together. */
final class MergeCommand {

    static final String USAGE = """
        merge A B C ... RESULT [--overwrite] [--incomplete]
                                   puts shares of an experiment together, or all shares of a folder. Whatever is missing,
                                   twice, damaged or of another experiment is told by name; --incomplete takes what there is.
        """;

    private MergeCommand() {
    }

    static void run(final List<String> typed) {
        final Options options = Options.of("merge", typed, Set.of(), Set.of("overwrite", "incomplete"));
        if (options.words().size() < 2) {
            throw Refusal.ofOptions("merge needs the shares and, last, the name of the result.");
        }
        final Path result = Path.of(options.words().get(options.words().size() - 1));
        if (Files.exists(result) && !options.flag("overwrite")) {
            throw Refusal.of("The result " + result + " exists: give another name, or --overwrite.");
        }
        try {
            merge(files(options.words().subList(0, options.words().size() - 1)), result, options.flag("incomplete"));
        } catch (final IOException e) {
            throw Refusal.of(Sentences.first(e), e);
        }
    }

    private static List<Path> files(final List<String> words) throws IOException {
        final List<Path> files = new ArrayList<>();
        for (final String word : words) {
            final Path path = Path.of(word);
            if (Files.isDirectory(path)) {
                try (Stream<Path> inside = Files.list(path)) {
                    files.addAll(inside.filter(Files::isRegularFile).sorted().toList());
                }
            } else {
                files.add(path);
            }
        }
        if (files.isEmpty()) {
            throw Refusal.of("There is no share in " + String.join(", ", words) + ".");
        }
        return files;
    }

    private static void merge(final List<Path> files, final Path result, final boolean incomplete) throws IOException {
        final Experiment experiment = ExperimentCommand.plan(files.get(0));
        final Path unfinished = result.resolveSibling(result.getFileName() + ".unfinished");
        Files.deleteIfExists(unfinished);
        try (RunStore all = RunStore.inFile(unfinished)) {
            all.open(experiment);
            final Path[] sources = new Path[ExperimentCommand.runs(experiment).size()];
            for (final Path file : files) {
                add(file, experiment, all, sources, incomplete);
            }
            requireAll(experiment, all, incomplete);
            ExperimentCommand.write(experiment, all, result);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void add(final Path file, final Experiment experiment, final RunStore all, final Path[] sources,
        final boolean incomplete) throws IOException {
        ExperimentCommand.plan(file); // says what is wrong with it
        final Path copy = Files.createTempFile("share", ".runs");
        try {
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            try (RunStore share = RunStore.inFile(copy)) {
                try {
                    share.open(experiment);
                } catch (final IOException e) {
                    throw Refusal.of("The share " + file + " is of another experiment than " + "the first one.", e);
                }
                if (share.damage().isPresent()) {
                    final String damage = share.damage().get().replace(copy.toString(), file.toString());
                    if (!incomplete) {
                        throw Refusal.of(damage.substring(0, damage.indexOf(" lost.") + 6)
                            + " Make the share again, or give --incomplete.");
                    }
                    Main.warn(damage);
                }
                take(file, experiment, share, all, sources);
            }
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static void take(final Path file, final Experiment experiment, final RunStore share, final RunStore all,
        final Path[] sources) throws IOException {
        int twice = 0;
        Path other = null;
        int taken = 0;
        for (final int[] run : ExperimentCommand.runs(experiment)) {
            final int place = run[0] * experiment.replicates() + run[1];
            if (!share.has(run[0], run[1])) {
                continue;
            }
            taken++;
            if (sources[place] == null) {
                sources[place] = file;
                all.add(share.get(run[0], run[1]));
            } else if (Arrays.equals(all.get(run[0], run[1]).toBytes(), share.get(run[0], run[1]).toBytes())) {
                twice++;
                other = sources[place];
            } else {
                throw Refusal.of("The shares " + sources[place] + " and " + file + " have different numbers for "
                    + name(experiment, run) + ": one of them is not what the experiment gives.");
            }
        }
        if (twice > 0) {
            Main.warn(twice + (twice == 1 ? " run of " : " runs of ") + file + (twice == 1 ? " is" : " are") + " in " + other
                + ", too; the numbers are the same.");
        }
        if (taken == 0) {
            Main.warn("The share " + file + " has no runs.");
        }
    }

    private static String name(final Experiment experiment, final int[] run) {
        return "replicate " + (run[1] + 1) + " of scenario \"" + experiment.scenarios().get(run[0]).name() + "\"";
    }

    private static void requireAll(final Experiment experiment, final RunStore all, final boolean incomplete) {
        final List<int[]> missing =
            ExperimentCommand.runs(experiment).stream().filter(run -> !all.has(run[0], run[1])).toList();
        if (!missing.isEmpty()) {
            final String words = missing.size() + " of " + ExperimentCommand.runs(experiment).size() + " runs are in no share"
                + share(experiment, missing) + "; the first is " + name(experiment, missing.get(0));
            if (!incomplete) {
                throw Refusal.of(words + ": give the share that has them, or --incomplete.");
            }
            Main.warn(words + ".");
        }
    }

    /** Which share the missing runs would be, if they are one. */
    private static String share(final Experiment experiment, final List<int[]> missing) {
        final int runs = ExperimentCommand.runs(experiment).size();
        for (int parts = 2; parts <= Math.min(runs, 10_000); parts++) {
            final int[] first = missing.get(0);
            final int number =
                (int)(((long)first[0] * experiment.replicates() + first[1]) % parts) + 1;
            final Part part = new Part(number, parts);
            final int expected = (runs - number) / parts + 1;
            if (missing.size() == expected && missing.stream()
                .allMatch(run -> part.has(run[0], run[1], experiment.replicates()))) {
                return " (share " + number + "/" + parts + ")";
            }
        }
        return "";
    }
}
