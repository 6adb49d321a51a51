"""What scikit-learn's BayesianGaussianMixture makes of given starts. Run here: python3 make_bayes.py"""
import csv
from pathlib import Path

import numpy as np
import sklearn
from sklearn.cluster import KMeans
from sklearn.mixture import BayesianGaussianMixture

HERE = Path(__file__).parent
DATA = HERE.parent / "data"

# data, components, covariance, prior, concentration, mean precision, degrees of freedom, tolerance, most iterations
CASES = [
    (data, 6 if kind == "process" else 4, covariance, "dirichlet_" + kind, None, None, None, 1e-3, 100)
    for data in ("faithful", "iris", "plane3")
    for covariance in ("full", "tied", "diag", "spherical")
    for kind in ("process", "distribution")
] + [
    ("galaxies", 8, "full", "dirichlet_process", None, None, None, 1e-3, 100),
    ("galaxies", 8, "spherical", "dirichlet_distribution", 0.01, None, None, 1e-3, 100),
    ("faithful", 10, "full", "dirichlet_process", 1e-3, 0.1, 4.5, 1e-9, 2000),
    ("iris", 10, "tied", "dirichlet_distribution", 5.0, 2.0, 10.0, 1e-9, 2000),
    ("iris", 1, "full", "dirichlet_process", None, None, None, 1e-3, 100),
]


class FromLabels(BayesianGaussianMixture):
    """Starts from a cluster for each row."""

    def _initialize_parameters(self, X, random_state):
        resp = np.zeros((len(X), self.n_components))
        resp[np.arange(len(X)), self.labels] = 1
        self._initialize(X, resp)


def write(name, header, rows):
    with open(HERE / name, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def number(value):
    return format(value, ".17g")


def values(m):
    k, d = m.means_.shape
    for c in range(k):
        yield "weight", c, 0, 0, m.weights_[c]
        yield "precision", c, 0, 0, m.mean_precision_[c]
        yield "freedom", c, 0, 0, np.broadcast_to(m.degrees_of_freedom_, k)[c]
        if m.weight_concentration_prior_type == "dirichlet_process":
            yield "concentration", c, 0, 0, m.weight_concentration_[0][c]
            yield "concentration", c, 0, 1, m.weight_concentration_[1][c]
        else:
            yield "concentration", c, 0, 0, m.weight_concentration_[c]
        covariance = {
            "full": lambda: m.covariances_[c],
            "tied": lambda: m.covariances_,
            "diag": lambda: np.diag(m.covariances_[c]),
            "spherical": lambda: m.covariances_[c] * np.eye(d),
        }[m.covariance_type]()
        for i in range(d):
            yield "mean", c, i, 0, m.means_[c, i]
            for j in range(d):
                yield "covariance", c, i, j, covariance[i, j]


def main():
    assert sklearn.__version__ == "1.2.1", sklearn.__version__
    listed, starts, results = [], [], []
    for n, (data, k, covariance, prior, concentration, precision, freedom, tol, most) in enumerate(CASES):
        x = np.loadtxt(DATA / (data + ".csv"), delimiter=",", skiprows=1, ndmin=2)
        labels = KMeans(k, n_init=1, random_state=0).fit(x).labels_
        m = FromLabels(n_components=k, covariance_type=covariance, weight_concentration_prior_type=prior,
                       weight_concentration_prior=concentration, mean_precision_prior=precision,
                       degrees_of_freedom_prior=freedom, tol=tol, max_iter=most)
        m.labels = labels
        m.fit(x)
        name = f"case{n:02}"
        listed.append((name, data, k, covariance, prior, concentration or "default", precision or "default",
                       freedom or "default", tol, most, m.n_iter_, int(m.converged_), number(m.lower_bound_)))
        starts.append((name, "".join(map(str, labels))))
        results += [(name, *v[:4], number(v[4])) for v in values(m)]
    write("cases.csv", ["case", "data", "k", "covariance_type", "prior", "concentration", "mean_precision", "freedom", "tol",
                        "max_iter", "n_iter", "converged", "lower_bound"], listed)
    write("labels.csv", ["case", "labels"], starts)  # a digit a row
    write("results.csv", ["case", "kind", "component", "i", "j", "value"], results)


if __name__ == "__main__":
    main()
