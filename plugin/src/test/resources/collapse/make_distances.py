#!/usr/bin/python3
"""Reference distances of one-dimensional Gaussian mixtures, by mpmath's tanh-sinh quadrature at 30 digits.
Writes distances.csv: name, p and q (weights|means|deviations, blanks between), w1, w2, kl_pq, kl_qp, js, loglik
(loglik = E_p[log q]). Independent of the Java code: other quadrature, other breaks, bisection for quantiles."""
from mpmath import mp, mpf, quad, erfc, exp, log, sqrt, pi, linspace, fabs

mp.dps = 30
CASES = [
    ("same", "0.5 0.5|-2 2|1 1", "0.5 0.5|-2 2|1 1"),
    ("near", "0.5 0.5|-2 2|1 1", "0.5001 0.4999|-2 2.0001|1.0001 1"),
    ("collapsing", "0.5 0.5|-2 2|1 1", "0.5 0.5|-2 2|0.3 0.3"),
    ("narrow", "0.5 0.5|-2 2|1 1", "0.45 0.55|-2.5 1.5|0.05 0.1"),
    ("one against two", "0.5 0.5|-2 2|1 1", "1|0.3|2.2"),
    ("unequal", "0.3 0.7|-1 4|0.5 2", "0.8 0.2|0 3|1 0.25"),
    ("three", "0.2 0.5 0.3|-3 0 5|1 0.5 2", "0.3 0.3 0.4|-2 1 4|1 1 1"),
    ("rare", "0.999 0.001|0 10|1 0.1", "0.99 0.01|0 10|1 0.1"),
    ("shifted", "0.5 0.5|-2 2|1 1", "0.5 0.5|8 12|1 1"),
    ("far scale", "0.25 0.75|1000 3000|100 300", "0.5 0.5|1200 2900|150 250"),
]

def parse(text):
    w, m, s = ([mpf(x) for x in part.split()] for part in text.split("|"))
    return list(zip(w, m, s))

def pdf(mix, x):
    return sum(w * exp(-((x - m) / s) ** 2 / 2) / (s * sqrt(2 * pi)) for w, m, s in mix)

def upper(mix, x):
    return sum(w * erfc((x - m) / s / sqrt(2)) / 2 for w, m, s in mix)

def lower(mix, x):
    return sum(w * erfc((m - x) / s / sqrt(2)) / 2 for w, m, s in mix)

def ends(mixes, reach=12):
    low = min(m - reach * s for mix in mixes for w, m, s in mix)
    high = max(m + reach * s for mix in mixes for w, m, s in mix)
    return low, high

def bisect(f, a, b):
    fa = f(a) > 0
    for _ in range(110):
        c = (a + b) / 2
        if (f(c) > 0) == fa: a = c
        else: b = c
    return (a + b) / 2

def roots(f, grid):
    found = []
    for a, b in zip(grid, grid[1:]):
        if (f(a) > 0) != (f(b) > 0): found.append(bisect(f, a, b))
    return found

def breaks(mixes, extra=()):
    points = {m + k * s for mix in mixes for w, m, s in mix for k in (-12, -9, -6, -4, -3, -2, -1, 0, 1, 2, 3, 4, 6, 9, 12)}
    return sorted(points | set(extra))

def crossings(p, q):
    """Where the likelier component of a mixture changes: kinks of its log density."""
    found = []
    for mix in (p, q):
        for i in range(len(mix)):
            for j in range(i):
                (w1, m1, s1), (w2, m2, s2) = mix[i], mix[j]
                f = lambda x: log(w1 / s1) - ((x - m1) / s1) ** 2 / 2 - log(w2 / s2) + ((x - m2) / s2) ** 2 / 2
                found += roots(f, linspace(*ends([p, q]), 400))
    spread = min(s for mix in (p, q) for w, m, s in mix)
    return [x + k * spread for x in found for k in (-.5, -.1, -.02, 0, .02, .1, .5)]

def distances(p, q):
    both = breaks([p, q], crossings(p, q))
    logp, logq = lambda x: log(pdf(p, x)), lambda x: log(pdf(q, x))
    kl_pq = quad(lambda x: pdf(p, x) * (logp(x) - logq(x)), both)
    kl_qp = quad(lambda x: pdf(q, x) * (logq(x) - logp(x)), both)
    middle = lambda x: log((pdf(p, x) + pdf(q, x)) / 2)
    js = quad(lambda x: (pdf(p, x) * (logp(x) - middle(x)) + pdf(q, x) * (logq(x) - middle(x))) / 2, both)
    loglik = quad(lambda x: pdf(p, x) * logq(x), both)
    gap = lambda x: lower(p, x) - lower(q, x)
    w1 = quad(lambda x: fabs(gap(x)), breaks([p, q], roots(gap, linspace(*ends([p, q]), 400))))
    low, high = ends([p, q], 40)
    def transport(x):
        tail = lower(p, x)
        if tail < mpf(1) / 2: return bisect(lambda y: lower(q, y) - tail, low, high)
        tail = upper(p, x)
        return bisect(lambda y: upper(q, y) - tail, low, high)
    # the transport map is steep where the level of p passes that of a gap of q
    steep = []
    for i in range(len(q)):
        for j in range(len(q)):
            if q[i][1] < q[j][1]:
                y = (q[i][1] * q[j][2] + q[j][1] * q[i][2]) / (q[i][2] + q[j][2])
                level = lower(q, y)
                x = bisect(lambda z: lower(p, z) - level, low, high)
                steep += [x + sign * mpf(10) ** -k for k in range(0, 13, 2) for sign in (-1, 1)] + [x]
    mp.dps = 17
    w2 = sqrt(quad(lambda x: (x - transport(x)) ** 2 * pdf(p, x), breaks([p], steep), maxdegree=5))
    mp.dps = 30
    return w1, w2, kl_pq, kl_qp, js, loglik

if __name__ == "__main__":
    with open("distances.csv", "w") as out:
        out.write("name,p,q,w1,w2,kl_pq,kl_qp,js,loglik\n")
        for name, p, q in CASES:
            values = distances(parse(p), parse(q))
            out.write(",".join([name, p, q] + [mp.nstr(v, 17) for v in values]) + "\n")
            out.flush()
