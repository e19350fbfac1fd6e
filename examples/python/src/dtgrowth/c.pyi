# SPDX-License-Identifier: MIT
# Made of api.json by lib/tools/python.py.
from typing import Any

from . import records
from ._types import Numbers, PeriodLike, RecordLike, Writable
from .frames import PanelResult, Result, Series

class Frame:
    @property
    def frequency(self) -> int: ...
    @property
    def freq(self) -> str: ...
    @property
    def ordinal(self) -> int: ...
    @property
    def ordinals(self) -> list[int]: ...
    @property
    def unit(self) -> Any: ...
    @property
    def flags(self) -> int: ...
    @property
    def ndim(self) -> int: ...
    @property
    def copied(self) -> str: ...
    @property
    def why(self) -> Any: ...
    @property
    def reasons(self) -> bytes | None: ...
    @property
    def summary(self) -> Any: ...
    def __len__(self) -> int: ...
    def __getitem__(self, key: int, /) -> Any: ...
    def __buffer__(self, flags: int, /) -> memoryview: ...
    def _part(self, first: int, count: int, /) -> Any: ...

class Sum: ...

def series_view(values: Numbers, frequency: str | int = 0, start: int = 0,
                unit: Any = None, flags: int = 0, count: int = -1, /) -> Any: ...
def series_from_out(out: Numbers, like: Frame, unit: Any = None, /) -> Any: ...
def panel_spans(values: Numbers, lengths: list[int], starts: list[int],
                frequency: str | int, unit: Any, flags: int, /) -> Any: ...
