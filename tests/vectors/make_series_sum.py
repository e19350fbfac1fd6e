# SPDX-License-Identifier: MIT
"""Prints the bytes of saved sums of products, from exact fractions: the bytes
as hexadecimal digits, and value and weight of each product. A value that is
not finite is counted; NaN is missing."""

import math
import random
from fractions import Fraction

from saved_sum import saved_sum

random.seed(20261128)
LARGEST, LEAST = math.ldexp(2 - 2**-52, 1023), math.ldexp(1, -1074)


def row(pairs):
    finite = [(v, w) for v, w in pairs if math.isfinite(v)]
    missing = sum(math.isnan(v) for v, _ in pairs)
    exact = sum((Fraction(v) * Fraction(w) for v, w in finite), Fraction(0))
    blob = saved_sum(exact, len(finite), missing,
                     len(pairs) - len(finite) - missing)
    print(blob.hex(), *(x.hex() for pair in pairs for x in pair))


def plain(*values):
    row([(float(v), 1.0) for v in values])


def number(spread):
    sign = random.choice([-1, 1])
    return math.ldexp(sign * (1 + random.random()),
                      random.randint(-spread, spread))


print('# Made by make_series_sum.py with exact fractions.')
print('# bytes value weight...')
plain(0)
plain(-0.0)
plain(1)
plain(-1)
plain(1, -LEAST)
plain(LARGEST, LARGEST, -LARGEST, 0.1)
plain(LEAST, math.nan, math.inf, -math.inf, math.nan, 2.5)
plain(math.nan)
row([(LARGEST, LARGEST), (LARGEST, LARGEST)])
row([(LARGEST, -LARGEST), (LEAST, LEAST)])
row([(LEAST, -LEAST)])
row([(0.1, 0.1), (-0.01, 1.0)])
for trial in range(12):
    plain(*(number(random.choice([1, 40, 1000])) for _ in range(trial)), 0.1)
    row([(number(500), number(500)) for _ in range(1 + trial)])
