# SPDX-License-Identifier: MIT
"""Whether an option that is accepted has an effect: each member of options, with
each value but the default, for each kind, in some situation changes what comes
of the call, or is refused in all.   Used by misuse.py."""

import ctypes
import functools
import itertools

import binding
from calls import Call, DAY, LEVELS, QUARTER, functions

YEARS = 1       # A rule for lags.
ANNUALIZED = (5, 6)     # Kinds of growth that ask for the days of a year.
OVER_A_LAG = (1, 2)     # Kinds of comparison.
VALUES = {'lag_rule': (1, 2, 3), 'base_rule': (1, 2, 3, 4),
          'year_rule': (1, 2), 'per_year': (5.0,), 'flags': (1,)}
MIXED = [2.0, -1.5, 0.0, 3.0, -2.0, -4.0, 5.0, 1.0]
# From 1 February 2023, so that 29 February 2024 has no day a year before.
DAYS = [1.0 + (i * 37 % 101) / 64 for i in range(400)]
# Values, frequency, start, kind of unit, rule for lags.
SITUATIONS = [(LEVELS, QUARTER, 8081, 0, 0), (MIXED, QUARTER, 8081, 0, 0),
              (LEVELS, QUARTER, 8081, 0, YEARS), (DAYS, DAY, 19389, 0, YEARS),
              *((LEVELS, QUARTER, 8081, kind, 0) for kind in range(1, 8))]


def situate(call, situation):
    """Puts all inputs of a call there, and makes room for what comes out."""
    values, frequency, start, kind, _ = situation
    for name, here in call.arguments.items():
        tag = type(here).__name__
        if tag in ('dt_series', 'dt_series_panel'):
            length = len(values)
            copies = 2 if tag == 'dt_series_panel' else 1
            here.values = call.doubles(name + '->values', values * copies)
            here.length, here.validity = length, None
            here.frequency, here.start = frequency, start
            here.unit = binding.structs['dt_series_unit'](kind=kind,
                                                          decimals=-1)
            if copies == 2:
                here.series_stride = length
        elif tag == 'dt_series_out':
            here.values = call.blank(name + '->values', 8 * len(values))
            here.why = call.blank(name + '->why', len(values))
            here.validity, here.capacity = None, len(values)
        elif tag == 'dt_series_panel_out':
            here.values = call.blank(name + '->values', 16 * len(values))
            here.why = call.blank(name + '->why', 2 * len(values))
            here.validity, here.length = None, len(values)
            here.series_stride = here.why_series_stride = len(values)
        elif tag == 'dt_series_unit':
            here.currency = here.per = b''
            here.kind = kind
    for name, value in (('base', start), ('end', start + len(values) - 1),
                        ('period', start), ('work_capacity', len(values))):
        if isinstance(call.arguments.get(name), int):
            call.arguments[name] = value
    if 'work' in call.arguments:
        call.arguments['work'] = (ctypes.c_int64 * len(values))()


def outcome(name, kinds, situation, member=None, value=None):
    call = Call(name)
    call.arguments.update(kinds)
    situate(call, situation)
    if name.startswith('dt_compare_series') and kinds['kind'] in OVER_A_LAG:
        call.arguments['lag'] = 1
    if 'lag_rule' in dir(call.arguments['options']):
        call.arguments['options'].lag_rule = situation[4]
        if (name.startswith('dt_growth') and situation[1] == DAY and
                kinds.get('kind') in ANNUALIZED):
            call.arguments['options'].per_year = 365.25
    if member:
        setattr(call.arguments['options'], member, value)
    status = call.run()
    return status, {place: memory for place, memory in call.snapshot().items()
                    if '->' in place or place.startswith('result')}


def choices(name):
    """Every combination of the kinds that a function can be asked for."""
    found = []
    for p in functions[name]['parameters']:
        if p['type'] == 'int32_t' and 'enumeration' in p:
            constants = next(e['constants'] for e in binding.api['enumerations']
                             if e['name'] == p['enumeration'])
            found.append([(p['name'], c['value']) for c in constants])
    return [dict(chosen) for chosen in itertools.product(*found)]


def without_effect(name):
    """Options that are accepted and make no difference, as texts."""
    owner = next(p for p in functions[name]['parameters']
                 if p['name'] == 'options')
    tag = owner['type'].split()[2]
    members = [m['name'] for m in next(
        s for s in binding.api['structs'] if s['name'] == tag)['members']]
    plain = functools.cache(
        lambda i, kinds: outcome(name, dict(kinds), SITUATIONS[i]))
    for member in members:
        if member in ('struct_size', 'reserved'):
            continue
        for kinds in choices(name):
            for value in VALUES[member]:
                accepted = differs = False
                for i, situation in enumerate(SITUATIONS):
                    if member == 'lag_rule' and situation[4] != 0:
                        continue
                    status, result = outcome(name, kinds, situation, member,
                                             value)
                    if status < 0 and (member, value) != ('base_rule', 4):
                        continue
                    before = plain(i, tuple(kinds.items()))
                    accepted = accepted or status >= 0
                    differs = differs or (status, result) != before
                    if differs:
                        break
                if accepted and not differs:
                    words = ', '.join(f'{k} {v}' for k, v in kinds.items())
                    yield f'options->{member} {value} without effect, {words}'
