# SPDX-License-Identifier: MIT
"""The words of kinds and rules, and numbers, made of api.json by
lib/tools/python.py."""

from typing import Final, Literal

Status = Literal[
    "ok",
    "null",
    "length",
    "stride",
    "alignment",
    "capacity",
    "struct",
    "newer",
    "flag",
    "kind",
    "rule",
    "frequency",
    "period",
    "before",
    "after",
    "periods",
    "lag",
    "mixed",
    "unit",
    "vintage",
    "empty",
    "text",
    "trailing",
    "date",
    "week",
    "overflow",
    "value",
    "base",
    "conflict",
]
StatusClass = Literal["ok", "argument", "unit", "period", "text", "range"]
SeriesFreq = Literal[
    "undated",
    "year_base",
    "year",
    "half_base",
    "half",
    "quarter_base",
    "quarter",
    "month",
    "week_base",
    "week",
    "business_day",
    "day",
]
SeriesWhich = Literal["first", "last"]
SeriesYearAgo = Literal["same", "clamp", "364"]
SeriesUnitKind = Literal[
    "unstated",
    "flow",
    "stock",
    "average",
    "index",
    "fraction",
    "percent",
    "log",
]
SeriesPrice = Literal["unstated", "current", "constant", "chained"]
SeriesTrade = Literal["unstated", "exports", "imports", "both"]
SeriesAdjusted = Literal["unstated", "none", "season", "calendar", "both"]
SeriesDenominator = Literal[
    "unstated",
    "none",
    "person",
    "worker",
    "hour",
    "household",
]
SeriesWhy = Literal[
    "defined",
    "no_base",
    "base_missing",
    "value_missing",
    "zero_base",
    "negative_base",
    "domain",
    "not_finite",
    "overflow",
    "no_periods",
    "too_few",
]
SeriesFlag = Literal["nan_is_value"]
SeriesStatus = Literal[
    "normal",
    "break",
    "provisional",
    "estimated",
    "confidential",
]
SeriesTransformation = Literal[
    "unstated",
    "level",
    "change",
    "rate",
    "log",
    "midpoint",
    "factor",
    "annualized",
    "annualized_log",
    "cumulative",
    "rolling_sum",
    "rolling_mean",
    "share",
    "share_change",
    "contribution",
    "differential",
    "relative",
    "gap",
    "ratio",
    "rank",
    "periods",
    "doubling",
]
SeriesOption = Literal["any_unit"]
SeriesQuote = Literal["per_unit", "inverse"]
SeriesSplice = Literal["plain", "link"]
SeriesRolling = Literal["sum", "mean"]
SeriesMissing = Literal["counts", "skipped"]
GrowthKind = Literal[
    "rate",
    "change",
    "log",
    "midpoint",
    "factor",
    "annualized",
    "annualized_log",
]
GrowthLag = Literal[
    "periods",
    "years",
    "end_of_last_year",
    "start_of_this_year",
]
GrowthBase = Literal["missing", "signed", "absolute", "midpoint", "refuse"]
GrowthOption = Literal["any_unit"]
GrowthConvert = Literal["compound", "to_log", "from_log", "doubling"]
GrowthAverage = Literal[
    "cagr",
    "mean_rate",
    "geo_mean",
    "linear",
    "log",
    "ls_coef",
    "ls_compound",
    "accumulative",
    "years",
]
GrowthTrend = Literal["log", "linear"]
CompareOption = Literal["any_unit"]
CompareKind = Literal[
    "share",
    "share_change",
    "contribution",
    "differential",
    "relative",
    "gap",
    "ratio",
]
CompareTies = Literal["min", "max", "dense", "average", "ordinal"]
CompareOrder = Literal["descending", "ascending"]
CompareRounding = Literal[
    "unknown",
    "half_up",
    "half_even",
    "truncate",
    "floor",
    "ceiling",
]
CompareQuality = Literal["printed", "vague"]
CompareText = Literal["groups", "percent"]
CompareMethod = Literal["cagr", "total", "linear", "log"]
CompareVerdict = Literal[
    "exact",
    "within",
    "edge",
    "inconsistent",
    "undecidable",
]
VERSION_MAJOR: Final = 0
VERSION_MINOR: Final = 1
VERSION_PATCH: Final = 0
SERIES_NO_PERIOD: Final = -9223372036854775808
SERIES_YEAR_MIN: Final = -999999
SERIES_YEAR_MAX: Final = 999999
SERIES_DECIMALS_UNSTATED: Final = -1
SERIES_SUM_BYTES: Final = 584
