#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes series_convert.txt: changes of unit by exact rational arithmetic."""

import random
from fractions import Fraction

FLOW, FRACTION, PERCENT = 1, 5, 6
random.seed(20240201)


def rounded(exact):
    try:
        return float(exact)
    except OverflowError:
        return float("inf") if exact > 0 else float("-inf")


def line(value, kind, scale, to_kind, to_scale, note):
    power = scale - to_scale
    power += (2 if to_kind == PERCENT else 0) - (2 if kind == PERCENT else 0)
    exact = Fraction(value) * Fraction(10) ** power
    print(float(value).hex(), kind, scale, to_kind, to_scale,
          rounded(exact).hex(), "#", note)


print("# value kind scale to-kind to-scale | value in the new unit, inf where "
      "it overflows")
print("# (C99 hex floats; written by make_series_convert.py)")
line(6.36, FLOW, 12, FLOW, 9, "trillions to billions")
line(6361.1, FLOW, 9, FLOW, 12, "billions to trillions")
line(0.07, FRACTION, 0, PERCENT, 0, "fraction to per cent")
line(7.1, PERCENT, 0, FRACTION, 0, "per cent to fraction")
line(7.1, PERCENT, 3, FRACTION, 5, "per cent and scale in one rounding")
line(0.1, FLOW, 22, FLOW, 0, "the largest exact power")
line(0.1, FLOW, 0, FLOW, 22, "the largest exact power, down")
line(0.1, FLOW, 23, FLOW, 0, "the first inexact power")
line(0.1, FLOW, 0, FLOW, 23, "the first inexact power, down")
line(-0.1, FLOW, 30, FLOW, -30, "the whole range of scales")
line(-0.1, FLOW, -30, FLOW, 30, "the whole range of scales, down")
line(0.3, FRACTION, 30, PERCENT, -30, "the whole range and per cent")
line(0.3, PERCENT, -30, FRACTION, 30, "the whole range and per cent, down")
line(1.7e308, FLOW, 1, FLOW, 0, "overflow")
line(-1.7e308, FLOW, 30, FLOW, 0, "overflow below")
line(1.7976931348623157e308, FLOW, 1, FLOW, 1, "no change")
line(1.7976931348623157e308, FLOW, -30, FLOW, 30, "large, down")
line(5e-324, FLOW, 0, FLOW, 1, "underflow to zero")
line(2.5e-323, FLOW, 0, FLOW, 1, "a subnormal tie, to even")
line(7.5e-323, FLOW, 0, FLOW, 1, "a subnormal tie")
line(5e-324, FLOW, 30, FLOW, -30, "a subnormal, up")
line(1e-290, FLOW, -3, FLOW, 21, "subnormal result by an inexact power")
line(0.0, FLOW, 12, FLOW, 0, "zero")
for _ in range(200):
    value = random.uniform(-1, 1) * 10.0 ** random.uniform(-8, 12)
    scale, to_scale = random.choice([0, 3, 6, 8, 9, 12]), random.choice(
        [0, 3, 6, 8, 9, 12])
    line(value, FLOW, scale, FLOW, to_scale, "random")
for _ in range(100):
    kinds = random.choice([(FRACTION, PERCENT), (PERCENT, FRACTION)])
    line(random.uniform(-20, 20), kinds[0], 0, kinds[1], 0, "random")
for _ in range(200):
    value = random.uniform(-1, 1) * 2.0 ** random.uniform(-800, 800)
    line(value, FLOW, random.randint(-30, 30), FLOW, random.randint(-30, 30),
         "random")
