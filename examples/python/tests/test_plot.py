# SPDX-License-Identifier: MIT
"""Pictures: where things stand in them."""

import pytest

matplotlib = pytest.importorskip(
    "matplotlib", reason="matplotlib is not installed")
matplotlib.use("Agg")

import dtgrowth as dg  # noqa: E402


def labels(axes):
    axes.figure.canvas.draw()
    low, high = axes.get_xlim()
    return [t.get_text() for t in axes.get_xticklabels()
            if low <= t.get_position()[0] <= high]


def test_series_lie_by_period_and_not_by_row():
    axes = dg.series([1.0, 2.0, 3.0, 4.0], "2020", "A").plot()
    dg.series([3.0, 4.0], "2022", "A").plot(axes)
    longer, shorter = (list(line.get_xdata()) for line in axes.lines)
    assert shorter == longer[2:]


def test_another_frequency_on_the_same_axes_is_refused():
    axes = dg.series([1.0, 2.0], "2020", "A").plot()
    with pytest.raises(dg.PeriodError, match="'A'.*'Q'"):
        dg.series([1.0, 2.0], "2020-Q1", "Q").plot(axes)


@pytest.mark.parametrize(("length", "start", "freq", "expected"), [
    (5, "2020", "A", ["2020", "2021", "2022", "2023", "2024"]),
    (25, "2020-01", "M", ["2020-01", "2020-07", "2021-01", "2021-07",
                          "2022-01"]),
    (40, "2010-Q1", "Q", ["2010-Q1", "2012-Q1", "2014-Q1", "2016-Q1",
                          "2018-Q1", "2020-Q1"]),
    (1, "2020", "A", ["2019", "2020", "2021"]),
])
def test_labels_are_periods(length, start, freq, expected):
    axes = dg.series([float(i) for i in range(length)], start, freq).plot()
    assert labels(axes) == expected


def test_check_shows_what_is_possible_and_what_was_published():
    check = dg.check_growth("4.59", "7.23", periods=4, rate="12.1%")
    axes = check.plot()
    assert "consistent" in axes.get_title()
    left, right = axes.patches[0].get_x(), axes.patches[0].get_width()
    assert (round(left, 6), round(left + right, 6)) == (12.05, 12.15)
    assert round(axes.lines[0].get_xdata()[0], 2) == 12.03


def test_check_that_decides_nothing_has_no_point():
    vague = dg.Figure("3", quality="vague")
    axes = dg.check_growth(vague, "3.3", periods=1, rate="10%").plot()
    assert not axes.lines and len(axes.patches) == 1
