"""The made data: 30 sets of parallel cigars and 35 random mixtures, the same for the same seed."""
import numpy as np

SHAPES = ((4, 2, 500, 8), (6, 2, 800, 12), (5, 4, 800, 10), (4, 8, 1000, 10), (8, 3, 1500, 14), (10, 2, 1500, 14),
          (6, 10, 1500, 8))


def cigars(seed, clusters, ratio, n=600, gap=4.0):
    """Parallel clusters, `ratio` times as long as wide, `gap` standard deviations apart across, turned by half a radian."""
    random = np.random.default_rng(seed)
    cluster = random.integers(0, clusters, n)
    rows = random.standard_normal((n, 2))
    rows[:, 0] += gap * (cluster - (clusters - 1) / 2)
    rows[:, 1] *= ratio
    return rows @ np.array([[np.cos(.5), np.sin(.5)], [-np.sin(.5), np.cos(.5)]])


def mixture(random, components, columns, n, spread):
    """Uniform centres, axes of .3 to 3.2 standard deviations in random directions, Dirichlet(3) weights."""
    centres = random.uniform(0, 1, (components, columns)) * spread
    weights = random.dirichlet(np.full(components, 3.0))
    roots = []
    for _ in range(components):
        variances = np.exp(random.uniform(-2.3, 2.3, columns))
        axes = np.linalg.qr(random.standard_normal((columns, columns)))[0]
        roots.append(np.linalg.cholesky((axes * variances) @ axes.T))
    chosen = random.choice(components, n, p=weights)
    return np.array([centres[c] + roots[c] @ random.standard_normal(columns) for c in chosen])


def sets(seed):
    """Name, true number of components and rows of every set."""
    for clusters in (2, 3):
        for ratio in (3, 10, 30):
            for s in range(5):
                yield f"cigars_{clusters}_{ratio}_{s}", clusters, cigars(seed * 5 + s, clusters, ratio)
    random = np.random.default_rng(11 + seed)
    for components, columns, n, spread in SHAPES:
        for s in range(5):
            yield f"random_{components}_{columns}_{s}", components, mixture(random, components, columns, n, spread)
