package org.modelcollapse.runner.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.modelcollapse.runner.table.TestTable.row;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.modelcollapse.picture.Table;

class CsvWriterTest {

    private static String csv(final Table table) throws IOException {
        final StringBuilder text = new StringBuilder();
        table.read(CsvWriter.of(text, table.columns()));
        return text.toString();
    }

    @Test
    void aTableIsAHeaderLineAndALineARow() throws IOException {
        assertEquals("Generation,Variance 1\n1,1.0\n2,0.25\n", csv(TestTable.of("Generation:int, Variance 1:real", row(1, 1.0), row(2, 0.25))));
    }

    @Test
    void aTableWithoutRowsIsItsHeader() throws IOException {
        assertEquals("Generation,Name\n", csv(TestTable.of("Generation:int, Name")));
    }

    @Test
    void doublesReadBackToTheSameDouble() throws IOException {
        assertEquals("x\n0.1\n1.0E-300\n-0.0\n12345.678901234567\n", csv(TestTable.of("x:real", row(0.1), row(1e-300), row(-0.0), row(12345.678901234567))));
    }

    @Test
    void aMissingCellIsAnEmptyFieldAndAnEmptyTextIsQuoted() throws IOException {
        assertEquals("i,x,s\n,,\n1,2.0,\"\"\n", csv(TestTable.of("i:int, x:real, s", row(null, null, null), row(1, 2.0, ""))));
    }

    @Test
    void namesAreQuotedAsCellsAre() throws IOException {
        assertEquals("\"Cov (x,y)\"\n1.0\n", csv(TestTable.of("Cov (x,y):real", row(1.0))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"plain|plain", "two words|two words", "a,b|\"a,b\"", "say \"no\"|\"say \"\"no\"\"\"", "\"|\"\"\"\"", "ä|ä"})
    void onlyFieldsThatNeedItAreQuoted(final String text, final String field) {
        assertEquals(field, CsvWriter.quoted(text));
    }

    @Test
    void lineBreaksAreQuoted() {
        assertEquals("\"a\nb\"", CsvWriter.quoted("a\nb"));
        assertEquals("\"a\rb\"", CsvWriter.quoted("a\rb"));
    }
}
