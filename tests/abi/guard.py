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
from calls import Call, functions, INSTEAD, LENGTH
from guard_cases import (beside_view, column, factors, FREQUENCIES, is_extent,
                         is_memory, LAYOUTS, OUTS, role_of, tag_of, VIEWS)
from interface import statuses as codes
from pairwise import covering, crossed
from pens import Bits, bits_of, canary, on_fault, pen, Spread

SETS = ('baseline', 'avx2', 'avx512')
ENOUGH = 3              # Faults of one function.
MOST_KEPT = 2000        # Results of plain calls.
NAN = struct.pack('d', math.nan)
IS_DEFINED = bytes([1]) + bytes(255)
SUMMARY = ctypes.sizeof(binding.structs['dt_series_summary'])
SIZES = {'double': 8, 'int32_t': 4, 'int64_t': 8, 'uint8_t': 1, 'char': 1}


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


class Function:
    """A public function: its factors, and what its plain call is made of."""

    def __init__(self, name):
        self.name, self.entry = name, functions[name]
        self.parameters = self.entry['parameters']
        self.good = Call(name).arguments
        self.factors = factors(name)
        self.views = [p['name'] for p in self.parameters if 'const' in p['type']
                      and tag_of(p['type']) in VIEWS]
        self.panel = 'count' in self.factors
        made = ctypes.CFUNCTYPE(
            binding.type_of(self.entry['returns']),
            *(ctypes.c_void_p if '*' in p['type'] else
              binding.type_of(p['type']) for p in self.parameters))
        self.call = made((name, binding.library))
        self.plain_memory = {f: choices[0] for f, choices
                             in self.factors.items() if is_memory(f)}
        self.plain = {}
        self.good_choices = {}

    def rows(self, long):
        sizes = tuple(map(len, self.factors.values()))
        for row in crossed(sizes, long) if long else covering(sizes):
            yield {factor: choices[at] for (factor, choices), at
                   in zip(self.factors.items(), row)}


def untouched(found, before):
    return None, found == before


