# SPDX-License-Identifier: MIT
"""Results against exact ones: fractions, decimals of many digits, math.fsum."""

import math
import struct
from decimal import Context, Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import dtgrowth as dg

MANY = Context(prec=120, Emin=-10**6, Emax=10**6)
finite = st.floats(allow_nan=False, allow_infinity=False)
positive = st.floats(5e-324, 1.7e308)
modest = st.floats(1e-6, 1e6)
rates = st.floats(-0.9, 50.0)
levels = st.lists(st.one_of(modest, st.none()), min_size=2, max_size=20)


def nearest(x):
    """The double next to a fraction; infinite where it overflows."""
    try:
        return float(x)
    except OverflowError:
        return math.inf if x > 0 else -math.inf


def same(ours, exact):
    expected = nearest(exact)
    assert ours == expected, (ours.hex(), expected.hex())


# ---------------------------------------------------------------------------
# Rational results, each rounded once

F = Fraction
RATIONAL = {
    "rate": lambda b, e: (e - b) / b, "change": lambda b, e: e - b,
    "midpoint": lambda b, e: 2 * (e - b) / (e + b),
    "factor": lambda b, e: e / b}
NUMBERS = {"rate": dg.rate, "change": dg.change, "midpoint": dg.midpoint}


@given(positive, positive)
def test_numbers(b, e):
    for kind, exact in RATIONAL.items():
        expected = exact(F(b), F(e))
        if kind in NUMBERS:
            same(NUMBERS[kind](b, e), expected)
        g = dg.growth([b, e], kind)
        if math.isinf(nearest(expected)):
            assert g.why == ["no_base", "overflow"] and math.isnan(g[1])
        else:
            same(g[1], expected)


@given(modest, st.floats(-1e-13, 1e-13))
def test_numbers_that_cancel(b, step):
    e = b * (1 + step)
    same(dg.rate(b, e), F(e) / F(b) - 1)
    same(dg.share_change(b, e, b, b + step), F(e) / F(b + step) - 1)
    same(dg.relative(step, -step), (1 + F(step)) / (1 - F(step)) - 1)
    same(dg.overlap(b, e, b + e), F(b) + F(e) - F(b + e))


@given(positive, finite, finite)
def test_shares_and_contributions(total, a, b):
    same(dg.share(abs(a), total), F(abs(a)) / F(total))
    same(dg.contribution(a, b, total), (F(b) - F(a)) / F(total))
    same(dg.differential(a, b), F(a) - F(b))
    same(dg.overlap(a, b, total), F(a) + F(b) - F(total))
    same(dg.backcast(a, 0.085), F(a) / (1 + F(0.085)))


@given(levels, st.integers(1, 4), st.sampled_from(list(RATIONAL)))
def test_series(x, lag, kind):
    g = dg.growth(x, kind, lag)
    for i, ours in enumerate(g):
        if i < lag or x[i] is None or x[i - lag] is None:
            assert math.isnan(ours)
            assert g.why[i] == ("no_base" if i < lag else "value_missing"
                                if x[i] is None else "base_missing")
        else:
            same(ours, RATIONAL[kind](F(x[i - lag]), F(x[i])))


@given(levels, st.data())
def test_comparisons(x, data):
    y = data.draw(st.lists(modest, min_size=len(x), max_size=len(x)))
    kinds = {"share": lambda a, b: a / b, "gap": lambda a, b: a - b,
             "ratio": lambda a, b: a / b, "differential": lambda a, b: a - b,
             "relative": lambda a, b: (1 + a) / (1 + b) - 1}
    for kind, exact in kinds.items():
        for ours, a, b in zip(dg.compare(x, y, kind), x, y):
            if a is None:
                assert math.isnan(ours)
            else:
                same(ours, exact(F(a), F(b)))
    points, fit = dg.contributions(x, y, 3.0, 5.0)
    for ours, a, b in zip(points, x, y):
        if a is not None:
            same(ours, (F(b) - F(a)) / 3)
    assert fit.why == ("value_missing" if None in x else "defined") or (
        fit.why == "base_missing")
    if None not in x:
        same(fit.growth, F(2, 3))


# ---------------------------------------------------------------------------
# Logarithms and powers, against 120 digits

