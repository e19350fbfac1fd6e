#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes num.txt: the arithmetic of lib/num; exact fractions, or mpmath with
600 bits. Results of more than a double are pairs hi, lo."""

import math
import random
from fractions import Fraction as F

from mpmath import exp, expm1, log, log1p, mp, mpf, sqrt

mp.prec = 600
random.seed(754)
TINY, HUGE, NORMAL = 5e-324, 1.7976931348623157e308, 2.0 ** -1022


def fraction(x):
    """Of an mpf, exactly."""
    sign, man, e, _ = x._mpf_
    return F((-1) ** sign * int(man)) * F(2) ** e


def nearest(x):
    x = x if isinstance(x, F) else fraction(x)
    try:
        return x.numerator / x.denominator
    except OverflowError:
        return math.inf if x > 0 else -math.inf


def pair(x):
    x = x if isinstance(x, F) else fraction(x)
    hi = nearest(x)
    return hi, nearest(x - F(hi))


def line(name, arguments, results):
    print(name, *[float(x).hex() if isinstance(x, float) else x
                  for x in (*arguments, *results)])


def size(bits):
    return random.uniform(1, 2) * 2.0 ** random.randint(-bits, bits)


def dd(bits):
    hi = random.choice((-1, 1)) * size(bits)
    return hi, hi * random.uniform(-1, 1) * 2.0 ** -53


def near(x):
    for _ in range(random.randint(0, 9)):
        x = math.nextafter(x, random.choice((0.0, math.inf)))
    return x


def value(x):
    return F(x[0]) + F(x[1])


def real(x):
    return mpf(x.numerator) / mpf(x.denominator)


def operations():
    for _ in range(300):
        a, b = dd(200), dd(200)
        if random.random() < 0.3:
            b = (-near(a[0]), a[1] * 0.7)
        total = value(a) + value(b)
        # Relative to the sum, unless it cancels below the size of a term.
        line("add", (*a, *b), pair(total))
        a, b = dd(200), dd(200)
        line("multiply", (*a, *b), pair(value(a) * value(b)))
        line("divide", (*a, *b), pair(value(a) / value(b)))
        a, b = dd(1000), dd(1000)
        line("quotient", (*a, *b), (nearest(value(a) / value(b)),))


def logarithms():
    ends = (TINY, NORMAL, 1.0, 0.7, 1.42, 1.41, math.sqrt(0.5), HUGE)
    pairs = [(a, b) for a in ends for b in ends if a != b]
    for _ in range(300):
        a = size(1000)
        pairs += [(a, size(1000)), (a, near(a)), (a, a * random.uniform(.5, 2))]
    for a, b in pairs:
        if a != b:
            line("log_ratio", (a, b), pair(log(mpf(b) / mpf(a))))
    rates = [2.0 ** -53, -2.0 ** -53, 2.0 ** -54, -1 + 2.0 ** -53, 1.0, HUGE,
             2.0 ** -60, -2.0 ** -60, 2.0 ** -61, 1e-300, -1e-300]
    for _ in range(200):
        rates += [random.uniform(-0.99, 2), size(60) * random.choice((-.4e-18,
                                                                      1))]
    for r in rates:
        line("log1p", (r,), pair(log1p(mpf(r))))


def exponentials():
    powers = [(x, 0.0) for x in (2.0 ** -60, -2.0 ** -60, 2.0 ** -61, 1e-300,
                                 math.log(2), 0.5 * math.log(2), -36.0, 600.0,
                                 650.0, -90.0)]
    for _ in range(300):
        powers += [dd(9), dd(3), dd(60)]
    for y in powers:
        if abs(y[0]) < 690:
            line("expm1_dd", y, pair(expm1(real(value(y)))))
        if abs(y[0]) < 2000:
            line("expm1", y, (nearest(expm1(real(value(y)))),))
            scale = random.choice((-1, 1)) * size(1000)
            if abs(y[0]) < 1500:
                line("scaled_exp", (scale, *y),
                     (nearest(mpf(scale) * exp(real(value(y)))),))


def scaling():
    for _ in range(600):
        x = dd(50)
        e = random.choice((random.randint(-1140, 1100),
                           random.randint(-1130, -1000)))
        line("round_scaled", (*x, e), (nearest(value(x) * F(2) ** e),))
    for _ in range(300):  # the largest subnormal results
        x = dd(0)
        line("round_scaled", (*x, -1023),
             (nearest(value(x) * F(2) ** -1023),))
        half = (x[0], math.copysign(2.0 ** -60, random.uniform(-1, 1)))
        line("round_scaled", (*half, -1023),
             (nearest(value(half) * F(2) ** -1023),))
    for kept in range(1, 40):  # exactly half a unit of a subnormal
        for rest in (0.0, 2.0 ** -60, -2.0 ** -60):
            x = (kept + 0.5, rest)
            line("round_scaled", (*x, -1074),
                 (nearest(value(x) * F(2) ** -1074),))


def sums():
    for _ in range(600):
        bits = random.choice((3, 60, 1000))
        terms = [random.choice((-1, 1)) * size(bits)
                 for _ in range(random.randint(1, 5))]
        terms += [-near(t) for t in terms[:4]]
        line("sum", terms, (nearest(sum(map(F, terms))),))
    for terms in ((HUGE, HUGE, -HUGE), (HUGE, HUGE), (TINY, -TINY),
                  (1.0, 2.0 ** -53), (1.0, 2.0 ** -53, TINY), (TINY,),
                  (1.0, -2.0 ** -54), (HUGE, 2.0 ** 970), (HUGE, 2.0 ** 969),
                  (NORMAL, -TINY), (1e300, 1.0, -1e300)):
        line("sum", terms, (nearest(sum(map(F, terms))),))


def roots():
    for x in ((0.0, 0.0), (1.0, 0.0), (2.0, 0.0), (4.0, -2.0 ** -54),
              (HUGE, 0.0), (NORMAL, 0.0), (0.25, 2.0 ** -57)):
        line("square_root", x, pair(sqrt(mpf(x[0]) + mpf(x[1]))))
    for _ in range(200):
        a = dd(900)
        x = (abs(a[0]), math.copysign(a[1], a[0] * a[1]))
        line("square_root", x, pair(sqrt(mpf(x[0]) + mpf(x[1]))))


print("# name arguments... result (a pair for log_ratio, log1p, expm1_dd, "
      "add, multiply, divide, square_root)")
print("# (written by make_num.py)")
operations()
logarithms()
exponentials()
scaling()
sums()
roots()
