#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes series_link.txt: level * newer / older by exact rational arithmetic."""

import math
import random
from fractions import Fraction

random.seed(20240202)


def rounded(exact):
    try:
        return float(exact)
    except OverflowError:
        return float("inf") if exact > 0 else float("-inf")


def line(level, older, newer, note):
    exact = Fraction(level) * Fraction(newer) / Fraction(older)
    print(level.hex(), older.hex(), newer.hex(), rounded(exact).hex(), "#",
          note)


print("# level older newer | level * newer / older, inf where it overflows")
print("# (C99 hex floats; written by make_series_link.py)")
line(6361.1, 7012.4, 6980.2, "an edition and the next")
line(0.1, 0.3, 0.3, "the same level: no change")
line(-3.3, -7.7, -1.1, "negative levels")
line(1e300, 1e-300, 1e-290, "an intermediate product would overflow")
line(1e300, 1e300, 1e305, "a ratio of large levels")
line(1.7e308, 1.0, 1.1, "overflow")
line(-1e300, 1e-300, 1e300, "overflow below, far")
line(5e-324, 5e-324, 1.5e-323, "subnormal levels")
line(3.0, 7e-310, 1e-310, "a subnormal link")
line(1e-300, 1e300, 1e-300, "underflow to zero")
line(1e-200, 3.0, 1e-110, "a subnormal result")
for spread in (1, 10, 500):
    for _ in range(100):
        level, older, newer = (random.uniform(1, 2) * 2.0 ** random.uniform(
            -spread, spread) for _ in range(3))
        exact = Fraction(level) * Fraction(newer) / Fraction(older)
        if exact == 0 or exact > Fraction(2) ** -1022:
            line(level, older, newer, "random")

# Results that hold fewer digits: rounded twice, every fourth or so is wrong.
line(float.fromhex("0x1.5cf7985c43b08p-1000"),
     float.fromhex("0x1.7eb7e4f032531p+0"),
     float.fromhex("0x1.e1d3fa189675dp-30"), "next to a tie, subnormal")
for result in range(-1076, -1021):
    for _ in range(6):
        level, older, newer = (random.uniform(1, 2) for _ in range(3))
        level *= random.choice((-1, 1)) * 2.0 ** random.randint(-1020, -980)
        older *= 2.0 ** random.randint(-20, 20)
        newer *= float(Fraction(2) ** (result - math.frexp(level / older)[1]
                                       + 1))
        line(level, older, newer, "subnormal")
