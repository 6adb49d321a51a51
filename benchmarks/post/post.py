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
    rows = {name: [] for name in ('cold', 'cold cpu', 'warm', 'nodes', 'nodes cpu', 'nodes few', 'nodes few cpu',
                                  'scikit', 'scikit loop', 'scikit cpu')}
    with tempfile.TemporaryDirectory() as folder:
        workbench(few, folder, options.node_setting)  # builds what is missing
        for r in range(options.rounds):
            clock, cpu, _ = engine(g, 1)
            rows['cold'].append(clock)
            rows['cold cpu'].append(cpu)
            lines = engine(g, 4)[2].split('\n')
            rows['warm'] += [float(line.split()[0]) for line in lines[1:4]]
            for name, generations in (('nodes', g), ('nodes few', few)):
                clock, cpu, _ = workbench(generations, folder, options.node_setting)
                rows[name].append(clock)
                rows[name + ' cpu'].append(cpu)
            clock, cpu, text = scikit(options.sklearn_generations, r)
            rows['scikit'].append(clock)
            rows['scikit cpu'].append(cpu)
            rows['scikit loop'].append(float(text.split()[0]))
    m = {name: statistics.median(values) for name, values in rows.items()}
    scale = g / options.sklearn_generations
    script = m['scikit loop'] * scale
    start_up = max(0.0, m['scikit'] - m['scikit loop'])
    nodes = (m['nodes'] - m['nodes few']) / (g - few)
    nodes_cpu = (m['nodes cpu'] - m['nodes few cpu']) / (g - few)
    print('\n| what | seconds | ms a generation | scikit-learn takes so many times as long | seconds of the processors |')
    print('|---|---|---|---|---|')

    def row(what, seconds, each, against, cpu):
        print('| %s | %.2f | %.3f | %.1f | %s |' % (what, seconds, each, against, cpu))

    row('engine, warm, one thread', m['warm'], 1e3 * m['warm'] / g, script / m['warm'], '')
    row('engine, whole process', m['cold'], 1e3 * m['cold'] / g, (script + start_up) / m['cold'],
        '%.2f' % m['cold cpu'])
    row('loop nodes in the workbench, a generation more', nodes * g, 1e3 * nodes, script / (nodes * g),
        '%.2f' % (nodes_cpu * g))
    row('loop nodes in the workbench, whole process with tables and pictures', m['nodes'], 1e3 * m['nodes'] / g,
        (script + start_up) / m['nodes'], '%.2f' % m['nodes cpu'])
    row("scikit-learn's recursion", script, 1e3 * script / g, 1, '')
    row('scikit-learn, whole process', script + start_up, 1e3 * (script + start_up) / g, 1,
        '%.2f' % (m['scikit cpu'] + m['scikit cpu'] / m['scikit'] * m['scikit loop'] * (scale - 1)))
    if scale != 1:
        print('\nscikit-learn made %d generations, scaled by %g.' % (options.sklearn_generations, scale))
    print('Load %s at the end' % ' '.join('%.1f' % v for v in os.getloadavg()))


if __name__ == '__main__':
    main()
