# SPDX-License-Identifier: MIT
"""Panels of which each series has periods of its own."""

import array
import gc
import random

import pytest

import dtgrowth as dg
from dtgrowth import c

LONG = dg.series([1.0, 2.0, 4.0], "2020", "A")
GAPS = dg.series([3.0, None, 4.5, 9.0], "2018", "A")
ONE = dg.series([5.0], "1999", "A")
NONE = dg.series(array.array("d"), "2007", "A")
MEMBERS = [LONG, GAPS, NONE, ONE]


def same(a, b):
    """Equal elements, NaN included, of the same periods and reasons."""
    return (list(map(repr, a)), a.ordinal, a.freq, a.why, a.unit) == (
        list(map(repr, b)), b.ordinal, b.freq, b.why, b.unit)


def test_a_panel_is_its_series():
    p = dg.panel(MEMBERS)
    assert len(p) == 4 and p.ndim == 2
    assert [str(x) for x in p.starts] == ["2020", "2018", "2007", "1999"]
    assert all(same(a, b) for a, b in zip(p, MEMBERS))
    assert repr(p) == "Panel: 4 series of 0 to 4 observations, " \
        "A from 1999 to 2020"
    assert memoryview(p).shape == (8,)


@pytest.mark.parametrize("function", [
    lambda x: dg.growth(x), lambda x: dg.growth(x, "log", 2),
    lambda x: dg.growth(x, lag="year"), lambda x: dg.rolling_growth(x, 1),
    lambda x: dg.cumulative(dg.growth(x)), lambda x: dg.project(x, 0.1, 2),
    lambda x: dg.convert(x, "to_log"), lambda x: dg.rate(x, x)])
def test_each_series_as_by_itself(function):
    together = function(dg.panel(MEMBERS))
    for j, x in enumerate(MEMBERS):
        alone = function(x)
        assert same(together[j], alone)
        assert together.why[j] == alone.why
        assert repr(together.summary[j]) == repr(alone.summary)


def test_random_panels_by_series():
    draw = random.Random(7)
    for _ in range(200):
        members = [dg.series(
            [None if draw.random() < 0.2 else draw.uniform(-1, 9)
             for _ in range(draw.randrange(9))] or array.array("d"),
            str(draw.randrange(1990, 2030)), "A")
            for _ in range(draw.randrange(1, 6))]
        kind = draw.choice(["rate", "change", "factor", "midpoint"])
        lag = draw.randrange(1, 4)
        g = dg.growth(dg.panel(members), kind, lag)
        assert all(same(g[j], dg.growth(x, kind, lag))
                   for j, x in enumerate(members))


def test_no_growth_across_a_border():
    g = dg.growth(dg.panel([LONG, dg.series([8.0, 8.0], "2023", "A")]))
    assert g.why[1] == ["no_base", ""]


def test_out_is_one_column():
    p = dg.panel(MEMBERS)
    room = array.array("d", [7.0]) * 16
    out = memoryview(room)[::2]
    g = dg.growth(p, out=out)
    assert list(map(repr, out)) == list(map(repr, memoryview(g)))
    assert list(room[1::2]) == [7.0] * 8
    for bad in (array.array("d", [0.0] * 7), array.array("d", [0.0] * 9),
                memoryview(bytearray(64)).cast("d", [2, 4])):
        before = bytes(bad)
        with pytest.raises(dg.ArgumentError, match="the result has 8 in one"):
            dg.growth(p, out=bad)
        assert bytes(bad) == before


def test_a_column_is_not_copied():
    column = array.array("d", [1.0, 9.0, 2.0, 9.0, 3.0, 9.0])
    p = c.panel_spans(memoryview(column)[::2], [1, 2], [2000, 2010], "A", None,
                      0)
    column[4] = 6.0
    assert [list(x) for x in p] == [[1.0], [2.0, 6.0]]
    assert dg.growth(p)[1][1] == 2.0
    with pytest.raises(BufferError):
        column.append(1.0)


def test_a_series_outlives_the_panel():
    rows = list(dg.growth(dg.panel(MEMBERS)))
    gc.collect()
    assert list(rows[0])[1:] == [1.0, 1.0]
    assert rows[1].why[1] == "value_missing"


@pytest.mark.parametrize("function", [
    lambda p: p.start, lambda p: p.ordinal, dg.series,
    lambda p: dg.levels(dg.growth(p), 1.0), dg.trend,
    lambda p: c.series_from_out([1.0], p), c.series_view])
def test_there_are_no_periods_of_all(function):
    with pytest.raises(dg.PeriodError, match="periods of its own"):
        function(dg.panel([LONG, ONE]))


def test_a_period_of_all_that_is_said():
    p = dg.panel([LONG, GAPS])
    assert dg.average_growth(p, "2020", "2021")[1].rate == 1.0
    assert dg.trend(p, base="2020", end="2021")[0].growth == 1.0


