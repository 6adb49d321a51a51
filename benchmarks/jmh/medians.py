"""Prints JMH's JSON result as a table of medians and least values of the iterations: a shared machine spoils means."""
import json
import statistics
import sys


def main():
    with open(sys.argv[1]) as file:
        results = json.load(file)
    print('\n| benchmark | median | least | unit |\n|---|---|---|---|')
    for result in results:
        values = [v for fork in result['primaryMetric']['rawData'] for v in fork]
        name = result['benchmark'].split('.', 3)[-1]
        parameters = ', '.join('%s %s' % item for item in result.get('params', {}).items())
        print('| %s | %.4g | %.4g | %s |' % (name + (': ' + parameters if parameters else ''),
                                           statistics.median(values), min(values),
                                           result['primaryMetric']['scoreUnit']))


if __name__ == '__main__':
    main()