class Guarded:
    """One call: its memory, and what came of it."""

    def __init__(self, function, row):
        self.function, self.row = function, row
        self.high = row['high']
        self.n = row.get('length', LENGTH)
        self.place = row.get('place', 'apart')
        self.first = None       # The view that the result may replace.
        self.spans = []         # Starts and lengths of the views, by series.
        self.outputs = []       # Names, pens, and what takes their results.
        self.arguments = {}
        for p in function.parameters:
            self.arguments[p['name']] = self.argument(p)

    def argument(self, p):
        name, tag = p['name'], tag_of(p['type'])
        if not self.row.get(name + '.given', True):
            return None
        if tag in VIEWS and 'const' in p['type']:
            return self.view(name)
        if tag in OUTS:
            return self.out(name, p['direction'] == 'out')
        if p['type'] == 'const char *':
            text = self.row.get(name, self.function.good[name])
            return pen(name).place(text + b'\0', self.high, False)
        return self.pointer(p) if '*' in p['type'] else self.number(name)

    def number(self, name):
        value = self.row.get(name, self.function.good[name])
        if isinstance(value, str):
            return beside_view(name, value, self.n,
                               FREQUENCIES[self.row['frequency']])
        for column_of, number in INSTEAD.items():
            if name == number and not self.row.get(column_of + '.given', True):
                return 0.5
        return value

    def options(self, name):
        members = self.row[name]
        if members is None:
            return None
        made = type(self.function.good[name])
        options = made(struct_size=ctypes.sizeof(made), **members)
        return pen(name).place(bytes(options), self.high, False)

    def count_of(self, points_to):
        """How many a pointer points to."""
        if points_to == '1' or points_to.startswith('('):
            return 1 if points_to == '1' else self.n
        if '->' in points_to:
            return self.row['count']
        return self.number(points_to.split()[0])

    def pointer(self, p):
        name, tag = p['name'], tag_of(p['type'])
        if name in self.row:
            return self.options(name)
        size = SIZES.get(tag) or (
            1 if tag == 'void' else ctypes.sizeof(binding.structs[tag]))
        size *= self.count_of(p['points_to'])
        given = bytes(self.function.good[name]) if \
            'in' in p['direction'].split(',') else b''
        given = (given * (size // len(given) + 1) if given else
                 canary(size))[:size]
        writable = 'out' in p['direction'].split(',')
        if writable:
            self.outputs.append((name, pen(name), self.taker(p, tag)))
        return pen(name).place(given, self.high, writable)

    def taker(self, p, tag):
        """What takes a result from its memory: (result, the rest is whole)."""
        if p['points_to'] == 'capacity':
            return self.take_text if tag == 'char' else self.take_saved
        if p['name'] == 'work':
            return lambda found, before: (None, True)
        if p['name'] == 'error':
            return untouched
        if tag in VIEWS:
            return self.take_view
        return lambda found, before: (found, True)

    def take_text(self, found, before):
        size = found.index(b'\0') + 1
        return found[:size], found[size:] == before[size:]

    def take_saved(self, found, before):
        return found[:580], found[580:] == before[580:]

    def take_view(self, found, before):
        view = binding.structs['dt_series'].from_buffer_copy(found)
        return (view.length, view.start, view.frequency, bytes(view.unit)), True

    def lengths(self, one):
        if not self.function.panel:
            return [self.n]
        count = min(self.row['count'], 1) if one else self.row['count']
        if not self.row['spans']:
            return [self.n] * count
        return [self.n, self.n // 2, self.n][:count]

    def across(self, layout, lengths, room):
        """Where the series lie, the stride, and that from series to series."""
        if not self.function.panel:
            return [0], layout, 0
        stride, step = LAYOUTS[layout](len(lengths), self.n + room)
        if not self.row['spans']:
            return [j * step for j in range(len(lengths))], stride, step
        return [at * stride for at in self.offsets(lengths)[:-1]], stride, 0

    @staticmethod
    def offsets(lengths):
        """Of spans, of which the first begins a little later."""
        offsets = [2]
        for n in lengths:
            offsets.append(offsets[-1] + n)
        return offsets

    def view(self, name):
        row, function = self.row, self.function
        layout, bits = row[name + '.stride'], row[name + '.bits']
        lengths = self.lengths(row.get(name + '.one', False))
        firsts, stride, step = self.across(layout, lengths, 0)
        columns = [column(role_of(function.name, name), row['data'],
                          bits is not None, j) for j in range(len(lengths))]
        spread = Spread(firsts, stride, lengths)
        in_place = self.first is None and self.place != 'apart'
        values = pen(name + '->values').place(
            spread.image([c[0][:n] for c, n in zip(columns, lengths)]),
            self.high, in_place) - 8 * spread.lowest
        view = type(function.good[name]).from_buffer_copy(function.good[name])
        view.values, view.stride = values, stride
        view.frequency = row['frequency']
        view.start = FREQUENCIES[view.frequency] + row.get(name + '.later', 0)
        view.validity, view.validity_offset = None, 0
        if function.panel:
            self.shape(view, name, lengths, step)
        else:
            view.length = self.n
        self.spans.append([(view.start, n) for n in lengths])
        placed = self.view_bits(view, name, bits, columns, lengths, in_place)
        if in_place:
            self.first = (name, spread, values, layout, placed)
        elif self.first is None:
            self.first = ()
        return pen(name).place(bytes(view), self.high, False)

    def shape(self, view, name, lengths, step):
        view.count, view.series_stride = len(lengths), step
        view.length = 0 if self.row['spans'] else self.n
        view.validity_series_stride = 0
        if self.row['spans']:
            view.offsets = pen(name + '->offsets').place(
                struct.pack(f'{len(lengths) + 1}q', *self.offsets(lengths)),
                self.high, False)
            view.starts = pen(name + '->starts').place(
                struct.pack(f'{len(lengths)}q', *[view.start] * len(lengths)),
                self.high, False)

    def bit_firsts(self, offset, lengths, room):
        """Of each series, its first bit; that of the first, and the step, which
        leads back for some offsets."""
        if not self.function.panel or self.row['spans']:
            spans = self.offsets(lengths) if self.function.panel else [0, 0]
            return [offset + at for at in spans[:-1]], offset, 0
        step = self.n + room + offset % 4
        back = offset % 8 in (5, 6)
        begin = offset + max(len(lengths) - 1, 0) * step * back
        step = -step if back else step
        return [begin + j * step for j in range(len(lengths))], begin, step

    def view_bits(self, view, name, bits, columns, lengths, in_place):
        if bits is None:
            return None
        offset, view.flags = bits
        firsts, begin, step = self.bit_firsts(offset, lengths, 0)
        made = Bits(firsts, lengths)
        image = made.image([c[1][:n] for c, n in zip(columns, lengths)])
        view.validity = pen(name + '->validity').place(
            image, self.high, in_place and self.place == 'all') - made.byte
        view.validity_offset = begin
        if self.function.panel:
            view.validity_series_stride = step
        return made, view.validity, begin, step

    def results(self):
        """How long the result of each series is."""
        if not self.function.name.startswith('dt_series_splice'):
            return self.lengths(False)
        older, newer = self.spans
        newer = newer * len(older) if len(newer) == 1 else newer
        ends = [(min(a, c), max(a + b, c + d))
                for (a, b), (c, d) in zip(older, newer)]
        return [end - start for start, end in ends]

    def out(self, name, is_written):
        row, function = self.row, self.function
        lengths = self.results()
        room = 0 if self.first else row['out.room']
        splice = function.name.startswith('dt_series_splice')
        longest = max(lengths, default=0) if splice else self.n
        out = binding.structs[tag_of(next(
            p['type'] for p in function.parameters if p['name'] == name))]()
        saved = self.n, self.row
        if splice and function.panel:       # A matrix, also of spans.
            self.n, self.row = longest, {**row, 'spans': False}
        self.out_values(out, name, lengths, room)
        self.out_why(out, name, lengths, room)
        self.out_bits(out, name, lengths, room)
        if function.panel:
            spans = self.row['spans']
            out.count = len(lengths)
            out.length = self.offsets(lengths)[-1] if spans else self.n + room
        else:
            out.capacity = lengths[0] + room
        self.n, self.row = saved
        if row['out.summary']:
            self.summary(out, name, len(lengths))
        if not is_written:
            self.outputs = [(label, memory, untouched)
                            for label, memory, _ in self.outputs]
        return pen(name).place(bytes(out), self.high, False)

    def rooms(self, lengths, room):
        """How many elements of each series there is room for."""
        if not self.function.panel:
            return [lengths[0] + room]
        return lengths if self.row['spans'] else [self.n + room] * len(lengths)

    def out_values(self, out, name, lengths, room):
        label = name + '->values'
        if self.first:
            of, spread, out.values, layout, _ = self.first
            memory = pen(of + '->values')
            _, out.stride, step = self.across(layout, lengths, 0)
        else:
            firsts, out.stride, step = self.across(self.row['out.stride'],
                                                   lengths, room)
            spread = Spread(firsts, out.stride, self.rooms(lengths, room))
            memory = pen(label)
            out.values = memory.place(spread.image([]), self.high, True) - \
                8 * spread.lowest
        if self.function.panel:
            out.series_stride = step
        self.outputs.append((label, memory, lambda found, before: spread.taken(
            'Q', found, before, lengths)))

    def out_why(self, out, name, lengths, room):
        layout, label = self.row['out.why'], name + '->why'
        if layout is None:
            return
        firsts, out.why_stride, step = self.across(layout, lengths, room)
        spread = Spread(firsts, out.why_stride, self.rooms(lengths, room))
        out.why = pen(label).place(canary(spread.size), self.high, True) - \
            spread.lowest
        if self.function.panel:
            out.why_series_stride = step
        self.outputs.append((label, pen(label), lambda found, before:
                             spread.taken('B', found, before, lengths)))

    def out_bits(self, out, name, lengths, room):
        offset, label = self.row['out.bits'], name + '->validity'
        if offset is None:
            return
        if self.place == 'all' and self.first and self.first[4]:
            made, out.validity, begin, step = self.first[4]
            memory = pen(self.first[0] + '->validity')
        else:
            firsts, begin, step = self.bit_firsts(offset, lengths, room)
            made = Bits(firsts, self.rooms(lengths, room))
            memory = pen(label)
            out.validity = memory.place(canary(made.size), self.high, True) - \
                made.byte
        out.validity_offset = begin
        if self.function.panel:
            out.validity_series_stride = step
        self.outputs.append((label, memory, lambda found, before: made.taken(
            found, before, lengths)))

    def summary(self, out, name, count):
        member = 'summaries' if self.function.panel else 'summary'
        label = f'{name}->{member}'
        setattr(out, member, pen(label).place(
            canary(SUMMARY * count), self.high, True))
        self.outputs.append((label, pen(label),
                             lambda found, before: (found, True)))

    def run(self):
        """What is wrong of it, and what came of it by name."""
        for _, memory, _ in self.outputs:
            memory.restore()
        result = self.function.call(*self.arguments.values())
        if isinstance(result, float):
            result = struct.pack('d', result)
        came = {'': result}
        faults = []
        fails = self.function.entry['status'] and came[''] < 0
        for label, memory, take in self.outputs:
            found, before = memory.found(), memory.before()
            if not memory.margin_is_whole():
                faults.append(f'writes beside {memory.name}')
            if fails and label not in ('error', 'needed') and found != before:
                faults.append(f'fails and changes {label}')
            if fails:
                continue
            came[label], whole = take(found, before)
            if not whole:
                faults.append(f'writes to other elements of {memory.name}')
        return faults, came


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
        for factor in filter(is_memory, function.factors):
            if len(accepted[factor]) < len(set(function.factors[factor])):
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
          f'{", ".join(kernels.tables)}, of which {refused} kinds are refused')
    return faults > 0


if __name__ == '__main__':
    only = sys.argv[3:4] if '--only' in sys.argv else list(functions)
    sys.exit(main(only, int(sys.argv[3]) if '--long' in sys.argv else 0))
