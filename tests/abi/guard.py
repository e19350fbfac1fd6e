# SPDX-License-Identifier: MIT
"""Calls every public function, made of api.json so that none is forgotten, on
memory that ends and begins at a page that nobody may touch: by each set of
kernels, with all pairs of lengths, kinds, strides, bitmaps and places. What is
read or written outside of the memory, to an input, or between the elements of a
result is a fault, and so is a bit that a plain call does not give.

usage: guard.py LIBRARY.so [--long ROWS | --only FUNCTION]
       ROWS of each function, of all choices crossed with all"""

import array
import collections
import ctypes
import math
import os
import struct
import subprocess
import sys

import binding
from calls import functions, LENGTH
from guard_call import Function, Guarded
from guard_cases import factors, is_extent, is_memory
from pens import bits_of, on_fault

SETS = ('baseline', 'avx2', 'avx512')
ENOUGH = 3              # Faults of one function.
MOST_KEPT = 2000        # Results of plain calls.
NAN = struct.pack('d', math.nan)
IS_DEFINED = bytes([1]) + bytes(255)


class Kernels:
    """The sets of kernels of the library, by the symbols that it keeps."""

    def __init__(self, path):
        symbols = {}
        listed = subprocess.run(['nm', path], capture_output=True, text=True,
                                check=True).stdout
        for line in listed.splitlines():
            place, *_, name = line.split()
            if len(line.split()) == 3:
                symbols[name.split('.')[0].split('@')[0]] = int(place, 16)
        known = binding.library.dt_version_number
        base = ctypes.cast(known, ctypes.c_void_p).value - \
            symbols['dt_version_number']
        self.chosen = ctypes.c_void_p.from_address(
            base + symbols['dispatch_chosen'])
        tables = {base + symbols['dt__kernels_' + name]: name for name in SETS
                  if 'dt__kernels_' + name in symbols}
        best = tables[self.chosen.value]    # binding.py has called everything.
        self.tables = {name: place for place, name in tables.items()
                       if SETS.index(name) <= SETS.index(best)}

    def use(self, name):
        self.chosen.value = self.tables[name]


def differences(plain, came):
    """In what the result is another than that of the plain call."""
    for label, what in came.items():
        expected = plain.get(label)
        if what is None or expected == NAN:
            continue    # dt_series_at() gives what a bit says is none.
        if label.endswith('->validity') and expected is None:
            expected = [bits_of(why.tobytes().translate(IS_DEFINED))
                        for why in plain[label.replace('validity', 'why')]]
        if expected == what:
            continue
        where = ''
        if isinstance(what, list) and isinstance(what[0], array.array):
            where = next(f' at element {i} of series {j}' for j, (a, b) in
                         enumerate(zip(expected, what))
                         for i in range(len(a)) if a[i] != b[i])
        elif label == '':
            label, where = 'the status', f': {what}, not {expected}'
        yield f'{label} differs from that of a plain call{where}'


def alternatives(function, choices):
    """Choices beside some that may not go together."""
    yield choices
    for at in (0, -1):
        for factor in choices:
            yield {**choices, factor: function.factors[factor][at]}
    yield {factor: function.factors[factor][0] for factor in choices}


class Check:
    """The calls of some functions, in a process that may die of one."""

    def __init__(self, kernels):
        self.kernels = kernels
        self.last = None        # A call and a set of kernels.
        self.calls = self.refused = self.faults = 0

    def fault(self, what):
        self.faults += 1
        print(what, flush=True)

    def say(self, what):
        """A fault of the last call."""
        guarded, name = self.last
        row = ', '.join(f'{f} {v}' for f, v in guarded.row.items())
        self.fault(f'{guarded.function.name} by {name}, {row}: {what}')

    def came(self, guarded, name):
        self.kernels.use(name)
        self.last = guarded, name
        self.calls += 1
        faults, came = guarded.run()
        for fault in faults:
            self.say(fault)
        return came

    def compare(self, plain, guarded, name):
        for difference in differences(plain, self.came(guarded, name)):
            self.say(difference)

    def plain(self, function, row):
        plain = {**row, **function.plain_memory}
        key = str(plain)
        if len(function.plain) > MOST_KEPT:
            function.plain.clear()
        if key not in function.plain:
            function.plain[key] = self.came(Guarded(function, plain),
                                            'baseline')
        return function.plain[key]

    def refuses(self, function, row):
        if function.entry['status']:
            return self.plain(function, row)[''] < 0
        return False

    def accepted(self, function, row):
        """The row, or one like it whose choices go together."""
        choices = {f: v for f, v in row.items()
                   if not is_memory(f) and not is_extent(f)}
        key = str(choices)
        if key not in function.good_choices:
            extents = {f: LENGTH if f == 'length' else function.factors[f][0]
                       for f in row if is_extent(f)}
            function.good_choices[key] = next(
                (c for c in alternatives(function, choices)
                 if not self.refuses(function, {**row, **extents, **c})),
                choices)
        return {**row, **function.good_choices[key]}

    def whole(self, function, long=0):
        """All rows of a function."""
        faults, accepted = self.faults, collections.defaultdict(set)
        for drawn in function.rows(long):
            if self.faults >= faults + ENOUGH:
                return
            row = self.accepted(function, drawn)
            plain = self.plain(function, row)
            if function.entry['status'] and plain[''] < 0:
                self.refused += 1
            else:
                for factor in filter(is_memory, row):
                    accepted[factor].add(str(row[factor]))
            guarded = Guarded(function, row)
            for name in self.kernels.tables:
                self.compare(plain, guarded, name)
            if row != drawn:
                plain = self.plain(function, drawn)
                self.compare(plain, Guarded(function, drawn), name)
        for factor, choices in function.factors.items():
            if is_memory(factor) and not long and \
                    len(accepted[factor]) < len(set(choices)):
                self.fault(f'{function.name}: no call with each {factor} '
                           'succeeds')


def work(names, long, kernels, pipe):
    """Checks functions until one dies; says in the pipe how far it came."""
    check = Check(kernels)
    action = on_fault(check.say)
    for name in names:
        check.whole(Function(name), long)
        os.write(pipe, struct.pack('3q', check.calls, check.refused,
                                   check.faults))
        check.calls = check.refused = check.faults = 0
    del action


def main(names, long):
    """Each process goes on behind the function of which the last one died."""
    kernels = Kernels(sys.argv[1])
    done, total = 0, [0, 0, 0]
    while done < len(names):
        reader, writer = os.pipe()
        if os.fork() == 0:
            work(names[done:], long, kernels, writer)
            os._exit(0)
        os.close(writer)
        while counts := os.read(reader, 24):
            total = [a + b for a, b in zip(total, struct.unpack('3q', counts))]
            done += 1
        os.close(reader)
        _, status = os.wait()
        if done < len(names):
            total[2] += 1
            if os.WIFSIGNALED(status):
                print(f'{names[done]} dies of signal {os.WTERMSIG(status)}')
            done += 1
    calls, refused, faults = total
    print(f'{faults} faults' if faults else
          f'{calls} calls of {len(names)} functions by '
          f'{", ".join(kernels.tables)}; {refused} rows are refused'
          + (f'; all rows are {crossed_rows(names):.0e}' if long else ''))
    return faults > 0


def crossed_rows(names):
    return sum(math.prod(map(len, factors(name).values())) for name in names)


if __name__ == '__main__':
    only = sys.argv[3:4] if '--only' in sys.argv else list(functions)
    sys.exit(main(only, int(sys.argv[3]) if '--long' in sys.argv else 0))
