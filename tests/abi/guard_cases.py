# SPDX-License-Identifier: MIT
"""What varies in a guarded call: the factors of a function and their values, of
which the first is the plain one, and the numbers of its views.   Used by
guard.py."""

import array
import functools
import math
import re

import binding
from calls import Call, DAY, functions, OF_GROWTH, QUARTER, SAVED
from interface import ROOT

VIEWS = ('dt_series', 'dt_series_panel')
OUTS = ('dt_series_out', 'dt_series_panel_out')
values_of = {e['name']: [c['value'] for c in e['constants']]
             for e in binding.api['enumerations']}


def around_blocks():
    """0 to 9, and around one and two steps and blocks of each kind."""
    with open(f'{ROOT}/lib/kernels/kernels.h', encoding='utf-8') as file:
        sizes = re.findall(r'DT__(?:STEP|(?:\w+_)?BLOCK) *= (\d+)', file.read())
    assert len(sizes) == 5, sizes
    return sorted({0, 1, 2, 3, 4, 5, 6, 7, 8, 9} | {
        times * int(size) + more for size in sizes for times in (1, 2)
        for more in (-1, 0, 1)})


# Strides of one series, and of a panel of `c` of `n` observations: from one to
# the next, and from series to series.
STRIDES = [1, 2, -1, 3, -2]
LAYOUTS = {
    'rows': lambda c, n: (1, n), 'padded': lambda c, n: (2, 2 * n + 3),
    'columns': lambda c, n: (max(c, 1), 1),
    'backward': lambda c, n: (-1, n + 1),
    'upward': lambda c, n: (3, -3 * n - 2),
    'columns back': lambda c, n: (-c - 1, -1)}
# The bit of the first observation, and whether a NaN that has one is a value.
BITS = [None, (0, 0), (1, 1), (5, 0), (7, 0), (8, 1), (13, 0)]
OUT_BITS = [None, 0, 1, 6, 15]
PLACES = ['apart', 'values', 'all']     # Of the result: what is the input's.
FREQUENCIES = {QUARTER: 8080, DAY: 19389}
OPTIONS = {
    'dt_growth_options': [
        None, {}, {'lag_rule': 1}, {'lag_rule': 2}, {'lag_rule': 3},
        {'base_rule': 1}, {'base_rule': 2}, {'base_rule': 3},
        {'per_year': 5.0}, {'lag_rule': 1, 'per_year': 365.25}],
    'dt_compare_options': [None, {}, {'lag_rule': 1}, {'flags': 1}],
    'dt_series_options': [None, {}, {'flags': 1}]}
