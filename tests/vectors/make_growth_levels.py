#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes growth_levels.txt: a level taken along several periods of growth and
back, unrounded on the way (fractions; exponentials of 4000 bits, mpmath)."""

import random
from fractions import Fraction as F

import mpmath

mpmath.mp.prec = 4000
random.seed(20160815)
RATE, CHANGE, LOG, FACTOR = 0, 1, 2, 4


def fraction(x):
    sign, man, exp, _ = x._mpf_
    return F((-1) ** sign * int(man)) * F(2) ** exp


def rounded(x):
    try:
        return float(x)
    except OverflowError:
        return float("inf") if x > 0 else float("-inf")


def forward(kind, level, growth):
    x = F(level)
    for g in growth:
        if kind == RATE:
            x *= 1 + F(g)
        elif kind == CHANGE:
            x += F(g)
        elif kind == FACTOR:
            x *= F(g)
        elif x != 0:
            x *= fraction(mpmath.exp(mpmath.mpf(g)))
        if abs(rounded(x)) == float("inf"):
            return x
    return x


def back(kind, level, growth):
    x = F(level)
    for g in reversed(growth):
        if kind == RATE:
            x /= 1 + F(g)
        elif kind == CHANGE:
            x -= F(g)
        elif kind == FACTOR:
            x /= F(g)
        elif x != 0:
            x /= fraction(mpmath.exp(mpmath.mpf(g)))
        if abs(rounded(x)) == float("inf"):
            return x
    return x


def line(kind, level, growth):
    fields = [float(g).hex() for g in growth]
    print(kind, float(level).hex(), rounded(forward(kind, level, growth)).hex(),
          rounded(back(kind, level, growth)).hex(), *fields)


print("# kind level | level after growth, level before it | growth ...")
print("# (C99 hex floats; written by make_growth_levels.py)")
for spread in (0.03, 0.9, 1e-9, 5, 1e100):
    for _ in range(30):
        n = random.randint(1, 8)
        level = random.choice([100, -7, 1e305, 1e-305,
                               10 ** random.uniform(-5, 12)])
        draw = [random.uniform(-spread, spread) for _ in range(n)]
        line(RATE, level, [g or 0.5 for g in draw])
        line(CHANGE, level, [g * abs(level) for g in draw]
             if spread < 1e50 and abs(level) < 1e300 else draw)
        line(FACTOR, level, [1 + g for g in draw])
        if spread < 10:
            line(LOG, level, draw)
for size in (40, 400, 650, 700, 1300, 2500):
    for _ in range(6):
        g = random.uniform(0.9, 1) * size
        line(LOG, 1.7, [-g, g])
        line(LOG, 1.7, [g] if size < 700 else [-g])
        line(LOG, 0, [g, -g])
line(RATE, 0, [0.5, -0.5])
line(FACTOR, -8, [-0.5, 3])
line(RATE, 1e308, [-0.5, 3, 1e-3])
line(RATE, 1e-308, [-1 + 2.0 ** -53, 2.0 ** 60])
line(RATE, 5e-324, [1.0, 2.0, -0.4])
for _ in range(40):
    # In the middle of two doubles, but for the 1.
    a, b = (random.randint(2 ** 26, 2 ** 27 - 1) | 1 for _ in range(2))
    x = random.choice([-1, 1]) * a * 2.0 ** random.randint(-300, 200)
    line(RATE, x, [b * 2.0 ** random.randint(60, 600)])
