package org.modelcollapse.gmm;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Fits with several numbers of components, and perhaps of several covariance families, and the one that a criterion
 * prefers.
 *
 * @param criterion what decided
 * @param fits a fit for every family and number tried: family by family, the numbers in rising order
 * @param chosen index in {@code fits} of the least value of the criterion among those that may win; of equal ones, the
 *            first
 */
public record Selection(Criterion criterion, List<Fit> fits, int chosen) {

    private static final Set<FitWarning.Kind> NO_WINNERS = EnumSet.of(FitWarning.Kind.COLLAPSED_COMPONENT,
        FitWarning.Kind.DEAD_COMPONENT, FitWarning.Kind.ONLY_SPIKES);

    /** Copies the list. */
    public Selection {
        fits = List.copyOf(fits);
    }

    /**
     * Chooses. A fit with a dead or collapsed component, whose likelihood says nothing about the data, wins only where all
     * have one.
     *
     * @param criterion what decides
     * @param fits at least one
     * @return the fits and the choice
     */
    public static Selection of(final Criterion criterion, final List<Fit> fits) {
        int chosen = 0;
        for (int i = 1; i < fits.size(); i++) {
            final boolean may = mayWin(fits.get(i));
            if (may == mayWin(fits.get(chosen)) ? criterion.of(fits.get(i)) < criterion.of(fits.get(chosen)) : may) {
                chosen = i;
            }
        }
        return new Selection(criterion, fits, chosen);
    }

    /**
     * Whether a fit may be preferred to others by a criterion.
     *
     * @param fit any
     * @return false if a component is dead or collapsed
     */
    public static boolean mayWin(final Fit fit) {
        return fit.warnings().stream().noneMatch(w -> NO_WINNERS.contains(w.kind()));
    }

    /** {@return the fit that the criterion prefers} */
    public Fit best() {
        return fits.get(chosen);
    }

    /** {@return the values of the criterion by family and number of components} */
    public CriterionTable table() {
        return CriterionTable.of(this);
    }
}
