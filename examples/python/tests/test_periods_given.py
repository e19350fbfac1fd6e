# SPDX-License-Identifier: MIT
"""What periods may be given as: pandas', numpy's, texts, whole numbers; and the
parts of a series by them."""

import datetime

import pytest

import dtgrowth as dg


@pytest.fixture
def x():
    return dg.series([100.0, 110.0, None, 121.0], "2020", "A")


@pytest.mark.parametrize("freq", ["A-JUN", "Q-FEB", "M", "D", "W"])
def test_periods_of_pandas_have_the_same_days(freq):
    pd = pytest.importorskip("pandas", reason="pandas is not installed")
    theirs = freq.replace("A-", "Y-").replace("W", "W-SUN")
    index = pd.period_range("2023-02-01", periods=4, freq=theirs)
    made = dg.series([1.0, 2.0, 3.0, 4.0], periods=index, freq=freq)
    for ours, period in zip(made.periods, index):
        assert ours.first_day == period.start_time.date()
        assert ours.last_day == period.end_time.date()


def test_periods_of_pandas_of_another_frequency_are_refused():
    pd = pytest.importorskip("pandas", reason="pandas is not installed")
    with pytest.raises(dg.PeriodError, match="frequency 'A'"):
        dg.series([1.0], pd.Period("2020-01", "M"), "A")


@pytest.mark.parametrize("unit", ["D", "s", "us", "ns"])
def test_dates_of_numpy_of_any_precision(unit):
    np = pytest.importorskip("numpy", reason="numpy is not installed")
    made = dg.series([1.0], np.datetime64("2024-02-29", unit), "M")
    assert str(made.start) == "2024-02"


def test_no_date_of_numpy_is_no_period():
    np = pytest.importorskip("numpy", reason="numpy is not installed")
    with pytest.raises(TypeError, match="NaT.*is no period"):
        dg.series([1.0], np.datetime64("NaT", "ns"), "M")


@pytest.mark.parametrize("value", [2020.0, 2020.7, (2020,), b"2020"])
def test_what_is_no_period_is_refused(value):
    with pytest.raises(TypeError, match="is no period"):
        dg.series([1.0], value, "A")


@pytest.mark.parametrize(("part", "expected"), [
    (slice("2020", "2021"), ["2020", "2021"]),
    (slice("2022", None), ["2022", "2023"]),
    (slice(None, datetime.date(2021, 5, 1)), ["2020", "2021"]),
    (slice(dg.Period("2021", "A"), "2021"), ["2021"]),
    (slice(1, 3), ["2021", "2022"]),
    (slice(-1, None), ["2023"]),
    (slice(None), ["2020", "2021", "2022", "2023"]),
])
def test_parts_by_period_have_both_ends_and_by_index_one(x, part, expected):
    assert [str(p) for p in x[part].periods] == expected


def test_part_beyond_the_series_is_refused(x):
    with pytest.raises(dg.PeriodError, match="2019"):
        x["2019":"2021"]
    with pytest.raises(IndexError, match="every period"):
        x[::2]


def test_year_in_brackets_says_how_to_ask_for_a_period(x):
    with pytest.raises(IndexError, match=r'4 observations.*x\["2024"\]'):
        x[2020]


@pytest.mark.parametrize("arguments", [
    (4.59, "7.23", 4, "12.1%"), ("4.59", 7.23, 4, "12.1%"),
    ("4.59", "7.23", 4, 12.1)])
def test_number_is_no_figure(arguments):
    with pytest.raises(TypeError, match="the text that was printed"):
        dg.check_growth(*arguments)


def test_reasons_of_a_summary_are_words():
    g = dg.growth([100.0, 110.0])
    assert g.summary.reasons == ("no_base",)
    assert g.summary.first_why == "no_base"
