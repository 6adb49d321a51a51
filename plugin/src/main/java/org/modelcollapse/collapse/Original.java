package org.modelcollapse.collapse;

import java.util.Objects;

import org.modelcollapse.gmm.GaussianMixture;
import org.modelcollapse.gmm.Points;

/** What a recursion starts from: a mixture, or the user's own rows. Immutable. */
public sealed interface Original {

    /**
     * @param mixture the distribution to draw from
     * @return an original of which every run draws its own training set 1
     */
    static Original of(final GaussianMixture mixture) {
        return new OfMixture(mixture);
    }

    /**
     * @param rows the user's data
     * @return an original whose rows are training set 1 of every run
     */
    static Original of(final Points rows) {
        return new OfRows(rows);
    }

    /** @return number of columns of a point */
    int dimension();

    /**
     * A mixture to draw from.
     *
     * @param mixture the distribution
     */
    record OfMixture(GaussianMixture mixture) implements Original {
        /** The mixture may not be null. */
        public OfMixture {
            Objects.requireNonNull(mixture, "mixture");
        }

        @Override
        public int dimension() {
            return mixture.dimension();
        }
    }

    /**
     * Rows to start from.
     *
     * @param rows the data
     */
    record OfRows(Points rows) implements Original {
        /** The rows may not be null. */
        public OfRows {
            Objects.requireNonNull(rows, "rows");
        }

        @Override
        public int dimension() {
            return rows.dimension();
        }
    }
}
