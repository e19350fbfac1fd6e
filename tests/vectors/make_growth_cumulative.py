# SPDX-License-Identifier: MIT
"""Prints growth chained over up to a million periods: kind (0 rate, 1 change,
2 log, 4 factor), shift, number of periods, the known level (nan: cumulative
growth), and the result of the last period. Sums are exact fractions; products
have 400 bits.

Growth i is (k_i - 500000) 2^-shift, and 1 more for a factor; k_i = (x_i >> 33)
mod 1000001, x_i = a x_{i-1} + c mod 2^64 from x_0 = 1, with the a and c below."""

from fractions import Fraction as F

import mpmath

mpmath.mp.prec = 400
NAN = float("nan")
RATE, CHANGE, LOG, FACTOR = 0, 1, 2, 4
A, C = 6364136223846793005, 1442695040888963407
LENGTHS = (1, 2, 3, 12, 127, 128, 129, 255, 1000, 4096, 65537, 300000, 1000000)


def rounded(x):
    sign, man, exp, _ = x._mpf_
    return float(F((-1) ** sign * int(man)) * F(2) ** exp)


def growth():
    x = 1
    while True:
        x = (A * x + C) % 2 ** 64
        yield (x >> 33) % 1000001 - 500000


def chain(kind, shift, level, lengths):
    unit = mpmath.mpf(2) ** -shift
    product, total = mpmath.mpf(1), 0
    for i, k in enumerate(growth(), 1):
        if kind in (RATE, FACTOR):
            product *= 1 + k * unit
        else:
            total += k
        if i not in lengths:
            continue
        if kind in (LOG, CHANGE):
            result = float(F(total, 2 ** shift) +
                           (0 if level != level else F(level)))
        elif level != level:
            result = rounded(product - (kind == RATE))
        else:
            result = rounded(product * mpmath.mpf(level))
        print(kind, shift, i, float(level).hex(), result.hex())
        if i == lengths[-1]:
            return


print('# Made by make_growth_cumulative.py with fractions and mpmath.')
print('# kind shift periods level result')
chain(RATE, 26, NAN, LENGTHS)
chain(RATE, 26, 100.0, LENGTHS)
chain(RATE, 26, -1e-300, LENGTHS[:9])
chain(RATE, 22, 7.3, LENGTHS[:9])
chain(RATE, 20, NAN, LENGTHS[:9])
chain(RATE, 40, NAN, LENGTHS[:11])
chain(RATE, 60, NAN, LENGTHS[:11])
chain(RATE, 90, NAN, LENGTHS[:11])
chain(FACTOR, 26, NAN, LENGTHS)
chain(FACTOR, 25, 2.9, LENGTHS[:11])
chain(LOG, 26, NAN, LENGTHS[:11])
chain(CHANGE, 26, NAN, LENGTHS[:11])
chain(CHANGE, 26, 1e17, LENGTHS[:11])
