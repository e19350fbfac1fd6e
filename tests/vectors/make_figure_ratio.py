#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes figure_ratio.txt: quotients of figures, by exact fractions."""

import random

from figure_reference import Figure, hexes

random.seed(22)
print("# numerator denominator (rounding:digits:decimals) | value lower upper, "
      "correctly rounded outwards; written by make_figure_ratio.py")


def line(a, b):
    x, y = a.range(), b.range()
    if y[0] <= 0 <= y[2]:
        return
    corners = [p / q for p in (x[0], x[2]) for q in (y[0], y[2])]
    print(a, b, *hexes(min(corners), x[1] / y[1], max(corners)))


# Shares of the total, and the total of world trade that shares imply.
for a, b in (("1.41", "4.59"), ("2.62", "7.23"), ("3.21", "4.59"),
             ("4.64", "7.23"), ("4.59", "0.201"), ("7.23", "0.219"),
             ("107.8", "103.4"), ("106.5", "105.4"), ("6.7261", "6.4515"),
             ("2.9", "406.72"), ("2.90", "406.72")):
    line(Figure.of(a), Figure.of(b))
for a in (0, 1, -1, 3, -7, 999999999999999):
    for b in (1, -1, 2, 10, -999999999999999):
        for rounding in range(6):
            line(Figure(a, 0, rounding), Figure(b, 1, 5 - rounding))
            line(Figure(a, -15, rounding), Figure(b, 18, rounding))
for _ in range(300):
    a, b = (Figure(random.randrange(1 - size, size), random.randint(-15, 18),
                   random.randrange(6))
            for size in (10 ** random.randint(1, 15),
                         10 ** random.randint(1, 15)))
    line(a, b)
