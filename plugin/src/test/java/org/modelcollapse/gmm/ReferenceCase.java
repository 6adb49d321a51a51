package org.modelcollapse.gmm;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A case of {@code cases.csv} with the parameters that belong to it. */
record ReferenceCase(String name, Points data, int k, CovarianceType type, double regularization, double tolerance,
    int maxIterations, int iterations) {

    static List<ReferenceCase> all() {
        return Reference.table("cases.csv").stream()
            .map(row -> new ReferenceCase(row.get("case"), Reference.points(row.get("data")),
                Reference.whole(row, "k"), CovarianceType.named(row.get("covariance_type")),
                Reference.number(row, "reg_covar"), Reference.number(row, "tol"), Reference.whole(row, "max_iter"),
                Reference.whole(row, "n_iter")))
            .toList();
    }

    static ReferenceCase of(final String name) {
        return all().stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
    }

    int d() {
        return data.dimension();
    }

    FitSettings settings() {
        return FitSettings.sklearn(k).withCovarianceType(type).withRegularization(regularization)
            .withTolerance(tolerance).withMaxIterations(maxIterations).withStart(Start.given(start()));
    }

    GaussianMixture start() {
        return mixture("init", "precision");
    }

    GaussianMixture expected() {
        return mixture("expected", "covariance");
    }

    private GaussianMixture mixture(final String file, final String third) {
        final double[] weights = new double[k];
        final double[][] means = new double[k][d()];
        final double[][][] matrices = new double[k][d()][d()];
        for (final Map<String, String> row : Reference.table(name + "." + file + ".csv")) {
            final int c = Reference.whole(row, "component");
            final int i = Reference.whole(row, "i");
            final int j = Reference.whole(row, "j");
            final double value = Reference.number(row, "value");
            switch (row.get("kind")) {
                case "weight" -> weights[c] = value;
                case "mean" -> means[c][i] = value;
                default -> {
                    if (!row.get("kind").equals(third)) {
                        throw new IllegalStateException(row.get("kind"));
                    }
                    matrices[c][i][j] = value;
                }
            }
        }
        if ("precision".equals(third)) {
            for (int c = 0; c < k; c++) {
                matrices[c] = inverse(matrices[c]);
            }
        }
        return GaussianMixture.of(type, weights, means, matrices);
    }

    /** The inverse of a matrix of one or two rows, which is all the cases have. */
    private static double[][] inverse(final double[][] m) {
        if (m.length == 1) {
            return new double[][]{{1 / m[0][0]}};
        }
        final double determinant = m[0][0] * m[1][1] - m[0][1] * m[1][0];
        return new double[][]{{m[1][1] / determinant, -m[0][1] / determinant},
            {-m[1][0] / determinant, m[0][0] / determinant}};
    }

    Map<String, Double> summary() {
        final Map<String, Double> summary = new HashMap<>();
        Reference.table(name + ".summary.csv").forEach(r -> summary.put(r.get("key"), Reference.number(r, "value")));
        return summary;
    }

    @Override
    public String toString() {
        return name;
    }
}
