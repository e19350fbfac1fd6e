# SPDX-License-Identifier: MIT
"""Prints sums and means of windows: kind (0 sum, 1 mean), the result, and the
values, from exact fractions."""

import random
from fractions import Fraction

random.seed(20240731)


def nearest(x):
    return float(Fraction(x))  # Rounds once, to nearest even.


def row(values):
    total = sum(map(Fraction, values))
    print(0, nearest(total).hex(), *(v.hex() for v in values))
    print(1, nearest(total / len(values)).hex(), *(v.hex() for v in values))


print('# Made by make_series_rolling.py with exact fractions.')
print('# kind result value...')
for trial in range(400):
    n = random.randint(1, 9)
    spread = random.choice([0, 1, 20, 60, 300, 900])
    values = [random.choice([-1, 1, 1]) * (1 + random.random()) *
              2.0 ** random.randint(-spread, spread) for _ in range(n)]
    if random.random() < 0.3:  # Nearly nothing is left.
        values[-1] = -float(sum(map(Fraction, values[:-1]), Fraction(0)) or 1)
    row(values)
for trial in range(100):  # Published figures, and ties of means.
    n = random.randint(2, 8)
    row([random.randint(1, 99999) / 10 for _ in range(n)])
    row([float(random.randint(2 ** 52, 2 ** 53)) for _ in range(n)])
row([5e-324, 5e-324, 5e-324])
row([5e-324, 0.0, 0.0])
row([1.7e308, -1.7e308, 1.0])
row([-0.0, -0.0])
