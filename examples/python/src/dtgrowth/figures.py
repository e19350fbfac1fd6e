# SPDX-License-Identifier: MIT
"""Published figures: what a rounded number stands for, and whether several
agree with each other."""

from __future__ import annotations

import math
from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from typing import Any, NamedTuple, get_args

from . import c, show
from .errors import TextError
from .records import CompareFigure, CompareGrowthCheck, CompareInterval
from .words import CompareMethod

#: What a verdict of the library is called here.
VERDICTS: dict[str, str] = {"exact": "reproduced", "within": "consistent",
            "edge": "consistent", "inconsistent": "inconsistent",
            "undecidable": "undecidable"}
COLOURS = {"reproduced": "tab:green", "consistent": "tab:blue",
           "inconsistent": "tab:red", "undecidable": "tab:gray"}


class Figure(CompareFigure):
    r"""A figure as it was printed: "2.90" is not "2.9".

    >>> import dtgrowth as dg
    >>> f = dg.Figure("2.90")
    >>> f.interval()
    Interval(value=2.9, lower=2.895, upper=2.905)
    >>> dg.Figure("about 3", quality="vague")
    Traceback (most recent call last):
    ...
    dtgrowth.errors.TextError: text[0] is 'a': expected a digit
    >>> str(dg.Figure("4,590")), str(dg.Figure("\u22123.2%"))
    ('4590', '-3.2%')

    text      a sign, digits, a point and digits; commas between thousands; a
              per cent sign at the end, which `percent` remembers
    rounding  ``unknown half_up half_even truncate floor ceiling``
    quality   ``printed``, or ``vague`` for "nearly 3": nothing can be decided
    """

    percent: bool

    def __new__(cls, text: str, rounding: str = "unknown",
                quality: str = "printed") -> Figure:
        if not isinstance(text, str):
            raise TypeError(
                f"{text!r} is no text; a figure is the text that was printed, "
                f'"{text}", whose digits count')
        # A minus as it is printed, U+2212.
        made = c.compare_figure_parse(text.replace("\u2212", "-"),
                                      ["groups", "percent"])
        return cls._of(made, text.rstrip().endswith("%"), rounding, quality)

    @classmethod
    def _of(cls, figure: CompareFigure, percent: bool, rounding: str,
            quality: str) -> Figure:
        self = super().__new__(cls, figure.digits, figure.decimals, rounding,
                               quality)
        self.percent = percent
        return self

    def __eq__(self, other: object) -> bool:
        return tuple.__eq__(self, other) is True and (
            self.percent == getattr(other, "percent", self.percent))

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash((tuple(self), self.percent))

    def __reduce__(self) -> tuple[Any, ...]:
        return self._of, (CompareFigure(*self), self.percent, self.rounding,
                          self.quality)

    @classmethod
    def of(cls, value: float, decimals: int,
           rounding: str = "half_even") -> Figure:
        """The figure that a number prints as.

        >>> import dtgrowth as dg
        >>> str(dg.Figure.of(12.0293, 1))
        '12.0'
        """
        return cls._of(c.compare_figure_round(value, decimals, rounding), False,
                       rounding, "printed")

    def interval(self) -> CompareInterval:
        """Every number that prints as this figure lies in it."""
        return c.compare_figure_interval(self)

    def __str__(self) -> str:
        return c.compare_figure_format(self) + ("%" if self.percent else "")

    def __repr__(self) -> str:
        return f"Figure({str(self)!r})"


class Interval(CompareInterval):
    """A value, and two ends that are never too narrow."""

    __slots__ = ()

    def __repr__(self) -> str:
        return (f"Interval(value={self.value:.15g}, lower={self.lower:.15g}, "
                f"upper={self.upper:.15g})")


c._use("CompareInterval", Interval)


def figure_of(figure: Figure | str) -> Figure:
    """A figure that may be given as its text."""
    return figure if isinstance(figure, Figure) else Figure(figure)


