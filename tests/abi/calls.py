# SPDX-License-Identifier: MIT
"""Good calls of every public function, made of api.json: what a type or a name
asks for, and what is particular to a function.   Used by misuse.py and
guard.py."""

import ctypes

import binding

QUARTER, MONTH, YEAR, DAY = 303, 400, 112, 700
SAVED = next(n['value'] for n in binding.api['numbers']
             if n['name'] == 'DT_SERIES_SUM_BYTES')
PATTERN = 0xA5      # What outputs hold before a call.
LEVELS = [1.5, 1.25, 2.0, 1.75, 3.0, 2.5, 4.0, 3.5]
LENGTH = len(LEVELS)
functions = {f['name']: f for f in binding.api['functions']}
# Every member is stated, so that another value of any is a difference.
UNIT = {'kind': 1, 'currency': b'USD', 'per': b'JPY', 'scale': 6, 'price': 2,
        'trade': 1, 'adjusted': 2, 'denominator': 2, 'decimals': 2,
        'reference_frequency': YEAR, 'reference': 2015, 'vintage': 2024,
        'coverage': 7}
AVERAGE = 3         # The kind of unit of a rate of exchange.
FRACTION = 5        # The kind of unit where growth is asked for.
OF_GROWTH = ('dt_growth_convert', 'dt_growth_levels', 'dt_growth_cumulative')

BY_NAME = {
    'length': LENGTH, 'stride': 1, 'frequency': QUARTER, 'start': 8080,
    'period': 8082, 'base': 8080, 'end': 8087, 'first': 8081, 'last': 8084,
    'lag': 1, 'window': 2, 'years': 1, 'periods': 4.0, 'rate': 0.05,
    'level': 100.0, 'total_base': 20.0, 'total_end': 21.0, 'value': 2.5,
    'decimals': 1, 'year': 2024, 'month': 5, 'day': 6, 'part': 2,
    'from': QUARTER, 'to': MONTH, 'count': 2, 'capacity': 1024, 'size': SAVED,
    'work_capacity': LENGTH, 'struct_size': 32, 'family': 100, 'anchor': 6,
    'text': b'2024-Q3', 'enumeration': b'dt_growth_kind', 'word': b'log',
    'flags': 0, 'i': 0, 'verdict': 0, 'why': 0, 'status': 0}
PARTICULAR = {
    'dt_compare_series.lag': 0, 'dt_compare_series_panel.lag': 0,
    # Beside a column of them.
    'dt_growth_between.periods': 0.0, 'dt_growth_between_panel.periods': 0.0,
    'dt_growth_periods_between.rate': 0.0,
    'dt_growth_periods_between_panel.rate': 0.0,
    'dt_compare_figure_parse.text': b'7.23', 'dt_enum_word.value': 2}
# What a column takes the place of.
INSTEAD = {'periods_each': 'periods', 'rates': 'rate'}
SCALARS = 0.25      # An operand of a function of numbers alone.


