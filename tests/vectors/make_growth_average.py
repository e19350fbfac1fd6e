#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes growth_average.txt: average growth, correctly rounded.

Sums and quotients are exact fractions; logarithms, roots and the solution of
the accumulative equation have 1500 bits (mpmath)."""

import random
from fractions import Fraction as F

import mpmath

mpmath.mp.prec = 1500
random.seed(20250927)
NAN = float("nan")
CAGR, MEAN, GEO, LINEAR, LOG, SLOPE, COMPOUND, ACCUMULATIVE = range(8)


def rounded(x):
    if isinstance(x, mpmath.mpf):
        sign, man, exp, _ = x._mpf_
        x = F((-1) ** sign * int(man)) * F(2) ** exp
    return float(x)


def mp(x):
    x = F(x)
    return mpmath.mpf(x.numerator) / x.denominator


def cagr(x):
    n = len(x) - 1
    if x[-1] == 0:
        return F(-1)
    if n == 1:
        return F(x[-1]) / F(x[0]) - 1
    return mpmath.expm1(mpmath.log(mp(F(x[-1]) / F(x[0]))) / n)


def mean(x):
    return sum(F(b) / F(a) - 1 for a, b in zip(x, x[1:])) / (len(x) - 1)


def slope(x):
    points = [(t, mpmath.log(mp(v))) for t, v in enumerate(x) if v == v]
    m = len(points)
    t_mean = F(sum(t for t, _ in points), m)
    y_mean = sum(y for _, y in points) / m
    xy = sum(mp(t - t_mean) * (y - y_mean) for t, y in points)
    return xy / mp(sum((t - t_mean) ** 2 for t, _ in points))


def accumulative(x):
    n = len(x) - 1
    target = sum(F(v) for v in x[1:]) / F(x[0])
    if n == 1:
        return target - 1
    rise, low, high = target - n, mpmath.mpf(-1), mp(target) + 1

    def excess(g):
        return sum((1 + g) ** i - 1 for i in range(1, n + 1)) - mp(rise)
    # Newton from above: the function is convex and rises.
    g = max(high, mpmath.mpf(1))
    for _ in range(5000):
        derivative = sum(i * (1 + g) ** (i - 1) for i in range(1, n + 1))
        step = excess(g) / derivative
        g -= step
        if abs(step) <= abs(g) * mpmath.mpf(2) ** -700:
            break
    else:
        raise ValueError("no convergence")
    assert low < g
    return g


FUNCTIONS = [cagr, mean, cagr,
             lambda x: (F(x[-1]) / F(x[0]) - 1) / (len(x) - 1),
             lambda x: mpmath.log(mp(F(x[-1]) / F(x[0]))) / (len(x) - 1),
             slope, lambda x: mpmath.expm1(slope(x)), accumulative]


def line(kind, x):
    fields = ["nan" if v != v else float(v).hex() for v in x]
    print(kind, rounded(FUNCTIONS[kind](x)).hex(), *fields)


def every_kind(x):
    for kind in range(8):
        line(kind, x)


def walk(n, spread):
    x = [10 ** random.uniform(-3, 6)]
    for _ in range(n):
        x.append(x[-1] * (1 + random.uniform(-spread, spread)))
    return x


print("# kind result x_0 ... x_n (C99 hex floats; written by "
      "make_growth_average.py)")
every_kind([2.33, 2.51, 2.72, 2.90])
every_kind([4.59, 7.23])
every_kind([100, 150, 75])
every_kind([3, 3, 3, 3])
every_kind([1, 2, 4, 8, 16])
every_kind([1e305, 1.1e305, 1.2e305, 1.3e305])
every_kind([1.2e-308, 1.1e-308, 1.3e-308])
every_kind([5e-324, 1e-323, 5e-324, 5e-324])
every_kind([1, 1 + 2.0 ** -52, 1, 1 + 2.0 ** -52])
every_kind([1, 1 - 2.0 ** -53, 1, 1])
for n in range(1, 9):
    for spread in (0.9, 0.3, 0.05, 1e-6, 1e-12, 1e-15):
        for _ in range(4):
            every_kind(walk(n, spread))
    for _ in range(5):
        every_kind([2.0 ** random.uniform(-200, 200) for _ in range(n + 1)])
for _ in range(40):
    # Trends with missing observations; means and sums through zero.
    x = walk(8, 0.2)
    for i in random.sample(range(1, 8), random.randint(1, 6)):
        x[i] = NAN
    line(SLOPE, x)
    line(COMPOUND, x)
    x = walk(5, 0.2)
    line(MEAN, x[:-1] + [random.choice([0, -1]) * x[-1]])
    line(LINEAR, x[:-1] + [random.choice([0, -1]) * x[-1]])
    line(ACCUMULATIVE, [x[0], -x[1] / 3, 0, x[3], x[4]])
for k in (1e-12, 1e-6, 0.01, 0.5, 0.99, 1.01, 3, 1e6, 1e40, 1e80):
    line(ACCUMULATIVE, [7.0] + [7 * k] * 8)
    line(ACCUMULATIVE, [7.0] + [0.0] * 7 + [7 * k])