# Numbers beside a view of `n` observations from the period `s` on.
LAST = {'last': lambda n, s: s + n - 1, 'middle': lambda n, s: s + n // 2}
FIRST = {'first': lambda n, s: s, 'second': lambda n, s: s + 1}
BESIDE = {
    'lag': {'1': 1, '3': 3, '64': 64, 'n': lambda n, s: n, '0': 0},
    'window': {'2': 2, '1': 1, '12': 12, '64': 64, '65': 65,
               'n': lambda n, s: n},
    'base': FIRST, 'first': FIRST, 'end': LAST, 'last': LAST,
    'period': {'middle': LAST['middle'], 'first': FIRST['first'],
               'before': lambda n, s: s - 1, 'last': LAST['last']},
    'i': {'0': 0, 'n - 1': lambda n, s: n - 1},
    'work_capacity': {'n': lambda n, s: n}}
# Numbers of calls without views.
ALONE = {
    'text': [b'2024-Q3', b'', b'7.23', b'2024-02-29', b'-1234567.8901 p',
             b'9' * 40, b'2024-W53'],
    'word': [b'log', b'', b'rate', b'x' * 70],
    'enumeration': [b'dt_growth_kind', b'', b'dt_status', b'dt_'],
    'struct_size': [32, 40, 96, 8], 'size': [SAVED, SAVED - 1, 0],
    'decimals': [1, 0, 9], 'value': [2.5, 0.0, -123456.789]}
SCALARS = [0.25, 2.5, -1.0, 0.0, 1e300, 5e-324]
PLAIN_CAPACITY = 1024
# Structs that may be one.
SAME = {'dt_series_slice.slice': 'self', 'dt_series_align.a_cut': 'a',
        'dt_series_align.b_cut': 'b', 'dt_series_from_out.self': 'like',
        'dt_series_sum_merge.other': 'self'}


@functools.cache
def tag_of(kind):
    return kind.replace('const ', '').replace('struct ', '').rstrip(' *')


def beside_view(name, label, n, start):
    value = BESIDE[name][label]
    return value(n, start) if callable(value) else value


def often(choices):
    """With the plain one, of the fast paths, in more rows than any other."""
    return [choices[0], *choices, choices[0]]


def of_view(chosen, name, views, panel):
    chosen[name + '.stride'] = often(list(LAYOUTS) if panel else STRIDES)
    chosen[name + '.bits'] = often(BITS)
    if name != views[0]:
        chosen[name + '.later'] = [0, 2, -3]
        if panel:
            chosen[name + '.one'] = [False, True]


def of_out(chosen, parameter, function, panel):
    chosen['out.stride'] = often(list(LAYOUTS) if panel else STRIDES)
    chosen['out.why'] = [*chosen['out.stride'], None]
    chosen['out.bits'] = often(OUT_BITS)
    chosen['out.summary'] = [True, False]
    chosen['out.room'] = [0, 3]
    replaces = parameter.get('may_be')
    if replaces:
        chosen['place'], chosen['replaces'] = PLACES, replaces


def capacities(name):
    """Around what is needed for the plain text, or for a saved sum."""
    call = Call(name)
    call.run()
    needed = (SAVED if name == 'dt_series_sum_save' else
              int.from_bytes(bytes(call.memory['needed'])[:8], 'little'))
    return [PLAIN_CAPACITY, needed, needed - 1, needed + 9, 1, 0]


def of_number(chosen, parameter, function, views):
    name, kind = parameter['name'], parameter['type']
    if 'enumeration' in parameter:
        chosen[name] = ([0, *values_of[parameter['enumeration']]]
                        if kind == 'uint32_t'
                        else values_of[parameter['enumeration']])
    elif views and name in BESIDE:
        chosen[name] = list(BESIDE[name])
    elif name == 'capacity':
        chosen[name] = capacities(function)
    elif function.startswith('dt_growth_convert') and name == 'periods':
        chosen[name] = [4.0, 0.0]       # Which one depends on the kind.
    elif name in ALONE and (name, kind) != ('value', 'int32_t'):
        chosen[name] = ALONE[name]
    elif kind == 'double' and not functions[function]['status']:
        chosen[name] = SCALARS


def factors(function):
    """The factors of a function by name, and the choices of each."""
    parameters = functions[function]['parameters']
    views = [p['name'] for p in parameters if tag_of(p['type']) in VIEWS
             and 'const' in p['type']]
    panel = function.endswith('_panel') or function == 'dt_series_panel_check'
    chosen = {'high': [False, True]}
    if views or function == 'dt_series_view':
        chosen['length'] = around_blocks()
    if views:
        chosen['data'] = ['printed', 'gaps', 'wild']
        chosen['frequency'] = list(FREQUENCIES)
    if panel:
        chosen['count'] = [3, 1, 0]
        chosen['shape'] = ['matrix', 'starts', 'spans']
    for p in parameters:
        tag = tag_of(p['type'])
        if p['name'] in views:
            of_view(chosen, p['name'], views, panel)
        elif tag in OUTS:
            of_out(chosen, p, function, panel)
        elif tag in OPTIONS and '*' in p['type']:
            chosen[p['name']] = OPTIONS[tag]
            continue
        if f'{function}.{p["name"]}' in SAME:
            chosen['same'] = [False, True]
        if '*' in p['type'] and p['nullable'] and p['name'] != 'values':
            chosen[p['name'] + '.given'] = [True, False]
        elif '*' not in p['type'] or p['type'] == 'const char *':
            of_number(chosen, p, function, views or 'length' in chosen)
    if function in ('dt_series_at', 'dt_series_is_missing'):
        chosen['length'] = chosen['length'][1:]     # Not of an empty view.
    return chosen


@functools.cache
def is_memory(factor):
    """Whether a factor makes no difference to what comes of the call."""
    return factor in ('high', 'place', 'replaces', 'same', 'error.given') or \
        factor.endswith(('.stride', '.bits')) or factor.startswith('out.')


def is_extent(factor):
    return factor in ('length', 'data', 'count', 'shape')


def noise(i):
    """Some number below 2^20 for each i."""
    return (i * 2654435761 + 12345) % 2**32 >> 12


def observation(role, pattern, i):
    drawn = noise(i)
    if role == 'periods_each':
        return 1.0 + drawn % 8
    if pattern == 'wild':
        return math.ldexp(1 + drawn / 2**20, noise(i + 7) % 1200 - 600)
    if role in ('growth', 'rates of growth'):
        return (drawn % 400 - 150) / 1000
    if pattern == 'gaps' and drawn % 23 == 0:
        return (0.0, -2.5, math.inf)[i % 3]
    return (1 + drawn % 99999) / 100


@functools.cache
def column(role, pattern, has_bits, j):
    """A thousand numbers and more of series j, and which of them are there:
    what is missing is NaN, or has something else where a bit says so."""
    numbers, flags = array.array('d'), bytearray()
    behind = (1e300, math.inf, math.nan, 2.25)
    for i in range(max(around_blocks()) + 8):
        at = i + 1009 * j
        there = pattern != 'gaps' or noise(at + 3) % 9 != 0
        flags.append(there)
        numbers.append(observation(role, pattern, at) if there else
                       behind[i % 4] if has_bits else math.nan)
    return array.array('Q', numbers.tobytes()), bytes(flags)


def role_of(function, name):
    if function.startswith(OF_GROWTH) and name in ('x', 'growth'):
        return 'growth'
    if function.startswith('dt_growth_periods') and name == 'rates':
        return 'rates of growth'
    return name
