"""The post's recursion with numpy and scikit-learn: fit to 10,000 points, draw the next 10,000 from the fit, repeat.

Usage: recursion.py GENERATIONS SEED. Prints the seconds of the recursion, imports not counted, those
of the processors, the generations and the total variance.
"""
import sys
import time

import numpy as np
from sklearn.mixture import GaussianMixture


def main():
    generations, seed = int(sys.argv[1]), int(sys.argv[2])
    rng = np.random.RandomState(seed)
    n = 10_000
    first = rng.binomial(n, 0.5)
    points = np.concatenate([rng.normal(-2, 1, first), rng.normal(2, 1, n - first)]).reshape(-1, 1)
    begin, cpu = time.perf_counter(), time.process_time()
    for _ in range(generations):
        fitted = GaussianMixture(n_components=2, random_state=rng).fit(points)
        points, _ = fitted.sample(n)
    mean = fitted.weights_ @ fitted.means_[:, 0]
    variance = fitted.weights_ @ (fitted.covariances_[:, 0, 0] + fitted.means_[:, 0] ** 2) - mean ** 2
    print(time.perf_counter() - begin, time.process_time() - cpu, generations, variance)


if __name__ == '__main__':
    main()