def alike(*figures: Figure) -> None:
    """Figures of which some are in per cent are none of one kind."""
    if len({figure.percent for figure in figures}) > 1:
        raise TextError(
            f"{' and '.join(str(figure) for figure in figures)}: some are in "
            "per cent, others not", "DT_E_TEXT")


def fraction_of(figure: Figure | str) -> CompareFigure:
    """A figure as the number that it is: 50% is 0.50."""
    given = figure_of(figure)
    return CompareFigure(*given)._replace(
        decimals=given.decimals + 2 * given.percent)


def percent_of(rate: Figure | str) -> Figure:
    """A published rate, which says that it is in per cent."""
    figure = figure_of(rate)
    if not figure.percent:
        raise TextError(f'rate is "{figure}", and a published rate is in per '
                        f'cent: "{figure}%"', "DT_E_TEXT")
    return figure


def per_cent(x: float, rounding: str, decimals: int) -> str:
    """A fraction in per cent; an end of an interval outward."""
    if not math.isfinite(x):
        return "any" if math.isinf(x) else "none"
    exact = Context(prec=2000)  # No double has more digits.
    step = exact.scaleb(Decimal(1), -decimals)
    percents = exact.multiply(Decimal(x), 100)
    return f"{percents.quantize(step, rounding, exact):f}"


def counted(periods: str) -> str:
    """A number of periods in words."""
    return f"{periods} period{'' if periods == '1' else 's'}"


class GrowthCheck(NamedTuple):
    """Whether a published growth rate agrees with two published levels."""

    base: Figure
    end: Figure
    rate: Figure
    periods: float
    method: str
    details: CompareGrowthCheck

    @property
    def verdict(self) -> str:
        """``reproduced``: the levels print as the rate; ``consistent``: their
        rounding explains it; ``inconsistent``; ``undecidable``: a figure is
        vague."""
        return VERDICTS[self.details.verdict]

    @property
    def recomputed(self) -> CompareInterval:
        """Growth from the levels: value, and the ends of what it may be."""
        return self.details.recomputed

    @property
    def methods(self) -> list[str]:
        """The methods by which the rate would fit."""
        return [word for bit, word in enumerate(
            get_args(CompareMethod))
            if self.details.methods >> bit & 1]

    def head(self) -> str:
        """What is checked, in words."""
        return (f"{self.base} to {self.end} over "
                f"{counted(f'{self.periods:g}')}, {self.method}")

    def explain(self) -> str:
        """A sentence."""
        r, decimals = self.recomputed, max(self.rate.decimals, 0) + 1
        head = self.head()
        if self.verdict == "undecidable":
            return f"{head}: a figure is vague, nothing can be decided"
        text = (f"{head}: {per_cent(r.value, 'ROUND_HALF_EVEN', decimals)} % "
                f"[{per_cent(r.lower, ROUND_FLOOR, decimals)}, "
                f"{per_cent(r.upper, ROUND_CEILING, decimals)}], published "
                f"{self.rate}: {self.verdict}")
        if self.details.verdict == "edge":
            text += ", only at the edge of rounding"
        if self.verdict != "inconsistent":
            return text
        others = [m for m in self.methods if m != self.method]
        first, last = self.details.periods_first, self.details.periods_last
        if others:
            text += f"; it would fit as {' or '.join(others)}"
        if first <= last:
            text += "; it would fit over " + counted(
                f"{first}" if first == last else f"{first} to {last}")
        return text

    def plot(self, ax: Any = None) -> Any:
        """Draws the rate that was published upon those that are possible."""
        ax = show.axes(ax, 2.2)
        r, colour = self.recomputed, COLOURS[self.verdict]
        if self.verdict != "undecidable":
            ax.errorbar([100 * r.value], [0],
                        xerr=[[100 * (r.value - r.lower)],
                              [100 * (r.upper - r.value)]],
                        fmt="o", capsize=4, color=colour,
                        label="possible by the levels")
        published = self.details.published
        ax.axvspan(100 * published.lower, 100 * published.upper, alpha=0.2,
                   color=colour, label=f"published {self.rate}")
        ax.set_ylim(-1, 2)  # The legend stands above the point.
        ax.set_yticks([])
        ax.margins(x=0.1)
        ax.set_xlabel("per cent")
        ax.set_title(f"{self.head()}: {self.verdict}", fontsize="medium")
        ax.legend(loc="upper center", ncols=2, frameon=False)
        return ax