def dec(x):
    return MANY.divide(Decimal(x.numerator), Decimal(x.denominator)) if (
        isinstance(x, Fraction)) else Decimal(x)


def ln(x):
    return MANY.ln(dec(x))


def power(x, n):
    return MANY.power(dec(x), dec(n))


@given(positive, positive, st.integers(1, 40))
def test_logarithms(b, e, n):
    same(dg.log_growth(b, e), ln(F(e) / F(b)))
    same(dg.cagr(b, e, n), MANY.subtract(power(F(e) / F(b), F(1, n)), 1))
    assert dg.growth([b, e], "log")[1] == dg.log_growth(b, e)


@given(rates, st.floats(-40, 40), modest)
def test_compounding(r, n, level):
    assume(all(x == 0 or abs(x) > 1e-30 for x in (r, n)))
    grown = power(1 + F(r), F(n))
    same(dg.compound(r, n), MANY.subtract(grown, 1) if n else 0)
    same(dg.project(level, r, n), MANY.multiply(grown, dec(level)))
    same(dg.to_log(r), ln(1 + F(r)))
    if r:
        same(dg.doubling_time(r), MANY.divide(ln(2), ln(1 + F(r))))
    same(dg.from_log(n), MANY.subtract(MANY.exp(dec(n)), 1))


@given(modest, modest, rates)
def test_periods_until(b, e, r):
    assume(abs(r) > 1e-30 and b != e)
    same(dg.periods(b, e, r), MANY.divide(ln(F(e) / F(b)), ln(1 + F(r))))
    assert dg.periods_between([b], [e], r)[0] == dg.periods(b, e, r)


@given(st.lists(modest, min_size=3, max_size=12))
def test_averages(x):
    n = len(x) - 1
    s = dg.series(x, "2000", "A")
    steps = [F(b) / F(a) - 1 for a, b in zip(x, x[1:])]
    whole = F(x[-1]) / F(x[0])
    exact = {"cagr": MANY.subtract(power(whole, F(1, n)), 1),
             "linear": (whole - 1) / n, "mean_rate": sum(steps) / n,
             "log": MANY.divide(ln(whole), n),
             "geo_mean": MANY.subtract(power(whole, F(1, n)), 1)}
    for kind, expected in exact.items():
        r = dg.average_growth(s, "2000", 2000 + n, kind)
        close(r.rate, expected)
        assert (r.periods, r.used) == (n, 2 if kind in (
            "cagr", "linear", "log") else n + 1)


def close(ours, exact):
    """Within four units in the last place."""
    expected = nearest(exact)
    assert abs(ours - expected) <= 4 * math.ulp(expected), (ours, expected)


@given(st.lists(st.integers(1, 10**6), min_size=3, max_size=12, unique=True))
def test_trend(y):
    n = len(y)
    x = dg.series([float(v) for v in y], "2000", "A")
    mean = F(sum(y), n)
    middle = F(n - 1, 2)
    slope = sum((i - middle) * (v - mean) for i, v in enumerate(y)) / sum(
        (i - middle) ** 2 for i in range(n))
    fit = dg.trend(x, "linear")
    assert fit.slope == pytest.approx(float(slope), rel=1e-12, abs=1e-9)
    assert fit.used == n


# ---------------------------------------------------------------------------
# Sums

@given(st.lists(st.one_of(finite, st.none()), max_size=40), st.data())
def test_exact_sums(x, data):
    present = [v for v in x if v is not None]
    cut = data.draw(st.integers(0, len(x)))
    whole = dg.Sum().add(x)
    parts = dg.Sum().add(x[:cut]).merge(dg.Sum.load(dg.Sum().add(
        x[cut:]).save()))
    shuffled = dg.Sum()
    for v in data.draw(st.permutations(x)):
        shuffled.add([v])
    for s in (whole, parts, shuffled):
        r = s.read("skipped")
        assert (r.used, r.missing) == (len(present), len(x) - len(present))
        exact = sum(map(F, present))
        expected = nearest(exact)
        assert s.save() == whole.save()
        if not present:
            assert r.sum == 0.0 and math.isnan(r.mean)
        elif math.isfinite(expected):
            assert r.sum == expected
            same(r.mean, exact / len(present))
            try:
                assert r.sum == math.fsum(present)
            except OverflowError:
                pass  # On its way, which an exact sum has not.
        counted = s.read()
        assert math.isnan(counted.sum) == (len(x) > len(present)) or (
            not math.isfinite(expected))


