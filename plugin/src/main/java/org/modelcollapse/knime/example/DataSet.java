package org.modelcollapse.knime.example;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataType;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.node.parameters.widget.choices.Label;

/** The data sets; each a file of comma-separated values beside this class, its last columns texts. */
enum DataSet {

    @Label(value = "Old Faithful", description = """
            272 eruptions of the Old Faithful geyser in Yellowstone: the duration of the eruption and the waiting time to
            the next, in minutes. Two clusters in two columns. Azzalini and Bowman (1990), Applied Statistics 39, 357;
            as in R's <i>faithful</i>.
            """)
    OLD_FAITHFUL("old-faithful.csv", 0),

    @Label(value = "Galaxies", description = """
            Velocities of 82 galaxies from the Corona Borealis region, in 1,000 km/s. One column; how many components it
            has is a famous question. Postman, Huchra and Geller (1986); Roeder (1990), JASA 85, 617; as in R's
            <i>MASS::galaxies</i>, with its 78th value 26.69 where the paper has 26.96.
            """)
    GALAXIES("galaxies.csv", 0),

    @Label(value = "Iris", description = """
            150 iris flowers of three species: length and width of sepal and petal in cm, and the species. Four columns;
            two of the species overlap. Fisher (1936), Annals of Eugenics 7, 179; measured by Anderson (1935).
            """)
    IRIS("iris.csv", 1);

    private final String file;

    private final int texts;

    DataSet(final String file, final int texts) {
        this.file = file;
        this.texts = texts;
    }

    /** @return a column of doubles a measurement, then the texts */
    DataTableSpec spec() {
        final String[] names = lines().get(0);
        final DataType[] types =
            Collections.nCopies(names.length, DoubleCell.TYPE).toArray(DataType[]::new);
        Arrays.fill(types, names.length - texts, names.length, StringCell.TYPE);
        return new DataTableSpec(names, types);
    }

    /** @return the cells of each row */
    List<DataCell[]> rows() {
        final List<String[]> lines = lines();
        return lines.subList(1, lines.size()).stream().map(this::cells).toList();
    }

    private DataCell[] cells(final String[] values) {
        final DataCell[] cells = new DataCell[values.length];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = i < values.length - texts ? new DoubleCell(Double.parseDouble(values[i]))
                : new StringCell(values[i]);
        }
        return cells;
    }

    private List<String[]> lines() {
        try (InputStream in = DataSet.class.getResourceAsStream(file);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().map(line -> line.split(",")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The data set " + file + " of this extension could not be read", e);
        }
    }
}