def test_panels_of_other_periods_do_not_meet():
    with pytest.raises(dg.PeriodError, match="other periods"):
        dg.rate(dg.panel([LONG, ONE]),
                dg.panel([dg.series([1.0, 2.0, 3.0], "2021", "A"), ONE]))
    with pytest.raises(dg.ArgumentError):
        dg.rate(dg.panel([LONG, ONE]), dg.panel([ONE, LONG]))
    with pytest.raises(dg.PeriodError, match="one by one"):
        c.series_splice(dg.panel([LONG, ONE]), dg.panel([LONG, ONE]), "plain")


@pytest.mark.parametrize("items, error", [
    ([LONG, dg.series([1.0], "2020-01", "M")], dg.PeriodError),
    ([LONG, dg.series([1.0], "2021", "A", nan_is_value=True)],
     dg.ArgumentError),
    ([dg.series([1.0], "2021", "A", unit={"currency": "USD"}),
      dg.series([1.0], "2022", "A", unit={"currency": "EUR"})], dg.UnitError),
    ([LONG, [1.0, 2.0]], dg.PeriodError),
    ([LONG, dg.panel([LONG])], TypeError)])
def test_members_agree(items, error):
    with pytest.raises(error):
        dg.panel(items)


@pytest.mark.parametrize("lengths, starts, error", [
    ([3], [2000, 2001], dg.Error), ([2], [2000], dg.Error),
    ([4], [2000], dg.Error), ([-1, 4], [2000, 2000], dg.Error),
    ([2**63 - 1, 2**63 - 1], [0, 0], dg.Error), ([2**64], [0], Exception),
    ([3.0], [2000], TypeError), ([3], ["2000"], TypeError),
    ([3], [2**63 - 1], dg.Error), ([3], [-2**63], dg.Error),
    ((3,), [2000], TypeError), ([3], None, TypeError), ([], [], dg.Error)])
def test_bad_spans(lengths, starts, error):
    with pytest.raises(error):
        c.panel_spans([1.0, 2.0, 3.0], lengths, starts, "A", None, 0)


@pytest.mark.parametrize("values, flags", [
    ([[1.0], [2.0]], 0), (memoryview(bytearray(32)).cast("d", [2, 2]), 0),
    ([1.0], -1), ([1.0], 2**32), ([1.0], 1 << 30), (None, 0), (1.0, 0)])
def test_bad_columns(values, flags):
    with pytest.raises((dg.Error, TypeError, OverflowError)):
        c.panel_spans(values, [1], [2000], "A", None, flags)


def test_no_series_at_all():
    p = c.panel_spans(array.array("d"), [], [], "A", None, 0)
    assert len(p) == 0 and p.starts == [] and list(dg.growth(p)) == []
    assert "0 series" in repr(p)


def test_growth_piled_up_begins_where_there_is_a_base():
    rows = dg.panel([[100.0, 150.0, 225.0], [4.0, 2.0, 1.0]], "2020", "A")
    done = dg.cumulative(dg.growth(rows))
    assert [list(x) for x in done] == [[0.5, 1.25], [-0.5, -0.75]]
    assert [str(x) for x in done.starts] == ["2021", "2021"]


USD, EUR, NO = {"currency": "USD"}, {"currency": "EUR"}, None


@pytest.mark.parametrize("units", [
    [NO, USD, EUR], [USD, NO, EUR], [USD, EUR, NO],
    [USD, {"kind": "flow", "scale": 9}, {"kind": "flow", "scale": 6}]])
@pytest.mark.parametrize("starts", [["2020"] * 3, ["2020", "2021", "2019"]])
def test_units_of_all_pairs_agree(units, starts):
    members = [dg.series([1.0, 2.0], start, "A", unit=unit)
               for start, unit in zip(starts, units)]
    with pytest.raises(dg.UnitError):
        dg.panel(members)


def test_what_one_states_is_so_of_all():
    p = dg.panel([LONG, dg.series([1.0], "2020", "A", unit=USD)])
    assert p.unit.currency == p[0].unit.currency == "USD"


def test_another_frequency_is_named():
    with pytest.raises(dg.PeriodError, match="series 1 is of the frequency 'A'"
                                             ", the panel of 'Q'"):
        dg.panel([dg.series([1.0], "2022-Q1", "Q"), LONG])


def test_what_has_no_dates_gets_those_of_all_or_none():
    undated = dg.series([7.0, 8.0, 9.0])
    for members in ([LONG, undated], [undated, LONG]):
        p = dg.panel(members)
        assert [str(x) for x in p.starts] == ["2020", "2020"]
    for members in ([LONG, ONE, undated], [undated, ONE, LONG]):
        with pytest.raises(dg.PeriodError, match="has no dates"):
            dg.panel(members)
