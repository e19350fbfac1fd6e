"""How series look: as text, as HTML, and drawn."""

from __future__ import annotations

import html as escapes
import math
from typing import TYPE_CHECKING, Any

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
    what = [] if x.summary is None else [x.summary.transformation]
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
    length = len(x[0]) if len(x) else 0
    return (f"{type(x).__name__}: {len(x)} series of {length} observations" +
            (f", {x.freq} from {x.start}" if x.freq else ""))


def axes(ax: Any) -> Any:
    """Those that are given, or new ones."""
    if ax is not None:
        return ax
    try:
        import matplotlib.pyplot as plt  # type: ignore
    except ImportError as error:
        raise ImportError("plot() draws by matplotlib, which is not "
                          "installed") from error
    return plt.subplots()[1]


def plot(x: Series | Result, ax: Any = None, **style: Any) -> Any:
    """The observations over their periods; gaps stay gaps."""
    ax = axes(ax)
    labels = [str(p) for p in x.periods]
    ax.plot(range(len(x)), list(x), **{"marker": "o", **style})
    step = max(1, len(x) // 10)
    ax.set_xticks(range(0, len(x), step), labels[::step], rotation=45)
    if x.summary is not None:
        ax.set_ylabel(x.summary.transformation)
    return ax
