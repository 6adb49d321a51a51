/** What a mixture says of rows: which component they belong to, how surely, and how far out they are. */

const HALF_LOG_OF_TWO_PI = 0.5 * Math.log(2 * Math.PI);

/** @returns the Cholesky factor of a matrix, row by row */
function factor(matrix) {
    const lower = [];
    matrix.forEach((row, i) => {
        lower.push([]);
        for (let j = 0; j <= i; j++) {
            let rest = row[j];
            for (let m = 0; m < j; m++) {
                rest -= lower[i][m] * lower[j][m];
            }
            lower[i].push(i === j ? Math.sqrt(Math.max(rest, Number.MIN_VALUE)) : rest / lower[j][j]);
        }
    });
    return lower;
}

/** @returns the squared Mahalanobis distance of a row from a mean */
function squaredDistance(lower, mean, row) {
    const y = [];
    let sum = 0;
    for (let i = 0; i < mean.length; i++) {
        let rest = row[i] - mean[i];
        for (let j = 0; j < i; j++) {
            rest -= lower[i][j] * y[j];
        }
        y.push(rest / lower[i][i]);
        sum += y[i] * y[i];
    }
    return sum;
}

/** @returns the complementary error function of a positive number, to 1.5e-7 (Abramowitz and Stegun, 7.1.26) */
function erfc(x) {
    const t = 1 / (1 + 0.3275911 * x);
    const terms = [0, 0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429];
    return terms.reduceRight((sum, term) => sum * t + term, 0) * Math.exp(-x * x);
}

/** @returns the probability that a chi-square of so many degrees of freedom is larger */
export function chiSquareTail(square, degrees) {
    const x = square / 2;
    const odd = degrees % 2 === 1;
    let term = odd ? 2 * Math.sqrt(x / Math.PI) * Math.exp(-x) : Math.exp(-x);
    let tail = odd ? erfc(Math.sqrt(x)) : 0;
    for (let a = odd ? 1.5 : 1; a <= degrees / 2; a++) {
        tail += term;
        term *= x / a;
    }
    return Math.min(1, tail);
}

/**
 * @param rows of all variables
 * @returns for each row its component, how unsure that is (1 less the largest probability), and its p-value: the chance that a
 *          row of that component is as far from its mean or farther
 */
export function verdicts(mixture, rows) {
    const d = mixture.means[0].length;
    const factors = mixture.covariances.map(factor);
    const scales = factors.map((lower, k) => Math.log(mixture.weights[k]) - d * HALF_LOG_OF_TWO_PI
        - lower.reduce((sum, row, i) => sum + Math.log(row[i]), 0));
    return rows.map((row) => {
        const squares = factors.map((lower, k) => squaredDistance(lower, mixture.means[k], row));
        const joint = squares.map((square, k) => scales[k] - square / 2);
        const component = joint.indexOf(Math.max(...joint));
        const sum = joint.reduce((total, value) => total + Math.exp(value - joint[component]), 0);
        return { component, uncertainty: 1 - 1 / sum, p: chiSquareTail(squares[component], d) };
    });
}

/** @returns the corners of the convex hull of points, and the first once more (Andrew's monotone chain) */
export function hull(points) {
    const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
    const chain = (path) => {
        const corners = [];
        for (const p of path) {
            while (corners.length > 1) {
                const [a, b] = corners.slice(-2);
                if ((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]) > 0) {
                    break;
                }
                corners.pop();
            }
            corners.push(p);
        }
        return corners;
    };
    const below = chain(sorted);
    return [...below, ...chain(sorted.reverse()).slice(1)];
}

/** @returns the density of the variables i and j at a place */
export function planeDensity(mixture, i, j) {
    const parts = mixture.weights.map((weight, k) => {
        const [a, b, c] = [[i, i], [i, j], [j, j]].map(([r, s]) => mixture.covariances[k][r][s]);
        const determinant = a * c - b * b;
        return { a: a / determinant, b: b / determinant, c: c / determinant, mean: mixture.means[k],
            scale: weight / (2 * Math.PI * Math.sqrt(determinant)) };
    });
    return (x, y) => parts.reduce((sum, { a, b, c, mean, scale }) => {
        const [u, v] = [x - mean[i], y - mean[j]];
        return sum + scale * Math.exp(-(c * u * u - 2 * b * u * v + a * v * v) / 2);
    }, 0);
}

/**
 * Contours of a density, each around a share of the probability in the frame.
 * @returns for each share a path of points, null between pieces
 */
export function contours(density, [left, right], [low, high], shares, cells = 100) {
    const at = (from, to, i) => from + (to - from) * i / cells;
    const heights = Array.from({ length: cells + 1 }, (_, r) =>
        Array.from({ length: cells + 1 }, (__, c) => density(at(left, right, c), at(low, high, r))));
    const falling = heights.flat().sort((a, b) => b - a);
    const total = falling.reduce((sum, height) => sum + height, 0);
    return shares.map((share) => {
        let sum = 0;
        const level = falling.find((height) => (sum += height) >= share * total);
        return pieces(heights, level, (c) => at(left, right, c), (r) => at(low, high, r));
    });
}

/** @returns the path of a level through a grid of heights: where the edges of each triangle of half a cell cross it */
function pieces(heights, level, x, y) {
    const path = [];
    const cross = ([r, c], [s, d]) => {
        const [from, to] = [heights[r][c], heights[s][d]];
        if (from >= level === to >= level) {
            return [];
        }
        const t = (level - from) / (to - from);
        return [[x(c + t * (d - c)), y(r + t * (s - r))]];
    };
    for (let r = 0; r + 1 < heights.length; r++) {
        for (let c = 0; c + 1 < heights[r].length; c++) {
            for (const corner of [[r, c + 1], [r + 1, c]]) {
                const [one, other] = [[r, c], [r + 1, c + 1]];
                const ends = [...cross(one, corner), ...cross(corner, other), ...cross(other, one)];
                if (ends.length > 1) {
                    path.push(ends[0], ends[1], null);
                }
            }
        }
    }
    return path;
}
