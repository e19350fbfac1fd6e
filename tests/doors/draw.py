# SPDX-License-Identifier: MIT
"""Numbers drawn, and the tokens that calls.py writes them as."""

import json
import os

HERE = os.path.dirname(os.path.abspath(__file__))
with open(HERE + '/../../include/dtgrowth/api.json', encoding='utf-8') as file:
    api = json.load(file)
functions = {f['name']: f for f in api['functions']}
structs = {s['name']: s for s in api['structs']}
values_of = {e['name']: [c['value'] for c in e['constants']]
             for e in api['enumerations']}
SAVED = next(n['value'] for n in api['numbers']
             if n['name'] == 'DT_SERIES_SUM_BYTES')

# A frequency, the ordinal of a period in 2019, a text, days of a year.
FREQUENCIES = [
    (112, 2019, '2019', 1), (303, 8076, '2019-Q1', 4),
    (400, 24228, '2019-02', 12), (206, 4038, '2019-S2', 2),
    (507, 2557, '2019-W07', 52), (600, 12784, '2019-01-03', 260),
    (700, 17897, '2019-01-31', 365.25), (106, 2019, '2019', 1),
    (301, 8077, '2019-Q3', 4), (501, 2557, '2019-01-07', 52),
    (203, 4039, '2019-S1', 2), (0, 0, '7', 1)]
HARD = [0.0, -0.0, float('nan'), float('inf'), float('-inf'), 5e-324, -5e-324,
        2.0**-1022, 1.7976931348623157e308, -1.7976931348623157e308, -1.0, 1.0,
        2.0**-1074 * 3, 2.0**53 + 2, 1 - 2.0**-53, 1 + 2.0**-52, -2.5, 1e16]
STYLES = ['printed', 'path', 'grid', 'powers', 'bits', 'mixed', 'missing',
          'subnormal', 'huge', 'wild']


class Draw:
    """splitmix64, begun by a text: a new function changes no other's lines."""

    def __init__(self, text):
        self.state = 0xcbf29ce484222325
        for byte in text.encode():
            self.state = (self.state ^ byte) * 0x100000001b3 % 2**64

    def below(self, n):
        self.state = (self.state + 0x9e3779b97f4a7c15) % 2**64
        z = self.state
        z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9 % 2**64
        z = (z ^ z >> 27) * 0x94d049bb133111eb % 2**64
        return (z ^ z >> 31) % n

    def of(self, choices):
        return choices[self.below(len(choices))]

    def mantissa(self):
        """In [1, 2), all bits drawn."""
        return 1 + self.below(2**52) / 2**52

    def number(self, style):
        if style == 'printed':
            return (1 + self.below(99999)) / 100
        if style == 'grid':
            return (1 + self.below(64)) / 8
        if style == 'powers':
            return 2.0**(self.below(41) - 20)
        if style == 'mixed':
            return (self.below(41) - 20) / 4
        if style == 'missing':
            return float('nan') if self.below(4) == 0 else self.number('grid')
        if style == 'subnormal':
            return (1 + self.below(2**40)) * 2.0**-1074
        if style == 'huge':
            return self.mantissa() * 2.0**(1000 + self.below(24))
        if style == 'wild':
            return self.mantissa() * 2.0**(self.below(1200) - 600)
        if style == 'hard':
            return self.of(HARD)
        return 100 * self.mantissa()

    def rate(self, style):
        if style == 'hard':
            return self.of(HARD)
        if style == 'printed':
            return (self.below(400) - 100) / 1000
        if style == 'powers':
            return 2.0**-self.below(60)
        return (self.mantissa() - 1.4) / (4 if self.below(2) else 2.0**20)


def number(x):
    """As the head of this file says; Python writes no digits for a zero."""
    return {'0x0.0p+0': '0x0.0000000000000p-1022',
            '-0x0.0p+0': '-0x0.0000000000000p-1022'}.get(x.hex(), x.hex())


def text(words):
    assert '~' not in words
    return "'" + words.replace(' ', '~')


def array(elements):
    return [str(len(elements)), *elements]


def record(name, **given):
    """The tokens of a struct, from values or tokens of members but 0."""
    tokens = []
    for m in structs[name]['members']:
        value = given.pop(m['name'], None)
        if m['name'] in ('reserved', 'spare'):
            continue
        if isinstance(value, list):
            tokens += value
        elif '*' in m['type']:
            tokens.append('null')
        elif m['type'] == 'char':
            tokens.append(text(value or ''))
        elif m['type'] == 'double':
            tokens.append(number(float(value or 0)))
        else:
            tokens.append(str(value or 0))
    assert not given, given
    return tokens
