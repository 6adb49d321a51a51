package org.modelcollapse.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.modelcollapse.gmm.BestFit;
import org.modelcollapse.gmm.CovarianceType;
import org.modelcollapse.gmm.Criterion;
import org.modelcollapse.gmm.DegenerateFitException;
import org.modelcollapse.gmm.Fit;
import org.modelcollapse.gmm.FitSettings;
import org.modelcollapse.gmm.Fitter;
import org.modelcollapse.gmm.Monitor;
import org.modelcollapse.gmm.RandomStream;
import org.modelcollapse.gmm.WeightSums;
import org.modelcollapse.gmm.SearchReport;
import org.modelcollapse.gmm.Selection;
import org.modelcollapse.gmm.Start;
import org.modelcollapse.knime.table.ColumnNames;

/** {@code fit}: what <i>Fit GMM</i> does, to rows on a cluster. Writes the mixture table and the fit report. */
final class FitCommand {

    static final String USAGE = """
        fit --input FOLDER|FILE --output FOLDER [options]     fits a Gaussian mixture to Parquet or CSV
          --columns A,B,...          the numeric columns that it describes (default: all; \\, for a comma in a name)
          --components 3 | 1-8       how many, or a range to choose from (2)
          --chosen-by bic|aic|icl    what decides (bic)
          --families one|four|all    the kinds of covariance to choose from, too, with a range (four)
          --covariance full|tied|diagonal|spherical|EII|...|VVV    the one, otherwise          (full)
          --preset best|sklearn|converged|custom    when EM stops (best)
          --effort quick|usual|thorough             how long the best fit is searched for (usual)
          --tolerance, --max-iterations, --regularization, --accelerated                  for custom
          --start kmeans|random-rows|hierarchical, --starts N    where EM starts, and how often (kmeans, 1), unless best
          --start-mixture FILE       a mixture table to start from
          --maximum-likelihood, --prior, --degenerate keep|reseed|fail, --unusable skip|fail       as in the node
          --weight-column NAME, --weight-meaning importance|frequency                     as in the node
          --seed N                   (1)
          --settings WORKFLOW#NODE   the settings of a node Fit GMM; options behind it replace them
          --format csv|parquet, --delimiter CHARACTER, --partitions N, --overwrite
        """;

    /** The stream of the search that a fit from one start is compared with, as in the node. */
    private static final long SEARCH = 1_000_000;

    private FitCommand() {
    }

    static void run(final List<String> typed) {
        final Options given = Options.of("fit", typed,
            union(FitOptions.NAMES, Set.of("input", "output", "settings", "start-mixture", "format", "delimiter", "partitions")),
            union(FitOptions.FLAGS, Set.of("overwrite")));
        if (!given.words().isEmpty()) {
            throw Refusal.ofOptions("\"" + given.words().get(0) + "\" stands alone: fit takes options only.");
        }
        final Options options = given.text("settings")
            .map(place -> given.orElse(NodeSettings.read(place, "FitGmmNodeFactory").ofFit())).orElse(given);
        final FitOptions settings = FitOptions.of(options);
        options.required("input");
        options.required("output");
        Session.run("fit", spark -> run(options, settings, spark));
    }

