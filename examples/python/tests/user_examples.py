# SPDX-License-Identifier: MIT
"""What users write, as mypy --strict reads it; the tests run it, too."""

from __future__ import annotations

import array
import datetime

import dtgrowth as dg
from dtgrowth.records import GrowthAverageResult


def growth_of_trade() -> float:
    trade = dg.series({"2020": 4.59, "2024": 7.23}, freq="A")
    average: GrowthAverageResult = dg.average_growth(trade, "2020", "2024")
    return average.rate


def a_buffer() -> list[float]:
    levels = array.array("d", [1.0, 2.0, 4.0])
    room = array.array("d", bytes(24))
    result: dg.Result = dg.growth(levels, out=room)
    return list(result)[1:]


def periods() -> list[str]:
    march = dg.Period("2024-03", "M")
    later = march + 2
    x = dg.series([1.0, None, 3.0], march, "M",
                  unit=dg.Unit(kind="flow", currency="USD"))
    assert x[datetime.date(2024, 5, 1)] == x[later] == 3.0
    return [str(p) for p in x.periods]


def figures() -> str:
    check = dg.check_growth("4.59", dg.Figure("7.23"), periods=4, rate="12.1%")
    lower: float = check.recomputed.lower
    assert lower < 0.121
    return check.verdict


def sums() -> float:
    part: dg.Sum = dg.Sum().add([1e300, 1.0])
    return dg.Sum().add([-1e300]).merge(part).read().sum


def failures() -> tuple[str, int]:
    try:
        dg.growth([1.0, 2.0], lag=0)
    except dg.ArgumentError as error:
        return error.status, error.index
    return "", 0
