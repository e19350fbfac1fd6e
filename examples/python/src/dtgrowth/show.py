# SPDX-License-Identifier: MIT
"""How series look: as text, as HTML, and drawn."""

from __future__ import annotations

import html as escapes
import math
from importlib import import_module
from typing import TYPE_CHECKING, Any

from .errors import PeriodError

if TYPE_CHECKING:
    from .frames import Panel, Result, Series
    from .periods import Period

#: Rows that are shown whole; of more, some of both ends.
ROWS, ENDS = 16, 6


def number(x: float) -> str:
    """A number in at most seven digits."""
    return f"{x:.7g}"


def period(x: Series, i: int) -> Period | int:
    """The period of an observation: all of them would be many."""
    return x[i:i + 1].start  # type: ignore[no-any-return]


def head(x: Series) -> str:
    """The first line: what it is, which periods, how much is missing."""
    name = type(x).__name__
    what = []
    if x.summary is not None and x.summary.transformation != "unstated":
        what.append(x.summary.transformation)
    n = len(x)
    missing = sum(math.isnan(v) for v in x)
    what += [x.freq] if x.freq else []
    if n and x.freq:
        what.append(f"{x.start} to {period(x, n - 1)}")
    what.append(f"{n} observation{'' if n == 1 else 's'}")
    if missing:
        what.append(f"{missing} {'missing' if x.why is None else 'undefined'}")
    unit = str(x.unit)
    return f"{name}: {', '.join(what)}" + (
        "" if unit == "not stated" else f" ({unit})")


def cells(x: Series) -> list[tuple[str, str, str]]:
    """Period, number and reason of the rows that are shown."""
    n = len(x)
    which = list(range(n)) if n <= ROWS else [
        *range(ENDS), -1, *range(n - ENDS, n)]
    why = x.why or [""] * n
    return [("...", "", "") if i < 0 else
            (str(period(x, i)), number(x[i]), why[i]) for i in which]


def text(x: Series) -> str:
    """For the terminal."""
    shown = cells(x)
    left = max((len(a) for a, _, _ in shown), default=0)
    right = max((len(b) for _, b, _ in shown), default=0)
    return "\n".join([head(x)] + [
        f"  {a:<{left}}  {b:>{right}}  {c}".rstrip() for a, b, c in shown])


def html(x: Series) -> str:
    """A small table, for a notebook."""
    body = "".join(
        f"<tr><th>{escapes.escape(a)}</th><td style='text-align:right'>"
        f"{escapes.escape(b)}</td><td>{escapes.escape(c)}</td></tr>"
        for a, b, c in cells(x))
    return (f"<table><caption>{escapes.escape(head(x))}</caption>"
            f"<tbody>{body}</tbody></table>")


def panel_text(x: Panel) -> str:
    """One line; its series are shown one by one."""
    lengths = [len(each) for each in x] or [0]
    return (f"{type(x).__name__}: {len(x)} series of "
            f"{ends(min(lengths), max(lengths))} observations" +
            (f", {x.freq} from {ends(min(x.starts), max(x.starts))}"
             if x.freq and len(x) else ""))


def ends(low: Any, high: Any) -> str:
    """What lies between two, which may be the same."""
    return f"{low}" if low == high else f"{low} to {high}"


def axes(ax: Any, height: float = 3.6) -> Any:
    """Those that are given, or new ones."""
    if ax is not None:
        return ax
    return matplotlib("pyplot").subplots(figsize=(6.4, height),
                                         layout="constrained")[1]


def matplotlib(name: str) -> Any:
    """A module of it."""
    try:
        return import_module(f"matplotlib.{name}")
    except ImportError as error:
        raise ImportError("plot() draws by matplotlib, which is not "
                          "installed") from error


class Labels:
    """Texts of the periods of a frequency, for an axis of ordinals."""

    #: Periods between two labels: those of years, halves, quarters.
    STEPS = {"Q": (1, 2, 4, 8, 20, 40), "M": (1, 2, 3, 6, 12, 24, 60, 120),
             "S": (1, 2, 4, 10, 20, 40)}
    TENS = [d * 10 ** n for n in range(7) for d in (1, 2, 5)]

    def __init__(self, like: Series) -> None:
        self.like = like

    def __call__(self, at: float, position: int | None = None) -> str:
        from .frames import period_of
        return str(period_of(self.like, round(at) - self.like.ordinal))

    def step(self, low: float, high: float) -> int:
        """As many labels as there is room for."""
        room = 50 // max(len(self(high)), 3)
        steps = self.STEPS.get(self.like.freq[:1], self.TENS)
        return next((s for s in steps if high - low < s * room), steps[-1])


def label_periods(ax: Any, x: Series) -> None:
    """Writes the periods below; series of one picture have one frequency."""
    ticker = matplotlib("ticker")
    old = getattr(ax.xaxis.get_major_formatter(), "func", None)
    if isinstance(old, Labels) and old.like.frequency != x.frequency:
        raise PeriodError(f"the axes have the frequency {old.like.freq!r}, the "
                          f"series {x.freq!r}", "DT_E_MIXED")
    labels = Labels(x)
    ax.xaxis.set_major_formatter(ticker.FuncFormatter(labels))
    ends = [x.ordinal, x.ordinal + max(len(x), 1) - 1]
    if isinstance(old, Labels):
        ends += ax.dataLim.intervalx
    ax.xaxis.set_major_locator(ticker.MultipleLocator(
        labels.step(min(ends), max(ends))))


def plot(x: Series | Result, ax: Any = None, **style: Any) -> Any:
    """The observations over their periods; gaps stay gaps."""
    ax = axes(ax)
    label_periods(ax, x)
    at = range(x.ordinal, x.ordinal + len(x))
    ax.plot(at, list(x), **{"marker": "o", "markersize": 3, **style})
    if ax.dataLim.width == 0:  # One period is no reason to show a century.
        ax.set_xlim(x.ordinal - 1, x.ordinal + len(x), auto=True)
    what = []
    if x.summary is not None and x.summary.transformation != "unstated":
        what.append(x.summary.transformation)
    what += [] if str(x.unit) == "not stated" else [str(x.unit)]
    if what:
        ax.set_ylabel(", ".join(what))
    return ax
