# SPDX-License-Identifier: MIT
"""Series and panels: numbers in memory, with periods and a unit."""

from __future__ import annotations

import operator
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from . import c, show
from ._types import Numbers, PeriodLike
from .errors import ArgumentError, PeriodError
from .periods import (Period, frequency_number, frequency_word,
                      ordinal_of)
from .records import SeriesSummary, SeriesUnit
from .units import Unit

#: Periods that rows may span: a slip such as 20204 is no series of a million.
LONGEST = 1 << 26


class Series(c.Frame):
    """Observations of consecutive periods, made by :func:`series`.

    It is a read-only buffer: ``numpy.asarray(x)`` and ``memoryview(x)`` copy
    nothing. ``len(x)`` observations; ``x[i]`` is one (NaN where it is missing),
    ``x[i:j]`` some of them, ``x["2024-03"]`` that of a period, and
    ``x["2023-04":"2024-03"]`` those of periods, the last of them too.
    """

    __slots__ = ()

    @property
    def start(self) -> Period | int:
        """The first period; a number if the series has no dates."""
        return period_of(self, 0)

    @property
    def periods(self) -> list[Period | int]:
        """The period of each observation."""
        return [period_of(self, i) for i in range(len(self))]

    def __getitem__(self, key: int | slice | PeriodLike) -> Any:
        if isinstance(key, slice):
            return self._slice(key)
        if is_period(key):
            return super().__getitem__(
                c.series_find(self, ordinal_of(key, self.frequency)))
        index = operator.index(key)  # type: ignore[arg-type]
        if not -len(self) <= index < len(self):
            raise IndexError(f"x[{index}]: there are {len(self)} observations; "
                             'that of a period is x["2024"]')
        return super().__getitem__(index)

    def _slice(self, key: slice) -> Any:
        """By index, the end left out; or by period, with the last one."""
        if key.step not in (None, 1):
            raise IndexError("a part of a series has every period")
        if not any(is_period(x) for x in (key.start, key.stop)):
            first, last, _ = key.indices(len(self))
            return self._part(first, max(0, last - first))
        first, last = (
            end if given is None else ordinal_of(given, self.frequency)
            for given, end in ((key.start, self.ordinal),
                               (key.stop, self.ordinal + len(self) - 1)))
        return c.series_slice(self, first, last)

    def __iter__(self) -> Iterator[float]:
        get = super().__getitem__
        return (get(i) for i in range(len(self)))

    def tolist(self) -> list[float]:
        """The observations as a list."""
        return list(self)

    def __repr__(self) -> str:
        return show.text(self)

    def _repr_html_(self) -> str:
        return show.html(self)

    def plot(self, ax: Any = None, **style: Any) -> Any:
        """Draws the observations by matplotlib, and returns the axes."""
        return show.plot(self, ax, **style)


class Result(Series):
    """A result: as many elements as its input has, with the same periods.

    Beside what a :class:`Series` has: `why`, the reason of each element that is
    undefined ("" where it is defined), and `summary`.
    """

    __slots__ = ()

    @property
    def transformation(self) -> str:
        """What was computed: ``"rate"``, ``"log"`` ..."""
        summary: SeriesSummary | None = self.summary
        return "unstated" if summary is None else summary.transformation


class Panel(c.Frame):
    """Several series, made by :func:`panel`; ``p[j]`` is one of them. It is a
    read-only buffer: of two dimensions, or of one, series after series, where
    they have periods of their own."""

    __slots__ = ()

    @property
    def start(self) -> Period | int:
        """The first period, if it is that of all."""
        return period_of(self, 0)

    @property
    def starts(self) -> list[Period | int]:
        """The first period of each series."""
        return [period_at(x, self.frequency) for x in self.ordinals]

    def __iter__(self) -> Iterator[Series]:
        return (self[j] for j in range(len(self)))

    def __repr__(self) -> str:
        return show.panel_text(self)


class PanelResult(Panel):
    """The results of several series; `why` and `summary` are lists of them."""

    __slots__ = ()


