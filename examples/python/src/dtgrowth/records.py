# SPDX-License-Identifier: MIT
"""What calls of dtgrowth.c take and give as records, made of api.json by
lib/tools/python.py."""

from typing import NamedTuple

from . import c


class SeriesUnit(NamedTuple):
    """struct dt_series_unit"""

    kind: str = "unstated"
    currency: str = ""
    per: str = ""
    scale: int = 0
    price: str = "unstated"
    trade: str = "unstated"
    adjusted: str = "unstated"
    denominator: str = "unstated"
    decimals: int = -1
    reference_frequency: str = ""
    reference: int = 0
    vintage: int = 0
    coverage: int = 0


class SeriesSummary(NamedTuple):
    """struct dt_series_summary"""

    defined: int
    undefined: int
    first_undefined: int
    first_why: str
    reasons: tuple[str, ...]
    transformation: str
    of: str
    periods: float
    per_year: float
    unit: SeriesUnit


class SeriesOptions(NamedTuple):
    """struct dt_series_options"""

    flags: int = 0


class SeriesSumResult(NamedTuple):
    """struct dt_series_sum_result"""

    sum: float
    mean: float
    used: int
    missing: int
    not_finite: int
    why: str


class GrowthOptions(NamedTuple):
    """struct dt_growth_options"""

    flags: int = 0
    lag_rule: str = "periods"
    base_rule: str = "missing"
    year_rule: str = "same"
    per_year: float = 0.0


class GrowthAverageResult(NamedTuple):
    """struct dt_growth_average_result"""

    rate: float
    periods: int
    used: int
    index: int  # type: ignore[assignment]
    why: str


class GrowthTrendResult(NamedTuple):
    """struct dt_growth_trend_result"""

    slope: float
    growth: float
    intercept: float
    slope_se: float
    intercept_se: float
    residual_sd: float
    r_squared: float
    used: int
    index: int  # type: ignore[assignment]
    why: str


class CompareOptions(NamedTuple):
    """struct dt_compare_options"""

    flags: int = 0
    lag_rule: str = "periods"
    year_rule: str = "same"


class CompareDecomposition(NamedTuple):
    """struct dt_compare_decomposition"""

    growth: float
    sum: float
    discrepancy: float
    discrepancy_base: float
    discrepancy_end: float
    index: int  # type: ignore[assignment]
    why: str


class CompareFigure(NamedTuple):
    """struct dt_compare_figure"""

    digits: int = 0
    decimals: int = 0
    rounding: str = "unknown"
    quality: str = "printed"


class CompareInterval(NamedTuple):
    """struct dt_compare_interval"""

    value: float
    lower: float
    upper: float


class CompareGrowthCheck(NamedTuple):
    """struct dt_compare_growth_check"""

    recomputed: CompareInterval
    published: CompareInterval
    implied_base: CompareInterval
    implied_end: CompareInterval
    implied_periods: CompareInterval
    tight_base: CompareInterval
    tight_end: CompareInterval
    periods_first: int
    periods_last: int
    methods: int
    verdict: str
    share_lower: float
    share_upper: float
    power: float
    graded: int
    slips: tuple[int, ...]


class CompareSumCheck(NamedTuple):
    """struct dt_compare_sum_check"""

    sum: CompareInterval
    overlap: CompareInterval
    verdict: str


for _class in (
        SeriesUnit,
        SeriesSummary,
        SeriesOptions,
        SeriesSumResult,
        GrowthOptions,
        GrowthAverageResult,
        GrowthTrendResult,
        CompareOptions,
        CompareDecomposition,
        CompareFigure,
        CompareInterval,
        CompareGrowthCheck,
        CompareSumCheck,
):
    c._use(_class.__name__, _class)