@given(st.lists(st.tuples(modest, modest), min_size=1, max_size=20))
def test_weighted_sums(pairs):
    x, w = zip(*pairs)
    r = dg.Sum().add(x, w).read()
    same(r.sum, sum(F(a) * F(b) for a, b in pairs))


@given(levels, st.integers(1, 6))
def test_rolling(x, window):
    for kind in ("sum", "mean"):
        made = dg.rolling(x, window, kind)
        for i, ours in enumerate(made):
            part = x[max(0, i - window + 1):i + 1]
            if i < window - 1 or None in part:
                assert math.isnan(ours)
            else:
                exact = sum(map(F, part))
                same(ours, exact if kind == "sum" else exact / window)


@given(st.lists(st.one_of(st.integers(0, 5), st.none()), max_size=15))
def test_ranks(x):
    there = [v for v in x if v is not None]
    for order in ("descending", "ascending"):
        def before(v):
            return sum(u > v if order == "descending" else u < v for u in there)
        ranks = {"min": lambda v: before(v) + 1,
                 "max": lambda v: before(v) + there.count(v),
                 "average": lambda v: before(v) + (there.count(v) + 1) / 2,
                 "dense": lambda v: len({u for u in there if (
                     u > v if order == "descending" else u < v)}) + 1}
        for ties, rank in ranks.items():
            ours = dg.rank(x, order, ties)
            assert [None if r != r else r for r in ours] == [
                None if v is None else float(rank(v)) for v in x]


# ---------------------------------------------------------------------------
# Back and forth

@given(st.lists(st.floats(0.5, 50), min_size=1, max_size=15), st.sampled_from(
    ["rate", "change", "log", "factor"]), st.data())
def test_levels_of_growth(x, kind, data):
    where = data.draw(st.integers(0, len(x) - 1))
    s = dg.series(x, "2001", "A")
    back = dg.levels(dg.growth(s, kind), x[where], kind, at=2001 + where)
    scale = max(x) if kind == "change" else 0
    assert list(back) == pytest.approx(x, rel=1e-12, abs=1e-13 * scale)
    assert back[where] == x[where]
    assert list(dg.levels(dg.growth(s, kind), x[0], kind)) == pytest.approx(
        x, rel=1e-12, abs=1e-13 * scale)


@given(st.lists(rates, min_size=1, max_size=10))
def test_cumulative(g):
    total = F(1)
    for ours, step in zip(dg.cumulative(g), g):
        total *= 1 + F(step)
        expected = nearest(total - 1)
        if math.isfinite(expected):
            assert ours == pytest.approx(expected, rel=1e-12, abs=1e-15)


@given(levels)
def test_splice_and_align(x):
    older = dg.series(x, "2000", "A")
    newer = dg.series([2.0] + x[2:], "2001", "A")
    if x[1] not in (None, 2.0):
        with pytest.raises(dg.RangeError, match="2001"):
            dg.splice(older, newer)
    x[1] = 2.0
    older = dg.series(x[:-1], "2000", "A")
    assert [repr(v) for v in dg.splice(older, newer)] == [
        repr(v) for v in dg.series(x)]
    newer = dg.series(x[1:], "2002", "A")
    older = dg.series(x, "2000", "A")
    a, b = dg.align(older, newer)
    assert [repr(v) for v in a] == [repr(v) for v in list(older)[2:]]
    assert [repr(v) for v in b] == [repr(v) for v in list(newer)[:len(x) - 2]]
    assert str(a.start) == str(b.start) == "2002"


# ---------------------------------------------------------------------------
# Published figures

def half(figure):
    return F(1, 2) / F(10) ** figure.decimals


def ends(figure):
    value = F(figure.digits) / F(10) ** figure.decimals
    return value - half(figure), value + half(figure)


figures = st.builds(lambda d, n: (f"{d}" if n == 0 else
                                  f"{d / 10 ** n:.{n}f}"),
                    st.integers(1, 99999), st.integers(0, 4))


