"""Writes recursion.csv: the post's recursion by scikit-learn, many short runs, for two-sample tests.

The four functions are those of the post: sample from a mixture; fit a mixture (scikit-learn's defaults, components
sorted by mean); put the next training set together; go on. The original part is drawn anew from the original
distribution in every generation. Needs scikit-learn and numpy: python3 make_recursion.py > recursion.csv
"""
import sys

import numpy as np
import sklearn
from sklearn.mixture import GaussianMixture

ORIGINAL = (np.array([.5, .5]), np.array([-2., 2.]), np.array([1., 1.]))
N = 300
RUNS = 200
GENERATIONS = (1, 5, 20, 50)
MIXES = {"fitted": (0, 1), "mix": (.1, .5), "original": (.9, .05)}


def sample_from_gaussian_mixture(params, size, rng):
    weights, means, sds = params
    components = rng.choice(len(weights), size=size, p=weights / weights.sum())
    return rng.normal(means[components], sds[components])


def fit_gaussian_mixture(data):
    model = GaussianMixture(n_components=2, random_state=0).fit(data.reshape(-1, 1))
    order = np.argsort(model.means_.ravel())
    return model.weights_[order], model.means_.ravel()[order], np.sqrt(model.covariances_.ravel()[order])


def sample_next_gen(params_org, params_fit, current, size, ratio_org, ratio_fitted, rng):
    from_original = int(size * ratio_org)
    from_fitted = int(size * ratio_fitted)
    rest = size - from_original - from_fitted
    if rest < 0:
        raise ValueError("Invalid ratio")
    return np.concatenate([
        sample_from_gaussian_mixture(params_org, from_original, rng),
        sample_from_gaussian_mixture(params_fit, from_fitted, rng),
        rng.choice(current, size=rest, replace=False)])


def main():
    print(f"# scikit-learn {sklearn.__version__}, numpy {np.__version__}, N = {N}", file=sys.stderr)
    print("mix,run,generation,Weight 1,Mean 1,Mean 2,Sd 1,Sd 2,Total variance")
    for name, (ratio_org, ratio_fitted) in MIXES.items():
        for run in range(RUNS):
            rng = np.random.default_rng([2026, len(name), run])
            data = sample_from_gaussian_mixture(ORIGINAL, N, rng)
            for generation in range(1, max(GENERATIONS) + 1):
                fitted = fit_gaussian_mixture(data)
                if generation in GENERATIONS:
                    w, m, s = fitted
                    total = np.sum(w * (s ** 2 + m ** 2)) - np.sum(w * m) ** 2
                    print(name, run, generation, *(f"{x:.6g}" for x in (w[0], *m, *s, total)), sep=",")
                data = sample_next_gen(ORIGINAL, fitted, data, N, ratio_org, ratio_fitted, rng)


main()
