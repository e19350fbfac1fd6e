# SPDX-License-Identifier: MIT
"""Series beside each other: shares, contributions, gaps, ranks, exchange."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from . import c
from ._types import Numbers, Writable
from .frames import Series, unit_of
from .growth import lag_of, word
from .records import CompareDecomposition, SeriesSumResult
from .units import Unit

# Of numbers and, element by element, of arrays.
share = c.compare_share
share_change = c.compare_share_change
contribution = c.compare_contribution
differential = c.compare_differential
relative = c.compare_relative
catch_up = c.compare_catch_up
overlap = c.compare_overlap


def compare(x: Numbers, y: Numbers, kind: str = "share",
            lag: int | str | None = None, *, year_rule: str = "same",
            any_unit: bool = False,
            out: Writable | None = None) -> Any:
    """Compares two series period by period; the periods may be others.

    kind  formula, of x and y at the same period:

          ============ ==========================================
          share        x / y, y the total
          share_change x_t / y_t - x_{t-lag} / y_{t-lag}
          contribution (x_t - x_{t-lag}) / y_{t-lag}
          differential x - y, two rates
          relative     (1 + x) / (1 + y) - 1, two rates
          gap          x - y, two levels
          ratio        x / y, two levels; their units may differ
          ============ ==========================================

    The lag is 1 where it is not given, of the kinds that have one. Units that
    differ are a :class:`UnitError`.

    >>> import dtgrowth as dg
    >>> ordered = dg.series({"2020": 1.41, "2024": 2.62}, freq="A")
    >>> total = dg.series({"2020": 4.59, "2024": 7.23}, freq="A")
    >>> round(dg.compare(ordered, total)["2024"], 4)
    0.3624
    """
    if lag is None:
        lag = int(kind in ("share_change", "contribution"))
    number, rule = lag_of(lag)
    options = {"lag_rule": rule, "year_rule": year_rule,
               "flags": int(any_unit)}
    return c.compare_series(x, y, word(kind, "kind"), number, options, out)


def contributions(base: Numbers, end: Numbers, total_base: float,
                  total_end: float, *, any_unit: bool = False,
                  out: Writable | None = None
                  ) -> tuple[Series, CompareDecomposition] | Any:
    """Contributions of parts to the growth of their total between two dates,
    (end_i - base_i) / total_base, and how they fit: `growth` of the total,
    `sum` of the contributions, `discrepancy`, which no part explains and which
    is never spread over them.

    >>> import dtgrowth as dg
    >>> points, fit = dg.contributions([3.21, 1.41], [4.64, 2.62], 4.59, 7.23)
    >>> [round(p, 4) for p in points], round(fit.growth, 4)
    ([0.3115, 0.2636], 0.5752)
    """
    options = {"flags": int(any_unit)}
    return c.compare_contributions(base, end, total_base, total_end, options,
                                   out)


def rank(x: Numbers, order: str = "descending", ties: str = "min", *,
         out: Writable | None = None) -> Any:
    """The place of each element: 1 is the largest, or the smallest if
    ``"ascending"``. Equal ones by `ties`: ``min max dense average ordinal``.

    >>> import dtgrowth as dg
    >>> list(dg.rank([0.5, 0.7, None, 0.7]))
    [3.0, 1.0, nan, 1.0]
    """
    return c.compare_rank(x, order, ties, None, out)


def splice(older: Series, newer: Series, kind: str = "plain") -> Any:
    """One series of two: the newer one where it has a value, and the older one
    elsewhere. ``"plain"`` takes them as they are, and is an error where the two
    differ in a period; ``"link"`` scales the older one to the newer where they
    meet.

    >>> import dtgrowth as dg
    >>> older = dg.series([50.0, 55.0], "2020", "A")
    >>> list(dg.splice(older, dg.series([110.0, 120.0], "2021", "A"), "link"))
    [100.0, 110.0, 120.0]
    """
    return c.series_splice(older, newer, kind)


def in_unit(x: Numbers, unit: Unit | Mapping[str, Any], *,
            out: Writable | None = None) -> Any:
    """Restates a series in another unit: another scale, fraction or per cent.

    >>> import dtgrowth as dg
    >>> x = dg.series([4.59], unit={"kind": "flow", "scale": 12})
    >>> list(dg.in_unit(x, {"kind": "flow", "scale": 9}))
    [4590.0]
    """
    return c.series_convert(x, unit_of(unit), None, out)


def in_currency(x: Numbers, rates: Numbers, quote: str = "per_unit", *,
                out: Writable | None = None) -> Any:
    """Amounts in another currency, by a rate of each period: so much of the new
    one per unit of the old, or the ``"inverse"``.

    >>> import dtgrowth as dg
    >>> yuan = dg.series([3.5], "2024", "A", unit={"currency": "CNY"})
    >>> fx = {"kind": "average", "currency": "CNY", "per": "USD"}
    >>> usd = dg.in_currency(yuan, dg.series([7.0], "2024", "A", unit=fx),
    ...                      "inverse")
    >>> list(usd), usd.unit.currency
    ([0.5], 'USD')
    """
    return c.series_convert_currency(x, rates, quote, None, out)


def rolling(x: Numbers, window: int, kind: str = "sum", *,
            any_unit: bool = False, out: Writable | None = None) -> Any:
    """Sums, or the ``"mean"``, of the last `window` periods, each rounded once.

    >>> import dtgrowth as dg
    >>> list(dg.rolling([1e16, 1.0, -1e16], 3))
    [nan, nan, 1.0]
    """
    return c.series_rolling(x, kind, window, {"flags": int(any_unit)}, out)


def align(a: Series, b: Series) -> tuple[Series, Series]:
    """Two series cut to the periods that both have; nothing is copied.

    >>> import dtgrowth as dg
    >>> a, b = dg.align(dg.series([1.0, 2.0, 3.0], "2020", "A"),
    ...                 dg.series([5.0, 6.0], "2022", "A"))
    >>> list(a), list(b)
    ([3.0], [5.0])
    """
    return c.series_align(a, b)


class Sum(c.Sum):
    """An exact sum of any numbers in any order, rounded once when it is read;
    parts of it that were made elsewhere are merged.

    >>> import dtgrowth as dg
    >>> part = dg.Sum().add([1e300, 1.0])
    >>> dg.Sum().add([-1e300]).merge(part).read().sum
    1.0
    >>> dg.Sum.load(part.save()).read().used
    2
    """

    __slots__ = ()

    def add(self, x: Numbers, weights: Numbers | None = None) -> Sum:
        """Adds the observations, times `weights`; returns itself."""
        c.series_sum_add(self, x, weights)
        return self

    def merge(self, other: Sum) -> Sum:
        """Adds another sum; returns itself."""
        c.series_sum_merge(self, other)
        return self

    def read(self, missing: str = "counts") -> SeriesSumResult:
        """Sum, mean and how many; ``"skipped"`` leaves missing ones out."""
        return c.series_sum_read(self, missing)

    def save(self) -> bytes:
        """The state as bytes, the same on every machine."""
        return c.series_sum_save(self)

    @classmethod
    def load(cls, state: bytes) -> Sum:
        """A state that was saved."""
        self = cls()
        c.series_sum_load(self, state)
        return self
