package org.modelcollapse.gmm;

import java.util.List;

/**
 * Fits with several numbers of components and the one that a criterion prefers.
 *
 * @param criterion what decided
 * @param fits a fit for every number tried, in rising order
 * @param chosen index in {@code fits} of the least value of the criterion; of equal ones, the fewest components
 */
public record Selection(Criterion criterion, List<Fit> fits, int chosen) {

    /** Copies the list. */
    public Selection {
        fits = List.copyOf(fits);
    }

    /** {@return the fit that the criterion prefers} */
    public Fit best() {
        return fits.get(chosen);
    }
}