def encloses(interval, low, high):
    """Never too narrow, and at most some units in the last place too wide."""
    assert F(interval.lower) <= low and high <= F(interval.upper)
    for ours, exact in ((interval.lower, low), (interval.upper, high)):
        room = 4 * math.ulp(nearest(exact)) + 1e-300
        assert abs(F(ours) - exact) <= room


@given(figures, figures)
def test_intervals(a, b):
    f, g = dg.Figure(a), dg.Figure(b)
    assert (str(f), f.digits) == (a, int(a.replace(".", "")))
    encloses(f.interval(), *ends(f))
    (la, ha), (lb, hb) = ends(f), ends(g)
    encloses(dg.growth_of_figures(f, g, 1, "total"), lb / ha - 1, hb / la - 1)
    encloses(dg.growth_of_figures(f, g, 3, "linear"), (lb / ha - 1) / 3,
             (hb / la - 1) / 3)
    encloses(dg.ratio_of_figures(f, g), la / hb, ha / lb)


@given(figures, figures, st.decimals(-90, 900, places=1), st.integers(1, 9))
def test_checks_of_growth(a, b, r, n):
    rate = f"{r}%"
    f, g = dg.Figure(a), dg.Figure(b)
    (la, ha), (lb, hb) = ends(f), ends(g)
    for method, per in (("total", 1), ("linear", n)):
        low, high = (lb / ha - 1) / per * 100, (hb / la - 1) / per * 100
        said, room = F(str(r)), F(1, 20)
        check = dg.check_growth(a, b, n, rate, method)
        if said + room < low or high < said - room:
            assert check.verdict == "inconsistent"
        elif said - room < high and low < said + room:
            assert check.verdict in ("reproduced", "consistent")
        exact = (F(g.digits) / F(10) ** g.decimals / (
            F(f.digits) / F(10) ** f.decimals) - 1) / per * 100
        if abs(exact - said) < room:
            assert check.verdict == "reproduced"
        assert check.verdict in check.explain()


@given(st.lists(figures, min_size=1, max_size=5), figures)
def test_checks_of_sums(parts, total):
    check = dg.check_sum(parts, total)
    low = sum(ends(dg.Figure(p))[0] for p in parts)
    high = sum(ends(dg.Figure(p))[1] for p in parts)
    encloses(check.sum, low, high)
    tl, th = ends(dg.Figure(total))
    if high < tl or th < low:
        assert check.verdict == "inconsistent"
    elif low < th and tl < high:
        assert check.verdict != "inconsistent"
    assert check.verdict in check.explain()


def test_figures():
    import copy
    import pickle
    f = dg.Figure("2.90%", quality="vague")
    for again in (pickle.loads(pickle.dumps(f)), copy.deepcopy(f),
                  copy.copy(f)):
        assert (again, again.percent, repr(again), type(again)) == (
            f, True, "Figure('2.90%')", dg.Figure)
    check = dg.check_growth("4.59", "7.23", 4, "12.1%")
    assert pickle.loads(pickle.dumps(check)).explain() == check.explain()
    assert dg.check_growth(f, "7%", 1, "5%").verdict == "undecidable"
    assert "vague" in dg.check_growth(f, "7%", 1, "5%").explain()
    text = dg.check_growth("0.000000000000001", "999999999999999", 1, "57.5%",
                           "total").explain()
    assert "inconsistent" in text and "E+" not in text
    assert str(dg.Figure("4,590")) == "4590"
    assert dg.c.compare_figure_round(2.5, 0, "half_even").digits == 2


@given(finite, st.integers(0, 6))
def test_printing_as_python_prints(x, decimals):
    assume(abs(x) < 1e11)
    assert float(str(dg.Figure.of(x, decimals))) == float(f"{x:.{decimals}f}")


def test_signs_and_ends_of_doubles():
    tiny = 5e-324
    assert struct.pack("d", dg.change(1.0, 1.0)) == struct.pack("d", 0.0)
    same(dg.rate(1.7e308, tiny), F(tiny) / F(1.7e308) - 1)
    same(dg.rate(tiny, 3 * tiny), F(2))
    assert dg.rate(tiny, 1.0) == math.inf
    assert math.isnan(dg.rate(0.0, 1.0)) or math.isinf(dg.rate(0.0, 1.0))
