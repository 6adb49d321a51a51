"""The post's experiment by the engine, by the loop nodes and by scikit-learn: whole processes, alternating, medians.

All fit with scikit-learn's defaults (k-means start, tolerance 1e-3, at most 100 iterations, regularisation 1e-6).
"""
import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
JMH = os.path.join(ROOT, 'benchmarks', 'jmh', 'target')
JAVA = os.path.join(os.environ['JAVA_HOME'], 'bin', 'java') if os.environ.get('JAVA_HOME') else 'java'


def run(command, environment=None):
    """Seconds by the clock, seconds of the processors, and what it printed."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = time.perf_counter()
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                          env=dict(os.environ, **(environment or {})))
    seconds = time.perf_counter() - begin
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != 0:
        sys.exit('%s failed:\n%s' % (' '.join(command), done.stderr[-2000:]))
    return seconds, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stdout


def engine(generations, times):
    classpath = os.pathsep.join([os.path.join(JMH, 'jmh-1.0.0-SNAPSHOT.jar'), os.path.join(JMH, 'lib', '*')])
    return run([JAVA, '-XX:+UseSerialGC', '-cp', classpath, 'org.modelcollapse.bench.PostRun', str(generations),
                str(times)])


def workbench(generations, folder, start):
    return run([os.path.join(ROOT, 'run-workflow'), os.path.join(ROOT, 'examples', 'the-post'), '-o', folder,
                '-progress=none', '-option=%s,%d,int' % (start, generations)])


def scikit(generations, seed):
    return run([sys.executable, os.path.join(HERE, 'recursion.py'), str(generations), str(seed)],
               {'OMP_NUM_THREADS': '1', 'OPENBLAS_NUM_THREADS': '1', 'PYTHONWARNINGS': 'ignore'})


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--generations', type=int, default=2000, help='of the engine and the nodes')
    parser.add_argument('--sklearn-generations', type=int, default=400, help='scaled up to the others')
    parser.add_argument('--rounds', type=int, default=3)
    parser.add_argument('--node-setting', default='2,generations',
                        help='node and key of the number of generations in examples/the-post')
    options = parser.parse_args()
    g, few = options.generations, max(1, options.generations // 10)
    print('%d generations of 10,000 points, %d rounds, medians; load %s at the begin, %s' % (
        g, options.rounds, ' '.join('%.1f' % v for v in os.getloadavg()), time.strftime('%Y-%m-%d %H:%M')))
    engine(few, 1)
    clocks = {name: [] for name in ('cold', 'warm', 'nodes', 'nodes few', 'script', 'recursion')}
    cpus = {name: [] for name in clocks}

    def note(name, clock, cpu):
        clocks[name].append(clock)
        cpus[name].append(cpu)

    with tempfile.TemporaryDirectory() as folder:
        workbench(few, folder, options.node_setting)  # builds what is missing
        for r in range(options.rounds):
            note('cold', *engine(g, 1)[:2])
            for line in engine(g, 4)[2].split('\n')[1:4]:
                note('warm', *[float(word) for word in line.split()[:2]])
            note('nodes', *workbench(g, folder, options.node_setting)[:2])
            note('nodes few', *workbench(few, folder, options.node_setting)[:2])
            clock, cpu, text = scikit(options.sklearn_generations, r)
            note('script', clock, cpu)
            note('recursion', *[float(word) for word in text.split()[:2]])
    scale = g / options.sklearn_generations
    table = []
    for values in (clocks, cpus):
        m = {name: statistics.median(v) for name, v in values.items()}
        recursion = m['recursion'] * scale
        whole = recursion + max(0.0, m['script'] - m['recursion'])
        more = (m['nodes'] - m['nodes few']) / (g - few) * g
        table.append([(m['warm'], recursion), (m['cold'], whole), (more, recursion), (m['nodes'], whole),
                      (recursion, recursion), (whole, whole)])
    names = ['engine, warm, one thread', 'engine, whole process', 'loop nodes in the workbench, start left out',
             'loop nodes in the workbench, whole process with tables and pictures', "scikit-learn's recursion",
             'scikit-learn, whole process']
    print('\n| what | seconds by the clock | ms a generation | times as fast as scikit-learn | seconds of the processors'
          ' | ms a generation | times as fast |\n|---|---|---|---|---|---|---|')
    for name, clock, cpu in zip(names, *table):
        print('| %s | %.2f | %.3f | %.1f | %.2f | %.3f | %.1f |' % (
            name, clock[0], 1e3 * clock[0] / g, clock[1] / clock[0], cpu[0], 1e3 * cpu[0] / g, cpu[1] / cpu[0]))
    if scale != 1:
        print('\nscikit-learn made %d generations, scaled by %g.' % (options.sklearn_generations, scale))
    print('Load %s at the end' % ' '.join('%.1f' % v for v in os.getloadavg()))


if __name__ == '__main__':
    main()
