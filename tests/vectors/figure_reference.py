# SPDX-License-Identifier: MIT
"""Published figures by exact fractions and 1200-bit logarithms: the reference
from which make_figure_*.py and make_check_*.py write their vectors.

Written against the definitions in docs/published-figures.md, and sharing
nothing with the library but them.
"""

import math
from fractions import Fraction

from mpmath import mp, mpf

mp.prec = 1200

UNKNOWN, HALF_UP, HALF_EVEN, TRUNCATE, FLOOR, CEILING = range(6)
CAGR, TOTAL, LINEAR, LOG = range(4)
EXACT, WITHIN, EDGE, INCONSISTENT = range(4)
INF = math.inf
TINY = mpf(2) ** -300


class Figure:
    """A figure: digits, decimals, rounding; written "rounding:digits:decimals"
    in the vectors."""

    def __init__(self, digits, decimals, rounding=UNKNOWN):
        self.digits, self.decimals, self.rounding = digits, decimals, rounding

    @classmethod
    def of(cls, text, rounding=UNKNOWN):
        whole, _, fraction = text.partition(".")
        return cls(int(whole + fraction), len(fraction), rounding)

    def __str__(self):
        return f"{self.rounding}:{self.digits}:{self.decimals}"

    def range(self, shift=0):
        """lower, value, upper, lower_in, upper_in."""
        unit = Fraction(10) ** -(self.decimals + shift)
        value, half = self.digits * unit, unit / 2
        if self.rounding == FLOOR or (
                self.rounding == TRUNCATE and self.digits > 0):
            return value, value, value + unit, True, False
        if self.rounding == CEILING or (
                self.rounding == TRUNCATE and self.digits < 0):
            return value - unit, value, value, False, True
        if self.rounding == TRUNCATE:
            return -unit, value, unit, False, False
        if self.rounding == HALF_UP:
            return (value - half, value, value + half, self.digits > 0,
                    self.digits < 0)
        ends = self.rounding == UNKNOWN or self.digits % 2 == 0
        return value - half, value, value + half, ends, ends


def fraction(x):
    """The exact value of a multiprecision number, short of its last bits."""
    if isinstance(x, (Fraction, int)):
        return Fraction(x)
    with mp.workprec(1100):
        x = +x
    man, exp = int(x.man), int(x.exp)
    return Fraction(man) * Fraction(2) ** exp * (1 if x >= 0 or man < 0 else -1)


def nearest(x):
    return x if x in (INF, -INF) else float(fraction(x))


def down(x):
    if x in (INF, -INF):
        return x
    near = float(fraction(x))
    return near if Fraction(near) <= fraction(x) else math.nextafter(near, -INF)


def up(x):
    return -down(-x)


def real(x):
    return mpf(x.numerator) / mpf(x.denominator)


def hexes(lower, value, upper):
    """value, lower and upper of an interval, rounded."""
    return [nearest(value).hex() if value is not None else "nan",
            down(lower).hex(), up(upper).hex()]


def rate_of(method, n, ratio):
    """The rate that a method gives for end / base."""
    if method == TOTAL or (method == CAGR and n == 1):
        return ratio - 1
    if method == LINEAR:
        return (ratio - 1) / n
    if ratio == 1:
        return Fraction(0)
    y = mp.log(real(ratio)) / real(n)
    return y if method == LOG else mp.expm1(y)


def compare(method, n, ratio, rate):
    """The sign of rate_of(...) - rate."""
    if method == CAGR and rate <= -1:
        return 1
    if method == CAGR and 4 % n.denominator == 0 and n.numerator < 200:
        left = ratio ** n.denominator
        right = (1 + rate) ** n.numerator
        return (left > right) - (left < right)
    found = rate_of(method, n, ratio)
    excess = found - (rate if isinstance(found, Fraction) else real(rate))
    if isinstance(excess, mpf) and abs(excess) < TINY:
        return 0
    return (excess > 0) - (excess < 0)