class Call:
    """A call and its memory, both of which may be spoilt before it is made."""

    def __init__(self, name):
        self.name = name
        self.entry = functions[name]
        self.memory = {}
        self.error = binding.structs['dt_error']()
        self.error_given = True
        self.arguments = {p['name']: self.argument(p)
                          for p in self.entry['parameters']}

    def keep(self, name, array):
        """Memory that a failure leaves alone, found again by its name."""
        self.memory[name] = array
        return ctypes.addressof(array)

    def doubles(self, name, values):
        return self.keep(name, (ctypes.c_double * len(values))(*values))

    def blank(self, name, size):
        return self.keep(name, (ctypes.c_ubyte * size)(*[PATTERN] * size))

    def unit(self, name):
        unit = binding.structs['dt_series_unit'](**UNIT)
        if self.name.startswith(OF_GROWTH):
            unit.kind = FRACTION
        if name == 'rates':     # They convert from the currency of x.
            unit.currency, unit.per = b'EUR', b'USD'
            unit.kind, unit.scale = AVERAGE, 0
        elif self.name.startswith('dt_series_convert_currency'):
            unit.per = b''
        return unit

    def series(self, name):
        bits = (ctypes.c_ubyte * 2)(0xFF, 0xFF)
        return binding.structs['dt_series'](
            values=self.doubles(name + '->values', LEVELS),
            validity=self.keep(name + '->validity', bits), length=LENGTH,
            stride=1, validity_offset=3, start=8080, frequency=QUARTER,
            unit=self.unit(name))

    def panel(self, name):
        bits = (ctypes.c_ubyte * 3)(0xFF, 0xFF, 0xFF)
        return binding.structs['dt_series_panel'](
            values=self.doubles(name + '->values', LEVELS * 2),
            validity=self.keep(name + '->validity', bits), count=2,
            length=LENGTH, stride=1, series_stride=LENGTH, validity_offset=3,
            validity_series_stride=LENGTH, start=8080, frequency=QUARTER,
            unit=self.unit(name))

    def out(self, name):
        return binding.structs['dt_series_out'](
            values=self.blank(name + '->values', 8 * LENGTH),
            why=self.blank(name + '->why', LENGTH),
            validity=self.blank(name + '->validity', 2), validity_offset=3,
            summary=self.result('dt_series_summary', name + '->summary'),
            stride=1, capacity=LENGTH, why_stride=1)

    def panel_out(self, name):
        summaries = 2 * ctypes.sizeof(binding.structs['dt_series_summary'])
        return binding.structs['dt_series_panel_out'](
            values=self.blank(name + '->values', 16 * LENGTH),
            why=self.blank(name + '->why', 2 * LENGTH),
            validity=self.blank(name + '->validity', 3),
            summaries=self.blank(name + '->summaries', summaries), count=2,
            length=LENGTH, stride=1, series_stride=LENGTH, why_stride=1,
            why_series_stride=LENGTH, validity_offset=3,
            validity_series_stride=LENGTH)

    def result(self, tag, name, count=1):
        made = binding.structs[tag]
        if count > 1:
            made *= count
        self.memory[name] = made.from_buffer_copy(
            bytes([PATTERN]) * ctypes.sizeof(made))
        return ctypes.addressof(self.memory[name])

    def sum(self):
        sum, view = binding.structs['dt_series_sum'](), self.series('summed')
        for status in (
                binding.functions['dt_series_sum_init'](
                    ctypes.addressof(sum), None),
                binding.functions['dt_series_sum_add'](
                    ctypes.addressof(sum), ctypes.addressof(view), None, None)):
            assert status == 0
        return sum

    def saved_sum(self):
        bytes = (ctypes.c_ubyte * SAVED)()
        sum = self.sum()
        assert binding.functions['dt_series_sum_save'](
            ctypes.addressof(sum), ctypes.addressof(bytes), SAVED, None) == 0
        return bytes

    def structure(self, tag, name):
        """One that is an input, or that is an output described as one."""
        makers = {'dt_series': lambda: self.series(name),
                  'dt_series_panel': lambda: self.panel(name),
                  'dt_series_out': lambda: self.out(name),
                  'dt_series_panel_out': lambda: self.panel_out(name),
                  'dt_series_unit': lambda: self.unit(name),
                  'dt_series_sum': self.sum}
        if tag in makers:
            return makers[tag]()
        made = binding.structs[tag]
        if tag.endswith('_options'):
            return made(struct_size=ctypes.sizeof(made))
        if name == 'parts':
            return (made * 2)(made(321, 2, 0, 0, 0), made(141, 2, 0, 0, 0))
        return made(459, 2, 0, 0, 0)

    def argument(self, parameter):
        name, kind = parameter['name'], parameter['type']
        if '*' not in kind or kind == 'const char *':
            value = PARTICULAR.get(f'{self.name}.{name}', BY_NAME.get(name))
            if not self.entry['status'] and kind == 'double':
                return SCALARS
            return 0 if value is None and 'enumeration' in parameter else value
        if name == 'error':
            return self.error
        plain = kind.replace('const ', '').rstrip(' *')
        if plain.startswith('struct '):
            tag = plain[7:]
            inward = ('const' in kind or
                      'in' in parameter['direction'].split(','))
            made = self.structure(tag, name) if inward else None
            if made is None:
                of_each = parameter['points_to'].endswith('->count')
                self.result(tag, name, 2 if of_each else 1)
                return self.memory[name]
        elif kind == 'const double *':
            made = (ctypes.c_double * LENGTH)(*LEVELS)
        elif kind == 'const uint8_t *':
            made = self.saved_sum()
        else:
            made = (ctypes.c_ubyte * 1024)(*[PATTERN] * 1024)
        self.memory[name] = made
        return made

    def snapshot(self):
        """Every byte that the call could write to, but for the error."""
        return {name: bytes(memory) for name, memory in self.memory.items()}

    def run(self):
        passed = []
        for value in self.arguments.values():
            if value is self.error and not self.error_given:
                value = None
            passed.append(ctypes.addressof(value)
                          if isinstance(value, (ctypes.Structure, ctypes.Array))
                          else value)
        return binding.functions[self.name](*passed)
