# SPDX-License-Identifier: MIT
"""Writes a few thousand calls of all public functions, the same on every
machine; each door of the library runs them and prints one digest.

usage: calls.py FILE

A line is a function and its arguments but for the error, apart by one space:

    double      0x1.8000000000000p+1, nan, inf: a sign, one digit of 0 or 1,
                13 digits, an exponent. These are the bits of the number, so
                that a door needs no strtod, which locales and C libraries
                differ in, and people can read them
    integer     decimal
    const char  ' and the text, in which ~ stands for a space; or null
    const T *   null, or how many, and each of them
    T *         null, or of how many there is room; all bytes are 0xA5 first
    struct      members in their order, but for reserved ones, which are 0;
                char[] as a text, filled up with zeros
    void *      as a T *: the options that a function of the name begins
    struct dt_series_sum *      which of eight sums, kept from line to line

The digest is FNV-1a, 64 bits, over what each line gives, lowest bytes first:

    double      its 8 bytes as they are, those of a NaN too
    integer     its 8, 4 or 1 bytes
    text        its bytes and a 0; 255 alone for null
    status      4 bytes. Where it is negative, the error's index and message,
                too; else all that there was room for: every element in order,
                of structs every member, reserved ones too; a char * as a text.
                Not what the sums hold, nor the memory to work in
    pointer     in a struct: 0, or 1 and the first element
"""

import os
import sys
from fractions import Fraction

from draw import HERE, SAVED, api, array, functions, number, record, text
from scene import Scene

sys.path.append(os.path.join(HERE, '../vectors'))
from saved_sum import saved_sum     # noqa: E402

# Functions that no line calls.
LEFT_OUT = {
    'dt_version_number': 'it changes with every release, as digests may not',
    'dt_version_string': 'likewise'}
UNLIKE = 11         # Every so many lines, one thing is wrong.

TEXTS = ['7.23', '-0.5', '4', '1 234.5', '12.0 %', '-3.25%', '0.000', '1,234',
         '7.23 x', '', '99999999999999999999', '+1.5', '4.59', '0.1', '120']


def scenes(name):
    """Of one function, each choice of kinds four times."""
    kinds = Scene(name, 0).ways
    plain = not functions[name]['status']
    for turn in range(48 if plain else max(40, 4 * kinds)):
        yield Scene(name, turn)


def staged(name):
    for scene in scenes(name):
        arguments = scene.arguments()
        if scene.entry['status'] and scene.turn % UNLIKE == UNLIKE - 1:
            spoil(scene, arguments)
        yield ' '.join([name, *(t for a in arguments for t in a)])


def spoil(scene, arguments):
    """An unknown kind, or nothing where something is asked for."""
    places = [i for i, p in enumerate(scene.entry['parameters'])
              if p['name'] in scene.kinds or p['type'].startswith(
                  'const struct') and not p['nullable']]
    if places:
        i = scene.draw.of(places)
        spoilt = scene.entry['parameters'][i]
        arguments[i] = ['null'] if '*' in spoilt['type'] else ['99']


def words():
    """Every constant, by its word and by its number."""
    for e in api['enumerations']:
        for c in e['constants']:
            yield f"dt_enum_word '{e['name']} {c['value']}"
            yield f"dt_enum_value '{e['name']} '{c['word']} 1"
    yield "dt_enum_word 'dt_growth_kind 99"
    yield 'dt_enum_word null 0'
    yield "dt_enum_value 'dt_growth_kind 'logarithm 1"


def names():
    """Names of statuses, reasons and verdicts, and of what is none."""
    for n in range(-30, 13):
        yield f'dt_status_name {n}'
        yield f'dt_status_class {n}'
        yield f'dt_series_why_name {n}'
        yield f'dt_compare_verdict_name {n}'


def printed():
    for words in TEXTS:
        for flags in range(5):
            yield f'dt_compare_figure_parse {text(words)} {flags} 1'
    for n in range(48):
        figure = ' '.join(record('dt_compare_figure', digits=37**(n % 9) - 500,
                                 decimals=n % 20 - 2, rounding=n % 6))
        room = 64 if n % 8 else 3
        yield f'dt_compare_figure_format 1 {figure} {room} {room} 1'
    for n in range(60):     # Ties, as printed and as they are in binary.
        value = number((2 * n + 1) / 2**(1 + n % 5) * (-1)**n)
        yield f'dt_compare_figure_round {value} {n % 4} {n % 6} 1'


def saved_terms(terms, missing):
    """The bytes that any machine saves a sum as, made here of fractions."""
    exact = sum((Fraction(x) for x in terms), Fraction(0))
    whole = saved_sum(exact, len(terms), missing, 0)
    return array([str(byte) for byte in whole])


def sums():
    """Sums that are made, added to, merged, saved and loaded again."""
    for turn in range(24):
        scene = Scene('dt_series_sum_add', turn)
        x, weights = (' '.join(scene.series(n)) for n in ('x', 'weights'))
        a, b, c = turn % 8, (turn + 1) % 8, (turn + 2) % 8
        yield f'dt_series_sum_init {a}'
        yield f'dt_series_sum_add {a} 1 {x} null'
        yield f'dt_series_sum_add {a} 1 {x} 1 {weights}'
        terms = [scene.draw.number(['bits', 'wild'][turn % 2])
                 for _ in range(turn)]
        saved = ' '.join(saved_terms(terms, turn % 3))
        yield f'dt_series_sum_load {b} {saved} {SAVED - (not turn % 9)}'
        yield f'dt_series_sum_init {c}'
        yield f'dt_series_sum_add {c} 1 {x} null'
        for k in (a, b, c):
            yield f'dt_series_sum_read {k} {turn % 2} 1'
            yield f'dt_series_sum_save {k} {SAVED} {SAVED}'
        yield f'dt_series_sum_merge {c} {b}'
        yield f'dt_series_sum_save {c} {SAVED} {SAVED - (not turn % 9)}'
        yield f'dt_series_sum_ratio {a} {c} {turn % 2} 1 1'


def in_scenes():
    """Functions that nothing above calls."""
    listed = {line.split()[0] for source in (words, names, printed, sums)
              for line in source()}
    return sorted(set(functions) - listed - set(LEFT_OUT))


def lines():
    yield from words()
    yield from names()
    yield from printed()
    yield from sums()
    for name in in_scenes():
        yield from staged(name)


if __name__ == '__main__':
    if len(sys.argv) != 2 or sys.argv[1].startswith('-'):
        sys.exit('usage: calls.py FILE')
    with open(sys.argv[1], 'w', encoding='ascii', newline='\n') as out:
        out.writelines(line + '\n' for line in lines())
