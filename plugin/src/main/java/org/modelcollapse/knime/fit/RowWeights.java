package org.modelcollapse.knime.fit;

import java.util.Arrays;
import java.util.Optional;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.widget.choices.Label;
import org.modelcollapse.gmm.WeightSums;

/** The weights of the rows of a table, and what they mean. Immutable; the array is shared. */
final class RowWeights {

    /** What a weight says. */
    enum Meaning {

        @Label(value = "Importance", description = """
                How important a row is beside the others. Only the ratios count: all weights are scaled so that they sum
                to the number of rows that have any, and equal weights give what no weights give.
                """)
        IMPORTANCE,

        @Label(value = "Frequency", description = """
                How many rows like this one there are: a row of weight 3 counts as three rows, for the criteria too.
                """)
        FREQUENCY;

        /** The greatest weight: sums of frequencies times squares must be numbers, importances are scaled. */
        double greatest() {
            return this == FREQUENCY ? 1e15 : Double.MAX_VALUE;
        }
    }

    private final double[] weights;
    private final String warning;

    private RowWeights(final double[] weights, final String warning) {
        this.weights = weights;
        this.warning = warning;
    }

    /**
     * @param column name of the column
     * @param raw its values, finite
     * @param dimension number of columns that the mixture describes
     * @param meaning what they say
     * @return the weights as the engine takes them
     * @throws InvalidSettingsException if no row has a weight above 0
     */
    static RowWeights of(final String column, final double[] raw, final int dimension, final Meaning meaning)
        throws InvalidSettingsException {
        final double largest = Arrays.stream(raw).max().orElse(0);
        if (!(largest > 0)) {
            throw new InvalidSettingsException("No row has a weight above 0 in the column \"" + column
                + "\". Choose another column for the row weights, or none.");
        }
        final boolean whole = Arrays.stream(raw).allMatch(w -> w == Math.rint(w));
        if (meaning == Meaning.FREQUENCY) {
            final double sum = WeightSums.total(raw, dimension);
            if (!(sum >= 1)) {
                throw new InvalidSettingsException("The row weights in the column \"" + column + "\" sum to " + sum
                    + ", which is less than one row. If they say how important rows are, set their meaning to Importance.");
            }
            return new RowWeights(raw, whole ? "" : "The row weights in \"" + column + "\" are taken for frequencies, but not"
                + " all are whole numbers. If they say how important rows are, set their meaning to Importance.");
        }
        return new RowWeights(WeightSums.scaled(raw, dimension),
            whole && largest > 1 ? "The row weights in \"" + column + "\" are whole numbers, but are scaled to the number of"
                + " rows. If they count rows, set their meaning to Frequency." : "");
    }

    double[] weights() {
        return weights;
    }

    /** @return what to tell the user, if the numbers look as if they meant something else */
    Optional<String> warning() {
        return warning.isEmpty() ? Optional.empty() : Optional.of(warning);
    }
}
