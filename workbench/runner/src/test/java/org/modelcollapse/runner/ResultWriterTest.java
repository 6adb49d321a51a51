package org.modelcollapse.runner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.modelcollapse.runner.table.TestTable.row;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modelcollapse.picture.Table;
import org.modelcollapse.runner.table.TestTable;

class ResultWriterTest {

    private static final Table TRAJECTORY = TestTable.of("Generation:int, Variance 1:real, Total variance:real, Expected total variance:real", row(1, 1.0, 5.0, 4.9),
        row(2000, 0.25, 2.5, 4.1));
    private static final Table KEPT = TestTable.of("Generation:int, Value:real", row(1, -2.0), row(1, 2.0), row(2000, -1.0), row(2000, 1.0));

    @TempDir
    Path parent;

    private Path write(final String name) throws Exception {
        final OutputFolder folder = OutputFolder.of(parent.resolve(name));
        final ResultWriter writer = new ResultWriter(folder);
        writer.add("Loop End 5 Trajectory", TRAJECTORY);
        writer.add("Loop End 5 Kept generations", KEPT);
        writer.add("Loop End 5 Last <set>", TestTable.of("Name", row("a & b")));
        writer.writePage("the-post", List.of("Fit GMM (node 3): not converged"));
        folder.commit();
        return parent.resolve(name);
    }

    @Test
    void everyTableIsAFileAndTheRightOnesArePictures() throws Exception {
        assertEquals(List.of("histograms.png", "histograms.svg", "index.html", "loop-end-5-kept-generations.csv", "loop-end-5-last-set.csv", "loop-end-5-trajectory.csv",
            "variances.png", "variances.svg"), Folders.children(write("run")).stream().map(p -> p.getFileName().toString()).toList());
    }

    @Test
    void thePageShowsPicturesNumbersTablesAndWarnings() throws Exception {
        final String page = Files.readString(write("run").resolve("index.html"));
        assertTrue(page.contains(OutputFolder.MARK));
        assertEquals(2, page.split("<svg ", -1).length - 1, "both pictures stand in the page itself");
        assertTrue(page.contains("<tr><td>Variance, component 1</td><td>1.000</td><td>0.2500</td><td>25.0 %</td></tr>"), page);
        assertTrue(page.contains("<tr><td>Total variance expected by the law</td><td>4.900</td><td>4.100</td><td>83.7 %</td></tr>"), page);
        assertTrue(page.contains("<tr><td>Range of Value</td><td>-2.000 to 2.000</td><td>-1.000 to 1.000</td><td></td></tr>"), page);
        assertTrue(page.contains("<a href=\"loop-end-5-trajectory.csv\">"), page);
        assertTrue(page.contains("<li>Fit GMM (node 3): not converged</li>"), page);
        assertTrue(page.contains("<td>a &amp; b</td>"), page);
        assertFalse(page.contains("<script") || page.contains("src="), "the page needs no other file");
    }

    @Test
    void theSameTablesGiveTheSameBytes() throws Exception {
        final Path first = write("first");
        final Path second = write("second");
        for (final Path file : Folders.children(first)) {
            assertEquals(-1, Files.mismatch(file, second.resolve(file.getFileName())), file.getFileName().toString());
        }
    }

    @Test
    void tablesOfTheSameNameDoNotOverwriteEachOther() throws Exception {
        final OutputFolder folder = OutputFolder.of(parent.resolve("run"));
        final ResultWriter writer = new ResultWriter(folder);
        writer.add("Fit", TRAJECTORY);
        writer.add("fit", TRAJECTORY);
        assertEquals(List.of("fit.csv", "fit-2.csv"), writer.files());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Sample GMM 1 Samples|sample-gmm-1-samples", "../../etc/passwd|etc-passwd", "Verteilung (Größe)|verteilung-gr-e", "???|table"})
    void fileNamesAreSafe(final String name, final String file) {
        assertEquals(file, ResultWriter.fileName(name));
    }
}
