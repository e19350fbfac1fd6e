# SPDX-License-Identifier: MIT
"""Periods against datetime, and rows in any order against a dictionary."""

import copy
import datetime
import math
import pickle
import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import dtgrowth as dg

MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()
DAYS = "MON TUE WED THU FRI SAT SUN".split()
FREQS = (["A", "S", "Q", "M", "W", "B", "D"] + [f"A-{m}" for m in MONTHS] +
         [f"S-{m}" for m in MONTHS[:6]] + [f"Q-{m}" for m in MONTHS[:3]] +
         [f"W-{d}" for d in DAYS])
MONTHS_OF = {"A": 12, "S": 6, "Q": 3, "M": 1}
dates = st.dates(datetime.date(2, 1, 1), datetime.date(9998, 12, 31))
freqs = st.sampled_from(FREQS)


def month_ends(date, freq):
    """First and last day of the period of months that a date is in."""
    family, _, anchor = freq.partition("-")
    n = MONTHS_OF[family]
    last = MONTHS.index(anchor) + 1 if anchor else 12
    until = (last - date.month) % n
    index = date.year * 12 + date.month - 1 + until  # The month it ends in.
    day = datetime.date
    begin, after = index - n + 1, index + 1
    return (day(begin // 12, begin % 12 + 1, 1),
            day(after // 12, after % 12 + 1, 1) - datetime.timedelta(1))


def ends(date, freq):
    family, _, anchor = freq.partition("-")
    one = datetime.timedelta(1)
    if family in MONTHS_OF:
        return month_ends(date, freq)
    if family == "W":
        last = DAYS.index(anchor) if anchor else 6
        end = date + one * ((last - date.weekday()) % 7)
        return end - 6 * one, end
    return date, date


@given(dates, freqs)
def test_a_date_is_in_its_period(date, freq):
    if freq == "B" and date.weekday() > 4:
        with pytest.raises(dg.PeriodError):
            dg.Period(date, freq)
        return
    p = dg.Period(date, freq)
    assert (p.first_day, p.last_day) == ends(date, freq)
    assert dg.Period(p.first_day, freq) == p == dg.Period(p.last_day, freq)


@given(dates, freqs, st.integers(-2000, 2000))
def test_round_trips(date, freq, step):
    date -= datetime.timedelta(max(0, date.weekday() - 4))
    p = dg.Period(date, freq)
    for again in (dg.Period(str(p), freq), dg.Period(p, freq), eval(
            repr(p), {"Period": dg.Period}), copy.deepcopy(p),
            pickle.loads(pickle.dumps(p)), dg.Period(p.ordinal, p.freq),
            dg.Period(p.ordinal, p.frequency), p + step - step):
        assert again == p and hash(again) == hash(p)
        assert (again.freq, str(again)) == (p.freq, str(p))
    assert (p + step) - p == step and (p < p + step) == (step > 0)
    assert p + np.int64(step) == p + step and p - step == p + -step
    assert (p + 1).ordinal == p.ordinal + 1
    assert dg.Period(datetime.datetime.combine(date, datetime.time(23)),
                     freq) == p
    assert dg.Period(np.datetime64(date), freq) == p
    assert dg.Period(np.datetime64(date, "s"), freq) == p


@given(dates, freqs)
def test_periods_follow_each_other(date, freq):
    date -= datetime.timedelta(max(0, date.weekday() - 4))
    p, one = dg.Period(date, freq), datetime.timedelta(1)
    gap = ((p + 1).first_day - p.last_day) // one
    assert gap == (3 if freq == "B" and p.last_day.weekday() == 4 else 1)


@pytest.mark.parametrize("freq", FREQS)
def test_words_of_frequencies(freq):
    p = dg.Period(datetime.date(2024, 3, 5), freq)
    usual = {"A-DEC": "A", "S-JUN": "S", "Q-MAR": "Q", "W-SUN": "W"}
    assert p.freq == usual.get(freq, freq)
    assert dg.series([1.0], p, freq).freq == p.freq
    assert dg.Period(p, p.freq).frequency == p.frequency


@pytest.mark.parametrize("freq", ["X", "a", "A-", "A-XXX", "A-JANU", "Q-APR",
                                  "S-JUL", "M-JAN", "W-JAN", "D-MON", "AA",
                                  "A\0", "é", "Q" * 400])
def test_no_frequency(freq):
    with pytest.raises((dg.Error, ValueError)):
        dg.Period("2024", freq)
    with pytest.raises(ValueError):
        dg.series([1.0], "2024", freq)


@pytest.mark.parametrize("text, freq", [
    ("2024-02-30", "D"), ("2023-02-29", "D"), ("2024-13", "M"),
    ("2024-Q5", "Q"),
    ("2024-W54", "W"), ("2024-W53", "W"), ("20 24", "A"), ("2024x", "A"),
    ("2024-06-01", "B"), ("2024\0", "A"), ("", "A"), ("٢٠٢٤", "A"),
    ("99999999", "A"), ("2024-00", "M"), ("2024-1", "M"), (" 2024", "A")])
def test_a_text_that_is_no_period(text, freq):
    with pytest.raises(ValueError) as info:
        dg.Period(text, freq)
    assert "\0" not in str(info.value)


@pytest.mark.parametrize("value", [2020.0, 2020.5, None, b"2020", [], object(),
                                   np.datetime64("NaT", "D"), float("nan"), 1j])
def test_a_value_that_is_no_period(value):
    calls = [lambda: dg.Period(value, "A"),
             lambda: dg.series([1.0], periods=[value], freq="A"),
             lambda: dg.average_growth(dg.series([1.0, 2.0], "2020", "A"),
                                       "2020", value)]
    for call in calls:
        with pytest.raises(TypeError):
            call()


@pytest.mark.parametrize("give", [
    str, lambda p: p, lambda p: p.ordinal, lambda p: p.first_day,
    lambda p: p.last_day, lambda p: np.int64(p.ordinal),
    lambda p: np.datetime64(p.first_day),
    lambda p: datetime.datetime(p.first_day.year, 1, 1, 12)])
def test_every_way_to_say_a_period(give):
    x = dg.series(range(1, 6), give(dg.Period("2020", "A")), "A")
    first, last = (give(dg.Period(y, "A")) for y in ("2021", "2023"))
    assert str(x.start) == "2020"
    r = dg.average_growth(x, first, last)
    assert (r.rate, r.periods) == (dg.cagr(2, 4, 2), 2)
    assert dg.trend(x, "linear", first, last).growth == pytest.approx(
        dg.trend(x, "linear", "2021", "2023").growth, nan_ok=True)
    assert list(dg.c.series_slice(x, first, last)) == [2.0, 3.0, 4.0]
    assert dg.levels([0.5], 2.0, at=0)[0] == 2.0
    if not isinstance(first, (int, np.integer)):
        assert x[first] == 2.0


def test_a_period_of_another_frequency():
    x = dg.series([1.0, 2.0], "2020", "A")
    q = dg.Period("2020-Q1", "Q")
    for call in (lambda: x[q], lambda: dg.average_growth(x, q, "2021"),
                 lambda: dg.series([1.0], q, "A"),
                 lambda: dg.Period(q, "A"), lambda: q < dg.Period("2020", "A"),
                 lambda: q - dg.Period("2020", "A")):
        with pytest.raises(dg.PeriodError) as info:
            call()
        assert info.value.status == "DT_E_MIXED"
    assert q != dg.Period(q.ordinal, "A") and q != q.ordinal
    for bad in (1.5, "1", None):
        for act in (lambda: q + bad, lambda: q - bad, lambda: q < bad):
            with pytest.raises(TypeError):
                act()
    with pytest.raises(AttributeError):
        q.ordinal = 1
    with pytest.raises(dg.Error):
        q + 2**62 + 2**62


def test_the_reference_of_a_unit():
    for unit in ({"kind": "index", "reference": dg.Period("2015", "A")},
                 {"kind": "index", "reference_frequency": "A",
                  "reference": "2015"}, dg.Unit(
                      "index", reference=dg.Period("2015", "A"))):
        x = dg.series([1.0], unit=unit)
        assert str(x.unit) == "index, reference 2015"
        assert pickle.loads(pickle.dumps(x.unit)) == x.unit
        assert list(dg.in_unit(x, unit)) == [1.0]
    for bad in ({"reference": "2015"}, {"reference_frequency": "Q", "reference":
                                        dg.Period("2015", "A")}):
        with pytest.raises(dg.PeriodError):
            dg.series([1.0], unit=bad)
    with pytest.raises(TypeError):
        dg.c.series_unit_format({"reference": dg.Period("2015", "A")})


# ---------------------------------------------------------------------------
# Rows in any order

@given(st.sampled_from(["A", "Q-FEB", "M", "W-WED", "D", ""]),
       st.dictionaries(st.integers(-60, 60), st.one_of(
           st.none(), st.floats(allow_nan=False)), max_size=30),
       st.integers(0, 2**32), st.booleans())
def test_rows(freq, rows, seed, nan_is_value):
    origin = 0 if freq == "" else dg.Period(datetime.date(2024, 5, 8),
                                            freq).ordinal
    table = list(rows.items())
    random.Random(seed).shuffle(table)
    periods = [origin + i for i, _ in table]
    values = [v for _, v in table]
    said = [str(dg.Period(p, freq)) for p in periods] if freq else periods
    for x in (dg.series(values, periods=said, freq=freq,
                        nan_is_value=nan_is_value),
              dg.series(dict(zip(said, values)), freq=freq,
                        nan_is_value=nan_is_value)):
        assert len(x) == (max(rows) - min(rows) + 1 if rows else 0)
        for i, value in enumerate(x):
            expected = rows.get(x.ordinal - origin + i)
            assert value == expected or (expected is None and math.isnan(value))
            missing = dg.c.series_is_missing(x, i)
            assert bool(missing) == (expected is None)
    # Growth by period, never by row.
    for i, g in enumerate(dg.growth(x, "change")):
        ours = rows.get(x.ordinal - origin + i)
        before = rows.get(x.ordinal - origin + i - 1)
        if None not in (ours, before) and math.isfinite(ours - before):
            assert g == ours - before
        else:
            assert math.isnan(g)


def test_rows_that_are_none():
    same = ["2020", "2021", dg.Period("2020", "A")]
    with pytest.raises(dg.PeriodError, match=r"periods\[2\].*periods\[0\]"
                       ) as info:
        dg.series([1.0, 2.0, 3.0], periods=same, freq="A")
    assert (info.value.status, info.value.index) == ("DT_E_CONFLICT", 2)
    with pytest.raises(dg.PeriodError, match="2 values and 1 periods"):
        dg.series([1.0, 2.0], periods=["2020"], freq="A")
    with pytest.raises(dg.PeriodError, match="too many"):
        dg.series([1.0, 2.0], periods=[dg.Period(n, "D") for n in (0, 2**27)],
                  freq="D")
    with pytest.raises(dg.PeriodError, match="start is '2020'"):
        dg.series([1.0], "2020", "A", periods=["2020"])
    with pytest.raises(dg.PeriodError, match="neither start"):
        dg.series([1.0], freq="A")
    with pytest.raises(dg.PeriodError, match="neither start"):
        dg.panel([[1.0]], freq="A")
    two = dg.series({"2024-Q1": 1.0, datetime.date(2024, 12, 31): 4.0},
                    freq="Q")
    assert repr(list(two)) == "[1.0, nan, nan, 4.0]"


@pytest.mark.parametrize("freq", FREQS)
def test_periods_without_a_text(freq):
    p = dg.Period(dg.Period("2024-01-05", "D").first_day, freq) + 2**28
    assert eval(repr(p), {"Period": dg.Period}) == p and str(p)[0] == "#"
    assert str(p) in repr(dg.series([1.0], p, freq))
    with pytest.raises(ValueError):
        dg.Period(str(p), freq)


def test_arrays_of_dates():
    when = np.array(["2024-03", "2024-01"], "M8[M]")
    for given in (when, when.astype("M8[ns]"), when.tolist()):
        x = dg.series(np.array([3.0, 1.0]), periods=given, freq="M")
        assert str(x.start) == "2024-01" and x["2024-03"] == 3.0