    private static Set<String> union(final Set<String> one, final Set<String> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet());
    }

    private static void run(final Options options, final FitOptions settings, final SparkSession spark) {
        try (Target target = Target.of(options.required("output"), options.flag("overwrite"),
            spark.sparkContext().hadoopConfiguration())) {
            final InputRows input = InputRows.of(spark, options.required("input"), options.text("format"),
                options.text("delimiter").orElse(","));
            final Optional<String> weight = options.text("weight-column");
            final List<String> columns = columns(options, input, weight);
            final Optional<MixtureFile> start = options.text("start-mixture").map(name -> MixtureFile
                .read(InputRows.of(spark, name, Optional.empty(), options.text("delimiter").orElse(",")), name));
            start.ifPresent(mixture -> mixture.requireDescribes(columns));
            final List<String> read = new ArrayList<>(columns);
            weight.ifPresent(read::add);
            final Loading loading = Loading.of(input, new PieceReader(read, weight.isPresent(),
                settings.weightMeaning().greatest, input.isText(), settings.fail()),
                (int)options.whole("partitions", 0, 1, 1_000_000));
            try (BlockRows rows = weighted(loading, settings, weight)) {
                fit(rows, loading, settings, start, columns, target, spark);
            }
            target.finish();
        }
    }

    private static List<String> columns(final Options options, final InputRows input, final Optional<String> weight) {
        final List<String> named = options.list("columns");
        final List<String> columns = named.isEmpty()
            ? input.numeric().stream().filter(c -> !weight.equals(Optional.of(c))).toList() : named;
        if (columns.isEmpty()) {
            throw Refusal.of("The input has no numeric column. Its columns are " + input.names() + ".");
        }
        input.requireNumeric(columns);
        input.requireNumeric(weight.stream().toList());
        return columns;
    }

    /** Row weights as the engine takes them. */
    private static BlockRows weighted(final Loading loading, final FitOptions settings, final Optional<String> column) {
        if (column.isEmpty()) {
            return loading.rows();
        }
        final String about = "The row weights in \"" + column.get() + "\" ";
        if (settings.weightMeaning() == FitOptions.Meaning.FREQUENCY) {
            final double sum = WeightSums.total(loading.rows());
            if (!(sum >= 1)) {
                throw Refusal.of("The row weights in the column \"" + column.get() + "\" sum to " + sum
                    + ", which is less than one row. If they say how important rows are, set their meaning to importance.");
            }
            if (!loading.wholeWeights()) {
                Main.warn(about + "are taken for frequencies, but not all are whole numbers. If they say how important rows"
                    + " are, set their meaning to importance.");
            }
            return loading.rows();
        }
        if (loading.wholeWeights() && loading.largestWeight() > 1) {
            Main.warn(about + "are whole numbers, but are scaled to the number of rows. If they count rows, set their meaning"
                + " to frequency.");
        }
        final BlockRows scaled = loading.rows().scaled(loading.largestWeight(),
            WeightSums.factor(loading.rows(), loading.largestWeight()));
        scaled.load();
        loading.rows().close();
        return scaled;
    }

    private static void fit(final BlockRows rows, final Loading loading, final FitOptions settings,
        final Optional<MixtureFile> start, final List<String> columns, final Target target, final SparkSession spark) {
        final RandomStream random = RandomStream.of(settings.seed());
        final FitSettings base = start
            .map(s -> settings.toSettings(s.mixture().components()).withStart(Start.given(s.mixture())))
            .orElseGet(() -> settings.toSettings(settings.least()));
        final Selection selection;
        try {
            selection = select(rows, base, settings, start.isPresent(), random);
        } catch (final DegenerateFitException | IllegalArgumentException e) {
            throw Refusal.of(ColumnNames.in(e.getMessage(), columns), e);
        }
        if (loading.skipped() > 0) {
            Main.warn(loading.skipped() + (loading.skipped() == 1 ? " row was" : " rows were")
                + " skipped because of missing, NaN or infinite values.");
        }
        selection.best().warnings().forEach(w -> Main.warn(ColumnNames.in(w.message(), columns)));
        beaten(rows, base, settings, start.isPresent(), selection.best(), random);
        MixtureFile.table(selection.best().mixture().sortedByMean(), columns).write(target, "mixture", spark);
        report(selection, rows.weighted() ? WeightSums.total(rows) : rows.size(), loading, columns).write(target,
            "fit-report", spark);
    }

    private static Selection select(final BlockRows rows, final FitSettings base, final FitOptions settings,
        final boolean hasStart, final RandomStream random) {
        final boolean search = settings.isSearched() && !hasStart;
        if (settings.chosen() && !hasStart) {
            final List<CovarianceType> families = settings.families(rows.dimension());
            return search
                ? BestFit.select(rows, base, families, settings.least(), settings.most(), settings.criterion(), settings.effort(), random,
                    Monitor.NONE)
                : Fitter.select(rows, base, families, settings.least(), settings.most(), settings.criterion(), random, Monitor.NONE);
        }
        return new Selection(Criterion.BIC, List.of(search
            ? BestFit.fit(rows, base, settings.effort(), random, Monitor.NONE)
            : Fitter.fit(rows, base, random, Monitor.NONE)), 0);
    }

    /** Tells what a quick search finds that the fit has not. */
    private static void beaten(final BlockRows rows, final FitSettings base, final FitOptions settings,
        final boolean hasStart, final Fit fit, final RandomStream random) {
        if (settings.isSearched() || hasStart) {
            return;
        }
        final double gain = BestFit.gain(rows, base.withCovarianceType(fit.mixture().covarianceType()), fit, random.split(SEARCH), Monitor.NONE);
        if (gain > 1) {
            Main.warn("Other starts reach a log-likelihood that is higher by " + Math.rint(10 * gain) / 10
                + ": give --preset best to have the best of them.");
        }
    }

    private static TableFile report(final Selection selection, final double totalWeight, final Loading loading,
        final List<String> columns) {
        final TableFile table = new TableFile();
        table.add("Components", DataTypes.IntegerType);
        table.add("Covariance", DataTypes.StringType);
        for (final String name : List.of("Mean log-likelihood", "Log-likelihood")) {
            table.add(name, DataTypes.DoubleType);
        }
        table.add("Parameters", DataTypes.IntegerType);
        for (final String name : List.of("AIC", "BIC", "ICL")) {
            table.add(name, DataTypes.DoubleType);
        }
        table.add("Iterations", DataTypes.IntegerType);
        table.add("Converged", DataTypes.BooleanType);
        table.add("Chosen", DataTypes.BooleanType);
        table.add("Rows used", DataTypes.LongType);
        table.add("Rows skipped", DataTypes.LongType);
        table.add("Warnings", DataTypes.StringType);
        table.add("Starts", DataTypes.IntegerType);
        table.add("Times found", DataTypes.IntegerType);
        table.add("Next best lower by", DataTypes.DoubleType);
        table.add("Chance of another", DataTypes.DoubleType);
        for (final Fit fit : selection.fits()) {
            table.add(fit.mixture().components(), fit.mixture().covarianceType().letters(fit.mixture().dimension()), fit.score(), fit.score() * totalWeight, fit.mixture().freeParameters(),
                fit.aic(), fit.bic(), fit.icl(), fit.iterations(), fit.converged(), fit == selection.best(), loading.used(),
                loading.skipped(),
                fit.warnings().stream().map(w -> ColumnNames.in(w.message(), columns)).collect(Collectors.joining(" ")),
                ofSearch(fit, SearchReport::starts), ofSearch(fit, SearchReport::timesFound),
                ofSearch(fit, r -> r.nextBestBelow() < Double.POSITIVE_INFINITY ? r.nextBestBelow() : null),
                ofSearch(fit, SearchReport::chanceOfBetter));
        }
        return table;
    }

    private static Object ofSearch(final Fit fit, final Function<SearchReport, Object> value) {
        return fit.search().map(value).orElse(null);
    }
}
