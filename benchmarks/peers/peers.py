"""scikit-learn and Java libraries beside ours: the same data, the same start, pure maximum likelihood, one run.

Time of an iteration: fits of m1 and of m2 iterations from the given start, alternating over all engines for some
rounds; (median of m2 - median of m1) / (m2 - m1). What a fit does once is so left out, for everybody. The time is what
the process took of the processors, so that a busy machine makes less of a difference; for two threads, the clock's.
Same arithmetic: the greatest difference of any weight, mean or covariance from scikit-learn's after m2 iterations.
Answer: as far as the library goes with tolerance 1e-10 on the mean log-likelihood; how far its mean log-likelihood
(evaluated here, with numpy, for everybody) and its parameters are from those of scikit-learn at tolerance 1e-13.
"""
import argparse
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from glob import glob

import numpy as np
import sklearn
from scipy.special import logsumexp
from sklearn.mixture import GaussianMixture

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(HERE)
TOLERANCE = 1e-10
REFERENCE_TOLERANCE = 1e-13
MOST_ITERATIONS = 5000
PATIENCE = 20.0  # seconds for a fit; what would take longer is left out and said so
JAVA = ['ours', 'ours-2-threads', 'ours-accelerated', 'commons-math', 'smile', 'smile-restarted', 'jsat', 'elki',
        'weka', 'spark']
TITLES = {'sklearn': 'scikit-learn', 'ours': '**ours**', 'ours-2-threads': 'ours, 2 threads',
          'ours-accelerated': 'ours, accelerated', 'commons-math': 'Commons Math', 'smile': 'Smile',
          'smile-restarted': 'Smile, restarted every iteration', 'jsat': 'JSAT', 'elki': 'ELKI', 'weka': 'Weka',
          'spark': 'Spark MLlib, local[1]'}


class Mix:
    def __init__(self, weights, means, covariances):
        self.weights, self.means, self.covariances = weights, means, covariances

    def words(self):
        return ' '.join(repr(float(v)) for part in (self.weights, self.means, self.covariances) for v in part.ravel())

    @staticmethod
    def of_words(words, k, d):
        v = np.array([float(w) for w in words])
        return Mix(v[:k], v[k:k + k * d].reshape(k, d), v[k + k * d:].reshape(k, d, d))

    def sorted(self):
        order = np.lexsort(self.means.T[::-1])
        return Mix(self.weights[order], self.means[order], self.covariances[order])

    def distance(self, other):
        a, b = self.sorted(), other.sorted()
        return max(np.abs(a.weights - b.weights).max(), np.abs(a.means - b.means).max(),
                   np.abs(a.covariances - b.covariances).max())

    def score(self, x):
        """Mean log-likelihood of the rows."""
        logs = []
        for w, m, c in zip(self.weights, self.means, self.covariances):
            lower = np.linalg.cholesky(c)
            z = np.linalg.solve(lower, (x - m).T)
            logs.append(np.log(w) - np.log(np.diag(lower)).sum() - 0.5 * ((z * z).sum(axis=0)
                                                                          + x.shape[1] * np.log(2 * np.pi)))
        return logsumexp(np.array(logs), axis=0).mean()


class Timing:
    """Seconds by the clock, and of the processors."""

    def __init__(self, clock, cpu):
        self.clock, self.cpu = clock, cpu

    def of(self, engine):
        return self.clock if engine.name == 'ours-2-threads' else self.cpu


class Refused(Exception):
    pass


class Sklearn:
    name = 'sklearn'

    def load(self, case):
        self.x = case.x

    def fit(self, start, iterations, tolerance, repeats):
        begin, cpu = time.perf_counter(), time.process_time()
        for _ in range(repeats):
            gm = GaussianMixture(len(start.weights), tol=tolerance, max_iter=iterations, reg_covar=0,
                                 weights_init=start.weights, means_init=start.means,
                                 precisions_init=np.linalg.inv(start.covariances), init_params='random',
                                 random_state=1).fit(self.x)
        seconds = (time.perf_counter() - begin) / repeats
        cpu = (time.process_time() - cpu) / repeats
        return Timing(seconds, cpu), gm.n_iter_, Mix(gm.weights_, gm.means_, gm.covariances_)

    def close(self):
        pass


