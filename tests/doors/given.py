# SPDX-License-Identifier: MIT
"""What a line gives to a function, as the module dtgrowth.c takes it: by turns
kinds are words or numbers, structs dictionaries or records, arrays lists or
memory, and results go to memory of the caller or of the module."""

from dtgrowth import c, records

from described import SPARE, pointed, target
from draw import SAVED, api, functions, structs
from lent import doubles, room

WORDS = {e['name']: {k['word']: k['value'] for k in e['constants']}
         for e in api['enumerations']}
# Kinds of which several hold at once.
FLAGS = ('dt_series_flag', 'dt_series_option', 'dt_growth_option',
         'dt_compare_option', 'dt_compare_text')
OUTS = ('dt_series_out', 'dt_series_panel_out')
# Python has no such parameters: it knows how long its objects are.
KNOWN = ('error', 'work', 'work_capacity', 'capacity', 'needed', 'struct_size',
         'size')
LETTERS = dict(zip('ASQMWBD', (112, 206, 303, 400, 507, 600, 700)))
MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split()
WEEKDAYS = 'MON TUE WED THU FRI SAT SUN'.split()
NAN = float('nan')
SUMS = [c.Sum() for _ in range(8)]
BEGUN = set()   # Which of the sums C knows of.


class Unsaid(Exception):
    """Why a line is none that Python can say."""


def frequency_words():
    """As Python says them: "Q", "Q-FEB"."""
    words = {'': 0, **LETTERS}
    names = {'A': MONTHS, 'S': MONTHS[:6], 'Q': MONTHS[:3], 'W': WEEKDAYS}
    for letter in names:
        words |= {f'{letter}-{name}': LETTERS[letter] // 100 * 100 + i
                  for i, name in enumerate(names[letter], 1)}
    return words


FREQUENCIES = frequency_words()
# The shorter word where there are two.
OF_NUMBERS = {n: word for word, n in reversed(FREQUENCIES.items())}


class Line:
    """The arguments of a call: structs as dictionaries, rooms as how many there
    is room for, null as None."""

    def __init__(self, text):
        self.name, *self.tokens = text.split()
        self.tokens.reverse()
        self.entry = functions[self.name]
        self.given = [(p, self.argument(p)) for p in self.entry['parameters']
                      if p['name'] != 'error']
        self.of = {p['name']: value for p, value in self.given}

    def text(self):
        token = self.tokens.pop()
        return None if token == 'null' else token[1:].replace('~', ' ')

    def element(self, kind):
        if kind in structs and kind != 'dt_series_sum':
            return {m['name']: self.member(m) for m in structs[kind]['members']
                    if m['name'] not in SPARE}
        token = self.tokens.pop()
        return float.fromhex(token) if kind == 'double' else int(token)

    def member(self, m):
        if '*' in m['type']:
            return self.pointer(m['type'], target(m['type']))
        return self.text() if m['type'] == 'char' else self.element(
            target(m['type']))

    def pointer(self, words, inside):
        count = self.tokens.pop()
        if count == 'null':
            return None
        if not words.startswith('const'):
            return int(count)
        return [self.element(inside) for _ in range(int(count))]

    def argument(self, p):
        inside = pointed(self.entry, p)
        if p['type'] == 'const char *':
            return self.text()
        if '*' not in p['type'] or inside == 'dt_series_sum':
            return self.element(inside)
        return self.pointer(p['type'], inside)

    def makes(self, p):
        """An output that Python returns."""
        return p['direction'] == 'out' and p['name'] not in KNOWN and (
            pointed(self.entry, p) != 'dt_series_sum')


class Turn:
    """In which of its ways a line is said."""

    def __init__(self, number):
        self.by_name, self.by_word, self.by_record, self.by_list, self.own = (
            number >> bit & 1 for bit in range(5))

    def kind(self, enumeration, number):
        words = {value: word for word, value in WORDS[enumeration].items()}
        if enumeration == 'dt_series_freq' and self.by_record:
            words |= OF_NUMBERS
        if not self.by_word:
            return number
        if enumeration in FLAGS:
            bits = [b for b in words if b & number]
            return [words[b] for b in bits] if sum(bits) == number else number
        return words.get(number, number)

    def member(self, m, value):
        return (self.kind(m['enumeration'], value) if 'enumeration' in m
                else value)

    def record(self, tag, value):
        made = {m['name']: self.member(m, value[m['name']])
                for m in structs[tag]['members']
                if m['name'] not in (*SPARE, 'struct_size')}
        if not self.by_record:
            return made
        name = ''.join(w.capitalize() for w in tag.split('_')[1:])
        return getattr(records, name)(**made)

    def view(self, values, x):
        made = c.series_view(
            values, self.kind('dt_series_freq', x['frequency']), x['start'],
            self.record('dt_series_unit', x['unit']), x['flags'])
        if x['frequency'] != FREQUENCIES[made.freq]:
            raise AssertionError(f'freq is "{made.freq}"')
        return made


# ---------------------------------------------------------------------------
# Series and panels

