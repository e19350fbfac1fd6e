# SPDX-License-Identifier: MIT
"""What beginners do, and what they are told."""

import math

import pytest

import dtgrowth as dg

QUARTERS = dg.series([100.0, 101.0, 103.0, 102.0, 105.0, 107.0], "2023-Q1", "Q")


@pytest.mark.parametrize("call, said", [
    (lambda: dg.growth(QUARTERS, 4), "kind is 4, no word; lag=4 is so many"),
    (lambda: dg.average_growth(QUARTERS, 0, 3, 3), "method is 3, no word"),
    (lambda: dg.compare(QUARTERS, QUARTERS, 1), "kind is 1, no word"),
    (lambda: dg.levels(dg.growth(QUARTERS, lag="year"), 100.0),
     "growth over 4 periods"),
    (lambda: dg.levels(dg.growth(QUARTERS, "annualized"), 100.0),
     "'annualized', of which no level follows"),
    (lambda: dg.levels(dg.growth(QUARTERS, "change"), 100.0, "rate"),
     "'change', and kind is 'rate'"),
    (lambda: dg.cumulative(dg.growth(QUARTERS, "midpoint")), "'midpoint'"),
    (lambda: dg.levels([0.5], 1.0, 2), "kind is 2, no word"),
    (lambda: dg.series([1.0], unit="USD"), "unit is 'USD'; a Unit or a dict"),
    (lambda: dg.series([1.0], unit={"colour": 5}), "some of kind, currency"),
])
def test_arguments(call, said):
    with pytest.raises(dg.ArgumentError, match=said):
        call()


@pytest.mark.parametrize("call", [
    lambda: dg.series([1.0], 2024, "Q"),
    lambda: dg.series({202312: 1.0, 202401: 2.0}, freq="M"),
    lambda: dg.panel([[1.0]], 2024, "M"),
])
def test_whole_numbers_are_no_months(call):
    with pytest.raises(dg.PeriodError, match="is a whole number, and a"):
        call()


def test_whole_numbers_are_years():
    assert str(dg.series({2020: 4.59, 2024: 7.23}, freq="A").start) == "2020"
    assert dg.series([1.0], 5).start == 5


def test_results_say_what_levels_follow():
    for kind, start in (("rate", 100.0), ("change", 100.0), ("log", 100.0),
                        ("factor", 100.0)):
        again = dg.levels(dg.growth(QUARTERS, kind), start)
        assert all(math.isclose(a, b, rel_tol=1e-15)
                   for a, b in zip(again, QUARTERS))
    since = dg.cumulative(dg.growth(QUARTERS))
    assert str(since.start) == "2023-Q2" and len(since) == 5
    assert math.isclose(since[-1], 0.07, rel_tol=1e-14)


def test_lag_of_kinds_that_have_one():
    for kind in ("contribution", "share_change"):
        default = dg.compare(QUARTERS, QUARTERS, kind)
        assert default.reasons == dg.compare(QUARTERS, QUARTERS, kind,
                                             1).reasons
        assert list(default)[1:] == list(dg.compare(QUARTERS, QUARTERS, kind,
                                                    1))[1:]


def test_series_of_pandas():
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    months = pandas.period_range("2024-01", periods=3, freq="M")
    x = dg.series(pandas.Series([1.0, 2.0, 3.0], months)[::-1], freq="M")
    assert list(x) == [1.0, 2.0, 3.0] and str(x.start) == "2024-01"


def test_numbers_of_other_periods_are_not_set_beside():
    later = dg.series(list(QUARTERS), "2024-Q1", "Q")
    with pytest.raises(dg.PeriodError, match="end has other periods.*align"):
        dg.rate(QUARTERS, later)
    with pytest.raises(dg.PeriodError, match="other periods"):
        dg.rate(QUARTERS[:-1], QUARTERS[1:])
    with pytest.raises(dg.PeriodError, match="periods has other periods"):
        dg.cagr([1.0] * 6, QUARTERS, later)
    assert len(dg.rate(*dg.align(QUARTERS, later))) == 2
    assert list(dg.rate(QUARTERS, list(later))) == [0.0] * 6


def test_a_part_of_a_result_is_one():
    g = dg.growth(dg.series([100.0, None, 103.0, 0.0, 105.0], "2023-Q1", "Q"))
    part = g[2:]
    assert isinstance(part, dg.Result) and part.transformation == "rate"
    assert part.why == g.why[2:] and part["2023-Q4":].why == g.why[3:]
    s = part.summary
    assert (s.defined, s.undefined, s.first_undefined, s.first_why) == (
        1, 2, 0, "base_missing")
    assert set(s.reasons) == {"base_missing", "zero_base"}
    assert g[2:][1:].summary.reasons == ("zero_base",)
    empty = g[5:]
    assert len(empty) == 0 and empty.summary.first_undefined == -1
    with pytest.raises(dg.ArgumentError, match="'annualized'"):
        dg.levels(dg.growth(QUARTERS, "annualized")[1:], 100.0)
