# SPDX-License-Identifier: MIT
"""The door of Python: runs the calls of a file through the module dtgrowth.c,
makes of what it gives the bytes of which door.c makes its digest, and compares
call by call. What Python has no words for is left out, and counted.

usage: door.py DOOR CALLS       DOOR is door.c, compiled"""

import collections
import subprocess
import sys

import dtgrowth
from dtgrowth import c

from given import BEGUN, Line, Out, Turn, Unsaid, arguments
from lent import Lent
from made import failed, finished, returned

LEAST = 0.9
SHOWN = 20
# They take their arguments by place alone.
BY_PLACE = ('dt_series_view', 'dt_series_from_out')


def called(turn, line):
    """A function of panels answers to the name of that of series, too."""
    name = line.name.removeprefix('dt_')
    plain = name.removesuffix('_panel')
    by_twin = turn.by_word and not turn.by_name and hasattr(c, plain)
    return getattr(c, plain if by_twin else name)


def run(turn, line, given):
    objects = {name: x.given if isinstance(x, Out) else x
               for name, x in given.items()}
    if turn.by_name and line.name not in BY_PLACE:
        return called(turn, line)(**objects)
    return called(turn, line)(*objects.values())


def said(turn, line):
    """The bytes of a call."""
    given = arguments(turn, line)
    try:
        result = run(turn, line, given)
    except dtgrowth.Error as error:
        return failed(line, error)
    if line.name in ('dt_series_sum_init', 'dt_series_sum_load'):
        BEGUN.add(line.of['self'])
    return (finished(turn, line, given, result) if line.entry['status']
            else returned(line, result))


def digest(bytes_of):
    """FNV-1a."""
    state = 0xcbf29ce484222325
    for byte in bytes_of:
        state = (state ^ byte) * 0x100000001b3 & 0xffffffffffffffff
    return f'{state:016x}'


class Tally:
    """Of the lines, which are equal."""

    def __init__(self):
        self.equal, self.unsaid = collections.Counter(), collections.Counter()
        self.succeed, self.names, self.faults = set(), set(), []

    def add(self, number, text, expected):
        name, status, of_c = expected.split()
        self.names.add(name)
        line = Line(text)
        Lent.kept.clear()
        try:
            bytes_of = said(Turn(number), line)
        except Unsaid as reason:
            self.unsaid[str(reason)] += 1
            return
        except Exception as error:      # Of the module, or of this door.
            self.faults.append(f'{text[:99]}: {type(error).__name__}: {error}')
            return
        if digest(bytes_of) != of_c:
            self.faults.append(f'{text[:99]}: {bytes_of[:40]} ...')
            return
        self.equal[name] += 1
        if int(status) >= 0:
            self.succeed.add(name)

    def judge(self, lines):
        equal = sum(self.equal.values())
        self.faults += [f'no call of {name} is equal, and succeeds'
                        for name in sorted(self.names - self.succeed)]
        if equal < LEAST * lines:
            self.faults.append(f'{equal} of {lines} lines')
        for text in self.faults[:SHOWN]:
            print(text)
        if self.faults:
            print(f'{len(self.faults)} faults')
        else:
            reasons = ', '.join(f'{count} {reason}' for reason, count
                                in self.unsaid.most_common())
            print(f'not said by Python: {reasons}')
            print(f'Python {equal} of {lines} lines')
        return bool(self.faults)


def main():
    door, path = sys.argv[1:3]
    with open(path, encoding='ascii') as file:
        lines = file.read().splitlines()
    of_c = subprocess.run([door, path, '--lines'], capture_output=True,
                          text=True, check=True).stdout.splitlines()
    tally = Tally()
    for number, (text, expected) in enumerate(zip(lines, of_c, strict=True)):
        tally.add(number, text, expected)
    return tally.judge(len(lines))


if __name__ == '__main__':
    sys.exit(main())
