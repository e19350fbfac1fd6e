# SPDX-License-Identifier: MIT
"""Prints growth of sums of windows: kind, window, lag, result, and the values
of months, from exact fractions and logarithms of 2000 bits. The last window is
the last of the values; the annualized kinds have 12 periods a year."""

import random
from fractions import Fraction as F

import mpmath

mpmath.mp.prec = 2000
random.seed(20241231)
RATE, CHANGE, LOG, MIDPOINT, FACTOR, ANNUALIZED, ANNUALIZED_LOG = range(7)


def mp(x):
    return mpmath.mpf(x.numerator) / x.denominator


def rounded(x):
    if isinstance(x, mpmath.mpf):
        sign, man, exp, _ = x._mpf_
        x = F((-1) ** sign * int(man)) * F(2) ** exp
    return float(x)


def growth(kind, base, value, lag):
    if kind == CHANGE:
        return value - base
    if kind == MIDPOINT:
        return 2 * (value - base) / (value + base)
    if kind in (RATE, FACTOR):
        return value / base - (kind == RATE)
    if base == value:
        return F(0)
    log = mpmath.log(mp(value / base))
    if kind == LOG:
        return log
    y = log * 12 / lag
    return y if kind == ANNUALIZED_LOG else mpmath.expm1(y)


def row(window, lag, values):
    value = sum(map(F, values[len(values) - window:]))
    base = sum(map(F, values[:window]))
    assert len(values) == window + lag
    for kind in range(7):
        if base <= 0 or value <= 0:
            continue
        result = growth(kind, base, value, lag)
        if abs(result) < 2 ** 900:
            print(kind, window, lag, rounded(result).hex(),
                  *(float(v).hex() for v in values))


print('# Made by make_growth_rolling.py with exact fractions and mpmath.')
print('# kind window lag result value...')
for window, lag in ((1, 1), (2, 1), (3, 3), (3, 12), (12, 12), (12, 1), (4, 7)):
    for _ in range(4):  # Published figures; full mantissas; far apart.
        n = window + lag
        row(window, lag, [random.randint(1, 99999) / 10 for _ in range(n)])
        row(window, lag, [100 + 8 * random.random() for _ in range(n)])
        row(window, lag, [2.0 ** random.uniform(-300, 300) for _ in range(n)])
        flat = [1 + random.random()] * n
        flat[-1] *= 1 + 2.0 ** -random.randint(1, 52)
        row(window, lag, flat)
        row(window, lag, [random.choice((-1, 1, 1, 1)) * random.random()
                          for _ in range(n)])
row(2, 2, [1e308, 0.7e308, 0.9e308, 0.8e308])
row(2, 2, [5e-324, 1e-323, 5e-324, 2e-323])
row(2, 1, [2.0 ** 53, 1.0, 2.0 ** 54])


def at_an_end():
    """Subnormal, about 1, or next to the largest."""
    return random.choice((random.randint(1, 2 ** 52) * 5e-324,
                          1 + random.random(),
                          (1 + random.random()) * 2.0 ** random.randint(996,
                                                                        1021)))


for window, lag in ((1, 1), (2, 1), (2, 2), (3, 1), (3, 2)):
    for _ in range(25):  # Levels that share all their digits, but not the rise.
        values = [at_an_end() for _ in range(window + lag)]
        row(window, lag, values)
        values[random.randrange(window + lag)] *= random.choice((-1, 1))
        row(window, lag, values)
