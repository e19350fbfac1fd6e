#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes number.txt: the shortest decimals that read back as a double, and of
these the nearest, which is what Python's repr() gives. The form is that of
"%.15g": an exponent below 1e-4 and from 1e15 on."""

import random
import struct
import sys
from decimal import Decimal

random.seed(324)
print("# a double | the shortest text; written by make_number.py")


def shortest(x):
    sign, digits, exponent = Decimal(repr(x)).normalize().as_tuple()
    text = ''.join(map(str, digits))
    place = len(text) + exponent - 1
    if x == 0:
        text = '0'
    elif place < -4 or place >= 15:
        text = f'{text[0]}.{text[1:]}'.rstrip('.') + f'e{place:+03d}'
    elif place < 0:
        text = '0.' + '0' * (-place - 1) + text
    else:
        text = text.ljust(place + 1, '0')
        text = f'{text[:place + 1]}.{text[place + 1:]}'.rstrip('.')
    assert float('-' * sign + text) == x
    return '-' * sign + text


def line(x):
    print(x.hex(), shortest(x))


def bits(integer):
    return struct.unpack('<d', struct.pack('<Q', integer))[0]


for x in (0.0, -0.0, 1.0, -1.0, 0.1, 1 / 3, -12.5, 100.0, 1e22, 1e23, 5e-324,
          1.0000000000000002, 0.9999999999999999, sys.float_info.min,
          sys.float_info.max, 1e15, 999999999999999.0, 999999999999999.9,
          1e-4, 9.999e-5, 9007199254740991.0, 9007199254740992.0,
          9007199254740994.0, bits(0xfffffffffffff), 123456789012345.6):
    line(x)
for e in range(-1074, 1024, 3):
    line(2.0 ** e)
for e in range(-324, 309, 3):
    line(float(f'1e{e}'))
    line(-float(f'{random.randint(1, 9999)}e{e - 3}'))
for _ in range(500):
    line(bits(random.randrange(0x7ff << 52)))
for n in range(200):
    line(bits(random.randrange(2 ** (n % 53 + 1))))
