# SPDX-License-Identifier: MIT
"""Counts what is tested and by how much, and holds the rows of docs/testing.md
that say so: each figure there may be a tenth away, floors are those of their
scripts, and every fuzz target has its row.

usage: figures.py [--list]"""

import glob
import json
import os
import re
import sys

ROOT = os.path.abspath(os.path.dirname(os.path.abspath(__file__)) + '/../..')
AWAY = 0.1
ROW = re.compile(r'^\| ([^|]+) \| ([\d ]+) \| `tests/abi/figures.py` \|$', re.M)


def texts(*patterns):
    for pattern in patterns:
        for path in sorted(glob.glob(f'{ROOT}/{pattern}', recursive=True)):
            if os.path.isfile(path):
                with open(path, encoding='utf-8') as file:
                    yield file.read()


def lines(*patterns):
    """Lines that say something."""
    return sum(1 for text in texts(*patterns) for line in text.splitlines()
               if line.strip())


def found(expression, *patterns):
    return sum(len(re.findall(expression, text, re.M))
               for text in texts(*patterns))


def api():
    with open(f'{ROOT}/include/dtgrowth/api.json', encoding='utf-8') as file:
        return json.load(file)


def figures():
    functions = api()['functions']
    return {
        'public functions': len(functions),
        'lines of the library': lines('lib/**/*.[ch]'),
        'lines of its manual': lines('include/dtgrowth/*.h'),
        'lines of tests': lines('tests/**/*.[ch]', 'tests/**/*.py',
                                'tests/**/*.sh', 'examples/python/tests/*.py',
                                'examples/rust/*/tests/*.rs'),
        'unit tests in C': found(r'cmocka_unit_test\w*\(', 'tests/**/*.c'),
        'expected values from elsewhere': found(r'^[^#\s]',
                                                'tests/vectors/*.txt'),
        'statuses that functions state': sum(len(f['statuses'])
                                             for f in functions),
        'inputs of the corpora': found(r'^[0-9a-f]', 'tests/fuzz/corpus/*.hex'),
        'bugs to plant': found(r'^Bug: ', 'tests/planted/*.patch'),
    }


def floors_and_targets(page):
    """Faults of what is said to the letter."""
    floors = re.search(r'^FLOORS = {(.*)}', next(texts('tests/full/mcdc.py')),
                       re.M)[1]
    said = ', '.join(re.findall(r': ([\d.]+)', floors)) + ' %'
    if f'decide | {said} |' not in page:
        yield f'docs/testing.md does not say the floors {said}'
    targets = {os.path.basename(path)[5:-2]
               for path in glob.glob(f'{ROOT}/tests/fuzz/fuzz_*.c')}
    section = page[page.index('## Fuzzing'):].split('\n## ')[0]
    for name in targets ^ set(re.findall(r'^\| `(\w+)` \|', section, re.M)):
        yield f'docs/testing.md and tests/fuzz differ in the target {name}'


def main():
    found_here = figures()
    if sys.argv[1:] == ['--list']:
        for name, figure in found_here.items():
            print(f'{figure:7}  {name}')
        return 0
    with open(f'{ROOT}/docs/testing.md', encoding='utf-8') as file:
        page = file.read()
    said = {name: int(figure.replace(' ', ''))
            for name, figure in ROW.findall(page)}
    faults = [f'docs/testing.md does not count "{name}"'
              for name in found_here if name not in said]
    faults += [f'docs/testing.md counts "{name}", which nothing counts'
               for name in said if name not in found_here]
    faults += [f'docs/testing.md says {said[name]} {name}: {figure}'
               for name, figure in found_here.items()
               if abs(said.get(name, figure) - figure) > AWAY * figure]
    faults += floors_and_targets(page)
    print('\n'.join(faults) or f'{len(said)} figures')
    return bool(faults)


if __name__ == '__main__':
    sys.exit(main())