class Java:
    def __init__(self, name):
        self.name = name
        spark = name == 'spark'
        module = 'peers-spark' if spark else 'peers'
        jar = glob(os.path.join(ROOT, module, 'target', module + '-*.jar'))
        command = [os.path.join(os.environ['JAVA_HOME'], 'bin', 'java') if os.environ.get('JAVA_HOME') else 'java',
                   '-Xmx4g', '-XX:+UseSerialGC']
        if spark:
            for package in ('java.nio', 'java.lang', 'java.lang.invoke', 'java.util', 'java.util.concurrent',
                            'java.net', 'java.io', 'sun.nio.ch', 'sun.security.action'):
                module_name = 'java.base'
                command.append('--add-opens=%s/%s=ALL-UNNAMED' % (module_name, package))
        command += ['-cp', os.pathsep.join(jar + [os.path.join(ROOT, module, 'target', 'lib', '*')]),
                    'org.modelcollapse.bench.spark.SparkPeer' if spark else 'org.modelcollapse.bench.peers.PeerServer',
                    name]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL, text=True, bufsize=1)

    def order(self, line):
        self.process.stdin.write(line + '\n')
        self.process.stdin.flush()
        answer = self.process.stdout.readline().strip()
        if not answer.startswith('ok'):
            raise Refused(re.sub(r'\b(?:[a-z0-9]+\.)+([A-Z])', r'\1', answer[len('refused '):]) or 'the process ended')
        return answer.split()[1:]

    def load(self, case):
        self.k, self.d = len(case.start.weights), case.x.shape[1]
        self.order('load %s %d %d' % (case.file, case.x.shape[0], self.d))

    def fit(self, start, iterations, tolerance, repeats):
        words = self.order('fit %d %d %r %d %s' % (self.k, iterations, tolerance, repeats, start.words()))
        return Timing(float(words[0]), float(words[1])), int(words[2]), Mix.of_words(words[3:], self.k, self.d)

    def close(self):
        self.process.stdin.close()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()


class Case:
    def __init__(self, name, title, mixture, n, few, many, converge, seed, folder, start=None):
        rng = np.random.default_rng(seed)
        self.name, self.title, self.few, self.many, self.converge = name, title, few, many, converge
        counts = rng.multinomial(n, mixture.weights)
        self.x = np.vstack([rng.multivariate_normal(m, c, size) for m, c, size in
                            zip(mixture.means, mixture.covariances, counts)])
        rng.shuffle(self.x)
        self.start = start or mixture
        self.file = os.path.join(folder, name + '.f64')
        self.x.astype('<f8').tofile(self.file)


def line(weights, means, sds):
    return Mix(np.array(weights, float), np.array(means, float).reshape(-1, 1),
               np.array(sds, float).reshape(-1, 1, 1) ** 2)


def cases(folder):
    plane = Mix(np.array([.5, .3, .2]), np.array([[0, 0], [3, 1], [0, 3.]]),
                np.array([[[1, .5], [.5, 1]], [[1, -.3], [-.3, .5]], [[.6, 0], [0, 1.2]]]))
    k, d = 5, 8
    scale = np.sqrt([1 + i % 3 for i in range(d)])
    space = Mix(np.array([.3, .25, .2, .15, .1]),
                np.array([[1.0 * ((c + i) % k) - 2 for i in range(d)] for c in range(k)]),
                np.array([np.where(np.eye(d) == 1, 1, .08 * (c + 1)) * np.outer(scale, scale) for c in range(k)]))
    return [
        lambda: Case('post', '10,000 x 1, K = 2: the data of the post', line([.5, .5], [-2, 2], [1, 1]), 10_000,
                     4, 24, True, 1, folder, line([.4, .6], [-1, 2.5], [1.5, .8])),
        lambda: Case('overlap', '10,000 x 1, K = 3: overlapping, slow to converge',
                     line([.3, .4, .3], [-2, 0, 2], [1, .7, 1]), 10_000, 4, 24, True, 2, folder,
                     line([.33, .34, .33], [-1, .1, 1.2], [1, 1, 1])),
        lambda: Case('million', '1,000,000 x 1, K = 3', line([.3, .4, .3], [-3, 0, 3], [1, .7, 1]), 1_000_000,
                     1, 4, False, 3, folder, line([.33, .34, .33], [-1, .1, 1.2], [1, 1, 1])),
        lambda: Case('plane', '10,000 x 2, K = 3, full covariances', plane, 10_000, 4, 14, True, 4, folder,
                     Mix(np.full(3, 1 / 3), plane.means + .3, np.array([np.eye(2)] * 3))),
        lambda: Case('space', '100,000 x 8, K = 5, full covariances', space, 100_000, 1, 4, True, 5, folder,
                     Mix(np.full(k, 1 / k), space.means * .9 + .1, np.array([np.eye(d) * 2] * k))),
    ]


def attempt(engine, case, rounds):
    """Warms an engine up; its number of repeats, or None with the reason why it has no time."""
    try:
        engine.load(case)
        engine.fit(case.start, case.few, 0.0, 1)
        first = engine.fit(case.start, case.few, 0.0, 1)[0].cpu
        if first * case.many / case.few > PATIENCE:
            return None, 'too slow: %.0f s for %d iterations' % (first, case.few)
        begin = time.perf_counter()
        while True:
            seconds = engine.fit(case.start, case.many, 0.0, 1)[0].cpu
            if time.perf_counter() - begin > 1.0:
                return max(1, min(100, int(0.05 / max(seconds, 1e-6)))), None
    except Refused as refused:
        return None, 'refuses: ' + str(refused)