def meets(sign, belong):
    return sign > 0 or (sign == 0 and belong)


class Growth:
    def __init__(self, base, end, rate):
        self.base, self.end = base.range(), end.range()
        self.rate = rate.range(2)
        a, b = self.base, self.end
        self.ratio = (b[0] / a[2], b[1] / a[1], b[2] / a[0], b[3] and a[4],
                      b[4] and a[3])

    def overlaps(self, method, n, lower, upper, lower_in, upper_in):
        """Whether the recomputed rates meet an interval."""
        return (meets(compare(method, n, self.ratio[2], lower),
                      self.ratio[4] and lower_in) and
                meets(-compare(method, n, self.ratio[0], upper),
                      self.ratio[3] and upper_in))

    def fits(self, method, n):
        r = self.rate
        return self.overlaps(method, n, r[0], r[2], r[3], r[4])

    def verdict(self, method, n):
        r = self.rate
        if meets(compare(method, n, self.ratio[1], r[0]), r[3]) and \
           meets(-compare(method, n, self.ratio[1], r[2]), r[4]):
            return EXACT
        if self.overlaps(method, n, r[1], r[1], True, True):
            return WITHIN
        return EDGE if self.fits(method, n) else INCONSISTENT

    def methods(self, n):
        return sum(1 << m for m in range(4) if self.fits(m, n))

    def recomputed(self, method, n):
        return [rate_of(method, n, q) for q in self.ratio[:3]]


def factor(method, n, rate):
    """The growth factor over n periods; None if there is no positive one."""
    if method == LOG:
        return mp.exp(real(n * rate))
    one = 1 + (n * rate if method == LINEAR else rate)
    if one <= 0:
        return None
    if method == CAGR and n != 1:
        return mp.power(real(one), real(n))
    return one


def times(a, b):
    return a * b if isinstance(b, Fraction) else real(a) * b


def over(a, b):
    return a / b if isinstance(b, Fraction) else real(a) / b


def implied_base(g, method, n):
    low, mid, high = (factor(method, n, r) for r in g.rate[:3])
    if high is None:
        return None
    return (over(g.end[0], high),
            None if mid is None else over(g.end[1], mid),
            INF if low is None else over(g.end[2], low))


def implied_end(g, method, n):
    low, mid, high = (factor(method, n, r) for r in g.rate[:3])
    if high is None:
        return None
    return (Fraction(0) if low is None else times(g.base[0], low),
            None if mid is None else times(g.base[1], mid),
            times(g.base[2], high))


def periods_between(method, ratio, rate):
    if method == LINEAR:
        return (ratio - 1) / rate
    if method == CAGR and rate <= -1:
        return Fraction(0)
    y = mp.log(real(ratio))
    return y / (real(rate) if method == LOG else mp.log(real(1 + rate)))


def implied_periods(g, method):
    """lower, value, upper for rates that are clearly not zero; else None."""
    sign = 1 if g.rate[0] > 0 else -1 if g.rate[2] < 0 else 0
    if sign == 0:
        return None
    near, far = (0, 2) if sign > 0 else (2, 0)

    def signed(q):
        return sign * (q - 1) > 0

    if not signed(g.ratio[far]):
        return None
    return (periods_between(method, g.ratio[near], g.rate[far])
            if signed(g.ratio[near]) else Fraction(0),
            periods_between(method, g.ratio[1], g.rate[1])
            if signed(g.ratio[1]) and sign * g.rate[1] > 0 else None,
            INF if g.rate[near] == 0 else
            periods_between(method, g.ratio[far], g.rate[near]))


def periods_that_fit(g, method, limit):
    """All whole numbers up to a limit, one by one."""
    fit = [n for n in range(1, limit) if g.fits(method, Fraction(n))]
    return (fit[0], fit[-1]) if fit else (1, 0)
