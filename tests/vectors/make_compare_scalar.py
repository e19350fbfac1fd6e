#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes compare_scalar.txt: the scalars of comparisons, correctly rounded;
exact fractions, and mpmath with 400 bits for the logarithms of catch-up."""

import math
import random
from fractions import Fraction as F

from mpmath import log, mp, mpf

mp.prec = 400
random.seed(20240927)


def nearest(x):
    try:
        return x.numerator / x.denominator
    except OverflowError:
        return math.inf if x > 0 else -math.inf


def exact(name, *args):
    a = [F(x) for x in args]
    if name == "share":
        return a[0] / a[1]
    if name == "share_change":
        return a[2] / a[3] - a[0] / a[1]
    if name == "contribution":
        return (a[1] - a[0]) / a[2]
    if name == "differential":
        return a[0] - a[1]
    if name == "relative":
        return (1 + a[0]) / (1 + a[1]) - 1
    return a[0] + a[1] - a[2]  # overlap


def line(name, *args):
    if name == "catch_up":
        behind, ahead, slow, fast = [mpf(x) for x in args]
        result = float(log(ahead / behind) / log((1 + slow) / (1 + fast)))
    else:
        result = nearest(exact(name, *args))
    print(name, *[x.hex() for x in args], result.hex())


def size(bits):
    return random.uniform(1, 2) * 2.0 ** random.randint(-bits, bits)


def near(x):
    """A double a few units in the last place away."""
    for _ in range(random.randint(0, 5)):
        x = math.nextafter(x, random.choice((0, math.inf)))
    return x


print("# name arguments... result, correctly rounded")
print("# (written by make_compare_scalar.py)")
line("share", 3.21, 4.59)
line("share", 0.0, 4.59)
line("share_change", 3.21, 4.59, 4.64, 7.23)
line("share_change", 1.41, 4.59, 2.62, 7.23)
line("share_change", 0.0, 1.0, 0.25, 1.0)
line("share_change", 0.25, 1.0, 0.0, 1.0)
line("share_change", 0.0, 1.0, 0.0, 3.0)
line("share_change", 1.0, 3.0, 2.0, 6.0)
line("contribution", 3.21, 4.64, 4.59)
line("contribution", -1.7e308, 1.7e308, 1.0)
line("contribution", -1.7e308, 1.7e308, 1.7e308)
line("differential", 0.121, 0.097)
line("relative", 0.121, 0.097)
line("relative", -1.0, 0.5)
line("relative", 0.5, -1 + 2.0 ** -53)
line("relative", 1e-300, 0.0)
line("overlap", 3.21, 1.41, 4.59)
line("overlap", 4.64, 2.62, 7.23)
line("overlap", 1e308, 1e308, 1.5e308)
line("catch_up", 2.62, 4.64, 0.167, 0.096)
line("catch_up", 4.64, 2.62, 0.167, 0.096)
line("catch_up", 5e-324, 1.7e308, 2.0 ** -52, 0.0)
line("catch_up", 1.0, math.nextafter(1.0, 2), 0.5, -0.9)
for _ in range(400):
    for bits in (3, 500, 1000):
        a, b, c, d = [size(bits) for _ in range(4)]
        if random.random() < 0.3:  # nearly the same share
            k = 2.0 ** random.randint(-3, 3)
            a, b, c = near(d), near(c), near(k * d)
            d = near(k * b)
        for name, args in (("share", (a, b)), ("share_change", (a, b, c, d)),
                           ("contribution", (a, near(c), b)),
                           ("overlap", (a, -b, near(c)))):
            line(name, *args)
    x, y = random.uniform(-1, 1), random.choice((random.uniform(-0.99, 3),
                                                 size(60)))
    line("differential", x, y)
    line("relative", x, y)
    line("relative", x, near(x))
    line("relative", size(60), y)
    r = random.uniform(-0.2, 0.3)
    line("catch_up", size(20), size(20), r, random.uniform(-0.2, 0.3))
    line("catch_up", size(1000), size(1000), r, r + 2.0 ** -50)
top = math.nextafter(math.inf, 0)
for _ in range(60):  # Changes that are half way to the largest number's next.
    part = (2 * random.randint(2 ** 40, 2 ** 51) + 1) * 2.0 ** 970
    line("contribution", -top, -part, size(1000))
    line("contribution", top, part, size(1000))
