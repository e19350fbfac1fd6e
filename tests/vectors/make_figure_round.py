#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes figure_round.txt: doubles printed by each rule, by exact fractions."""

import math
import random
from fractions import Fraction

from figure_reference import CEILING, FLOOR, HALF_EVEN, TRUNCATE

random.seed(2675)
print("# value decimals rounding | digits, by exact fractions of the binary "
      "value; written by make_figure_round.py")


def rounded(x, decimals, rounding):
    scaled = Fraction(x) * Fraction(10) ** decimals
    whole = math.floor(scaled)
    rest = scaled - whole
    if rounding == FLOOR or rest == 0:
        return whole
    if rounding == CEILING:
        return whole + 1
    if rounding == TRUNCATE:
        return whole + (scaled < 0)
    if rest != Fraction(1, 2):
        return whole + (rest > Fraction(1, 2))
    if rounding == HALF_EVEN:
        return whole + whole % 2
    return whole + (scaled > 0)


def line(x, decimals):
    for rounding in range(6):
        digits = rounded(x, decimals, rounding)
        if abs(digits) < 10 ** 15:
            print(x.hex(), decimals, rounding, digits)


for x in (0.0, -0.0, 0.5, 1.5, 2.5, 3.0, 0.4999999999999999, 1e-300, 5e-324):
    line(x, 0)
    line(-x, 0)
for x in (2.675, 1.005, 0.125, 0.375, 2.665, 0.145, 1.115, 0.285):
    line(x, 2)
    line(-x, 2)
for x in (12.1 / 100, 4.59, 7.23, 0.1, 0.3):
    line(x, 1)
    line(x, 14)
for x in (150.0, 250.0, 249.99999999999997, 1e17, 2.5e17, 1e29, 5e14):
    line(x, -2)
    line(x, -15)
line(999999999999999.0, 0)
line(999999999999999.4, 0)
line(1e-4, 18)
line(9.999999999999999e-4, 18)
for _ in range(50):
    decimals = random.randint(-6, 12)
    x = random.uniform(-1, 1) * 10.0 ** random.randint(-3, 9)
    line(x, decimals)
    # A tie, and its neighbours.
    tie = (2 * random.randrange(1, 4000) + 1) / 2.0 ** random.randint(1, 4)
    for near in (tie, math.nextafter(tie, 0), math.nextafter(tie, 1e9)):
        line(near, random.randint(0, 3))