def has_bit(x, i):
    bit = x['validity_offset'] + i
    return x['validity'] is None or x['validity'][bit >> 3] >> (bit & 7) & 1


def series(turn, s):
    """In place, or where some are missing as a list."""
    if s['validity'] is None:
        return turn.view(doubles(s['values']).view([s['length']],
                                                   [s['stride']]), s)
    return turn.view([x if has_bit(s, i) else None for i, x in enumerate(
        s['values'][::s['stride']])], s)


def has_spans(line):
    """Whether a panel of a call is of spans."""
    given = (x[0] for x in line.of.values() if isinstance(x, list) and x)
    return any(isinstance(x, dict) and x.get('offsets') for x in given)


def spans(turn, p):
    """Each series so long, from its own start."""
    ends = p['offsets']
    values = [x if has_bit(p, i) else None
              for i, x in enumerate(p['values'][:ends[-1]])]
    if p['validity'] is None:
        values = doubles(values).view([len(values)], [1])
    return c.panel_spans(
        values, [b - a for a, b in zip(ends, ends[1:])], p['starts'],
        turn.kind('dt_series_freq', p['frequency']),
        turn.record('dt_series_unit', p['unit']), p['flags'])


def panel(turn, p):
    """A missing observation of a matrix is a NaN."""
    if p['offsets'] is not None:
        return spans(turn, p)
    values = list(p['values'])
    if p['validity'] and p['flags']:
        raise Unsaid('a bitmap of a panel of which a NaN is a value')
    for j in range(p['count']):
        for i in range(p['length']):
            if not has_bit(p, j * p['validity_series_stride'] + i):
                values[j * p['series_stride'] + i * p['stride']] = NAN
    return turn.view(doubles(values).view([p['count'], p['length']],
                                          [p['series_stride'], p['stride']]), p)


class Out:
    """Room of the caller, or none where it is what the module makes. That of
    spans is one column."""

    def __init__(self, own, out, spans_of):
        self.many = 'summaries' in out
        matrix = self.many and not spans_of
        self.out = {'series_stride': 0, 'why_series_stride': 0,
                    'validity_series_stride': 0, 'count': 1, **out}
        self.count = self.out['count'] if matrix else 1
        self.length = out['length' if self.many else 'capacity']
        self.room = room(out['values'])
        shape, steps = [self.length], [out['stride']]
        if matrix:
            shape.insert(0, self.count)
            steps.insert(0, out['series_stride'] or self.length)
        dense = out['values'] == self.count * self.length
        plain = own and dense and out['stride'] == 1
        self.given = None if plain else self.room.view(shape, steps)


# ---------------------------------------------------------------------------
# Arguments

def a_sum(p, number):
    if p['direction'] != 'out' and number not in BEGUN:
        raise Unsaid('a sum that nothing began')
    return SUMS[number]


def array(turn, p, inside, value):
    """Structs, numbers or bytes."""
    if inside in structs:
        made = [turn.record(inside, v) for v in value]
        return made if p['points_to'] == 'count' else made[0]
    if inside == 'uint8_t':
        return bytes(value)
    return value if turn.by_list else doubles(value).view([len(value)], [1])


def argument(turn, line, p):
    inside, value = pointed(line.entry, p), line.of[p['name']]
    if inside == 'dt_series_sum':
        return a_sum(p, value)
    if value is None and not p['nullable']:
        raise Unsaid('null where something is needed')
    if value is None or '*' not in p['type'] or inside == 'char':
        return turn.member(p, value)
    if inside in OUTS:
        if has_spans(line) and 'splice' in line.name:
            raise Unsaid('a matrix that joins spans')
        return Out(turn.own and p['direction'] == 'out', value[0],
                   has_spans(line))
    if inside in ('dt_series', 'dt_series_panel'):
        return (panel if inside.endswith('panel') else series)(turn, value[0])
    return array(turn, p, inside, value)


def check_sizes(line):
    """Sizes that Python knows are those that the line has, too."""
    if line.of.get('struct_size', 32) != 32:
        raise Unsaid('a size of options')
    if 'bytes' in line.of and line.of.get('capacity', SAVED) != SAVED:
        raise Unsaid('no room for a sum')
    if 'size' in line.of:
        line.of['bytes'] = line.of['bytes'][:line.of['size']]


def is_hidden(line, p):
    """A parameter that Python has no argument for."""
    is_count = p['name'] == 'count' and 'parts' in line.of
    return p['name'] in KNOWN or is_count or (
        line.makes(p) and pointed(line.entry, p) not in OUTS)


def viewed(turn, line):
    """Memory has a length and a step."""
    given = line.of
    memory = doubles(given['values']).view([given['length']],
                                           [given['stride']])
    return [memory, turn.kind('dt_series_freq', given['frequency']),
            given['start']]


def arguments(turn, line):
    """By name, as Python says it."""
    check_sizes(line)
    if line.name == 'dt_series_view':
        return dict(enumerate(viewed(turn, line)))
    return {p['name'] + '_' * (p['name'] == 'from'): argument(turn, line, p)
            for p, _ in line.given if not is_hidden(line, p)}
