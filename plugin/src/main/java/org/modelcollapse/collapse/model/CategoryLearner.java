package org.modelcollapse.collapse.model;

/**
 * Categories 0, 1, ... of which the shares are fitted: resampling them is the Wright-Fisher model of genetic drift. A
 * point belongs to the category that is nearest.
 *
 * @param categories how many, at least 1
 */
public record CategoryLearner(int categories) implements BinLearner {

    /** @throws IllegalArgumentException if there is no category */
    public CategoryLearner {
        BinLearner.requireBins("category", categories);
    }

    @Override
    public String label() {
        return "categories";
    }

    @Override
    public Bins places() {
        return new Bins(categories, 0, 1, 0);
    }

    @Override
    public Learner unitless() {
        return new GaussianLearner(0);
    }
}
