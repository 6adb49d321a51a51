package org.modelcollapse.spark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.modelcollapse.gmm.CovarianceType;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.MixtureSampler;
import org.modelcollapse.gmm.Points;
import org.modelcollapse.gmm.RandomStream;

/** Commands as a person types them, and rows for them. */
final class Commands {

    static final GaussianMixture LINE =
        GaussianMixture.of(new double[]{0.3, 0.5, 0.2}, new double[]{10, 12, 17}, new double[]{1, 0.5, 2});

    static final GaussianMixture PLANE = GaussianMixture.of(CovarianceType.FULL, new double[]{0.4, 0.4, 0.2},
        new double[][]{{0, 0}, {3, 1}, {-2, 4}},
        new double[][][]{{{1, 0.3}, {0.3, 1}}, {{0.5, -0.2}, {-0.2, 0.8}}, {{2, 0}, {0, 0.3}}});

    /** How a command ended. */
    record Ended(int code, String errors) {
    }

    private Commands() {
    }

    /** Does a command on a master. */
    static Ended run(final String master, final String... words) {
        final PrintStream before = System.err;
        final ByteArrayOutputStream errors = new ByteArrayOutputStream();
        System.setProperty("spark.master", master);
        System.setProperty("spark.sql.shuffle.partitions", "4");
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
        try {
            return new Ended(Main.run(words), errors.toString(StandardCharsets.UTF_8));
        } finally {
            System.setErr(before);
            System.clearProperty("spark.master");
        }
    }

    static Points sample(final GaussianMixture mixture, final int n) {
        return MixtureSampler.of(mixture).sample(n, MixtureSampler.Order.SHUFFLED, RandomStream.of(n));
    }

    /** Lines of CSV for rows from one place to another. */
    static Stream<String> lines(final Points points, final int from, final int to) {
        return IntStream.range(from, to).mapToObj(i -> String.join(",",
            IntStream.range(0, points.dimension()).mapToObj(j -> Double.toString(points.get(i, j))).toList()));
    }

    /** A folder of CSV files with the rows, all of the same number but the last. */
    static Path folder(final Path folder, final String header, final Points points, final int files) throws IOException {
        Files.createDirectories(folder);
        for (int f = 0; f < files; f++) {
            final int from = (int)((long)points.size() * f / files);
            final int to = (int)((long)points.size() * (f + 1) / files);
            write(folder.resolve("part-" + (char)('a' + f) + ".csv"), header, lines(points, from, to).toList());
        }
        return folder;
    }

    static Path write(final Path file, final String header, final List<String> lines) throws IOException {
        return Files.writeString(file, header + "\n" + String.join("\n", lines) + "\n");
    }

    static String text(final Path file) {
        try {
            return Files.readString(file);
        } catch (final IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