def check_growth(base: Figure | str, end: Figure | str, periods: float,
                 rate: Figure | str, method: str = "cagr") -> GrowthCheck:
    """Whether a published growth rate agrees with two published levels.

    Each figure stands for all numbers that print as it. The rate is recomputed
    over all of them, and compared with what the published one stands for.

    periods  from base to end: 2020 to 2024 is 4
    rate     in per cent: ``"12.1%"``
    method   ``cagr``, ``total`` (in all), ``linear``, ``log``

    >>> import dtgrowth as dg
    >>> check = dg.check_growth("4.59", "7.23", periods=4, rate="12.1%")
    >>> check.verdict
    'consistent'
    >>> print(check.explain())
    4.59 to 7.23 over 4 periods, cagr: 12.03 % [11.97, 12.08], published 12.1%: consistent, only at the edge of rounding
    >>> dg.check_growth("4.59", "7.23", periods=4, rate="57.5%").methods
    ['total']
    """
    base, end, rate = figure_of(base), figure_of(end), percent_of(rate)
    alike(base, end)
    return GrowthCheck(base, end, rate, periods, method, c.compare_check_growth(
        base, end, rate, periods, method))


class SumCheck(NamedTuple):
    """Whether published parts add up to a published total."""

    parts: list[Figure]
    total: Figure
    sum: CompareInterval
    overlap: CompareInterval
    verdict: str

    def explain(self) -> str:
        """A sentence."""
        return (f"{' + '.join(map(str, self.parts))} is "
                f"{self.sum.value:.10g} [{self.sum.lower:.10g}, "
                f"{self.sum.upper:.10g}], published {self.total}: "
                f"{self.verdict}; overlap {self.overlap.value:.10g} "
                f"[{self.overlap.lower:.10g}, {self.overlap.upper:.10g}]")


def check_sum(parts: Sequence[Figure | str], total: Figure | str) -> SumCheck:
    """Whether published parts add up to a published total, and what they have
    in common if they do not.

    >>> import dtgrowth as dg
    >>> print(dg.check_sum(["4.64", "2.62"], "7.23").explain())
    4.64 + 2.62 is 7.26 [7.25, 7.27], published 7.23: inconsistent; overlap 0.03 [0.015, 0.045]
    """
    figures, whole = [figure_of(p) for p in parts], figure_of(total)
    alike(*figures, whole)
    found = c.compare_check_sum(figures, whole)
    return SumCheck(figures, whole, found.sum, found.overlap,
                    VERDICTS[found.verdict])


def growth_of_figures(base: Figure | str, end: Figure | str,
                      periods: float = 1.0,
                      method: str = "cagr") -> CompareInterval:
    """Growth between two figures, with every value that it may have.

    >>> import dtgrowth as dg
    >>> rate = dg.growth_of_figures("2.9", "3.1")
    >>> round(rate.lower, 4), round(rate.upper, 4)
    (0.0339, 0.1053)
    """
    base, end = figure_of(base), figure_of(end)
    alike(base, end)
    return c.compare_figure_growth(base, end, periods, method)


def ratio_of_figures(numerator: Figure | str,
                     denominator: Figure | str) -> CompareInterval:
    """Quotient of two figures, with every value that it may have.

    >>> import dtgrowth as dg
    >>> [dg.ratio_of_figures(x, "2").value for x in ("1", "50%")]
    [0.5, 0.25]
    """
    return c.compare_figure_ratio(fraction_of(numerator),
                                  fraction_of(denominator))