def _use(name: str, class_: Any, /) -> None: ...
def _front(function: Any, text: bytes, /) -> Any: ...
def compare_catch_up(
    behind: float,
    ahead: float,
    rate_behind: float,
    rate_ahead: float,
) -> float: ...
def compare_check_growth(
    base: RecordLike | records.CompareFigure,
    end: RecordLike | records.CompareFigure,
    rate: RecordLike | records.CompareFigure,
    periods: float,
    method: str | int,
) -> records.CompareGrowthCheck: ...
def compare_check_sum(
    parts: list[Any],
    total: RecordLike | records.CompareFigure,
) -> records.CompareSumCheck: ...
def compare_contribution(
    part_base: float,
    part_end: float,
    total_base: float,
) -> float: ...
def compare_contributions(
    base: Numbers,
    end: Numbers,
    total_base: float,
    total_end: float,
    options: RecordLike | records.CompareOptions | None = None,
    out: Writable | None = None,
) -> Any: ...
def compare_contributions_panel(
    base: Numbers,
    end: Numbers,
    total_base: Numbers,
    total_end: Numbers,
    options: RecordLike | records.CompareOptions | None = None,
    out: Writable | None = None,
) -> tuple[PanelResult, list[records.CompareDecomposition]]: ...
def compare_differential(
    rate: float,
    other: float,
) -> float: ...
def compare_figure_format(
    figure: RecordLike | records.CompareFigure,
) -> str: ...
def compare_figure_growth(
    base: RecordLike | records.CompareFigure,
    end: RecordLike | records.CompareFigure,
    periods: float,
    method: str | int,
) -> records.CompareInterval: ...
def compare_figure_interval(
    figure: RecordLike | records.CompareFigure,
) -> records.CompareInterval: ...
def compare_figure_parse(
    text: str,
    flags: str | int | list[str],
) -> records.CompareFigure: ...
def compare_figure_ratio(
    numerator: RecordLike | records.CompareFigure,
    denominator: RecordLike | records.CompareFigure,
) -> records.CompareInterval: ...
def compare_figure_round(
    value: float,
    decimals: int,
    rounding: str | int,
) -> records.CompareFigure: ...
def compare_options_init() -> records.CompareOptions: ...
def compare_overlap(
    a: float,
    b: float,
    total: float,
) -> float: ...
def compare_rank(
    x: Numbers,
    order: str | int,
    ties: str | int,
    options: RecordLike | records.CompareOptions | None = None,
    out: Writable | None = None,
) -> Any: ...
def compare_rank_panel(
    x: Numbers,
    order: str | int,
    ties: str | int,
    options: RecordLike | records.CompareOptions | None = None,
    out: Writable | None = None,
) -> PanelResult: ...
def compare_relative(
    rate: float,
    other: float,
) -> float: ...
def compare_series(
    x: Numbers,
    y: Numbers,
    kind: str | int,
    lag: int,
    options: RecordLike | records.CompareOptions | None = None,
    out: Writable | None = None,
) -> Any: ...
def compare_series_panel(
    x: Numbers,
    y: Numbers,
    kind: str | int,
    lag: int,
    options: RecordLike | records.CompareOptions | None = None,
    out: Writable | None = None,
) -> PanelResult: ...
def compare_share(
    part: float,
    total: float,
) -> float: ...
def compare_share_change(
    part_base: float,
    part_end: float,
    total_base: float,
    total_end: float,
) -> float: ...
def compare_verdict_name(
    verdict: str | int,
) -> str: ...
def enum_value(
    enumeration: str,
    word: str,
) -> int: ...
def enum_word(
    enumeration: str | None,
    value: int,
) -> str: ...
def growth_average(
    x: Numbers,
    kind: str | int,
    base: PeriodLike,
    end: PeriodLike,
    options: RecordLike | records.GrowthOptions | None = None,
) -> Any: ...
def growth_average_panel(
    x: Numbers,
    kind: str | int,
    base: PeriodLike,
    end: PeriodLike,
    options: RecordLike | records.GrowthOptions | None = None,
) -> list[records.GrowthAverageResult]: ...
def growth_backcast(
    level: float,
    rate: float,
) -> float: ...
def growth_between(
    base: Numbers,
    end: Numbers,
    kind: str | int,
    periods: float,
    periods_each: Numbers | None = None,
    options: RecordLike | records.GrowthOptions | None = None,
    out: Writable | None = None,
) -> Any: ...
def growth_between_panel(
    base: Numbers,
    end: Numbers,
    kind: str | int,
    periods: float,
    periods_each: Numbers | None = None,
    options: RecordLike | records.GrowthOptions | None = None,
    out: Writable | None = None,
) -> PanelResult: ...
def growth_cagr(
    base: float,
    end: float,
    periods: float,
) -> float: ...
def growth_change(
    base: float,
    end: float,
) -> float: ...
def growth_compound(
    rate: float,
    periods: float,
) -> float: ...
def growth_convert(
    x: Numbers,
    kind: str | int,
    periods: float,
    options: RecordLike | records.GrowthOptions | None = None,
    out: Writable | None = None,
) -> Any: ...
def growth_convert_panel(
    x: Numbers,
    kind: str | int,
    periods: float,
    options: RecordLike | records.GrowthOptions | None = None,
    out: Writable | None = None,
) -> PanelResult: ...
def growth_cumulative(
    growth: Numbers,
    kind: str | int,
    options: RecordLike | records.GrowthOptions | None = None,
    out: Writable | None = None,
) -> Any: ...
def growth_cumulative_panel(
    growth: Numbers,
    kind: str | int,
    options: RecordLike | records.GrowthOptions | None = None,
    out: Writable | None = None,
) -> PanelResult: ...
def growth_doubling(
    rate: float,
) -> float: ...
def growth_from_log(
    log_growth: float,
) -> float: ...
def growth_levels(
    growth: Numbers,
    kind: str | int,
    period: PeriodLike,
    level: float,
    options: RecordLike | records.GrowthOptions | None = None,
    out: Writable | None = None,
) -> Any: ...
def growth_levels_panel(
    growth: Numbers,
    kind: str | int,
    period: PeriodLike,
    levels: Numbers,
    options: RecordLike | records.GrowthOptions | None = None,
    out: Writable | None = None,
) -> PanelResult: ...
def growth_log(
    base: float,
    end: float,
) -> float: ...
def growth_midpoint(
    base: float,
    end: float,
) -> float: ...
def growth_options_init() -> records.GrowthOptions: ...
def growth_periods(
    base: float,
    end: float,
    rate: float,
) -> float: ...
def growth_periods_between(
    base: Numbers,
    end: Numbers,
    rate: float,
    rates: Numbers | None = None,
    options: RecordLike | records.GrowthOptions | None = None,
    out: Writable | None = None,
) -> Any: ...
def growth_periods_between_panel(
    base: Numbers,
    end: Numbers,
    rate: float,
    rates: Numbers | None = None,
    options: RecordLike | records.GrowthOptions | None = None,
    out: Writable | None = None,
) -> PanelResult: ...
def growth_project(
    level: float,
    rate: float,
    periods: float,
) -> float: ...
def growth_rate(
    base: float,
    end: float,
) -> float: ...
def growth_rolling(
    x: Numbers,
    kind: str | int,
    window: int,
    lag: int,
    options: RecordLike | records.GrowthOptions | None = None,
    out: Writable | None = None,
) -> Any: ...
def growth_rolling_panel(
    x: Numbers,
    kind: str | int,
    window: int,
    lag: int,
    options: RecordLike | records.GrowthOptions | None = None,
    out: Writable | None = None,
) -> PanelResult: ...
def growth_series(
    x: Numbers,
    kind: str | int,
    lag: int,
    options: RecordLike | records.GrowthOptions | None = None,
    out: Writable | None = None,
) -> Any: ...
def growth_series_panel(
    x: Numbers,
    kind: str | int,
    lag: int,
    options: RecordLike | records.GrowthOptions | None = None,
    out: Writable | None = None,
) -> PanelResult: ...
def growth_to_log(
    rate: float,
) -> float: ...
def growth_trend(
    x: Numbers,
    position: Numbers | None,
    kind: str | int,
    base: PeriodLike,
    end: PeriodLike,
    options: RecordLike | records.GrowthOptions | None = None,
) -> Any: ...
def growth_trend_panel(
    x: Numbers,
    position: Numbers | None,
    kind: str | int,
    base: PeriodLike,
    end: PeriodLike,
    options: RecordLike | records.GrowthOptions | None = None,
) -> list[records.GrowthTrendResult]: ...
def series_align(
    a: Numbers,
    b: Numbers,
) -> tuple[Series, Series]: ...
def series_at(
    self: Numbers,
    i: int,
) -> float: ...
def series_check(
    self: Numbers,
) -> None: ...
def series_convert(
    x: Numbers,
    to: RecordLike | records.SeriesUnit,
    options: RecordLike | records.SeriesOptions | None = None,
    out: Writable | None = None,
) -> Any: ...
def series_convert_currency(
    x: Numbers,
    rates: Numbers,
    quote: str | int,
    options: RecordLike | records.SeriesOptions | None = None,
    out: Writable | None = None,
) -> Any: ...
def series_convert_currency_panel(
    x: Numbers,
    rates: Numbers,
    quote: str | int,
    options: RecordLike | records.SeriesOptions | None = None,
    out: Writable | None = None,
) -> PanelResult: ...
def series_convert_panel(
    x: Numbers,
    to: RecordLike | records.SeriesUnit,
    options: RecordLike | records.SeriesOptions | None = None,
    out: Writable | None = None,
) -> PanelResult: ...
def series_find(
    self: Numbers,
    period: PeriodLike,
) -> int: ...
def series_frequency(
    family: str | int,
    anchor: int,
) -> int: ...
def series_frequency_name(
    frequency: str | int,
) -> str: ...
def series_is_missing(
    self: Numbers,
    i: int,
) -> int: ...
def series_options_init() -> records.SeriesOptions: ...
def series_panel_check(
    self: Numbers,
) -> None: ...
def series_per_year(
    frequency: str | int,
) -> int: ...
def series_period_add(
    period: int,
    count: int,
) -> int: ...
def series_period_convert(
    from_: str | int,
    to: str | int,
    period: int,
    which: str | int,
) -> int: ...
def series_period_difference(
    base: int,
    end: int,
) -> int: ...
def series_period_format(
    frequency: str | int,
    period: int,
) -> str: ...
def series_period_from_date(
    frequency: str | int,
    year: int,
    month: int,
    day: int,
) -> int: ...
def series_period_of(
    frequency: str | int,
    year: int,
    part: int,
) -> int: ...
def series_period_parse(
    frequency: str | int,
    text: str,
) -> int: ...
def series_period_to_date(
    frequency: str | int,
    period: int,
    which: str | int,
) -> tuple[int, int, int]: ...
def series_period_year_ago(
    frequency: str | int,
    period: int,
    years: int,
    rule: str | int,
) -> int: ...
def series_rolling(
    x: Numbers,
    kind: str | int,
    window: int,
    options: RecordLike | records.SeriesOptions | None = None,
    out: Writable | None = None,
) -> Any: ...
def series_rolling_panel(
    x: Numbers,
    kind: str | int,
    window: int,
    options: RecordLike | records.SeriesOptions | None = None,
    out: Writable | None = None,
) -> PanelResult: ...
def series_slice(
    self: Numbers,
    first: PeriodLike,
    last: PeriodLike,
) -> Series: ...
def series_splice(
    older: Numbers,
    newer: Numbers,
    kind: str | int,
    options: RecordLike | records.SeriesOptions | None = None,
    out: Writable | None = None,
) -> Any: ...
def series_splice_panel(
    older: Numbers,
    newer: Numbers,
    kind: str | int,
    options: RecordLike | records.SeriesOptions | None = None,
    out: Writable | None = None,
) -> PanelResult: ...
def series_sum_add(
    self: Sum,
    x: Numbers,
    weights: Numbers | None = None,
) -> None: ...
def series_sum_init(
    self: Sum,
) -> None: ...
def series_sum_load(
    self: Sum,
    bytes: bytes,
) -> None: ...
def series_sum_merge(
    self: Sum,
    other: Sum,
) -> None: ...
def series_sum_ratio(
    numerator: Sum,
    denominator: Sum,
    missing: str | int,
) -> tuple[float, str]: ...
def series_sum_read(
    self: Sum,
    missing: str | int,
) -> records.SeriesSumResult: ...
def series_sum_save(
    self: Sum,
) -> bytes: ...
def series_unit_check(
    a: RecordLike | records.SeriesUnit,
    b: RecordLike | records.SeriesUnit,
) -> None: ...
def series_unit_format(
    unit: RecordLike | records.SeriesUnit,
) -> str: ...
def series_why_name(
    why: str | int,
) -> str: ...
def status_class(
    status: int,
) -> int: ...
def status_name(
    status: int,
) -> str: ...
def version_number() -> int: ...
def version_string() -> str: ...
