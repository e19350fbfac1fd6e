# SPDX-License-Identifier: MIT
"""A public function and a call of it, all of whose memory lies in pens: views,
structs and texts where they can only be read, results between canaries.   Used
by guard.py."""

import ctypes
import struct

import binding
from calls import Call, functions, INSTEAD, LENGTH, SAVED
from guard_cases import (beside_view, column, factors, FREQUENCIES, is_memory,
                         LAYOUTS, OUTS, role_of, SAME, tag_of, VIEWS)
from pairwise import covering, crossed
from pens import Bits, canary, pen, Spread

# Parameters that are a period of every series.
BESIDE_PERIODS = {'base', 'end', 'period'}
SUMMARY = ctypes.sizeof(binding.structs['dt_series_summary'])
SIZES = {name: ctypes.sizeof(kind) for name, kind in binding.PLAIN.items()
         if kind} | {'void': 1}


class Function:
    """A public function: its factors, and what its plain call is made of."""

    def __init__(self, name):
        self.name, self.entry = name, functions[name]
        self.parameters = self.entry['parameters']
        self.good = Call(name).arguments
        self.factors = factors(name)
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
        self.spans = row.get('shape') == 'spans'
        self.replaced = ()      # What of a view the result replaces.
        self.periods = []       # Starts and lengths of the views, by series.
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
        same = SAME.get(f'{self.function.name}.{name}') \
            if self.row.get('same') else None
        if same and tag in VIEWS:
            self.outputs.append((name, pen(same), self.take_view))
        if same:
            return self.arguments[same]
        size = SIZES.get(tag) or ctypes.sizeof(binding.structs[tag])
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
        return found[:SAVED], found[SAVED:] == before[SAVED:]

    def take_view(self, found, before):
        view = binding.structs['dt_series'].from_buffer_copy(found)
        return (view.length, view.start, view.frequency, bytes(view.unit)), True

    def lengths(self, one):
        if not self.function.panel:
            return [self.n]
        count = min(self.row['count'], 1) if one else self.row['count']
        if not self.spans:
            return [self.n] * count
        return [self.n, self.n // 2, self.n][:count]

    def across(self, layout, lengths, room):
        """Where the series lie, the stride, and that from series to series."""
        if not self.function.panel:
            return [0], layout, 0
        stride, step = LAYOUTS[layout](len(lengths), self.n + room)
        if not self.spans:
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
        in_place = row.get('place', 'apart') != 'apart' and \
            row['replaces'] == name
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
        self.periods.append([(start, n) for start, n in zip(
            self.starts(view.start, len(lengths)), lengths)])
        placed = self.view_bits(view, name, bits, columns, lengths, in_place)
        if in_place:
            self.replaced = (name, spread, values, layout, placed)
        return pen(name).place(bytes(view), self.high, row.get('same', False))

    def starts(self, start, count):
        """Of each series, a period apart where that is allowed."""
        if self.row.get('shape', 'matrix') == 'matrix' or \
                BESIDE_PERIODS & self.row.keys():
            return [start] * count
        return range(start, start + count)

    def shape(self, view, name, lengths, step):
        view.count, view.series_stride = len(lengths), step
        view.length = 0 if self.spans else self.n
        view.validity_series_stride = 0
        if self.spans:
            view.offsets = pen(name + '->offsets').place(
                struct.pack(f'{len(lengths) + 1}q', *self.offsets(lengths)),
                self.high, False)
        if self.row['shape'] != 'matrix':
            starts = self.starts(view.start, len(lengths))
            view.starts = pen(name + '->starts').place(
                struct.pack(f'{len(lengths)}q', *starts), self.high, False)

    def bit_firsts(self, offset, lengths, room):
        """Of each series, its first bit; that of the first, and the step, which
        leads back for some offsets."""
        if not self.function.panel or self.spans:
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
        writable = in_place and self.row['place'] == 'all'
        view.validity = pen(name + '->validity').place(
            image, self.high, writable) - made.byte
        view.validity_offset = begin
        if self.function.panel:
            view.validity_series_stride = step
        return made, view.validity, begin, step

    def results(self):
        """How long the result of each series is."""
        if not self.function.name.startswith('dt_series_splice'):
            return self.lengths(False)
        older, newer = self.periods
        newer = newer * len(older) if len(newer) == 1 else newer
        ends = [(min(a, c), max(a + b, c + d))
                for (a, b), (c, d) in zip(older, newer)]
        return [end - start for start, end in ends]

    def out(self, name, is_written):
        row, function = self.row, self.function
        lengths = self.results()
        room = 0 if self.replaced else row['out.room']
        splice = function.name.startswith('dt_series_splice')
        longest = max(lengths, default=0) if splice else self.n
        out = binding.structs[tag_of(next(
            p['type'] for p in function.parameters if p['name'] == name))]()
        saved = self.n, self.spans
        if splice and function.panel:       # A matrix, also of spans.
            self.n, self.spans = longest, False
        self.out_values(out, name, lengths, room)
        self.out_why(out, name, lengths, room)
        self.out_bits(out, name, lengths, room)
        if function.panel:
            out.count = len(lengths)
            out.length = (self.offsets(lengths)[-1] if self.spans
                          else self.n + room)
        else:
            out.capacity = lengths[0] + room
        self.n, self.spans = saved
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
        return lengths if self.spans else [self.n + room] * len(lengths)

    def out_values(self, out, name, lengths, room):
        label = name + '->values'
        if self.replaced:
            of, spread, out.values, layout, _ = self.replaced
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
        if self.replaced and self.row['place'] == 'all' and self.replaced[4]:
            made, out.validity, begin, step = self.replaced[4]
            memory = pen(self.replaced[0] + '->validity')
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
