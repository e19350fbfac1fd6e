#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes check_sum.txt: parts against a total, by exact fractions."""

import random

from figure_reference import (EDGE, EXACT, INCONSISTENT, WITHIN, Figure, hexes)

random.seed(2545)
print("# part part part total (rounding:digits:decimals) | value lower upper of "
      "the sum and of the overlap, verdict; written by make_check_sum.py")


def line(parts, total):
    ranges = [p.range() for p in parts]
    t = total.range()
    low, mid, high = (sum(r[i] for r in ranges) for i in range(3))
    low_in, high_in = (all(r[i] for r in ranges) for i in (3, 4))
    a, b = low - t[2], high - t[0]
    if mid == t[1]:
        verdict = EXACT
    elif (low < t[1] or (low == t[1] and low_in)) and \
            (high > t[1] or (high == t[1] and high_in)):
        verdict = WITHIN
    elif (a < 0 or (a == 0 and low_in and t[4])) and \
            (b > 0 or (b == 0 and high_in and t[3])):
        verdict = EDGE
    else:
        verdict = INCONSISTENT
    print(*parts, total, *hexes(low, mid, high), *hexes(a, mid - t[1], b),
          verdict)


zero = Figure(0, 0)
nothing = Figure(0, 18, 1)
for a, b, total in (("3.21", "1.41", "4.59"), ("4.64", "2.62", "7.23"),
                    ("25.45", "18.39", "43.85"), ("25.45", "18.40", "43.85"),
                    ("2.51", "2.11", "4.68"), ("0.5", "0.5", "2"),
                    ("-1.5", "2.5", "1")):
    for rounding in range(6):
        line([Figure.of(a, rounding), Figure.of(b, rounding), nothing],
             Figure.of(total, rounding))
for _ in range(400):
    places = random.randint(-2, 6)
    parts = [Figure(random.randrange(-10 ** 4, 10 ** 6),
                    places + random.randint(0, 1), random.randrange(6))
             for _ in range(3)]
    unit = 10.0 ** places
    whole = float(sum(p.range()[1] for p in parts))
    line(parts, Figure(round(whole * unit) + random.randint(-2, 2), places,
                       random.randrange(6)))
for digits in (10 ** 15 - 1, 1 - 10 ** 15, 1):
    line([Figure(digits, -15), Figure(-digits, -15), Figure(1, 18)],
         Figure(1, 18))
    line([Figure(digits, -15), Figure(digits, 18), Figure(1, 0)],
         Figure(2 * digits % 10 ** 15, -15))
