# SPDX-License-Identifier: MIT
"""Periods: a year, a quarter, a month, a week or a day of the calendar."""

from __future__ import annotations

import datetime
import operator
from functools import total_ordering
from typing import Any

from . import c
from ._types import PeriodLike
from .errors import PeriodError

#: The finest family of frequencies that a date of numpy in years, months or
#: weeks (which begin on Thursdays) says; in hundreds.
COARSE = {"Y": 1, "M": 4, "W": 0}

#: The ordinal of no period.
NO_PERIOD = -2**63


@total_ordering
class Period:
    """One period of a frequency.

    >>> import dtgrowth as dg
    >>> march = dg.Period("2024-03", "M")
    >>> march + 10
    Period('2025-01', 'M')
    >>> dg.Period("2024-Q3", "Q") - dg.Period("2020-Q1", "Q")
    18
    >>> march.first_day, march.last_day
    (datetime.date(2024, 3, 1), datetime.date(2024, 3, 31))

    Frequencies are ``A S Q M W B D`` (years, half-years, quarters, months,
    weeks, business days, days), or with an anchor ``A-JUN``, ``Q-FEB``,
    ``W-WED``. A text that is no period of the frequency is a
    :class:`TextError` or :class:`PeriodError`: 31 February is never moved.
    """

    __slots__ = ("ordinal", "frequency")

    ordinal: int
    frequency: int

    def __init__(self, value: PeriodLike, freq: str | int) -> None:
        frequency = frequency_number(freq)
        object.__setattr__(self, "frequency", frequency)
        object.__setattr__(self, "ordinal", ordinal_of(value, frequency))

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a Period cannot be changed: {name}")

    @property
    def freq(self) -> str:
        """The frequency as a word."""
        return frequency_word(self.frequency)

    @property
    def first_day(self) -> datetime.date:
        """The first day of the period."""
        return datetime.date(*c.series_period_to_date(
            self.frequency, self.ordinal, "first"))

    @property
    def last_day(self) -> datetime.date:
        """The last day of the period."""
        return datetime.date(*c.series_period_to_date(
            self.frequency, self.ordinal, "last"))

    def year_ago(self, years: int = 1, rule: str = "same") -> Period:
        """The same period of an earlier year; `rule` says what is one where
        the calendar has none (week 53, 29 February): "same", "clamp", "364".

        >>> import dtgrowth as dg
        >>> dg.Period("2024-02-29", "D").year_ago(rule="clamp")
        Period('2023-02-28', 'D')
        """
        earlier = c.series_period_year_ago(self.frequency, self.ordinal, years,
                                           rule)
        if earlier == NO_PERIOD:
            raise PeriodError(
                f"there is no {self} {years} year{'' if years == 1 else 's'} "
                f'earlier; the rules "clamp" and "364" take another period',
                "DT_E_PERIOD")
        return Period(earlier, self.frequency)

    def __add__(self, count: int) -> Period:
        if not hasattr(count, "__index__"):
            return NotImplemented
        return Period(c.series_period_add(self.ordinal, count), self.frequency)

    def __sub__(self, other: Period | int) -> Period | int:
        if hasattr(other, "__index__"):
            return self + -operator.index(other)
        if not isinstance(other, Period):
            return NotImplemented
        self._check(other)
        return c.series_period_difference(other.ordinal, self.ordinal)

    def _check(self, other: Period) -> None:
        if self.frequency != other.frequency:
            raise PeriodError(f"{self!r} and {other!r} differ in frequency",
                              "DT_E_MIXED")

    def __eq__(self, other: object) -> bool:
        return (isinstance(other, Period) and
                self.frequency == other.frequency and
                self.ordinal == other.ordinal)

    def __lt__(self, other: Period) -> bool:
        if not isinstance(other, Period):
            return NotImplemented
        self._check(other)
        return self.ordinal < other.ordinal

    def __hash__(self) -> int:
        return hash((self.frequency, self.ordinal))

    def __str__(self) -> str:
        try:
            return c.series_period_format(self.frequency, self.ordinal)
        except PeriodError:  # It has no text: a year of more than four digits.
            return f"#{self.ordinal}"

    def __repr__(self) -> str:
        text = str(self)
        return f"Period({self.ordinal if text[0] == '#' else repr(text)}, " \
               f"{self.freq!r})"

    def __reduce__(self) -> tuple[type[Period], tuple[int, int]]:
        return Period, (self.ordinal, self.frequency)


def frequency_number(freq: str | int) -> int:
    """The number of a frequency that is given as a word."""
    return c.series_view((), freq).frequency  # type: ignore[no-any-return]


def frequency_word(frequency: int) -> str:
    """The word of a frequency: ``"Q"``."""
    return c.series_view((), frequency).freq  # type: ignore[no-any-return]


def ordinal_of(value: PeriodLike, frequency: int) -> int:
    """The ordinal of a period that is given as a number, a text, a date or a
    Period, pandas' too; it has to be of the frequency."""
    if isinstance(value, Period):
        if value.frequency != frequency:
            raise PeriodError(
                f"{value!r} is not of the frequency "
                f"{frequency_word(frequency)!r}", "DT_E_MIXED")
        return value.ordinal
    if isinstance(value, str):
        return c.series_period_parse(frequency, value)
    if isinstance(value, datetime.date):
        return c.series_period_from_date(frequency, value.year, value.month,
                                         value.day)
    return ordinal_of_other(value, frequency)


def ordinal_of_other(value: Any, frequency: int) -> int:
    """The ordinal of a whole number, of a date of numpy of any precision, or of
    a period of pandas."""
    if type(value).__name__ == "datetime64":
        day = value.astype("datetime64[D]").item()
        unit = str(value.dtype)[len("datetime64["):-1]
        if frequency // 100 > COARSE.get(unit, 9):
            raise PeriodError(
                f"{value} is no {frequency_word(frequency)!r}: it says less",
                "DT_E_MIXED")
        if day is not None:  # As NaT is.
            return ordinal_of(day, frequency)
    if hasattr(value, "start_time"):
        return ordinal_of_span(value, frequency)
    try:
        return operator.index(value)
    except TypeError:
        raise TypeError(f"{value!r} is no period: a whole number, a text, a "
                        "date or a Period is one") from None


def ordinal_of_span(value: Any, frequency: int) -> int:
    """The ordinal of a period of pandas, which has to have the same days."""
    first, last = value.start_time.date(), value.end_time.date()
    period = Period(first, frequency)
    if (period.first_day, period.last_day) != (first, last):
        raise PeriodError(
            f"{value!r} is not of the frequency {period.freq!r}", "DT_E_MIXED")
    return period.ordinal


c._use("ordinal_of", ordinal_of)
