package org.modelcollapse.gmm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the files of the folder {@code reference}, whose README names their source. */
final class Reference {

    private Reference() {
    }

    /** The rows of a CSV file, each a map from column name to cell. */
    static List<Map<String, String>> table(final String file) {
        final List<String> lines = text(file).lines().toList();
        final String[] header = lines.get(0).split(",");
        final List<Map<String, String>> rows = new ArrayList<>();
        for (final String line : lines.subList(1, lines.size())) {
            final String[] cells = line.split(",");
            final Map<String, String> row = new HashMap<>();
            for (int j = 0; j < header.length; j++) {
                row.put(header[j], cells[j]);
            }
            rows.add(row);
        }
        return rows;
    }

    static boolean exists(final String file) {
        return Reference.class.getResource("/reference/" + file) != null
            || Files.exists(Path.of("src/test/resources/reference", file));
    }

    private static String text(final String file) {
        try (InputStream in = Reference.class.getResourceAsStream("/reference/" + file)) {
            return in == null ? Files.readString(Path.of("src/test/resources/reference", file))
                : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A data set, for example {@code data/pair.csv}. */
    static Points points(final String file) {
        final double[][] rows = text(file).lines().skip(1).map(line -> {
            final String[] cells = line.split(",");
            final double[] row = new double[cells.length];
            for (int j = 0; j < row.length; j++) {
                row[j] = Double.parseDouble(cells[j]);
            }
            return row;
        }).toArray(double[][]::new);
        return Points.ofRows(rows);
    }

    static double number(final Map<String, String> row, final String column) {
        return Double.parseDouble(row.get(column));
    }

    static int whole(final Map<String, String> row, final String column) {
        return Integer.parseInt(row.get(column));
    }
}