for _class in (Series, Result, Panel, PanelResult):
    c._use(_class.__name__, _class)


def is_period(key: Any) -> bool:
    """Whether what stands in brackets is a period, and no index."""
    return key is not None and not hasattr(key, "__index__")


def period_of(x: c.Frame, i: int) -> Period | int:
    """The period of observation `i`."""
    return period_at(x.ordinal + i, x.frequency)


def period_at(ordinal: int, frequency: int) -> Period | int:
    """The period of an ordinal, which is a number if there are no dates."""
    return ordinal if frequency == 0 else Period(ordinal, frequency)


def unit_of(unit: Unit | Mapping[str, Any]) -> Unit:
    """A unit that may be given as the members it states."""
    unknown = set(unit) - set(Unit._fields) if isinstance(
        unit, Mapping) else set()
    if unknown or not isinstance(unit, (Unit, Mapping)):
        raise ArgumentError(
            f"unit is {unit!r}; a Unit or a dictionary of some of "
            f"{', '.join(Unit._fields)}", "DT_E_UNIT")
    return Unit(**unit) if isinstance(unit, Mapping) else unit


def stated(value: PeriodLike, frequency: int) -> int:
    """The ordinal of a period that a user states. A whole number is the year of
    an annual series, or a number where there are no dates; it is no month."""
    years = frequency == 0 or frequency // 100 == 1
    if not years and hasattr(value, "__index__"):
        raise PeriodError(
            f"{value} is a whole number, and a "
            f"{c.series_frequency_name(frequency)} is stated as a text, a date "
            "or a Period", "DT_E_PERIOD")
    return ordinal_of(value, frequency)


def rows(values: Any, periods: Sequence[PeriodLike],
         frequency: int) -> tuple[list[float | None], int]:
    """Rows in any order, arranged by period; what is absent is missing."""
    values = values.tolist() if hasattr(values, "tolist") else list(values)
    given = list(periods)
    if len(values) != len(given):
        raise PeriodError(f"there are {len(values)} values and {len(given)} "
                          "periods", "DT_E_LENGTH")
    where: dict[int, int] = {}
    for i, period in enumerate(given):
        first = where.setdefault(stated(period, frequency), i)
        if first != i:
            raise PeriodError(
                f"periods[{i}] is {period!s}, as periods[{first}] is",
                "DT_E_CONFLICT", i)
    start = min(where, default=0)
    length = max(where) - start + 1 if where else 0
    if length > LONGEST:
        raise PeriodError(f"the rows span {length} periods, which are too many",
                          "DT_E_LENGTH")
    made: list[float | None] = [None] * length
    for ordinal, i in where.items():
        made[ordinal - start] = values[i]
    return made, start


def series(values: Numbers | Mapping[Any, float | None],
           start: PeriodLike | None = None, freq: str = "", *,
           periods: Sequence[PeriodLike] | None = None,
           unit: Unit | Mapping[str, Any] | None = None,
           nan_is_value: bool = False) -> Series:
    """Numbers with periods.

    values   numbers one period apart: anything that is a buffer of float64
             (numpy, array.array, memoryview) is looked at where it lies and not
             copied; what else is copied, and `copied` says why: lists, other
             types, other byte orders. ``None`` and NaN are missing. With
             `periods` (a Series of pandas has its own), or as a dictionary of
             periods, rows in any order: what is absent between the first and
             the last is missing. A series keeps what it says.
    start    the first period: ``"2020-01"``, a `Period`, a date.
    freq     ``A S Q M W B D``, or anchored: ``A-JUN``, ``Q-FEB``, ``W-WED``.
    unit     a `Unit` or a dictionary of what it states.
    nan_is_value  NaN is a value, and not a missing one.

    >>> import dtgrowth as dg
    >>> dg.series([3.21, None, 3.82], "2020", "A")
    Series: A, 2020 to 2022, 3 observations, 1 missing
      2020  3.21
      2021   nan
      2022  3.82
    >>> dg.series({"2024": 7.23, "2020": 4.59}, freq="A").start
    Period('2020', 'A')

    Two rows of one period are a :class:`PeriodError`, never the last of them.
    """
    if isinstance(values, c.Frame):
        return again(values, start, freq, unit, nan_is_value)
    frequency = frequency_number(freq)
    numbers: Any = values
    if isinstance(values, Mapping):
        periods, numbers = list(values), list(values.values())
    elif periods is None and start is None:
        periods = index_of(values)
    ordinal = 0
    if periods is not None:
        if start is not None:
            raise PeriodError("periods say where the series starts; start is "
                              f"{start!r}", "DT_E_PERIOD")
        numbers, ordinal = rows(numbers, periods, frequency)
    else:
        ordinal = start_of(start, frequency)
    made = c.series_view(numbers, frequency, ordinal, unit and unit_of(unit),
                         int(nan_is_value))
    if made.ndim != 1:
        raise TypeError("values have two dimensions: panel() takes them")
    return made  # type: ignore[no-any-return]