def number(value):
    return '%.3g' % value if value < 1000 else '%d' % round(value)


def measure(case, engines, rounds):
    points = case.x.shape[0]
    reasons, repeats = {}, {}
    for e in engines:
        repeats[e.name], reasons[e.name] = attempt(e, case, rounds)
    running = [e for e in engines if repeats[e.name]]
    few = {e.name: [] for e in running}
    many = {e.name: [] for e in running}
    after = {}
    for r in range(rounds):
        for e in running[r % len(running):] + running[:r % len(running)]:
            few[e.name].append(e.fit(case.start, case.few, 0.0, repeats[e.name])[0].of(e))
            seconds, _, mix = e.fit(case.start, case.many, 0.0, repeats[e.name])
            many[e.name].append(seconds.of(e))
            after[e.name] = mix
    iteration = {e.name: (statistics.median(many[e.name]) - statistics.median(few[e.name])) / (case.many - case.few)
                 for e in running}
    reference = score = passes = None
    rows = []
    for e in engines:
        cells = [TITLES[e.name]]
        if e.name not in iteration:
            rows.append(cells + [reasons[e.name]] + [''] * 7)
            continue
        apart = after[e.name].distance(after['sklearn'])
        # an engine that ignores the number of iterations has no time of one
        timed = iteration[e.name] > 0 and apart < 0.01 or e.name in ('weka', 'ours-accelerated')
        cells += [number(1e9 * iteration[e.name] / points) if timed else 'does not iterate',
                  number(1e3 * iteration[e.name]) if timed else number(1e3 * statistics.median(many[e.name])) + ' a fit',
                  '%.3g' % (iteration['sklearn'] / iteration[e.name]) if timed else '',
                  'own start' if e.name == 'weka' else '%.0e' % apart]
        if case.converge:
            expected = iteration[e.name] * (passes or 0)
            if e.name == 'smile-restarted':
                cells += ['has no stopping rule here', '', '', '']
            elif expected > PATIENCE:
                cells += ['left out: about %.0f s' % expected, '', '', '']
            else:
                try:
                    seconds, count, mix = e.fit(case.start, MOST_ITERATIONS, TOLERANCE, 1)
                    if reference is None:
                        passes = count
                        reference = e.fit(case.start, MOST_ITERATIONS, REFERENCE_TOLERANCE, 1)[2]
                        score = reference.score(case.x)
                    cells += ['%d' % count if count >= 0 else 'not told', number(1e3 * seconds.of(e)),
                              '%+.0e' % (mix.score(case.x) - score), '%.0e' % mix.distance(reference)]
                except Refused as refused:
                    cells += ['refuses: ' + str(refused), '', '', '']
        else:
            cells += [''] * 4
        rows.append(cells)
    print('\n### %s' % case.title)
    print('| engine | ns a point and iteration | ms an iteration | times as fast as scikit-learn | difference after %d '
          'iterations | iterations to 1e-10 | ms to there | mean log-likelihood, difference | parameters, difference |'
          % case.many)
    print('|---' * 9 + '|')
    for cells in rows:
        print('| ' + ' | '.join(cells) + ' |')
    if case.converge:
        print("\nscikit-learn's mean log-likelihood at the end: %.12f" % score)
    sys.stdout.flush()


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--rounds', type=int, default=5)
    parser.add_argument('--cases', default='post,overlap,million,plane,space')
    parser.add_argument('--only', default=','.join(JAVA), help='Java engines')
    parser.add_argument('--no-spark', action='store_true')
    options = parser.parse_args()
    names = [n for n in JAVA if n in options.only.split(',') and not (n == 'spark' and options.no_spark)]
    print('scikit-learn %s, numpy %s, one thread; %d rounds, medians; load %s at the begin, %s' % (
        sklearn.__version__, np.__version__, options.rounds, ' '.join('%.1f' % v for v in os.getloadavg()),
        time.strftime('%Y-%m-%d %H:%M')))
    engines = [Sklearn()] + [Java(n) for n in names]
    try:
        with tempfile.TemporaryDirectory() as folder:
            for make in cases(folder):
                # only the wanted ones are worth drawing, but their names are known after that
                case = make()
                if case.name in options.cases.split(','):
                    measure(case, engines, options.rounds)
    finally:
        for engine in engines:
            engine.close()
    print('\nLoad %s at the end' % ' '.join('%.1f' % v for v in os.getloadavg()))


if __name__ == '__main__':
    main()
