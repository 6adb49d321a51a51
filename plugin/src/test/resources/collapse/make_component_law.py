"""Writes component-law.csv: covariance and bias of one maximum likelihood fit to the points of a mixture, times n.

The formula of Cox and Snell (1968) as published, with third derivatives, from symbolic derivatives and a plain sum over
80,001 places: slow, and nothing in common with the software but the definition. Needs sympy and numpy:
python3 make_component_law.py > component-law.csv
"""
import itertools

import numpy as np
import sympy as sp

CASES = [
    ([.5, .5], [-2, 2], [1, 1]),
    ([.3, .7], [-1.5, 1.5], [.5, 1.2]),
    ([.5, .5], [-1, 1], [1, 1]),
    ([.2, .3, .5], [-3, 0, 3], [1, .5, 2]),
]


def law(w, m, v):
    k = len(w)
    x = sp.symbols("x")
    ws, ms, vs = sp.symbols(f"w0:{k - 1}"), sp.symbols(f"m0:{k}"), sp.symbols(f"v0:{k}")
    shares = list(ws) + [1 - sum(ws)]
    p = sum(shares[c] * sp.exp(-(x - ms[c]) ** 2 / (2 * vs[c])) / sp.sqrt(2 * sp.pi * vs[c]) for c in range(k))
    theta = list(ws) + list(ms) + list(vs)
    at = list(w[:-1]) + list(m) + list(v)
    places = np.linspace(-30, 30, 80_001)
    step = places[1] - places[0]

    def values(expression):
        found = sp.lambdify([x] + theta, expression, "numpy")(places, *at)
        return np.broadcast_to(np.asarray(found, float), places.shape)

    density = values(p)
    some = density > 1e-280
    n = range(len(theta))
    first = [values(sp.diff(p, t))[some] / density[some] for t in theta]
    second, third = {}, {}
    for i, j in itertools.combinations_with_replacement(n, 2):
        once = sp.diff(p, theta[i], theta[j])
        second[i, j] = second[j, i] = values(once)[some] / density[some]
        for h in n:
            if h >= j:
                found = values(sp.diff(once, theta[h]))[some] / density[some]
                for order in set(itertools.permutations((i, j, h))):
                    third[order] = found
    mass = density[some] * step
    covariance = np.linalg.inv([[np.sum(mass * first[i] * first[j]) for j in n] for i in n])

    def expectation(i, j, h):
        two = second[i, j] - first[i] * first[j]
        three = (third[i, j, h] - second[i, j] * first[h] - second[i, h] * first[j] - second[j, h] * first[i]
                 + 2 * first[i] * first[j] * first[h])
        return np.sum(mass * (two * first[h] + three / 2))

    moments = np.array([[[expectation(i, j, h) for h in n] for j in n] for i in n])
    return np.diag(covariance), np.einsum("si,jk,ijk->s", covariance, covariance, moments)


def text(numbers):
    return " ".join(f"{x:.15g}" for x in numbers)


print("weights,means,variances,covariance diagonal,bias")
for case in CASES:
    print(",".join([*map(text, case), *map(text, law(*case))]))