def start_of(start: PeriodLike | None, frequency: int) -> int:
    """The ordinal of the first period, which numbers without dates lack."""
    if start is not None:
        return stated(start, frequency)
    if frequency != 0:
        raise PeriodError(
            f"freq is {frequency_word(frequency)!r}, and neither start nor "
            "periods are given", "DT_E_PERIOD")
    return 0


def index_of(values: Any) -> list[PeriodLike] | None:
    """The periods that values of pandas bring along."""
    index = getattr(values, "index", None)
    if index is None or callable(index) or type(index).__name__ == "RangeIndex":
        return None  # Numbers of rows are no periods.
    return list(index)


def again(x: c.Frame, start: PeriodLike | None, freq: str,
          unit: Unit | Mapping[str, Any] | None, nan_is_value: bool) -> Series:
    """A series of a series: what it says is kept, and not contradicted."""
    frequency = frequency_number(freq) if freq else x.frequency
    ordinal = x.ordinal if start is None else stated(start, frequency)
    if x.frequency and (frequency, ordinal) != (x.frequency, x.ordinal):
        raise PeriodError(
            f"values start in {period_of(x, 0)} at frequency {x.freq!r}, and "
            "start or freq say otherwise", "DT_E_PERIOD")
    given = x.unit if unit is None else unit_of(unit)
    if isinstance(unit, Mapping):
        given = x.unit._replace(**unit)
    c.series_unit_check(x.unit, given)
    made = c.series_view(x, frequency, ordinal, given,
                         x.flags | int(nan_is_value))
    if made.ndim != 1:
        raise TypeError("values are a panel")
    return made  # type: ignore[no-any-return]


def panel(values: Numbers | Mapping[Any, Numbers],
          start: PeriodLike | None = None, freq: str = "", *,
          unit: Unit | Mapping[str, Any] | None = None,
          nan_is_value: bool = False) -> Panel:
    """Several series: an array of two dimensions, of which each row is a series
    (`x.T` for one whose columns are), not copied; or a sequence of series or a
    dictionary of them, copied. Series may start and end where they do: growth
    and what else is of each series alone takes them so.

    >>> import dtgrowth as dg
    >>> p = dg.panel([[1.0, 2.0, 4.0], [1.0, 1.5, 3.0]], "2020", "A")
    >>> [list(g[1:]) for g in dg.growth(p)]
    [[1.0, 1.0], [0.5, 1.0]]
    >>> long = dg.series([1.0, 2.0, 4.0], "2020", "A")
    >>> short = dg.series([3.0, 4.5], "2021", "A")
    >>> dg.growth(dg.panel([long, short]))[1]
    Result: rate, A, 2021 to 2022, 2 observations, 1 undefined (fraction)
      2021  nan  no_base
      2022  0.5
    """
    frequency = frequency_number(freq)
    numbers: Any = list(values.values()) if isinstance(
        values, Mapping) else values
    count, flags = -1, int(nan_is_value)
    if isinstance(numbers, (list, tuple)) or hasattr(numbers, "mask"):
        items = [series(x, freq=freq) if index_of(x) or isinstance(x, Mapping)
                 else x for x in numbers]
        frames = [x for x in items if isinstance(x, c.Frame)]
        if frames:  # Those with dates tell the others theirs.
            first = next((x for x in frames if x.frequency), frames[0])
            frequency = frequency if freq else first.frequency
            unit = whole = unit_of_all(
                items, Unit() if unit is None else unit_of(unit))
            flags |= first.flags
            if start is None and is_ragged(items):
                return spans(items, frequency, whole, flags)
            start = period_of(first, 0) if start is None else start
            agree(items, frequency, stated(start, frequency), flags)
        numbers, count = side_by_side(items), len(items)
    ordinal = start_of(start, frequency)
    made = c.series_view(numbers, frequency, ordinal, unit and unit_of(unit),
                         flags, count)
    if made.ndim != 2:
        raise TypeError("values have one dimension: series() takes them")
    return made  # type: ignore[no-any-return]


