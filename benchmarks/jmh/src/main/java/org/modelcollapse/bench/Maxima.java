package org.modelcollapse.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.modelcollapse.gmm.BestFit;
import org.modelcollapse.gmm.CovarianceType;
import org.modelcollapse.gmm.Criterion;
import org.modelcollapse.gmm.Effort;
import org.modelcollapse.gmm.Fit;
import org.modelcollapse.gmm.FitSettings;
import org.modelcollapse.gmm.Fitter;
import org.modelcollapse.gmm.Monitor;
import org.modelcollapse.gmm.Points;
import org.modelcollapse.gmm.RandomStream;

/**
 * Fits what the standard input lists, a line {@code file,components,type} each, and prints {@code value,milliseconds,spike}
 * for each: the log-likelihood, or in mode BIC the number of 1 to 5 components that is chosen. Everything is fitted once
 * before, so that the times are those of compiled code.
 */
public final class Maxima {

    private Maxima() {
    }

    /**
     * Runs.
     *
     * @param args SKLEARN, CONVERGED, an effort, or BIC
     * @throws IOException if a file cannot be read
     */
    public static void main(final String[] args) throws IOException {
        final List<String> tasks;
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            tasks = in.lines().toList();
        }
        for (final String task : tasks) {
            run(task, args[0]);
        }
        for (final String task : tasks) {
            System.out.println(run(task, args[0]));
        }
    }

    private static String run(final String task, final String mode) throws IOException {
        final String[] fields = task.split(",");
        final Points points = read(Path.of(fields[0]));
        final int k = Integer.parseInt(fields[1]);
        final FitSettings settings = (mode.equals("SKLEARN") ? FitSettings.sklearn(k) : FitSettings.converged(k))
            .withCovarianceType(CovarianceType.named(fields[2]))
            .withThreads(Runtime.getRuntime().availableProcessors());
        final RandomStream random = RandomStream.of(1);
        final long begin = System.nanoTime();
        final double value;
        boolean spike = false;
        if (mode.equals("BIC")) {
            value = BestFit.select(points, null, settings, 1, 5, Criterion.BIC, Effort.USUAL, random, Monitor.NONE).best()
                .mixture().components();
        } else {
            final Fit fit = mode.equals("SKLEARN") || mode.equals("CONVERGED") ? Fitter.fit(points, settings, random)
                : BestFit.fit(points, null, settings, Effort.valueOf(mode), random, Monitor.NONE);
            value = fit.score() * points.size();
            spike = fit.search().map(s -> s.maxima().get(0).spike()).orElse(!fit.warnings().isEmpty());
        }
        return value + "," + (System.nanoTime() - begin) / 1e6 + "," + (spike ? 1 : 0);
    }

    private static Points read(final Path file) throws IOException {
        return Points.ofRows(Files.readAllLines(file).stream().skip(1)
            .map(line -> Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray())
            .toArray(double[][]::new));
    }
}
