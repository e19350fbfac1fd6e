# SPDX-License-Identifier: MIT
"""What arguments say is kept, or contradicted aloud: nothing goes by row."""

import importlib
import typing

import pytest

import dtgrowth as dg
from dtgrowth import figures, words

# The name of the module is that of a function, too.
growth = importlib.import_module("dtgrowth.growth")

USD, CNY = {"currency": "USD"}, {"currency": "CNY"}


def years(values, start="2020", unit=None, **more):
    return dg.series(values, start, "A", unit=unit, **more)


def test_panels_of_series_are_of_their_periods():
    a, b = years([1.0, 2.0]), years([5.0, 6.0], "2021")
    assert list(map(str, dg.panel([a, b]).starts)) == ["2020", "2021"]
    for call in (lambda: dg.panel([a], "2021", "A"),
                 lambda: dg.panel([a, b], "2020", "A")):
        with pytest.raises(dg.PeriodError, match="starts in 202"):
            call()
    p = dg.panel([a, years([3.0, None])])
    assert (str(p.start), p.freq) == ("2020", "A")
    assert p[1].why is None and repr(list(p[1])) == "[3.0, nan]"
    assert str(dg.panel({"x": a, "y": [7.0, 8.0]}).start) == "2020"


def test_panels_of_series_are_of_their_unit():
    a, b = years([1.0], unit=USD), years([1.0], unit=CNY)
    for call in (lambda: dg.panel([a, b]), lambda: dg.panel([a], unit=CNY)):
        with pytest.raises(dg.UnitError, match="USD.*CNY|CNY.*USD"):
            call()
    assert dg.panel([a, a]).unit.currency == "USD"
    with pytest.raises(dg.ArgumentError, match="NaN"):
        dg.panel([a, years([1.0], nan_is_value=True)])


def test_a_series_of_a_series_keeps_what_it_says():
    x = years([1.0, None], unit=USD)
    again = dg.series(x)
    assert (str(again.start), again.freq, again.unit.currency) == (
        "2020", "A", "USD")
    assert dg.c.series_is_missing(again, 1) == 1
    for call in (lambda: dg.series(x, "2030"), lambda: dg.series(x, freq="M"),
                 lambda: dg.series(x, "2020-01", "M")):
        with pytest.raises(dg.Error):
            call()
    with pytest.raises(dg.UnitError):
        dg.series(x, unit=CNY)
    traded = dg.series(x, unit={"trade": "exports"}).unit
    assert (traded.currency, traded.trade) == ("USD", "exports")
    assert str(dg.series(dg.series([1.0]), "2020", "A").start) == "2020"


def test_numbers_of_other_units_are_not_set_beside():
    usd, cny = years([1.0], unit=USD), years([10.0], unit=CNY)
    for f in (dg.rate, dg.share, dg.midpoint):
        with pytest.raises(dg.UnitError, match="USD against CNY"):
            f(usd, cny)
    fraction = years([0.5], unit={"kind": "fraction"})
    assert list(dg.project(usd, fraction, 2)) == [2.25]


def test_what_is_dated_says_when():
    x = years([2.0, 4.0])
    for made in (dg.rate([1.0, 1.0], x), dg.rate(x, [1.0, 1.0])):
        assert (str(made.start), made.freq) == ("2020", "A")


def test_a_part_keeps_what_is_missing():
    m = dg.series([1.0, None, 3.0, 4.0, 5.0])
    two = dg.c.series_view(m[1:], 0, 0, None, 0, 2)
    assert repr([list(x) for x in two]) == "[[nan, 3.0], [4.0, 5.0]]"


def test_numbers_of_rows_are_no_periods():
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    with pytest.raises(dg.PeriodError, match="neither start"):
        dg.series(pandas.Series([1.0, 2.0]), freq="A")
    months = pandas.period_range("2024-01", periods=2, freq="M")
    p = dg.panel([pandas.Series([1.0, 2.0], months)[::-1]], freq="M")
    assert list(p[0]) == [1.0, 2.0]


def test_a_date_that_says_less():
    np = pytest.importorskip("numpy", reason="numpy is not installed")
    for text, unit, freq in (("2024", "Y", "M"), ("2024-03", "M", "D"),
                             ("2024-01-04", "W", "A")):
        with pytest.raises(dg.PeriodError, match="it says less"):
            dg.Period(np.datetime64(text, unit), freq)
    assert str(dg.Period(np.datetime64("2024-03", "M"), "Q")) == "2024-Q1"
    assert str(dg.Period(np.datetime64("2024", "Y"), "A")) == "2024"


def test_per_cent_is_not_forgotten():
    assert dg.Figure("12.1%") != dg.Figure("12.1")
    assert len({dg.Figure("12.1%"), dg.Figure("12.1"), dg.Figure("12.1")}) == 2
    for call in (lambda: dg.check_sum(["50%", "0.5"], "50.5"),
                 lambda: dg.growth_of_figures("50%", "60"),
                 lambda: dg.check_growth("50%", "60", 1, "5%")):
        with pytest.raises(dg.TextError, match="some are in per cent"):
            call()
    with pytest.raises(TypeError, match="the text that was printed"):
        dg.Figure(2.9)


def test_words_of_the_library_have_one_here():
    assert set(figures.VERDICTS) == set(typing.get_args(words.CompareVerdict))
    assert set(growth.LAG_RULES.values()) | {"periods"} == set(
        typing.get_args(words.GrowthLag))
    assert set(figures.COLOURS) == set(figures.VERDICTS.values())


def test_only_frames_are_made():
    with pytest.raises(TypeError, match="no Frame"):
        dg.c._use("Series", int)
