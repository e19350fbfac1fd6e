# SPDX-License-Identifier: MIT
"""Growth: of series, between levels, on average, and back to levels."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from . import c
from ._types import Numbers, PeriodLike, Writable
from .errors import ArgumentError
from .frames import panel
from .records import GrowthAverageResult, GrowthTrendResult

# Of numbers and, element by element, of arrays.
rate = c.growth_rate
change = c.growth_change
log_growth = c.growth_log
midpoint = c.growth_midpoint
cagr = c.growth_cagr
compound = c.growth_compound
project = c.growth_project
backcast = c.growth_backcast
periods = c.growth_periods
doubling_time = c.growth_doubling
from_log = c.growth_from_log
to_log = c.growth_to_log

F = TypeVar("F", bound=Callable[..., Any])

# Kinds of growth that levels follow from.
LEVEL_KINDS = ("rate", "change", "log", "factor")

LAG_RULES = {"year": "years", "end_of_last_year": "end_of_last_year",
             "start_of_this_year": "start_of_this_year"}


def lag_of(lag: int | str) -> tuple[int, str]:
    """A lag as a number and a rule."""
    if not isinstance(lag, str):
        return lag, "periods"
    if lag not in LAG_RULES:
        raise ArgumentError(f"lag is {lag!r}; a number of periods, or one of "
                            f"{', '.join(LAG_RULES)}", "DT_E_LAG")
    return int(lag == "year"), LAG_RULES[lag]


def quick(function: F) -> F:
    """The same function, in C for the calls that say little: what Python takes
    for options that are not given would cost as much as the growth of a
    hundred values."""
    text = f"{function.__name__}{signature_of(function)}\n--\n\n"
    made: F = c._front(function, (text + str(function.__doc__)).encode())
    return made


def signature_of(function: Callable[..., Any]) -> str:
    """Names and defaults, which is what a function of C can show."""
    code, count = function.__code__, function.__code__.co_argcount
    names = code.co_varnames[:count + code.co_kwonlyargcount]
    known = dict(zip(reversed(names[:count]),
                     reversed(function.__defaults__ or ())))
    known.update(function.__kwdefaults__ or {})
    shown = [f"{x}={known[x]!r}" if x in known else x for x in names]
    return f"({', '.join([*shown[:count], '*', *shown[count:]])})"


def word(value: str, name: str) -> str:
    """A kind or a method, which is a word: a number in its place is a slip."""
    if not isinstance(value, str):
        raise ArgumentError(
            f"{name} is {value!r}, no word" + (
                f"; lag={value!r} is so many periods" if name == "kind" and
                isinstance(value, int) else ""), "DT_E_KIND")
    return value


@quick
def growth(x: Numbers, kind: str = "rate", lag: int | str = 1, *,
           base: str = "missing", year_rule: str = "same",
           per_year: float = 0.0, out: Writable | None = None) -> Any:
    """Growth of every observation of a series over its base.

    kind  formula, of a value and its base, n periods apart:

          ============== =======================================
          rate           (value - base) / base
          change         value - base
          log            ln(value / base)
          midpoint       2 (value - base) / (value + base)
          factor         value / base
          annualized     (value / base)^(per_year / n) - 1
          annualized_log (per_year / n) ln(value / base)
          ============== =======================================

    lag   where the base is: so many periods earlier, or ``"year"``, the same
          period of the year before; ``"end_of_last_year"``,
          ``"start_of_this_year"``. It is found by period, never by row.
    base  what a base of zero or less leads to: ``missing`` (no result),
          ``signed``, ``absolute``, ``midpoint``, ``refuse`` (an error).
    year_rule  what a year ago is where the calendar has no such day or week:
          ``same`` (nothing), ``clamp``, ``364``.
    per_year   periods per year of the annualized kinds; 0 is what the frequency
          has.
    out   an array of float64 that receives the result; it may be `x`.

    x is a series, or numbers; of a panel, or an array of two dimensions, each
    row is a series. Rates are fractions: 0.05 is five per cent. The result is
    as long as x, element i of it belongs to period i: a :class:`Result`, a
    buffer with `why` and `summary`. Missing gives missing: nothing is filled,
    and nothing is dropped.

    Accuracy: the double next to the true result, at most 0.5 ulp.

    >>> import dtgrowth as dg
    >>> x = dg.series([100.0, 110.0, None, 121.0, 0.0, 5.0], "2019", "A")
    >>> dg.growth(x)
    Result: rate, A, 2019 to 2024, 6 observations, 4 undefined (fraction)
      2019  nan  no_base
      2020  0.1
      2021  nan  value_missing
      2022  nan  base_missing
      2023   -1
      2024  nan  zero_base
    >>> dg.growth(x, "log", 2)[3]
    0.09531017980432487

    An unknown kind, a lag below 1 and the like are an :class:`ArgumentError`.
    """
    number, rule = lag_of(lag)
    options: Mapping[str, Any] = {
        "lag_rule": rule, "base_rule": base, "year_rule": year_rule,
        "per_year": per_year}
    return c.growth_series(x, word(kind, "kind"), number, options, out)


def rolling_growth(x: Numbers, window: int, lag: int | None = None,
                   kind: str = "rate", *, base: str = "missing",
                   per_year: float = 0.0, any_unit: bool = False,
                   out: Writable | None = None) -> Any:
    """Growth of sums over `window` periods, over those `lag` periods before:
    of moving annual totals with 12 and 12. The lag is the window if it is not
    given.

    >>> import dtgrowth as dg
    >>> x = dg.series([1.0, 2.0, 3.0, 4.0], "2020-Q1", "Q")
    >>> list(dg.rolling_growth(x, 2))[3]
    1.3333333333333333
    """
    options = {"base_rule": base, "per_year": per_year, "flags": int(any_unit)}
    return c.growth_rolling(x, kind, window, window if lag is None else lag,
                            options, out)


def growth_between(base: Numbers, end: Numbers, kind: str = "rate",
                   periods: float | Numbers = 1.0, *,
                   base_rule: str = "missing", per_year: float = 0.0,
                   out: Writable | None = None) -> Any:
    """Growth between two columns, element by element: the levels of one date
    and of another. `periods`, of all or of each, is what lies between.

    >>> import dtgrowth as dg
    >>> list(dg.growth_between([3.21, 1.41], [4.64, 2.62], "factor"))
    [1.4454828660436136, 1.8581560283687946]
    """
    options = {"base_rule": base_rule, "per_year": per_year}
    if isinstance(periods, (int, float)):
        return c.growth_between(base, end, kind, periods, None, options, out)
    return c.growth_between(base, end, kind, 0.0, periods, options, out)


def periods_between(base: Numbers, end: Numbers, rate: float | Numbers, *,
                    out: Writable | None = None) -> Any:
    """Periods that growth from one column to another takes, at a constant rate
    of all or of each: ln(end / base) / ln(1 + rate).

    >>> import dtgrowth as dg
    >>> [round(n, 2) for n in dg.periods_between([4.59], [9.18], 0.121)]
    [6.07]
    """
    if isinstance(rate, (int, float)):
        return c.growth_periods_between(base, end, rate, None, None, out)
    return c.growth_periods_between(base, end, 0.0, rate, None, out)


def convert(x: Numbers, kind: str, periods: float = 0.0, *,
            out: Writable | None = None) -> Any:
    """Restates every growth of a series: ``compound`` over `periods`,
    ``to_log``, ``from_log``, ``doubling``.

    >>> import dtgrowth as dg
    >>> list(dg.convert([0.01], "compound", 12))
    [0.12682503013196972]
    """
    return c.growth_convert(x, kind, periods, None, out)


def average_growth(x: Numbers, base: PeriodLike, end: PeriodLike,
                   method: str = "cagr", *,
                   year_rule: str = "same") -> GrowthAverageResult | Any:
    """Average growth of a series from one period to another.

    method  formula, from x_0 to x_n:

            ============ =================================================
            cagr         (x_n / x_0)^(1/n) - 1
            mean_rate    mean of the rates
            geo_mean     (product of 1 + rate)^(1/n) - 1: needs every period
            linear       (x_n / x_0 - 1) / n
            log          ln(x_n / x_0) / n
            ls_coef      b of ln x_t = a + b t, least squares
            ls_compound  exp(b) - 1
            accumulative g with sum (1 + g)^t = sum x_t / x_0
            years        (x_n / x_0)^(1/m) - 1, over m whole years
            ============ =================================================

    The result has `rate`, `periods` (n), `used` (observations), and `why` and
    `index` where there is none.

    >>> import dtgrowth as dg
    >>> trade = dg.series({"2020": 4.59, "2024": 7.23}, freq="A")
    >>> r = dg.average_growth(trade, "2020", "2024")
    >>> round(r.rate, 4), r.periods, r.used
    (0.1203, 4, 2)
    """
    options = None if year_rule == "same" else {"year_rule": year_rule}
    return c.growth_average(x, word(method, "method"), base, end, options)


def trend(x: Numbers, kind: str = "log", base: PeriodLike | None = None,
          end: PeriodLike | None = None, *,
          position: Numbers | None = None) -> GrowthTrendResult | Any:
    """Trend of a series by least squares, from `base` to `end` (all of it): of
    its logarithm, or ``"linear"``.

    The result has `slope`, `growth` (exp(slope) - 1 of a logarithm),
    `intercept`, their standard errors, `residual_sd`, `r_squared`, `used`.

    >>> import dtgrowth as dg
    >>> round(dg.trend(dg.series([1.0, 2.0, 4.0], "2020", "A")).growth, 12)
    1.0
    """
    frame = x if isinstance(x, c.Frame) else c.series_view(x)
    length = len(frame) if frame.ndim == 1 else len(frame[0])
    first: PeriodLike = frame.ordinal if base is None else base
    last: PeriodLike = frame.ordinal + length - 1 if end is None else end
    return c.growth_trend(frame, position, kind, first, last)


def first_step(frame: c.Frame) -> int:
    """How many periods before the first growth the known level is: 0 where that
    is undefined."""
    each = [frame] if frame.ndim == 1 else list(frame)  # type: ignore
    steps = {int(not (len(x) and x[0] != x[0])) for x in each}
    if len(steps) > 1:
        raise ArgumentError("the first growth of some series is undefined, of "
                            "others not: say at which period the levels are",
                            "DT_E_PERIOD")
    return steps.pop() if steps else 1


def kind_of(rates: Any, kind: str | None) -> str:
    """The kind of growth that numbers are: a result says it itself."""
    summary = rates.summary if isinstance(rates, c.Frame) else None
    if isinstance(summary, list):  # Of a panel, all are one kind.
        summary = summary[0] if summary else None
    if kind is not None:
        word(kind, "kind")
    if summary is None or summary.transformation == "unstated":
        return "rate" if kind is None else kind
    known = str(summary.transformation)
    if known not in LEVEL_KINDS or kind not in (None, known):
        raise ArgumentError(
            f"this is growth of the kind {known!r}" + (
                f", and kind is {kind!r}" if known in LEVEL_KINDS else
                ", of which no level follows"), "DT_E_KIND")
    if summary.periods != 1:
        raise ArgumentError(
            f"this is growth over {summary.periods:g} periods: levels follow "
            "from that of each over the one before", "DT_E_LAG")
    return known


def levels(rates: Numbers, start_level: float | Numbers,
           kind: str | None = None, *, at: PeriodLike | None = None,
           out: Writable | None = None) -> Any:
    """Levels along growth, from one that is known, forward and backward.

    `kind` is ``rate change log factor``. A result of :func:`growth` says its
    own, and is refused where no level follows from it: growth over a year, of
    quarters. Other numbers are rates if nothing else is said.

    `start_level` is that of the period `at`: any of the growth's, or the one
    before. If it is not given, it is the first period where its growth is
    undefined, as that of a result of :func:`growth` is, and the one before
    otherwise. Of a panel, one level for each series.

    >>> import dtgrowth as dg
    >>> x = dg.series([200.0, 210.0, 231.0], "2022", "A")
    >>> list(dg.levels(dg.growth(x), 200.0))
    [200.0, 210.0, 231.0]
    >>> list(dg.levels(dg.series([0.5, 0.5], "2021", "A"), 4.0))
    [6.0, 9.0]
    """
    frame = rates if isinstance(rates, c.Frame) else c.series_view(rates)
    at = frame.ordinal - first_step(frame) if at is None else at
    known_level: Any = start_level  # One of each series of a panel.
    return c.growth_levels(frame, kind_of(frame, kind), at, known_level, None,
                           out)


def cumulative(rates: Numbers, kind: str | None = None, *,
               out: Writable | None = None) -> Any:
    """Growth since the period before the first, through each period in turn;
    of a result of :func:`growth`, whose first period has no base, since that
    one, and as much shorter. `kind` is that of :func:`levels`.

    >>> import dtgrowth as dg
    >>> list(dg.cumulative([0.5, 0.5]))
    [0.5, 1.25]
    >>> list(dg.cumulative(dg.growth([100.0, 150.0, 225.0])))
    [0.5, 1.25]
    """
    known = kind_of(rates, kind)
    return c.growth_cumulative(from_first_base(rates), known, None, out)


def from_first_base(rates: Numbers) -> Numbers:
    """Growth from where there is a base: a result has none in its first period,
    or that of no series of it."""
    if not isinstance(rates, c.Frame) or rates.summary is None:
        return rates
    one = rates.ndim == 1
    each = [rates.summary] if one else rates.summary
    firsts = [s.first_why if s.first_undefined == 0 else "defined"
              for s in each if s.defined + s.undefined > 0]
    if not firsts or any(why != "no_base" for why in firsts):
        return rates
    cut: Any = [x[1:] for x in ([rates] if one else rates)]  # type: ignore
    return cut[0] if one else panel(cut)
