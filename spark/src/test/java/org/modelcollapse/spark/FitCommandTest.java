package org.modelcollapse.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modelcollapse.gmm.BestFit;
import org.modelcollapse.gmm.Criterion;
import org.modelcollapse.gmm.Effort;
import org.modelcollapse.gmm.FitSettings;
import org.modelcollapse.gmm.Fitter;
import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Monitor;
import org.modelcollapse.gmm.Points;
import org.modelcollapse.gmm.RandomStream;
import org.modelcollapse.gmm.WeightSums;

/** A fit on Spark has the bytes of the same fit in memory. */
class FitCommandTest {

    @TempDir
    static Path place;

    private static Points rows;

    private static Path folder;

    private static String expected;

    @BeforeAll
    static void writesRows() throws IOException {
        rows = Commands.sample(Commands.PLANE, 120_000);
        folder = Commands.folder(place.resolve("rows"), "x,y", rows, 3);
        expected = csv(Fitter.fit(rows, FitSettings.sklearn(3), RandomStream.of(1)).mixture(), "x", "y");
    }

    private static String csv(final GaussianMixture mixture, final String... columns) {
        return MixtureFile.table(mixture.sortedByMean(), List.of(columns)).csv();
    }

    private static Commands.Ended fit(final String master, final Path input, final String output, final String... more) {
        final List<String> words =
            new ArrayList<>(List.of("fit", "--input", input.toString(), "--output", place.resolve(output).toString()));
        words.addAll(List.of(more));
        return Commands.run(master, words.toArray(String[]::new));
    }

    private static String mixture(final String output) {
        return Commands.text(place.resolve(output).resolve("mixture.csv"));
    }

    @ParameterizedTest(name = "{0}, {1} partitions")
    @CsvSource({"local[1], 1", "local[1], 40", "local[4], 4", "local[4], 40"})
    void hasTheBytesOfTheEngineInMemory(final String master, final int partitions) {
        final String output = "fit-" + master.charAt(6) + "-" + partitions;
        assertEquals(0, fit(master, folder, output, "--components", "3", "--preset", "sklearn", "--partitions",
            Integer.toString(partitions)).code());
        assertEquals(expected, mixture(output));
    }

    @Test
    @DisplayName("the best fit, its number of components chosen from a range")
    void choosesTheNumberOfComponents() throws IOException {
        final Points line = Commands.sample(Commands.LINE, 80_000);
        final Path input = Commands.folder(place.resolve("line"), "x", line, 2);
        assertEquals(0, fit("local[2]", input, "chosen", "--components", "1-3", "--families", "one", "--effort", "quick", "--seed", "5").code());
        assertEquals(csv(BestFit.select(line, null, FitSettings.converged(1), 1, 3, Criterion.BIC, Effort.QUICK,
            RandomStream.of(5), Monitor.NONE).best().mixture(), "x"), mixture("chosen"));
    }

    @ParameterizedTest(name = "weights that say {0}")
    @CsvSource({"importance", "frequency"})
    void takesWeightSums(final String meaning) throws IOException {
        final Points points = Commands.sample(Commands.PLANE, 60_000);
        final double[] weights = new double[points.size()];
        final List<String> lines = new ArrayList<>(Commands.lines(points, 0, points.size()).toList());
        for (int i = 0; i < weights.length; i++) {
            weights[i] = i % 7;
            lines.set(i, lines.get(i) + "," + weights[i]);
        }
        final Path input = Commands.write(place.resolve("weighted-" + meaning + ".csv"), "x,y,w", lines);
        assertEquals(0, fit("local[2]", input, meaning, "--components", "3", "--preset", "sklearn", "--weight-column", "w",
            "--weight-meaning", meaning).code());
        final double[] taken = meaning.equals("importance") ? WeightSums.scaled(weights, 2) : weights;
        assertEquals(csv(Fitter.fit(points, taken, FitSettings.sklearn(3), RandomStream.of(1), Monitor.NONE).mixture(), "x",
            "y"), mixture(meaning));
    }

    @Test
    @DisplayName("Parquet that Spark wrote is read as the CSV with the same rows")
    void readsParquet() {
        final Path parquet = place.resolve("rows.parquet");
        System.setProperty("spark.master", "local[2]");
        Session.run("test",
            spark -> InputRows.of(spark, folder.toString(), java.util.Optional.empty(), ",").table()
                .selectExpr("cast(x as double) x", "cast(y as double) y").write().parquet(parquet.toString()));
        System.clearProperty("spark.master");
        assertEquals(0, fit("local[2]", parquet, "parquet", "--components", "3", "--preset", "sklearn").code());
        assertEquals(expected, mixture("parquet"));
    }