def is_ragged(items: Sequence[Any]) -> bool:
    """Whether all are series, and some have other periods than others; those
    without dates have the periods of the others."""
    if not all(isinstance(x, c.Frame) and x.ndim == 1 for x in items):
        return False
    dated = [x for x in items if x.frequency]
    return len({(x.ordinal, len(x)) for x in dated or items}) > 1


def spans(items: Sequence[Any], frequency: int, unit: SeriesUnit,
          flags: int) -> Panel:
    """Series of different periods, one after the other."""
    agree(items, frequency, None, flags)
    return c.panel_spans(  # type: ignore[no-any-return]
        [v for x in items for v in observations(x)], [len(x) for x in items],
        [x.ordinal for x in items], frequency, unit, flags)


def unit_of_all(items: Sequence[Any], whole: Unit) -> Unit:
    """What is stated of some is so of all: nothing stated may differ."""
    nothing = Unit()._asdict()
    for x in items:
        if isinstance(x, c.Frame):
            c.series_unit_check(whole, x.unit)
            whole = whole._replace(**{
                name: value for name, value in x.unit._asdict().items()
                if getattr(whole, name) == nothing[name]})
    return whole


def agree(items: Sequence[Any], frequency: int, start: int | None,
          flags: int) -> None:
    """What each series says is what the panel is said to be; each has a start
    of its own where that has none."""
    for j, x in enumerate(items):
        if not isinstance(x, c.Frame):
            continue
        if start is None and frequency and not x.frequency:
            raise PeriodError(f"series {j} has no dates, others start in "
                              "periods of their own", "DT_E_PERIOD", j)
        if x.frequency and x.frequency != frequency:
            raise PeriodError(
                f"series {j} is of the frequency {x.freq!r}, the panel of "
                f"{frequency_word(frequency)!r}", "DT_E_MIXED", j)
        if start is not None and x.frequency and x.ordinal != start:
            raise PeriodError(
                f"series {j} starts in {period_of(x, 0)}, the panel in "
                f"{period_at(start, frequency)}", "DT_E_MIXED", j)
        if x.flags != flags:
            raise ArgumentError(f"series {j} takes NaN for a value or not, "
                                "others otherwise", "DT_E_FLAG", j)


def observations(x: Any) -> list[float | None]:
    """Those of a series, None where one is missing."""
    return [None if c.series_is_missing(x, i) else x[i] for i in range(len(x))]


def side_by_side(series_of: Sequence[Any]) -> list[float | None]:
    """The numbers of series of one length."""
    lists = [observations(x) if isinstance(x, c.Frame)
             else x.tolist() if hasattr(x, "tolist") else list(x)
             for x in series_of]
    for j, x in enumerate(lists):
        if len(x) != len(lists[0]):
            raise PeriodError(f"series {j} has {len(x)} observations, series 0 "
                              f"{len(lists[0])}", "DT_E_LENGTH", j)
    return [v for x in lists for v in x]
