package org.modelcollapse.gmm;

/**
 * A rotation in the plane of two coordinates.
 *
 * @param cosine of the angle
 * @param sine of the angle
 */
record Rotation(double cosine, double sine) {

    /** The rotation, by less than half a right angle, after which a symmetric 2 x 2 matrix is diagonal. */
    static Rotation diagonalising(final double pp, final double qq, final double pq) {
        if (pq == 0) {
            return new Rotation(1, 0);
        }
        final double theta = (qq - pp) / (2 * pq);
        final double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        final double cosine = 1 / Math.sqrt(t * t + 1);
        return new Rotation(cosine, t * cosine);
    }

    /** The rotation whose double angle points in a direction. */
    static Rotation ofDoubleAngle(final double x, final double y) {
        final double length = Math.sqrt(x * x + y * y);
        if (!(length > 0)) {
            return new Rotation(1, 0);
        }
        final double cosine = Math.sqrt(Math.max(0, 0.5 + 0.5 * x / length));
        final double sine = Math.sqrt(Math.max(0, 0.5 - 0.5 * x / length));
        return new Rotation(cosine, y < 0 ? -sine : sine);
    }

    /** R' A R of a symmetric matrix, in place. */
    void turn(final double[][] a, final int p, final int q) {
        turnColumns(a, p, q);
        final double[] rowP = a[p];
        final double[] rowQ = a[q];
        for (int j = 0; j < rowP.length; j++) {
            final double x = rowP[j];
            final double y = rowQ[j];
            rowP[j] = cosine * x - sine * y;
            rowQ[j] = sine * x + cosine * y;
        }
    }

    /** V R, in place. */
    void turnColumns(final double[][] v, final int p, final int q) {
        for (final double[] row : v) {
            final double x = row[p];
            final double y = row[q];
            row[p] = cosine * x - sine * y;
            row[q] = sine * x + cosine * y;
        }
    }

    static double[][] identity(final int d) {
        final double[][] identity = Zeros.of(d, d);
        for (int j = 0; j < d; j++) {
            identity[j][j] = 1;
        }
        return identity;
    }
}
