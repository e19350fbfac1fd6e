#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes growth_trend.txt: straight lines by least squares, correctly rounded.

Lines through levels are exact fractions up to their roots; logarithms and roots
have 2500 bits (mpmath)."""

import random
from fractions import Fraction as F

import mpmath

mpmath.mp.prec = 2500
random.seed(20261126)
NAN = float("nan")
LOG, LINEAR = 0, 1
TINY = mpmath.mpf(2) ** -1100


def mp(x):
    return x if isinstance(x, mpmath.mpf) else (
        mpmath.mpf(x.numerator) / x.denominator)


def rounded(x):
    if isinstance(x, mpmath.mpf):
        sign, man, exp, _ = x._mpf_
        x = F((-1) ** sign * int(man)) * F(2) ** exp
    return float(x)


def root(x):
    # Beyond the errors of 2500 bits: a fit without residuals.
    return mpmath.sqrt(mp(x)) if abs(mp(x)) > TINY ** 2 else F(0)


def fit(kind, points):
    """slope, growth, intercept, their errors, deviation, R^2."""
    t = [F(p) for p, _ in points]
    y = [mpmath.log(mp(F(v))) if kind == LOG else F(v) for _, v in points]
    if kind == LOG:
        t = [mp(p) for p in t]
    n = len(points)
    t_mean, y_mean = sum(t) / n, sum(y) / n
    tt = sum((p - t_mean) ** 2 for p in t)
    ty = sum((p - t_mean) * (v - y_mean) for p, v in zip(t, y))
    yy = sum((v - y_mean) ** 2 for v in y)
    b = ty / tt
    a = y_mean - b * t_mean
    rest = sum((v - a - b * p) ** 2 for p, v in zip(t, y))
    r2 = NAN if len(set(v for _, v in points)) == 1 else rounded(1 - rest / yy)
    growth = rounded(mpmath.expm1(b)) if kind == LOG else NAN
    if abs(mp(a)) < TINY:
        a = F(0)
    head = [rounded(b), growth, rounded(a)]
    if n == 2:
        return head + [NAN, NAN, NAN, r2]
    var = rest / (n - 2)
    return head + [rounded(root(var / tt)),
                   rounded(root(var * (F(1, n) if kind == LINEAR else
                                       mpmath.mpf(1) / n)
                                + var * t_mean ** 2 / tt)),
                   rounded(root(var)), r2]


def text(x):
    return "nan" if x != x else float(x).hex()


def counted(kind, y):
    """Positions are periods; NaN is missing."""
    result = fit(kind, [(t, v) for t, v in enumerate(y) if v == v])
    print(kind, 0, *map(text, result), *map(text, y))


def placed(kind, points):
    result = fit(kind, points)
    print(kind, 1, *map(text, result),
          *(text(x) for point in points for x in point))


def walk(n, spread):
    x = [10 ** random.uniform(-3, 6)]
    for _ in range(n - 1):
        x.append(x[-1] * (1 + random.uniform(-spread, spread)))
    return x


print("# kind given? slope growth intercept slope_se intercept_se residual_sd "
      "r_squared, then x_0 ..., or t_0 x_0 ... where positions are given "
      "(C99 hex floats; written by make_growth_trend.py)")
for kind in (LOG, LINEAR):
    counted(kind, [2.33, 2.51, 2.72, 2.90])
    counted(kind, [2.33, 2.51, 2.72, NAN, 2.90])
    counted(kind, [4.59, 7.23])
    counted(kind, [3, 3, 3, 3])
    counted(kind, [1, 2, 4, 8, 16])
    counted(kind, [1e305, 1.1e305, 1.2e305, 1.3e305])
    counted(kind, [1.2e-308, 1.1e-308, 1.3e-308])
    counted(kind, [1 + 2.0 ** -52, 1, 1, 1 + 2.0 ** -52, 1 - 2.0 ** -53])
    placed(kind, [(2020.25, 4.59), (2020.5, 5), (2021.75, 5.4), (2024, 7.23)])
    placed(kind, [(3, 1.5), (1, 2.5), (2, 1.9), (2, 2.0)])
    placed(kind, [(1e300, 2), (1.1e300, 3), (0, 1.5)])
    for n in (3, 4, 7, 12):
        for spread in (0.9, 0.3, 0.05, 1e-4, 1e-8):
            for _ in range(3):
                x = walk(n, spread)
                counted(kind, x)
                placed(kind, [(random.uniform(1990, 2030), v) for v in x])
                placed(kind, [(2.4e6 + random.randint(0, 900), v) for v in x])
            x = [NAN] + walk(n, spread) + [NAN]
            x[n // 2] = NAN
            counted(kind, x)
placed(LINEAR, [(1e-300, 2), (1.1e-300, 2 + 2.0 ** -40), (0, 2)])
counted(LINEAR, [-4, -2, 0, 1, 7])
counted(LINEAR, [1, 3, 5, 7, 9])
counted(LINEAR, [1e308, -1.1e308, 1.2e308, 0.0])
counted(LINEAR, [5e-324, 1e-323, 5e-324, 3e-323])
