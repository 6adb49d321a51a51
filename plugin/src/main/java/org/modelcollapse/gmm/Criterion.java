package org.modelcollapse.gmm;

/** By what the number of components is chosen; of each, less is better. */
public enum Criterion {

    /** Akaike's: {@code -2 log L + 2 p}. */
    AIC,

    /** Schwarz's: {@code -2 log L + p ln n}. */
    BIC,

    /**
     * The integrated completed likelihood (Biernacki, Celeux and Govaert, doi:10.1109/34.865189): {@code BIC} plus
     * twice the entropy of the responsibilities, so that overlapping components are charged for.
     */
    ICL;

    /**
     * The value of a fit.
     *
     * @param fit the fit
     * @return its value of this criterion
     */
    public double of(final Fit fit) {
        return switch (this) {
            case AIC -> fit.aic();
            case BIC -> fit.bic();
            case ICL -> fit.icl();
        };
    }
}
