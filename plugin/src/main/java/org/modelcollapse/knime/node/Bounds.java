package org.modelcollapse.knime.node;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/** Bounds that a dialog holds numbers to while they are typed, beyond those that KNIME brings along. */
public final class Bounds {

    /** As long as an array can be on any machine. */
    private static final int MOST_ROWS = Integer.MAX_VALUE - 8;

    private Bounds() {
    }

    /**
     * @param rows in a training set, as a person gave them
     * @throws InvalidSettingsException if they are too few for a variance or too many for an array
     */
    public static void requireRows(final int rows) throws InvalidSettingsException {
        if (rows < 2) {
            throw new InvalidSettingsException(
                "The number of rows in a training set is " + rows + ". Give 2 or more: a variance needs two.");
        }
        if (rows > MOST_ROWS) {
            throw new InvalidSettingsException("The number of rows in a training set is " + rows + ". Give at most "
                + MOST_ROWS + ": a column of more cannot be held at once.");
        }
    }

    /** Two or more. */
    public static final class AtLeastTwo extends MinValidation {
        @Override
        protected double getMin() {
            return 2;
        }
    }

    /** One or less. */
    public static final class AtMostOne extends MaxValidation {
        @Override
        protected double getMax() {
            return 1;
        }
    }

    /** Less than one. */
    public static final class BelowOne extends MaxValidation {
        @Override
        protected double getMax() {
            return 1;
        }

        @Override
        public boolean isExclusive() {
            return true;
        }
    }

    /** Ten or less. */
    public static final class AtMostTen extends MaxValidation {
        @Override
        protected double getMax() {
            return 10;
        }
    }
}
