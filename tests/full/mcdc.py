# SPDX-License-Identifier: MIT
"""Lines, branches and conditions (MC/DC) of lib/ in what llvm-cov exports.
What is compiled more than once, as kernels are for each instruction set, and
what headers define, counts once: covered where one copy of it is.

usage: mcdc.py COVERAGE.json [--list]"""

import json
import os
import sys
from collections import defaultdict

# What is reached, in per cent: a gate against less.
FLOORS = {'lines': 100, 'branches': 99.5, 'MC/DC': 99.3}
ROOT = os.path.abspath(os.path.dirname(os.path.abspath(__file__)) + '/../..')
CODE, CONDITION_KINDS = 0, 6


class Figures:
    def __init__(self):
        self.lines, self.branches = defaultdict(bool), defaultdict(bool)
        self.conditions = defaultdict(bool)

    def add(self, function):
        """One copy of one function."""
        names = [os.path.relpath(name, ROOT) for name in function['filenames']]
        self.add_lines(function['regions'], names)
        for b in function['branches']:
            where = (names[b[6]], *b[:4])
            self.branches[where + (True,)] |= b[4] > 0
            self.branches[where + (False,)] |= b[5] > 0
        for decision in function.get('mcdc_records', []):
            where = (names[decision[4]], *decision[:4])
            for i, covered in enumerate(decision[-1]):
                self.conditions[where + (i + 1,)] |= covered

    def add_lines(self, regions, names):
        """A line has the count of the innermost region that begins before or
        on it: regions come outermost first."""
        counts = {}
        for r in regions:
            if r[7] == CODE and names[r[5]].startswith('lib/'):
                for line in range(r[0], r[2] + 1):
                    if line > r[0] or (r[5], line) not in counts or r[4] > 0:
                        counts[r[5], line] = r[4]
        for (file, line), count in counts.items():
            self.lines[names[file], line] |= count > 0


def of_library(figures):
    return {where: covered for where, covered in figures.items()
            if where[0].startswith('lib/') and
            not where[0].startswith('lib/probe')}


def show(name, figures, listed):
    figures = of_library(figures)
    missing = sorted(where for where, covered in figures.items()
                     if not covered)
    share = 100 * (len(figures) - len(missing)) / len(figures)
    for where in missing if listed else []:
        print(f'{where[0]}:{where[1]}: {name} '
              f'{" ".join(map(str, where[2:]))}')
    return (f'{name} {len(figures) - len(missing)} of {len(figures)} '
            f'({share:.2f} %)', share < FLOORS[name])


def main():
    listed = '--list' in sys.argv
    with open(sys.argv[1], encoding='utf-8') as file:
        exported = json.load(file)
    figures = Figures()
    for function in exported['data'][0]['functions']:
        figures.add(function)
    shown = [show('lines', figures.lines, listed),
             show('branches', figures.branches, listed),
             show('MC/DC', figures.conditions, listed)]
    print(', '.join(text for text, _ in shown))
    if any(low for _, low in shown):
        sys.exit(f'below a floor: {FLOORS}')


main()
