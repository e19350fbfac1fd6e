#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes check_growth.txt: recomputed rates, verdicts and methods."""

import random
from fractions import Fraction

from figure_reference import Figure, Growth, down, hexes, nearest, up

random.seed(459)
print("# base end rate (rounding:digits:decimals) periods method | value lower "
      "upper of the recomputed rate, verdict, methods; written by "
      "make_check_growth.py (fractions, and logarithms of 1200 bits)")


def line(base, end, rate, n, method):
    g = Growth(base, end, rate)
    n = Fraction(n)
    low, mid, high = g.recomputed(method, n)
    print(base, end, rate, float(n), method, *hexes(low, mid, high),
          g.verdict(method, n), g.methods(n))


def lines(base, end, rate, n):
    for method in range(4):
        line(Figure.of(base), Figure.of(end), Figure.of(rate), n, method)


# Published levels and rates: ITC on digital trade, both editions; WTO; MOFCOM.
for item in (("4.59", "7.23", "12.1", 4), ("4.59", "7.23", "12.1", 5),
             ("3.21", "4.64", "9.6", 4), ("1.41", "2.62", "16.7", 4),
             ("6.02", "7.13", "8.8", 2), ("6.02", "7.13", "8.8", 3),
             ("3.82", "4.25", "9.0", 1), ("2.72", "2.9", "6.5", 1),
             ("2.72", "2.90", "6.5", 1), ("24.85", "33.12", "9.65", 3)):
    lines(*item)
# Exactly at the ends: by each rule, touching or not.
for rounding in range(6):
    for other in range(6):
        for base, end, rate, n in (
                ((1000000, 0), (1113025, 0), (5, 0), 2),
                ((1000000, 0), (1113025, 0), (6, 0), 2),
                ((1000000, 0), (1102500, 0), (5, 0), 2),
                ((100, 0), (100, 0), (0, 0), 3),
                ((200, 0), (201, 0), (0, 0), 1),
                ((200, 0), (199, 0), (-1, 0), 1),
                ((39, 1), (43, 1), (10, 0), 1),
                ((39, 1), (43, 1), (9, 0), 1),
                ((121, 0), (100, 0), (-10, 0), 2),
                ((10000, 0), (11449, 0), (14, 0), 1),
                ((4000, 0), (4200, 0), (1, 1), Fraction(1, 2))):
            for method in range(4):
                line(Figure(*base, rounding), Figure(*end, rounding),
                     Figure(*rate, other), n, method)
for _ in range(600):
    base = Figure(random.randrange(10, 10 ** random.randint(2, 15)),
                  random.randint(-3, 18), random.randrange(5))
    ratio = 2.0 ** random.uniform(-3, 3)
    if random.random() < 0.3:
        ratio = 1 + (ratio - 1) * 10.0 ** -random.randint(1, 9)
    decimals = base.decimals + random.randint(-1, 1)
    digits = round(base.digits * ratio * 10.0 ** (decimals - base.decimals))
    end = Figure(digits, min(max(decimals, -15), 18), random.randrange(5))
    if not 2 <= end.digits < 10 ** 15:
        continue
    n = random.choice([1, 2, 3, 4, 5, 10, 0.25, 0.5, 1.5, 7.3, 40])
    method = random.randrange(4)
    levels = Growth(base, end, Figure(0, 0))
    if levels.base[0] <= 0 or levels.end[0] <= 0:
        continue
    mid = levels.recomputed(method, Fraction(n))[1]
    places = random.randint(0, 4)
    shown = round(nearest(mid) * 10.0 ** (places + 2) + random.choice(
        [0, 0, 0, 1, -1, random.uniform(-3, 3)]))
    if abs(shown) < 10 ** 15:
        line(base, end, Figure(shown, places, random.randrange(6)), n, method)
# The bounds of what is accepted.
big, small = Figure(10 ** 15 - 1, -15), Figure(1, 18)
for method in range(4):
    for n in (1, 4, 0.25, 1e9):
        line(small, big, Figure(121, 1), n, method)
        line(big, small, Figure(-121, 1), n, method)
        line(big, big, Figure(0, 18), n, method)