    @Test
    void startsFromAMixtureThatItWrote() throws IOException {
        fit("local[2]", folder, "first", "--components", "3", "--preset", "sklearn");
        assertEquals(0, fit("local[2]", folder, "second", "--preset", "sklearn", "--start-mixture",
            place.resolve("first/mixture.parquet").toString()).code());
        final GaussianMixture first = Fitter.fit(rows, FitSettings.sklearn(3), RandomStream.of(1)).mixture().sortedByMean();
        assertEquals(csv(Fitter.fit(rows, FitSettings.sklearn(3)
            .withStart(org.modelcollapse.gmm.Start.given(GaussianMixture.of(org.modelcollapse.gmm.CovarianceType.FULL,
                first.weights(), first.means(), first.covariances()))),
            RandomStream.of(1)).mixture(), "x", "y"), mixture("second"));
    }

    @Test
    void leavesNothingButTheTables() throws IOException {
        fit("local[2]", folder, "tables", "--components", "1", "--preset", "sklearn");
        try (Stream<Path> files = Files.list(place.resolve("tables"))) {
            assertEquals(List.of("fit-report.csv", "fit-report.parquet", "mixture.csv", "mixture.parquet"),
                files.map(f -> f.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void skipsRowsThatCannotBeUsedAndSaysHowMany() throws IOException {
        final List<String> lines = new ArrayList<>(Commands.lines(rows, 0, 1000).toList());
        lines.add(10, "1,");
        lines.add(20, ",1");
        lines.add(30, "NaN,1");
        lines.add(40, "1,-Infinity");
        final Path input = Commands.write(place.resolve("gaps.csv"), "x,y", lines);
        final Commands.Ended ended = fit("local[2]", input, "gaps", "--components", "1", "--preset", "sklearn");
        assertEquals("WARN  4 rows were skipped because of missing, NaN or infinite values.\n", ended.errors());
        assertTrue(Commands.text(place.resolve("gaps/fit-report.csv")).contains(",1000,4,"));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', value = {
        "x,y;1,2;1,| --unusable fail | Row 2, column \"y\" (bad.csv): the value is missing or NaN. Fill it in, remove the row, or give --unusable skip.",
        "x,y;1,2;1,a| --columns x,y | Row 2, column \"y\" (bad.csv): \"a\" is no number. Select numeric columns only, or correct it.",
        "x,y;1,2;1,3| --columns z | The input has no column \"z\". Its columns are [x, y].",
        "x;a;b| --components 1 | The input has no numeric column. Its columns are [x].",
        "x,y| --columns x | The input has no rows.",
        "x,y;NaN,1;,2| --columns x | None of the 2 rows has a usable number in every selected column: select other columns or fill in the missing values.",
        "x,y;1,2;1,3;1,4| --columns x --preset sklearn | There are only 1 distinct rows for 2 components: take fewer components or other rows.",
        "x,y;1,2;2,0| --columns x --weight-column y --weight-meaning frequency --components 1 --preset custom --tolerance 0 --max-iterations 1 --maximum-likelihood | Column \"x\" is constant, so its variance is no positive number: remove or rescale it, or fit with regularization.",
        "x,y;1,2;2,-1| --columns x --weight-column y | Row 2, column \"y\" (bad.csv): the weight is -1.0. It must be 0 or more. Correct it, remove the row, or choose another column.",
        "x,y;1,0;2,0| --columns x --weight-column y | No row has a weight above 0 in the column \"y\". Choose another column for the row weights, or none."})
    @DisplayName("what is wrong with the rows is one sentence, and nothing is written")
    void tellsWhatIsWrongWithRows(final String lines, final String options, final String sentence) throws IOException {
        final Path input = Files.writeString(place.resolve("bad.csv"), lines.replace(';', '\n') + "\n");
        final Commands.Ended ended = fit("local[1]", input, "bad", options.strip().split(" "));
        assertEquals(new Commands.Ended(3, "ERROR " + sentence.strip() + "\n"), ended);
        assertNothingOf("bad");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "--components 0 | --components is 0. Give a number of 1 or more, or a range like 1-6.",
        "--components 3-1 | The range of --components is empty: at least 3, at most 1. Give a range like 1-6.",
        "--covariance round | --covariance is round. Give one of ",
        "--colour red | There is no option --colour of fit; there are ",
        "--seed | The option --seed needs a value.",
        "--seed -1 | --seed is -1. Give a whole number from 0 to 9007199254740991.",
        "rows.csv | \"rows.csv\" stands alone: fit takes options only."})
    void tellsWhatIsWrongWithOptions(final String options, final String beginning) {
        final Commands.Ended ended = fit("local[1]", folder, "options", options.strip().split(" "));
        assertEquals(2, ended.code());
        assertTrue(ended.errors().startsWith("ERROR " + beginning), ended.errors());
    }

    private static void assertNothingOf(final String output) throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            assertEquals(List.of(), files.map(f -> f.getFileName().toString())
                .filter(n -> n.equals(output) || n.contains("unfinished")).toList());
        }
    }

