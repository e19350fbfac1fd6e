#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes figure_interval.txt: what prints as a figure, by exact fractions."""

import random

from figure_reference import Figure, hexes

random.seed(723)
print("# rounding:digits:decimals | value lower upper, correctly rounded "
      "outwards; written by make_figure_interval.py")


def line(figure):
    print(figure, *hexes(*figure.range()[:3]))


for digits in (0, 1, -1, 2, -2, 5, 723, -723, 10 ** 15 - 1, 1 - 10 ** 15):
    for rounding in range(6):
        for decimals in (0, 2, 18, -1, -15):
            line(Figure(digits, decimals, rounding))
for _ in range(300):
    size = 10 ** random.randint(1, 15)
    line(Figure(random.randrange(1 - size, size), random.randint(-15, 18),
                random.randrange(6)))
