/** What is computed from a mixture's parameters to be drawn. */

const ROOT_OF_TWO_PI = Math.sqrt(2 * Math.PI);

/** @returns the standard deviation of a component along a variable, given or from the covariances */
const sdOf = (mixture, k, j) => mixture.sds?.[k][j] ?? Math.sqrt(mixture.covariances[k][j][j]);

/** @returns the part of a component in the density of a variable at x */
export function componentDensity(mixture, k, j, x) {
    const sd = sdOf(mixture, k, j);
    const z = (x - mixture.means[k][j]) / sd;
    return mixture.weights[k] * Math.exp(-z * z / 2) / (sd * ROOT_OF_TWO_PI);
}

/** @returns the density of a variable at x */
export function density(mixture, j, x) {
    return mixture.weights.reduce((sum, _, k) => sum + componentDensity(mixture, k, j, x), 0);
}

/** @returns places on an axis to draw densities at: evenly over it, and closely around each mean */
export function places(mixtures, j, from, to, steps = 160) {
    const xs = Array.from({ length: steps + 1 }, (_, i) => from + (to - from) * i / steps);
    for (const mixture of mixtures) {
        mixture.means.forEach((mean, k) => {
            for (let z = -4; z <= 4; z += 0.25) {
                xs.push(mean[j] + z * sdOf(mixture, k, j));
            }
        });
    }
    return xs.filter((x) => x >= from && x <= to).sort((a, b) => a - b);
}

/** @returns where a component's Mahalanobis distance in the plane of the variables i and j is the radius: an ellipse */
export function ellipse(mixture, k, i, j, radius, steps = 72) {
    const matrix = mixture.covariances[k];
    // the Cholesky factor of the 2 x 2 part maps the circle onto the ellipse
    const a = Math.sqrt(matrix[i][i]);
    const b = matrix[i][j] / a;
    const c = Math.sqrt(Math.max(matrix[j][j] - b * b, 0));
    return Array.from({ length: steps + 1 }, (_, step) => {
        const angle = 2 * Math.PI * step / steps;
        const u = radius * Math.cos(angle);
        const v = radius * Math.sin(angle);
        return [mixture.means[k][i] + a * u, mixture.means[k][j] + b * u + c * v];
    });
}
