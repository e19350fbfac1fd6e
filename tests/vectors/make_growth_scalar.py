#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes growth_scalar.txt: the scalars of growth, correctly rounded.

Rational results are exact fractions, the others have 3000 bits (mpmath)."""

import random
from fractions import Fraction as F

import mpmath

mpmath.mp.prec = 3000
random.seed(19780101)
INF = float("inf")
TINY, HUGE = 5e-324, 1.7976931348623157e308


def rounded(x):
    if isinstance(x, mpmath.mpf):
        sign, man, exp, _ = x._mpf_
        x = F((-1) ** sign * int(man)) * F(2) ** exp
    try:
        return float(x)
    except OverflowError:
        return INF if x > 0 else -INF


def mp(x):
    return mpmath.mpf(x)


def power(factor, exponent):
    """factor^exponent, exactly where the exponent is a small whole number."""
    if exponent == int(exponent) and abs(exponent) <= 60:
        return F(factor) ** int(exponent)
    log = mpmath.log(mpmath.mpf(factor.numerator) / factor.denominator)
    return mpmath.exp(log * mp(exponent))


def one(x):
    return 1 if isinstance(x, F) else mpmath.mpf(1)


def minus_one(x):
    return x - one(x)


def compound(rate, periods):
    log = mpmath.log1p(mp(rate)) * mp(periods)
    if log > 2000:
        return F(2) ** 3000
    if log < -2000:
        return F(-1)
    return minus_one(power(1 + F(rate), periods))


def cagr(base, end, periods):
    ratio = F(end) / F(base)
    if periods < 1 and 1 / F(periods) == int(1 / F(periods)) <= 60:
        return ratio ** int(1 / F(periods)) - 1
    if periods == 1:
        return ratio - 1
    log = mpmath.log(mpmath.mpf(ratio.numerator) / ratio.denominator)
    return mpmath.expm1(log / mp(periods)) if log / mp(periods) < 2000 else (
        F(2) ** 3000)


def log_ratio(base, end):
    return mpmath.log(mp(end) / mp(base))


def project(level, rate, periods):
    log = mpmath.log1p(mp(rate)) * mp(periods)
    if log > 2000:
        return F(2) ** 3000 * (1 if level > 0 else -1)
    if log < -2000:
        return F(0)
    p = power(1 + F(rate), periods)
    return F(level) * p if isinstance(p, F) else mp(level) * p


FUNCTIONS = {
    "rate": lambda a, b: F(b) / F(a) - 1,
    "log": log_ratio,
    "midpoint": lambda a, b: 2 * (F(b) - F(a)) / (F(b) + F(a)),
    "cagr": cagr,
    "compound": compound,
    "project": project,
    "backcast": lambda x, r: F(x) / (1 + F(r)),
    "periods": lambda a, b, r: log_ratio(a, b) / mpmath.log1p(mp(r)),
    "doubling": lambda r: mpmath.log(2) / mpmath.log1p(mp(r)),
    "from_log": lambda g: mpmath.expm1(mp(g)) if g < 2000 else F(2) ** 3000,
    "to_log": lambda r: mpmath.log1p(mp(r)),
}


def line(name, *arguments):
    result = rounded(FUNCTIONS[name](*arguments))
    fields = [float(x).hex() for x in arguments]
    print(name, result.hex() if abs(result) != INF else result, *fields)


def level(spread=3.0):
    return round(10 ** random.uniform(-spread, spread), random.choice(
        [1, 2, 17])) or 1.0


def any_level():
    return min(HUGE, random.uniform(1, 2) * 2.0 ** random.uniform(-1070, 1023))


def near(x):
    return x * (1 + random.randint(-50, 50) * 2.0 ** -52)


def rate():
    return random.choice([
        round(random.uniform(-0.5, 0.5), 3), random.uniform(-0.9, 3),
        random.choice([-1, 1]) * 10 ** random.uniform(-17, -1),
        random.choice([-1, 1]) * 2.0 ** random.uniform(-1070, -60),
        10 ** random.uniform(0, 300),
        2.0 ** -random.randint(1, 53) - 1]) or 0.125


def count():
    return random.choice([
        1, 2, 4, 12, 0.5, 0.25, 1 / 12, 10, 40, random.randint(1, 60),
        random.uniform(0.1, 50), 10 ** random.uniform(-300, 300), 365])


def pairs(name):
    for _ in range(90):
        line(name, level(), level())
        line(name, any_level(), any_level())
        a = level()
        line(name, a, near(a))
        a = any_level()
        line(name, a, max(TINY, min(HUGE, near(a))))
    for a in (TINY, 2.0 ** -1022, 1.0, 0.1, HUGE):
        for b in (TINY, 2.0 ** -1022, 1.0, 0.1, HUGE):
            line(name, a, b)


print("# function result argument ... (C99 hex floats; written by "
      "make_growth_scalar.py)")
for name in ("rate", "log", "midpoint"):
    pairs(name)
# Results that lie halfway between two doubles, or are exact.
for _ in range(60):
    k = 2.0 ** random.randint(0, 60)
    wide = random.randint(2 ** 53 + 1, 2 ** 54 - 1) | 1
    line("rate", k, float(k * (1 + wide // 2)))
    total, rise = 2 ** random.randint(2, 60), random.randint(1, 2 ** 53)
    if rise < total:
        line("midpoint", (total - rise) / 2, (total + rise) / 2)
    odd = random.randint(2, 2 ** 13) * 2 + 1
    line("cagr", k, k * odd, 0.5)
    m = random.randint(2 ** 26 + 2 ** 25, 2 ** 27 - 1) | 1
    line("cagr", 2.0, float(m), 0.5)
    line("cagr", 2.0 ** -500, float(m) * 2.0 ** -499, 0.5)
    line("cagr", 3.0 * k, 3.0 * k * odd, 0.25)
    line("compound", m / 2 - 1.0, 2)
    line("project", 2.0 ** -random.randint(0, 30), m / 4 - 1.0, 2)
for n in range(2, 54):
    for r in (0.5, 0.25, -0.5, -0.25, 1.0, 2.0, 0.125, -0.75):
        line("compound", r, n)
        line("project", 1, r, n)
        line("project", 3, r, n)
for _ in range(300):
    line("cagr", level(), level(), count())
    line("cagr", any_level(), any_level(), count())
    a = level()
    line("cagr", a, near(a), count())
    sign = random.choice([-1, 1, 1])
    line("compound", rate(), sign * count())
    line("project", level() * random.choice([-1, 1]), rate(), sign * count())
    line("project", any_level(), rate(), sign * random.choice([1, 2, 5, 0.5]))
    line("backcast", level() * random.choice([-1, 1]), rate())
    line("backcast", any_level(), rate())
    a, b = level(), level()
    if a != b:
        line("periods", a, b, rate())
    line("periods", any_level(), any_level(), rate())
    line("doubling", rate())
    line("to_log", rate())
    line("from_log", random.choice([-1, 1]) * 10 ** random.uniform(-320, 3))
    line("from_log", random.uniform(-40, 712))
for _ in range(200):
    # p r lies halfway; only the square of r tells which way to go.
    r = random.uniform(1, 2) * random.choice([-1, 1])
    r *= 2.0 ** random.randint(-1060, -40)
    line("compound", r, random.choice([3, 12, 1.5, -1.5, -12, 0.75]))
for p in (HUGE, -HUGE, TINY, -TINY):
    for r in (TINY, -TINY, 1e-308, 0.5, -0.5, HUGE, 2.0 ** -53 - 1):
        line("compound", r, p)
        for x in (TINY, 1, -HUGE):
            line("project", x, r, p)
line("periods", 1, 8, 1)
line("periods", 1, 0.125, 1)
line("periods", 81, 1, -2 / 3)
for r in (TINY, -TINY, HUGE, 2.0 ** -53 - 1, 1, -0.5):
    line("doubling", r)
    line("to_log", r)
    line("backcast", HUGE, r)
    line("backcast", TINY, r)
    line("periods", TINY, HUGE, r)
# Levels times huge rates that lie in the middle of two doubles, but for the 1.
for x, r in (("0x1.2e4p+9", "0x1.73aa9dbb9eap+248"),
             ("0x1.4ap+9", "0x1.707ba6bfc3f4p+263"),
             ("0x0.0000000000038p-1022", "0x1.ea0bf19779cdcp+235")):
    line("project", float.fromhex(x), float.fromhex(r), 1)
for _ in range(60):
    a, b = (random.randint(2 ** 26, 2 ** 27 - 1) | 1 for _ in range(2))
    x = random.choice([-1, 1]) * a * 2.0 ** random.randint(-300, 200)
    line("project", x, b * 2.0 ** random.randint(60, 700), 1)
for n in (2, 3, 4):
    for _ in range(25):
        b = random.randint(2 ** (54 // n - 1), 2 ** (54 // n)) | 1
        r = b * 2.0 ** random.randint(60, 200)
        line("compound", r, n)
        line("project", random.choice([1.0, -4.0, 3.0]), r, n)