    @Test
    void anOutputThatExistsIsLeftAlone() throws IOException {
        Files.createDirectories(place.resolve("mine"));
        final Commands.Ended ended = fit("local[1]", folder, "mine");
        assertEquals("ERROR The output " + place.resolve("mine") + " exists: give another name, or --overwrite.\n",
            ended.errors());
    }

    @Test
    void anInputThatIsNotThereIsTold() {
        final Path nowhere = place.resolve("nowhere");
        assertEquals("ERROR The input " + nowhere + " is not there.\n", fit("local[1]", nowhere, "none").errors());
    }

    @Test
    void anEmptyFolderIsTold() throws IOException {
        final Path empty = Files.createDirectories(place.resolve("empty"));
        assertTrue(fit("local[1]", empty, "none").errors().startsWith("ERROR The input " + empty + " holds no rows"));
    }

    @Test
    void textInAColumnOfParquetIsTold() {
        final Path parquet = place.resolve("text.parquet");
        System.setProperty("spark.master", "local[1]");
        Session.run("test", spark -> spark.range(3).selectExpr("id", "'a' as t").write().parquet(parquet.toString()));
        System.clearProperty("spark.master");
        assertEquals("ERROR Column \"t\" is not numeric but string. Select numeric columns only.\n",
            fit("local[1]", parquet, "none", "--columns", "t").errors());
    }

    @Test
    @DisplayName("the settings of a node in a workflow, and options that replace some of them")
    void takesTheSettingsOfANode() throws IOException {
        final Path workflow = Path.of("..", "examples", "the-post");
        assertEquals(0, fit("local[1]", folder, "settings", "--settings", workflow + "#3", "--components", "3").code());
        assertEquals(expected, mixture("settings"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = {
        "key=\"unusable\" type=\"xstring\" value=\"SKIP\" | key=\"unusable\" type=\"xstring\" value=\"USE\" | The node uses what rows with missing values have",
        "key=\"starts\" | key=\"somethingNew\" | The node has a setting \"somethingNew\" that this version does not know"})
    @DisplayName("a setting that a fit on Spark would pass over is refused")
    void refusesSettingsThatItDoesNotKnow(final String entry, final String other, final String beginning)
        throws IOException {
        final Path node = Files.createDirectories(place.resolve("other-" + beginning.length()).resolve("Fit GMM (#3)"));
        final String settings = Files.readString(Path.of("..", "examples", "the-post", "Fit GMM (#3)", "settings.xml"));
        Files.writeString(node.resolve("settings.xml"), settings.replace(entry.strip(), other.strip()));
        assertTrue(fit("local[1]", folder, "none", "--settings", node.getParent() + "#3").errors()
            .startsWith("ERROR " + beginning.strip()));
    }

    @Test
    void anotherNodeHasNoSettingsForAFit() {
        final Path workflow = Path.of("..", "examples", "the-post");
        assertTrue(fit("local[1]", folder, "none", "--settings", workflow + "#1").errors()
            .startsWith("ERROR Node 1 of " + workflow + " is another node ("));
    }

    @Test
    void aFolderThatNobodyMayWriteToIsTold() throws IOException {
        final Path file = Files.writeString(place.resolve("a-file"), "");
        assertTrue(Commands.run("local[1]", "fit", "--input", folder.toString(), "--output", file + "/inside").errors()
            .startsWith("ERROR Nothing can be written to " + file + "/inside: "));
    }
}
