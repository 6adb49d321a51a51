package org.modelcollapse.gmm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the covariance matrices of the components of a mixture have in common, and so how many numbers are fitted: the 14
 * families of Celeux and Govaert (1995, doi:10.1016/0031-3203(94)00125-6) by the letters of Banfield and Raftery (1993,
 * doi:10.2307/2532201), which R's mclust made known. A covariance is volume times {@code D A D'}, where {@code A} is
 * diagonal of determinant 1 (the shape) and {@code D} is orthogonal (the orientation). The three letters say of volume,
 * shape and orientation in this order whether they are Equal for all components or Vary; an I stands for the identity:
 * a sphere, or axes along the columns. scikit-learn's four types are among them: {@link #FULL}, {@link #TIED},
 * {@link #DIAGONAL}, {@link #SPHERICAL}.
 */
public enum CovarianceType {

    /** Spheres of one size. */
    EII(new PooledStep(Form.SPHERICAL)),

    /** Spheres, each of its own size. */
    VII(new SeparateStep(Form.SPHERICAL)),

    /** One diagonal matrix for all components. */
    EEI(new PooledStep(Form.DIAGONAL)),

    /** Diagonal matrices of one shape, each of its own volume. */
    VEI(new CommonShapeStep(Form.DIAGONAL)),

    /** Diagonal matrices of one volume, each of its own shape. */
    EVI(new CommonVolumeStep(Form.DIAGONAL)),

    /** Every component has its own diagonal matrix: the columns are independent within a component. */
    VVI(new SeparateStep(Form.DIAGONAL)),

    /** All components share one symmetric positive definite matrix. */
    EEE(new PooledStep(Form.FULL)),

    /** One matrix for all components, times a volume of each. */
    VEE(new CommonShapeStep(Form.FULL)),

    /** One volume and one orientation, each component of its own shape. */
    EVE(new CommonOrientationStep(true)),

    /** One orientation, each component of its own volume and shape. */
    VVE(new CommonOrientationStep(false)),

    /** One volume and one shape, each component turned its own way. */
    EEV(new OwnOrientationStep(true)),

    /** One shape, each component of its own volume and turned its own way. */
    VEV(new OwnOrientationStep(false)),

    /** One volume, each component of its own shape and turned its own way. */
    EVV(new CommonVolumeStep(Form.FULL)),

    /** Every component has its own symmetric positive definite matrix. */
    VVV(new SeparateStep(Form.FULL));

    /** scikit-learn's {@code full}: {@link #VVV}. */
    public static final CovarianceType FULL = VVV;

    /** scikit-learn's {@code tied}: {@link #EEE}. */
    public static final CovarianceType TIED = EEE;

    /** scikit-learn's {@code diag}: {@link #VVI}. */
    public static final CovarianceType DIAGONAL = VVI;

    /** scikit-learn's {@code spherical}: {@link #VII}. */
    public static final CovarianceType SPHERICAL = VII;

    private final CovarianceStep step;

    CovarianceType(final CovarianceStep step) {
        this.step = step;
    }

    /**
     * Finds a family by its name.
     *
     * @param name three letters, or scikit-learn's {@code full}, {@code tied}, {@code diag}, {@code spherical}; upper or
     *            lower case
     * @return the family
     * @throws IllegalArgumentException if there is none of that name
     */
    public static CovarianceType named(final String name) {
        final String upper = name.toUpperCase(Locale.ROOT);
        return switch (upper) {
            case "FULL" -> FULL;
            case "TIED" -> TIED;
            case "DIAG", "DIAGONAL" -> DIAGONAL;
            case "SPHERICAL" -> SPHERICAL;
            default -> valueOf(upper);
        };
    }

    /**
     * The families that differ in a number of dimensions: in one there are two, one variance for all components or one
     * for each, by the names {@link #TIED} and {@link #FULL}.
     *
     * @param families any, in some order
     * @param d number of dimensions, at least 1
     * @return those of them that differ, in their order
     */
    public static List<CovarianceType> distinct(final List<CovarianceType> families, final int d) {
        Check.atLeast("dimension", d, 1);
        final Map<CovarianceType, Boolean> distinct = new LinkedHashMap<>();
        for (final CovarianceType family : families) {
            distinct.put(d > 1 ? family : family.letter(0) == 'E' ? TIED : FULL, true);
        }
        return List.copyOf(distinct.keySet());
    }

    /**
     * The name by which mclust knows the family.
     *
     * @param d number of dimensions, at least 1
     * @return three letters, or in one dimension E or V: one variance for all components, or one for each
     */
    public String letters(final int d) {
        Check.atLeast("dimension", d, 1);
        return d == 1 ? name().substring(0, 1) : name();
    }

    /**
     * Counts the free parameters of a whole mixture: covariances, means ({@code k d}) and weights ({@code k - 1}).
     *
     * @param k number of components, at least 1
     * @param d number of dimensions, at least 1
     * @return the number that the information criteria charge for
     * @throws IllegalArgumentException if {@code k} or {@code d} is below 1
     */
    public int freeParameters(final int k, final int d) {
        Check.atLeast("number of components", k, 1);
        Check.atLeast("dimension", d, 1);
        return ofCovariances(k, d) + k * d + k - 1;
    }

    private int ofCovariances(final int k, final int d) {
        return times(0, k) + times(1, k) * (d - 1) + times(2, k) * d * (d - 1) / 2;
    }

    /** How often volume, shape or orientation is fitted. */
    private int times(final int place, final int k) {
        final char letter = letter(place);
        return letter == 'I' ? 0 : letter == 'E' ? 1 : k;
    }

    /** In how many letters two families differ. */
    int differences(final CovarianceType other) {
        int differences = 0;
        for (int place = 0; place < 3; place++) {
            differences += letter(place) == other.letter(place) ? 0 : 1;
        }
        return differences;
    }

    private char letter(final int place) {
        return name().charAt(place);
    }

    /** How the covariances are fitted. */
    CovarianceStep step() {
        return step;
    }

    /** What a single matrix of this family may look like. */
    Form form() {
        return letter(2) != 'I' ? Form.FULL : letter(1) == 'I' ? Form.SPHERICAL : Form.DIAGONAL;
    }

    /** Whether all components have the same covariance. */
    boolean isShared() {
        return name().indexOf('V') < 0;
    }

    /** Whether the covariance of each component is free of those of the others. */
    boolean isSeparate() {
        return step instanceof SeparateStep;
    }

    /** Whether logarithms of the diagonals of Cholesky factors, and what is below them, mix within the family. */
    boolean isLinear() {
        return form() != Form.FULL || isSeparate() || isShared() || this == EVV;
    }

    /** The member of this family that is nearest to covariances, which are of a type; null if there is none. */
    double[][][] nearest(final double[] weights, final double[][][] covariances, final CovarianceType of) {
        return of == this && !isSeparate() ? covariances : step.nearest(weights, covariances);
    }

    /** Whether all components have the same volume. */
    boolean hasCommonVolume() {
        return letter(0) == 'E';
    }

    /** Whether all components have the same shape, which is not that of a sphere. */
    boolean hasCommonShape() {
        return letter(1) == 'E';
    }

    /** Whether all components have the same orientation, which is not that of the columns. */
    boolean hasCommonOrientation() {
        return letter(2) == 'E';
    }
}
