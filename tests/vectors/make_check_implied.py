#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes check_implied.txt: base, end and periods implied by a growth rate."""

import random
from fractions import Fraction

from figure_reference import (CAGR, LINEAR, LOG, Figure, Growth, hexes,
                              implied_base, implied_end, implied_periods,
                              nearest, periods_that_fit)

random.seed(1226)
LIMIT = 400
print("# base end rate (rounding:digits:decimals) periods method, which "
      "(0 base, 1 end, 2 periods) | value lower upper [first last]; written by "
      "make_check_implied.py (fractions, and logarithms of 1200 bits; whole "
      f"periods by trying all below {LIMIT})")


def line(base, end, rate, n, method):
    g = Growth(base, end, rate)
    n = Fraction(n)
    head = [base, end, rate, float(n), method]
    for which, found in enumerate((implied_base(g, method, n),
                                   implied_end(g, method, n))):
        print(*head, which, *(["nan"] * 3 if found is None else hexes(*found)))
    if method not in (CAGR, LINEAR, LOG):
        return
    found = implied_periods(g, method)
    if found is not None and found[2] < LIMIT - 1:
        print(*head, 2, *hexes(*found), *periods_that_fit(g, method, LIMIT))


def lines(base, end, rate, n):
    for method in range(4):
        line(Figure.of(base), Figure.of(end), Figure.of(rate), n, method)


for item in (("4.59", "7.23", "12.1", 4), ("3.21", "4.64", "9.6", 4),
             ("1.41", "2.62", "16.7", 4), ("6.02", "7.13", "8.8", 2),
             ("3.82", "4.25", "9.0", 1), ("2.72", "2.9", "6.5", 1),
             ("2.72", "2.90", "6.5", 1), ("2", "1", "-50", 2),
             ("2", "1", "-99.7", 2), ("2", "1", "-100", 2),
             ("2", "1", "-101", 2), ("2", "1", "-25", 4),
             ("100", "121", "10", 2), ("100", "100", "10", 2),
             ("121", "100", "-9", 2)):
    lines(*item)
for _ in range(120):
    base = Figure(random.randrange(10, 10 ** random.randint(2, 12)),
                  random.randint(-3, 9), random.randrange(5))
    end = Figure(max(6, round(base.digits * 2.0 ** random.uniform(-2, 2))),
                 base.decimals, random.randrange(5))
    n = random.choice([1, 2, 3, 4, 5, 10, 0.25, 1.5, 7.3])
    method = random.randrange(4)
    mid = Growth(base, end, Figure(0, 0)).recomputed(method, Fraction(n))[1]
    places = random.randint(0, 3)
    shown = round(nearest(mid) * 10.0 ** (places + 2) + random.uniform(-2, 2))
    if abs(shown) < 10 ** 15:
        line(base, end, Figure(shown, places, random.randrange(6)), n, method)
