# SPDX-License-Identifier: MIT
"""Writes the calls of calls.py, and behind them as many functions again with
numbers that are hard: subnormal, huge, infinite, none, zeros of both signs.
These are no part of the digest of all doors.

usage: hard.py FILE"""

import sys

import calls
from draw import HARD, number
from scene import Scene

ROUNDINGS, DECIMALS = 6, 4


class Hard(Scene):
    """A scene whose observations are hard, and in half of the turns every other
    number, too."""

    def __init__(self, name, turn):
        super().__init__(name, turn)
        self.style = 'hard'

    def value(self, name, i):
        return self.draw.of(HARD)

    def arguments(self):
        parameters = [p for p in self.entry['parameters']
                      if p['name'] != 'error']
        return [[number(self.draw.of(HARD))]
                if p['type'] == 'double' and self.turn % 2 else given
                for p, given in zip(parameters, super().arguments())]


def rounded():
    for value in HARD:
        for rounding in range(ROUNDINGS):
            yield (f'dt_compare_figure_round {number(value)} '
                   f'{rounding % DECIMALS} {rounding} 1')


def sums():
    for turn in range(24):
        x = ' '.join(Hard('dt_series_sum_add', turn).series('x'))
        yield f'dt_series_sum_init {turn % 2}'
        yield f'dt_series_sum_add {turn % 2} 1 {x} null'
        yield f'dt_series_sum_read {turn % 2} 0 1'
        yield f'dt_series_sum_ratio {turn % 2} {1 - turn % 2} 0 1 1'


def lines():
    yield from calls.lines()
    yield from rounded()
    yield from sums()
    for name in calls.in_scenes():
        for turn in range(2 * max(8, Scene(name, 0).ways)):
            yield ' '.join([name, *(t for a in Hard(name, turn).arguments()
                                    for t in a)])


if __name__ == '__main__':
    if len(sys.argv) != 2 or sys.argv[1].startswith('-'):
        sys.exit('usage: hard.py FILE')
    with open(sys.argv[1], 'w', encoding='ascii', newline='\n') as out:
        out.writelines(line + '\n' for line in lines())
