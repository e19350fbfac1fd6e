# SPDX-License-Identifier: MIT
"""What the arguments of one call are, by their types and names, and by what is
particular to a function."""

import itertools

from draw import (FREQUENCIES, STYLES, Draw, array, functions, number, record,
                  structs, text, values_of)

ANNUALIZED = (5, 6)
OF_GROWTH = ('dt_growth_convert', 'dt_growth_levels', 'dt_growth_cumulative')
RATES = ('rate', 'rate_behind', 'rate_ahead', 'other', 'log_growth')
DATED = FREQUENCIES[:-1]
YEARS, TURNS = 1, (2, 3)    # Rules for lags.
OVER_LAGS = (1, 2)          # Kinds of comparison.
# Functions whose units have to agree, or to add up.
OF_UNITS = ('dt_growth_between', 'dt_compare_series', 'dt_compare_contrib',
            'dt_growth_periods_between', 'dt_growth_rolling',
            'dt_series_rolling', 'dt_growth_series')
LENGTHS = {'base->count', 'x->count', 'growth->count'}


class Scene:
    """What the arguments of one call have in common."""

    def __init__(self, name, turn):
        self.name, self.turn, self.draw = name, turn, Draw(f'{name} {turn}')
        self.entry = functions[name]
        kinds = [[(p['name'], v) for v in values_of[p['enumeration']]]
                 for p in self.entry['parameters']
                 if p['type'] == 'int32_t' and 'enumeration' in p
                 and p['enumeration'] != 'dt_series_freq']
        chosen = list(itertools.product(*kinds))
        self.ways = len(chosen)
        self.kinds = dict(chosen[turn % len(chosen)])
        round = turn // len(chosen)
        self.style = STYLES[(turn + round) % len(STYLES)]
        self.frequency, start, self.words, self.per_year = self.draw.of(
            FREQUENCIES if turn % 5 == 4 else DATED)
        self.start = start + self.draw.below(4)
        self.length = 4 + self.draw.below(9) if turn % 8 != 7 else 40
        self.count = 1 + self.draw.below(3)
        self.options = self.draw.below(3)
        self.stated = self.draw.below(3) == 0
        self.layout = self.draw.below(3)
        self.bits = self.draw.below(4) == 0
        self.rule = self.draw.below(8)      # For lags; 0 for most.
        if self.rule > 3 or self.rule in TURNS and (
                'rolling' in name or self.frequency not in (303, 400, 700)):
            self.rule = 0

    def growth(self):
        return self.name.startswith(OF_GROWTH)

    def unit(self, name):
        """Of a series of the name."""
        stated = {'kind': 1, 'currency': 'USD', 'scale': 6, 'price': 2,
                  'decimals': 1, 'coverage': 7} if self.stated else {
                      'decimals': -1}
        currency = 'dt_series_convert_currency' in self.name
        if self.name.startswith('dt_series_convert') and not currency:
            stated.update(kind=1, scale=9 if name == 'to' else 6)
        elif name in ('rates', 'periods_each', 'position', 'weights') or (
                self.growth() and self.stated):
            stated = {'decimals': -1}
            if currency:
                stated.update(kind=3, currency='EUR', per='USD')
            elif self.growth():
                stated['kind'] = 5
        elif currency:
            stated['currency'] = ['USD', 'EUR'][self.kinds['quote']]
        return record('dt_series_unit', **stated)

    def value(self, name, i):
        if name in ('rates', 'rate') and 'currency' not in self.name or (
                self.growth()):
            return self.draw.rate(self.style)
        if name == 'position':
            return 2 * i + 1.5 * self.draw.below(2)
        if name == 'periods_each':
            return self.draw.of([1.0, 2.0, 4.0, 0.25, 7.5])
        if 'splice' in self.name and self.kinds['kind'] == 0:
            # Where they overlap they agree.
            return Draw(f'{self.turn} {i}').number('printed')
        if self.style == 'path':    # As economies grow.
            return 100 * (1.0625**i) * (1 + self.draw.rate('bits') / 8)
        return self.draw.number(self.style)

    def doubles(self, name, count):
        before = self.length - 3 if name == 'newer' else 0
        return array([number(self.value(name, i + before))
                      for i in range(count)])

    def bitmap(self, bits):
        return array([str(self.draw.below(256) | 0x55)
                      for _ in range((bits + 7) // 8)])

    def place(self, name):
        """Length and start of a series: some are not those of others."""
        length, start = self.length, self.start
        if name in ('newer', 'b'):
            start += length - 3
        return length, start

    def series(self, name):
        stride = 1 + (self.draw.below(4) == 0)
        length, start = self.place(name)
        offset = self.draw.below(9) if self.bits else 0
        return record(
            'dt_series', values=self.doubles(name, (length - 1) * stride + 1),
            validity=self.bitmap(offset + length) if self.bits else None,
            length=length, stride=stride, validity_offset=offset, start=start,
            frequency=self.frequency, flags=int(self.draw.below(8) == 0),
            unit=self.unit(name))

    def out(self, name):
        stride, room = 1 + (self.draw.below(4) == 0), self.length
        if 'splice' in self.name:
            room = 2 * room - 3
        bits = self.bits
        return record(
            'dt_series_out', values=[str((room - 1) * stride + 1)],
            why=[str(room)] if self.options else None,
            validity=[str((room + 10) // 8)] if bits else None,
            summary=['1'] if self.draw.below(2) else None, stride=stride,
            capacity=room, validity_offset=3 if bits else 0,
            why_stride=1 if self.options else 0)

    def panel(self, name):
        """Rows, columns, or spans of one column."""
        n, (length, start) = self.count, self.place(name)
        given = {'count': n, 'stride': 1, 'frequency': self.frequency,
                 'values': self.doubles(name, n * length),
                 'unit': self.unit(name)}
        if self.bits:
            given['validity'] = self.bitmap(n * length)
        if self.layout == 2:
            ends = [0, *(length * i - (i % 2 if i < n else 0)
                         for i in range(1, n + 1))]
            given['offsets'] = array([str(x) for x in ends])
            given['starts'] = array([str(start)] * n)
        else:
            given.update(length=length, start=start, series_stride=length,
                         validity_series_stride=length)
            if self.layout == 1:
                given.update(stride=n, series_stride=1)
        return record('dt_series_panel', **given)

    def panel_out(self, name):
        n, length = self.count, self.length
        if 'splice' in self.name:  # A matrix; spans may be one longer.
            length = 2 * length - 3 + 2 * (self.layout == 2 and n > 1)
        size = n * length
        given = {'count': n, 'stride': 1, 'length': length,
                 'values': [str(size)],
                 'summaries': [str(n)] if self.draw.below(2) else None}
        if self.options:
            given.update(why=[str(size)], why_stride=1)
        if self.bits:
            given['validity'] = [str((size + 7) // 8)]
        if self.layout == 2 and 'splice' not in self.name:
            given['length'] = size
        else:
            given['series_stride'] = length
            if self.options:
                given['why_series_stride'] = length
            if self.bits:
                given['validity_series_stride'] = length
            if self.layout == 1:
                given.update(stride=n, series_stride=1)
        return record('dt_series_panel_out', **given)

    def figure(self, name):
        digits = 100 + self.draw.below(900)
        if name in ('end', 'denominator', 'total'):
            digits += 400
        return record('dt_compare_figure', digits=digits,
                      decimals=self.draw.below(4),
                      rounding=self.draw.below(6),
                      quality=int(self.draw.below(9) == 0))

    def choices(self, tag):
        """Options, of which most have an effect."""
        if not self.options:
            return ['null']
        given = {}
        kind = self.kinds.get('kind')
        if tag == 'dt_growth_options':
            if kind in ANNUALIZED and (self.frequency >= 500 or
                                       self.draw.below(4) == 0):
                given['per_year'] = self.per_year
            elif kind == 0 and self.name.startswith(
                    ('dt_growth_series', 'dt_growth_between',
                     'dt_growth_rolling')):
                given['base_rule'] = self.draw.below(5)
        if self.name.startswith(OF_UNITS) and self.stated and (
                self.draw.below(3) == 0):
            given['flags'] = 1
        given.update(self.lags())
        return ['1', *record(tag, struct_size=structs[tag]['size'], **given)]

    def lags(self):
        """Rules for lags and for years, where there are such."""
        if self.name.startswith('dt_growth_average'):
            daily = self.kinds['kind'] == 8 and self.frequency == 507
            return {'year_rule': self.draw.of([0, 2])} if daily else {}
        if not self.name.startswith(('dt_growth_series', 'dt_compare_series',
                                     'dt_growth_rolling')):
            return {}
        if self.name.startswith('dt_compare') and (
                self.kinds['kind'] not in OVER_LAGS):
            return {}
        if not self.rule or self.frequency == 0:
            return {}
        given = {'lag_rule': self.rule}
        if self.rule == YEARS and self.frequency >= 500:
            given['year_rule'] = 2
        return given

    def lag(self):
        if self.name.startswith('dt_compare_series') and (
                self.kinds['kind'] not in OVER_LAGS):
            return 0
        return (0 if self.rule in TURNS and self.options
                else 1 + self.draw.below(4))

    def structure(self, p, tag):
        name = p['name']
        if tag.endswith('_options'):
            return self.choices(tag)
        makers = {'dt_series': self.series, 'dt_series_panel': self.panel,
                  'dt_series_out': self.out, 'dt_series_unit': self.unit,
                  'dt_series_panel_out': self.panel_out,
                  'dt_compare_figure': self.figure}
        if p['nullable'] and self.draw.below(2):
            return ['null']
        many = self.count if p['points_to'] == 'count' else 1
        return [str(many), *(t for _ in range(many)
                             for t in makers[tag](name))]

    def pointer(self, p):
        kind, name = p['type'].replace('const ', '').rstrip(' *'), p['name']
        if not p['type'].startswith('const '):
            return [str({'work': 4 * self.length, 'buffer': 300}.get(
                name, self.count if p['points_to'] in LENGTHS else 1))]
        if kind.startswith('struct '):
            return self.structure(p, kind[7:])
        if kind == 'double':
            return self.doubles(name, self.length if name == 'values'
                                else self.count)
        raise KeyError(p)

    def plain(self, p):
        name, end = p['name'], self.start + self.length - 1
        if name in self.kinds:
            return self.kinds[name]
        low = self.draw.below(self.length // 2)
        return {
            'frequency': self.frequency, 'start': self.start,
            'length': self.length, 'stride': 1, 'count': self.count,
            'work_capacity': 4 * self.length, 'capacity': 300,
            'base': self.start + low, 'first': self.start + low,
            'end': end - self.draw.below(2), 'last': end,
            'period': self.start + low, 'i': low,
            'lag': self.lag(), 'window': 1 + self.draw.below(4),
            'decimals': self.draw.below(4)}[name]

    def argument(self, p):
        if '*' in p['type']:
            return self.pointer(p)
        if p['type'] == 'double':
            return [number(self.double(p['name']))]
        return [str(self.plain(p))]

    def double(self, name):
        if self.entry['status'] or name == 'periods':
            if name == 'rate' or name == 'periods' and self.growth():
                return self.draw.of([0.05, 0.5, 2.0])
            if name == 'periods':
                return self.draw.of([1.0, 4.0, 0.25, 12.0, 2.0, 7.5])
            return self.value(name, 1)
        if self.turn % 4 == 3:
            return self.draw.number('hard')
        return (self.draw.rate(self.style) if name in RATES
                else self.value(name, 1))

    def parameter(self, name, **instead):
        return {**next(p for p in self.entry['parameters']
                       if p['name'] == name), **instead}

    def arguments(self):
        given = PARTICULAR.get(self.name, lambda scene: {})(self)
        given = {name: [str(t) for t in tokens] if isinstance(tokens, list)
                 else [str(tokens)] for name, tokens in given.items()}
        return [given.get(p['name']) or self.argument(p)
                for p in self.entry['parameters'] if p['name'] != 'error']


def calendar(scene):
    """A period and a date in each frequency."""
    draw = scene.draw
    frequency, period, words, _ = DATED[scene.turn % len(DATED)]
    period += draw.below(5) if frequency not in (600, 700) else 0
    if scene.turn % 10 == 9:
        words = draw.of(['2019-Q5', '', '2019-02-30', '2019-W54', '2019-07x'])
    return {'frequency': frequency, 'period': period, 'from': frequency,
            'to': DATED[(scene.turn // len(DATED) + scene.turn) %
                        len(DATED)][0],
            'text': [text(words)], 'year': 1900 + draw.below(200),
            'month': 1 + draw.below(12), 'day': 1 + draw.below(29),
            'part': 1 + draw.below(5), 'years': 1 + draw.below(4),
            'family': [100, 200, 300, 500][scene.turn % 4],
            'anchor': draw.below(8)}


def differing(scene):
    """Some units differ."""
    stated = {'kind': 1, 'scale': 6, 'decimals': -1, 'currency': 'USD'}
    other = dict(stated)
    if scene.draw.below(4) == 0:
        other.update(scene.draw.of([{'vintage': 2024}, {'scale': 9},
                                    {'currency': 'EUR'}, {'kind': 2}]))
        stated['vintage'] = 2023
    return {'a': ['1', *record('dt_series_unit', **stated)],
            'b': ['1', *record('dt_series_unit', **other)]}


def formatted(scene):
    """Units that state much, in rooms of which few are too small."""
    draw = scene.draw
    unit = record('dt_series_unit', kind=draw.below(8), currency='USD',
                  per=draw.of(['', 'EUR']), scale=draw.below(13),
                  price=draw.below(4), trade=draw.below(4),
                  adjusted=draw.below(5), denominator=draw.below(6),
                  decimals=draw.below(5) - 1, reference_frequency=112,
                  reference=2015, vintage=2000 + draw.below(30),
                  coverage=draw.below(9))
    room = 300 if draw.below(8) else 5
    return {'unit': ['1', *unit], 'buffer': [room], 'capacity': room,
            'needed': ['1']}


def periods(scene):
    """None where the function takes none, or an array of them."""
    kind, each = scene.kinds['kind'], scene.draw.below(2) == 0
    if 'convert' in scene.name:
        return {} if kind == 0 else {'periods': [number(0.0)]}
    if kind not in ANNUALIZED:
        name = next(p['name'] for p in scene.entry['parameters']
                    if p['name'] == 'periods_each')
        return {name: ['null'], 'periods': [number(1.0)]}
    if not each:
        return {'periods_each': ['null']}
    return {'periods': [number(0.0)],
            'periods_each': scene.pointer(scene.parameter('periods_each',
                                                          nullable=False))}


def rates(scene):
    if scene.draw.below(2):
        return {'rates': ['null'], 'rate': [number(0.05)]}
    return {'rate': [number(0.0)],
            'rates': scene.pointer(scene.parameter('rates', nullable=False))}


def checked_growth(scene):
    """Figures of which the rate is right, or not far from it."""
    periods = 1 + scene.draw.below(5)
    base = 100 + scene.draw.below(400)
    rate = scene.draw.below(200) - 50
    end = round(base * (1 + rate / 1000)**periods)
    given = {'base': (base, 1), 'end': (end, 1),
             'rate': (rate + scene.draw.below(3) - 1, 1)}
    return {'periods': [number(float(periods))], **{
        name: ['1', *record('dt_compare_figure', digits=digits,
                            decimals=decimals, rounding=scene.turn % 3)]
        for name, (digits, decimals) in given.items()}}


def apart(scene):
    """Whole years between two parts of years."""
    if scene.kinds['kind'] != 8:
        return {}
    scene.frequency, start, _, per_year = scene.draw.of(
        [FREQUENCIES[n] for n in (0, 1, 2, 3, 4)])
    scene.start, scene.length = start, 60
    return {'base': start, 'end': start + per_year}


def viewed(scene):
    return {'values': scene.doubles('values', scene.length)}


PARTICULAR = {
    **{name: calendar for name in functions
       if name.startswith('dt_series_period') or name in
       ('dt_series_frequency', 'dt_series_frequency_name',
        'dt_series_per_year')},
    'dt_series_period_add': lambda s: {'period': s.start,
                                       'count': s.draw.below(99) - 50},
    'dt_series_period_difference': lambda s: {'base': s.start,
                                              'end': s.draw.below(4000)},
    'dt_series_unit_check': differing, 'dt_series_unit_format': formatted,
    'dt_series_view': viewed,
    'dt_growth_average': apart, 'dt_growth_average_panel': apart,
    'dt_growth_between': periods, 'dt_growth_between_panel': periods,
    'dt_growth_convert': periods, 'dt_growth_convert_panel': periods,
    'dt_growth_periods_between': rates,
    'dt_growth_periods_between_panel': rates,
    'dt_compare_check_growth': checked_growth,
    'dt_compare_figure_growth': checked_growth,
    **{f'dt_{wing}_options_init':
       lambda s: {'struct_size': s.draw.of([32, 32, 32, 0])}
       for wing in ('series', 'growth', 'compare')}}
