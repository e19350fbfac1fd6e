# SPDX-License-Identifier: MIT
"""Growth mathematics on economic time series: the last bit right, every rule
said, by period and never by row.

>>> import dtgrowth as dg
>>> dg.rate(4.59, 7.23)
0.5751633986928106
>>> dg.series({"2020": 4.59, "2024": 7.23}, freq="A")
Series: A, 2020 to 2024, 5 observations, 3 missing
  2020  4.59
  2021   nan
  2022   nan
  2023   nan
  2024  7.23

Levels to growth: :func:`growth`, :func:`average_growth`, :func:`trend`; back:
:func:`levels`, :func:`cumulative`; beside each other: :func:`compare`,
:func:`contributions`, :func:`rank`; published figures: :func:`check_growth`,
:func:`check_sum`. Every function of the C library stands in ``dtgrowth.c``.
"""

from . import c
from .errors import (ArgumentError, Error, PeriodError, RangeError, TextError,
                     UnitError)
from .periods import Period
from .units import Unit
from .frames import Panel, PanelResult, Result, Series, panel, series
from .growth import (average_growth, backcast, cagr, change, compound, convert,
                     cumulative, doubling_time, from_log, growth,
                     growth_between, levels, log_growth, midpoint, periods,
                     periods_between, project, rate, rolling_growth, to_log,
                     trend)
from .compare import (Sum, align, catch_up, compare, contribution,
                      contributions, differential, in_currency, in_unit,
                      overlap, rank, relative, rolling, share, share_change,
                      splice)
from .figures import (Figure, GrowthCheck, SumCheck, check_growth, check_sum,
                      growth_of_figures, ratio_of_figures)

__version__ = c.version_string()
__all__ = [
    "ArgumentError", "Error", "Figure", "GrowthCheck", "Panel", "PanelResult",
    "Period", "PeriodError", "RangeError", "Result", "Series", "Sum",
    "SumCheck", "TextError", "Unit", "UnitError", "align", "average_growth",
    "backcast", "c", "cagr", "catch_up", "change", "check_growth",
    "check_sum", "compare", "compound", "contribution", "contributions",
    "convert", "cumulative", "differential", "doubling_time", "from_log",
    "growth", "growth_between", "growth_of_figures", "in_currency", "in_unit",
    "levels", "log_growth", "midpoint", "overlap", "panel", "periods",
    "periods_between", "project", "rank", "rate", "ratio_of_figures",
    "relative", "rolling", "rolling_growth", "series", "share",
    "share_change", "splice", "to_log", "trend",
]
