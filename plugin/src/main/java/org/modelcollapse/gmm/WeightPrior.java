package org.modelcollapse.gmm;

/** What a Bayesian mixture takes its weights for before it has seen the rows. */
public enum WeightPrior {

    /**
     * A Dirichlet process, cut off after {@code K} components: the first component breaks a share off a stick of length 1,
     * the second a share off what is left, and so on (Blei and Jordan 2006, doi:10.1214/06-BA104). The order of the components
     * matters, and the later ones die first.
     */
    DIRICHLET_PROCESS,

    /** A symmetric Dirichlet distribution over {@code K} components (Bishop 2006, chapter 10.2). */
    DIRICHLET_DISTRIBUTION
}
