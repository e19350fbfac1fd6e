// SPDX-License-Identifier: MIT
// Made of api.json by lib/tools/rust_safe.py.
use crate::kind::kind;

kind! {
    /// What a function that can fail returns, as an `int32_t`. Values never
    /// change and are never reused; later releases may add some.
    Status: i32 = c"dt_status" {
        /// Success.
        OK = DT_E_OK,
        /// A pointer that is needed is null.
        NULL = DT_E_NULL,
        /// A length is negative or cannot be addressed.
        LENGTH = DT_E_LENGTH,
        /// A stride is 0.
        STRIDE = DT_E_STRIDE,
        /// A pointer is not aligned for its type.
        ALIGNMENT = DT_E_ALIGNMENT,
        /// An output has too little room.
        CAPACITY = DT_E_CAPACITY,
        /// A `struct_size` is not a possible size.
        STRUCT = DT_E_STRUCT,
        /// An option or a form of a later release.
        NEWER = DT_E_NEWER,
        /// An unknown flag, or a reserved field not 0.
        FLAG = DT_E_FLAG,
        /// A kind is unknown, or not possible here.
        KIND = DT_E_KIND,
        /// A rule is unknown, or not possible here.
        RULE = DT_E_RULE,
        /// A frequency is unknown, or not possible here.
        FREQUENCY = DT_E_FREQUENCY,
        /// A period is none, or outside the calendar.
        PERIOD = DT_E_PERIOD,
        /// A period lies before the start of a series.
        BEFORE = DT_E_BEFORE,
        /// A period lies after the end of a series.
        AFTER = DT_E_AFTER,
        /// The number of periods is 0 or negative.
        PERIODS = DT_E_PERIODS,
        /// A lag is less than 1, or not possible here.
        LAG = DT_E_LAG,
        /// Two frequencies that must agree differ.
        MIXED = DT_E_MIXED,
        /// Units that must agree differ, or one is bad.
        UNIT = DT_E_UNIT,
        /// Vintages (editions) that must agree differ.
        VINTAGE = DT_E_VINTAGE,
        /// A text is empty.
        EMPTY = DT_E_EMPTY,
        /// A text is not of the form that is asked for.
        TEXT = DT_E_TEXT,
        /// A good text is followed by something else.
        TRAILING = DT_E_TRAILING,
        /// No such date: 31 February.
        DATE = DT_E_DATE,
        /// No such week: week 53 of a year that has 52.
        WEEK = DT_E_WEEK,
        /// An integer result does not fit its type.
        OVERFLOW = DT_E_OVERFLOW,
        /// A number is outside the domain of the call.
        VALUE = DT_E_VALUE,
        /// A zero or negative base that a rule refuses.
        BASE = DT_E_BASE,
        /// Two series disagree where they overlap.
        CONFLICT = DT_E_CONFLICT,
    }
}

kind! {
    /// What a failure is about: which exception a binding raises.
    Class: i32 = c"dt_status_class" {
        /// Nothing failed.
        OK = DT_STATUS_CLASS_OK,
        /// An argument of the call.
        ARGUMENT = DT_STATUS_CLASS_ARGUMENT,
        /// What the numbers are.
        UNIT = DT_STATUS_CLASS_UNIT,
        /// A frequency, a period or a date.
        PERIOD = DT_STATUS_CLASS_PERIOD,
        /// A text that is read.
        TEXT = DT_STATUS_CLASS_TEXT,
        /// A value outside of what is possible.
        RANGE = DT_STATUS_CLASS_RANGE,
    }
}

kind! {
    /// How often a series is observed. Stored as `int32_t`; one number for each
    /// frequency, so that `==` is equality, and never reused.
    Frequency: i32 = c"dt_series_freq" {
        /// Numbered, not dated: 0, 1, 2 ...
        UNDATED = DT_SERIES_FREQ_UNDATED,
        /// Plus a month: years.
        YEAR_BASE = DT_SERIES_FREQ_YEAR_BASE,
        /// Calendar years.
        YEAR = DT_SERIES_FREQ_YEAR,
        /// Plus a month: half-years.
        HALF_BASE = DT_SERIES_FREQ_HALF_BASE,
        /// Half-years that end in June and December.
        HALF = DT_SERIES_FREQ_HALF,
        /// Plus a month: quarters.
        QUARTER_BASE = DT_SERIES_FREQ_QUARTER_BASE,
        /// Quarters that end in March, June ...
        QUARTER = DT_SERIES_FREQ_QUARTER,
        /// Calendar months.
        MONTH = DT_SERIES_FREQ_MONTH,
        /// Plus a weekday: weeks.
        WEEK_BASE = DT_SERIES_FREQ_WEEK_BASE,
        /// ISO 8601 weeks, Monday to Sunday.
        WEEK = DT_SERIES_FREQ_WEEK,
        /// Monday to Friday; holidays count.
        BUSINESS_DAY = DT_SERIES_FREQ_BUSINESS_DAY,
        /// Every day.
        DAY = DT_SERIES_FREQ_DAY,
    }
}

kind! {
    /// Which end of a longer period is meant.
    Which: i32 = c"dt_series_which" {
        /// Its first day.
        FIRST = DT_SERIES_WHICH_FIRST,
        /// Its last day.
        LAST = DT_SERIES_WHICH_LAST,
    }
}

kind! {
    /// What "a year earlier" means where the calendar leaves a choice.
    YearAgo: i32 = c"dt_series_year_ago" {
        /// The period of the same name: the same date (29 February has none in
        /// most years), the same ISO week number (week 53 has none), a business
        /// day of the same date (none if that is a weekend). No guess is made.
        SAME = DT_SERIES_YEAR_AGO_SAME,
        /// As above, and where there is none the last one before it: 28
        /// February, week 52, the Friday.
        CLAMP = DT_SERIES_YEAR_AGO_CLAMP,
        /// 364 days, 52 weeks, 260 business days: the same weekday.
        DAYS_364 = DT_SERIES_YEAR_AGO_364,
    }
}

kind! {
    /// What the numbers of a series are.
    UnitKind: i32 = c"dt_series_unit_kind" {
        /// Not stated.
        UNSTATED = DT_SERIES_UNIT_KIND_UNSTATED,
        /// An amount per period.
        FLOW = DT_SERIES_UNIT_KIND_FLOW,
        /// An amount at the end of a period.
        STOCK = DT_SERIES_UNIT_KIND_STOCK,
        /// An average over a period: a price.
        AVERAGE = DT_SERIES_UNIT_KIND_AVERAGE,
        /// An index number.
        INDEX = DT_SERIES_UNIT_KIND_INDEX,
        /// 0.05 is five per cent.
        FRACTION = DT_SERIES_UNIT_KIND_FRACTION,
        /// 5 is five per cent.
        PERCENT = DT_SERIES_UNIT_KIND_PERCENT,
        /// A natural logarithm or log growth.
        LOG = DT_SERIES_UNIT_KIND_LOG,
    }
}

kind! {
    /// At which prices.
    Price: i32 = c"dt_series_price" {
        /// Not stated.
        UNSTATED = DT_SERIES_PRICE_UNSTATED,
        /// Those of the period: nominal.
        CURRENT = DT_SERIES_PRICE_CURRENT,
        /// Those of one base year: real.
        CONSTANT = DT_SERIES_PRICE_CONSTANT,
        /// Those of the year before, chained.
        CHAINED = DT_SERIES_PRICE_CHAINED,
    }
}

kind! {
    /// Which direction of trade.
    Trade: i32 = c"dt_series_trade" {
        /// Not stated.
        UNSTATED = DT_SERIES_TRADE_UNSTATED,
        /// Sold abroad.
        EXPORTS = DT_SERIES_TRADE_EXPORTS,
        /// Bought abroad.
        IMPORTS = DT_SERIES_TRADE_IMPORTS,
        /// Exports plus imports.
        BOTH = DT_SERIES_TRADE_BOTH,
    }
}

kind! {
    /// What a series is adjusted for.
    Adjusted: i32 = c"dt_series_adjusted" {
        /// Not stated.
        UNSTATED = DT_SERIES_ADJUSTED_UNSTATED,
        /// Nothing.
        NONE = DT_SERIES_ADJUSTED_NONE,
        /// The season.
        SEASON = DT_SERIES_ADJUSTED_SEASON,
        /// Working days and moving holidays.
        CALENDAR = DT_SERIES_ADJUSTED_CALENDAR,
        /// Season and calendar.
        BOTH = DT_SERIES_ADJUSTED_BOTH,
    }
}

kind! {
    /// What an amount is divided by.
    Denominator: i32 = c"dt_series_denominator" {
        /// Not stated.
        UNSTATED = DT_SERIES_DENOMINATOR_UNSTATED,
        /// Nothing: a total.
        NONE = DT_SERIES_DENOMINATOR_NONE,
        /// Population: per capita.
        PERSON = DT_SERIES_DENOMINATOR_PERSON,
        /// Persons employed.
        WORKER = DT_SERIES_DENOMINATOR_WORKER,
        /// Hours worked.
        HOUR = DT_SERIES_DENOMINATOR_HOUR,
        /// Households.
        HOUSEHOLD = DT_SERIES_DENOMINATOR_HOUSEHOLD,
    }
}

kind! {
    /// Why an element of a result is undefined. Stored as `uint8_t`.
    Why: u8 = c"dt_series_why" {
        /// It is defined.
        DEFINED = DT_SERIES_WHY_DEFINED,
        /// The base lies outside the series, or there is no such period.
        NO_BASE = DT_SERIES_WHY_NO_BASE,
        /// The base is missing.
        BASE_MISSING = DT_SERIES_WHY_BASE_MISSING,
        /// The value itself is missing.
        VALUE_MISSING = DT_SERIES_WHY_VALUE_MISSING,
        /// The base (or total) is zero.
        ZERO_BASE = DT_SERIES_WHY_ZERO_BASE,
        /// The base (or total) is negative.
        NEGATIVE_BASE = DT_SERIES_WHY_NEGATIVE_BASE,
        /// The value is outside the domain of the formula: no logarithm of it.
        DOMAIN = DT_SERIES_WHY_DOMAIN,
        /// An operand is infinite, or a NaN that counts as a value.
        NOT_FINITE = DT_SERIES_WHY_NOT_FINITE,
        /// The result overflows a double.
        OVERFLOW = DT_SERIES_WHY_OVERFLOW,
        /// No periods between base and value.
        NO_PERIODS = DT_SERIES_WHY_NO_PERIODS,
        /// Too few observations.
        TOO_FEW = DT_SERIES_WHY_TOO_FEW,
    }
}

kind! {
    /// Flags of a view.
    ViewFlag: i32 = c"dt_series_flag" {
        /// A NaN is a value like any other, and not a missing observation. It
        /// makes the results that depend on it undefined (not finite).
        NAN_IS_VALUE = DT_SERIES_FLAG_NAN_IS_VALUE,
    }
}

kind! {
    /// What an observation is beside its value. Stored as `uint8_t`; SDMX's
    /// CL_OBS_STATUS has the letter.
    ObservationStatus: u8 = c"dt_series_status" {
        /// Nothing is said of it (A).
        NORMAL = DT_SERIES_STATUS_NORMAL,
        /// What comes before is of another kind (B).
        BREAK = DT_SERIES_STATUS_BREAK,
        /// It will be revised (P).
        PROVISIONAL = DT_SERIES_STATUS_PROVISIONAL,
        /// It was not observed (E).
        ESTIMATED = DT_SERIES_STATUS_ESTIMATED,
        /// It may not be shown (C).
        CONFIDENTIAL = DT_SERIES_STATUS_CONFIDENTIAL,
    }
}

kind! {
    /// What a result is: SDMX speaks of a time transformation.
    Transformation: i32 = c"dt_series_transformation" {
        /// Not stated.
        UNSTATED = DT_SERIES_TRANSFORMATION_UNSTATED,
        /// What x is.
        LEVEL = DT_SERIES_TRANSFORMATION_LEVEL,
        /// value - base
        CHANGE = DT_SERIES_TRANSFORMATION_CHANGE,
        /// value / base - 1
        RATE = DT_SERIES_TRANSFORMATION_RATE,
        /// ln(value / base)
        LOG = DT_SERIES_TRANSFORMATION_LOG,
        /// Change over the mean.
        MIDPOINT = DT_SERIES_TRANSFORMATION_MIDPOINT,
        /// value / base
        FACTOR = DT_SERIES_TRANSFORMATION_FACTOR,
        /// A compound rate.
        ANNUALIZED = DT_SERIES_TRANSFORMATION_ANNUALIZED,
        /// Of logarithms.
        ANNUALIZED_LOG = DT_SERIES_TRANSFORMATION_ANNUALIZED_LOG,
        /// Growth since a start.
        CUMULATIVE = DT_SERIES_TRANSFORMATION_CUMULATIVE,
        /// Of a window.
        ROLLING_SUM = DT_SERIES_TRANSFORMATION_ROLLING_SUM,
        /// Of a window.
        ROLLING_MEAN = DT_SERIES_TRANSFORMATION_ROLLING_MEAN,
        /// part / total
        SHARE = DT_SERIES_TRANSFORMATION_SHARE,
        /// Of a share.
        SHARE_CHANGE = DT_SERIES_TRANSFORMATION_SHARE_CHANGE,
        /// To growth of a total.
        CONTRIBUTION = DT_SERIES_TRANSFORMATION_CONTRIBUTION,
        /// Of two rates.
        DIFFERENTIAL = DT_SERIES_TRANSFORMATION_DIFFERENTIAL,
        /// Of two rates.
        RELATIVE = DT_SERIES_TRANSFORMATION_RELATIVE,
        /// Of two levels.
        GAP = DT_SERIES_TRANSFORMATION_GAP,
        /// Of two levels.
        RATIO = DT_SERIES_TRANSFORMATION_RATIO,
        /// A place.
        RANK = DT_SERIES_TRANSFORMATION_RANK,
        /// Periods to an end.
        PERIODS = DT_SERIES_TRANSFORMATION_PERIODS,
        /// Periods to double.
        DOUBLING = DT_SERIES_TRANSFORMATION_DOUBLING,
    }
}

kind! {
    /// Flags of options.
    SeriesFlag: i32 = c"dt_series_option" {
        /// Units that do not add up are added all the same: a rolling sum of
        /// stocks, averages, index numbers, rates or logarithms.
        ANY_UNIT = DT_SERIES_OPTION_ANY_UNIT,
    }
}

kind! {
    /// How a rate of exchange is quoted.
    Quote: i32 = c"dt_series_quote" {
        /// Units of the new currency per unit of the old one: multiply.
        PER_UNIT = DT_SERIES_QUOTE_PER_UNIT,
        /// Units of the old currency per unit of the new one (yuan per dollar
        /// for a series in yuan): divide.
        INVERSE = DT_SERIES_QUOTE_INVERSE,
    }
}

kind! {
    /// How two series are joined.
    SpliceKind: i32 = c"dt_series_splice" {
        /// The levels as they are: units and vintages must agree, and so must
        /// the values of every shared period (DT_E_CONFLICT).
        PLAIN = DT_SERIES_SPLICE_PLAIN,
        /// The older series is multiplied by newer / older at the first shared
        /// period in which both have a value (DT_E_CONFLICT if there is none,
        /// or the two are not finite and of one sign): growth is kept, vintages
        /// and reference periods may differ.
        LINK = DT_SERIES_SPLICE_LINK,
    }
}

kind! {
    /// What is computed of every window.
    RollingKind: i32 = c"dt_series_rolling" {
        /// Its sum: 12-month totals.
        SUM = DT_SERIES_ROLLING_SUM,
        /// Its mean: moving averages.
        MEAN = DT_SERIES_ROLLING_MEAN,
    }
}

kind! {
    /// What a missing observation does to a sum.
    Missing: i32 = c"dt_series_missing" {
        /// It leaves the sum undefined.
        COUNTS = DT_SERIES_MISSING_COUNTS,
        /// It is left out.
        SKIPPED = DT_SERIES_MISSING_SKIPPED,
    }
}

kind! {
    /// What is computed from a base and a value. n is the number of periods
    /// from one to the other, `per_year` that in a year.
    GrowthKind: i32 = c"dt_growth_kind" {
        /// (value - base) / base
        RATE = DT_GROWTH_KIND_RATE,
        /// value - base
        CHANGE = DT_GROWTH_KIND_CHANGE,
        /// ln(value / base)
        LOG = DT_GROWTH_KIND_LOG,
        /// 2 (value - base) / (value + base)
        MIDPOINT = DT_GROWTH_KIND_MIDPOINT,
        /// value / base
        FACTOR = DT_GROWTH_KIND_FACTOR,
        /// (value / base)^(per_year / n) - 1
        ANNUALIZED = DT_GROWTH_KIND_ANNUALIZED,
        /// (per_year / n) ln(value / base)
        ANNUALIZED_LOG = DT_GROWTH_KIND_ANNUALIZED_LOG,
    }
}

kind! {
    /// Where the base of a period is.
    LagRule: i32 = c"dt_growth_lag" {
        /// `lag` periods earlier.
        PERIODS = DT_GROWTH_LAG_PERIODS,
        /// The same period `lag` years earlier, by `year_rule`: "a year ago".
        YEARS = DT_GROWTH_LAG_YEARS,
        /// The last period that ends before the calendar year in which this one
        /// ends; `lag` is 0.
        END_OF_LAST_YEAR = DT_GROWTH_LAG_END_OF_LAST_YEAR,
        /// The one after that: the first of the year; `lag` is 0.
        START_OF_THIS_YEAR = DT_GROWTH_LAG_START_OF_THIS_YEAR,
    }
}

kind! {
    /// What a zero or negative base leads to. A rule that changes nothing for a
    /// kind is refused with it: all but REFUSE for logarithms and annualized
    /// kinds, each of them for CHANGE.
    BaseRule: i32 = c"dt_growth_base" {
        /// No result: zero base, negative base.
        MISSING = DT_GROWTH_BASE_MISSING,
        /// Divide by a negative base as it is; RATE and FACTOR only.
        SIGNED = DT_GROWTH_BASE_SIGNED,
        /// Divide by its magnitude: a loss that shrinks is growth; RATE, FACTOR
        /// and MIDPOINT only.
        ABSOLUTE = DT_GROWTH_BASE_ABSOLUTE,
        /// 2 (value - base) / (|value| + |base|) for such elements, a zero base
        /// included; RATE and MIDPOINT only.
        MIDPOINT = DT_GROWTH_BASE_MIDPOINT,
        /// The whole call fails: DT_E_BASE.
        REFUSE = DT_GROWTH_BASE_REFUSE,
    }
}

kind! {
    /// Flags of options.
    GrowthFlag: i32 = c"dt_growth_option" {
        /// Changes of rolling sums of what does not add up over time, too.
        ANY_UNIT = DT_GROWTH_OPTION_ANY_UNIT,
    }
}

kind! {
    /// What dt_growth_convert() makes of a rate or log growth x.
    ConvertKind: i32 = c"dt_growth_convert" {
        /// (1 + x)^periods - 1
        COMPOUND = DT_GROWTH_CONVERT_COMPOUND,
        /// ln(1 + x)
        TO_LOG = DT_GROWTH_CONVERT_TO_LOG,
        /// exp(x) - 1
        FROM_LOG = DT_GROWTH_CONVERT_FROM_LOG,
        /// ln 2 / ln(1 + x)
        DOUBLING = DT_GROWTH_CONVERT_DOUBLING,
    }
}

kind! {
    /// Which average. x_0 is the base, x_n the end, n the periods between, g_t
    /// the rate of x_t over x_{t-1}.
    AverageKind: i32 = c"dt_growth_average" {
        /// (x_n / x_0)^(1/n) - 1
        CAGR = DT_GROWTH_AVERAGE_CAGR,
        /// (1/n) sum of g_t
        MEAN_RATE = DT_GROWTH_AVERAGE_MEAN_RATE,
        /// (prod (1 + g_t))^(1/n) - 1: the CAGR, if every period is there
        GEO_MEAN = DT_GROWTH_AVERAGE_GEO_MEAN,
        /// (x_n / x_0 - 1) / n
        LINEAR = DT_GROWTH_AVERAGE_LINEAR,
        /// ln(x_n / x_0) / n
        LOG = DT_GROWTH_AVERAGE_LOG,
        /// b of ln x_t = a + b t, by least squares
        LS_COEF = DT_GROWTH_AVERAGE_LS_COEF,
        /// exp(b) - 1
        LS_COMPOUND = DT_GROWTH_AVERAGE_LS_COMPOUND,
        /// g with sum (1 + g)^t = sum x_t/x_0, t = 1 ... n
        ACCUMULATIVE = DT_GROWTH_AVERAGE_ACCUMULATIVE,
        /// (x_n / x_0)^(1/m) - 1, m whole years between two equal parts of
        /// years, by `year_rule`
        YEARS = DT_GROWTH_AVERAGE_YEARS,
    }
}

kind! {
    /// Which trend; t is the position.
    TrendKind: i32 = c"dt_growth_trend" {
        /// ln x_t = a + b t: constant growth.
        LOG = DT_GROWTH_TREND_LOG,
        /// x_t = a + b t: constant change.
        LINEAR = DT_GROWTH_TREND_LINEAR,
    }
}

kind! {
    /// Flags of options.
    CompareFlag: i32 = c"dt_compare_option" {
        /// Units that do not add up are parts of a total all the same: shares
        /// and contributions of chained volumes, index numbers, rates or
        /// logarithms.
        ANY_UNIT = DT_COMPARE_OPTION_ANY_UNIT,
    }
}

kind! {
    /// What is computed from a series x and the same period of a series y.
    CompareKind: i32 = c"dt_compare_kind" {
        /// x / y, y the total
        SHARE = DT_COMPARE_KIND_SHARE,
        /// x_t / y_t - x_{t-lag} / y_{t-lag}
        SHARE_CHANGE = DT_COMPARE_KIND_SHARE_CHANGE,
        /// (x_t - x_{t-lag}) / y_{t-lag}
        CONTRIBUTION = DT_COMPARE_KIND_CONTRIBUTION,
        /// x - y, two rates
        DIFFERENTIAL = DT_COMPARE_KIND_DIFFERENTIAL,
        /// (1 + x) / (1 + y) - 1, two rates
        RELATIVE = DT_COMPARE_KIND_RELATIVE,
        /// x - y, two levels
        GAP = DT_COMPARE_KIND_GAP,
        /// x / y, two levels of any sign but y 0; units may differ (an implied
        /// rate of exchange, a unit value)
        RATIO = DT_COMPARE_KIND_RATIO,
    }
}

kind! {
    /// The ranks of equal values.
    Ties: i32 = c"dt_compare_ties" {
        /// 1 2 2 4: sports ranking
        MIN = DT_COMPARE_TIES_MIN,
        /// 1 3 3 4
        MAX = DT_COMPARE_TIES_MAX,
        /// 1 2 2 3
        DENSE = DT_COMPARE_TIES_DENSE,
        /// 1 2.5 2.5 4
        AVERAGE = DT_COMPARE_TIES_AVERAGE,
        /// 1 2 3 4, the earlier element first
        ORDINAL = DT_COMPARE_TIES_ORDINAL,
    }
}

kind! {
    /// Which value is rank 1.
    Order: i32 = c"dt_compare_order" {
        /// The largest.
        DESCENDING = DT_COMPARE_ORDER_DESCENDING,
        /// The smallest.
        ASCENDING = DT_COMPARE_ORDER_ASCENDING,
    }
}

kind! {
    /// How a figure was rounded: which values print as it. For a figure f with
    /// the unit u of its last digit:
    Rounding: i32 = c"dt_compare_rounding" {
        /// To nearest, ties unknown: \[f - u/2, f + u/2\].
        UNKNOWN = DT_COMPARE_ROUNDING_UNKNOWN,
        /// To nearest, ties away from zero: \[f - u/2, f + u/2) for f \> 0,
        /// mirrored below, open at 0.
        HALF_UP = DT_COMPARE_ROUNDING_HALF_UP,
        /// To nearest, ties to even: closed if the last digit is even, or open.
        HALF_EVEN = DT_COMPARE_ROUNDING_HALF_EVEN,
        /// Towards zero: \[f, f + u) for f \> 0, (f - u, f\] below, (-u, u) at
        /// 0.
        TRUNCATE = DT_COMPARE_ROUNDING_TRUNCATE,
        /// Down: \[f, f + u).
        FLOOR = DT_COMPARE_ROUNDING_FLOOR,
        /// Up: (f - u, f\].
        CEILING = DT_COMPARE_ROUNDING_CEILING,
    }
}

kind! {
    /// How sure a figure is.
    Quality: i32 = c"dt_compare_quality" {
        /// Printed as it stands: precise to its digits.
        PRINTED = DT_COMPARE_QUALITY_PRINTED,
        /// "nearly", "around", "more than": no precision, so that nothing can
        /// be decided by it.
        VAGUE = DT_COMPARE_QUALITY_VAGUE,
    }
}

kind! {
    /// What a figure's text may contain besides digits, a sign, a point.
    TextFlags: i32 = c"dt_compare_text" {
        /// Thousands in groups of three: "4,590".
        GROUPS = DT_COMPARE_TEXT_GROUPS,
        /// A per cent sign at the end: "12.1%", "12.1 %"; the figure stays
        /// 12.1.
        PERCENT = DT_COMPARE_TEXT_PERCENT,
    }
}

kind! {
    /// How a published rate is made; also bit numbers of `methods` below.
    Method: i32 = c"dt_compare_method" {
        /// (end / base)^(1/n) - 1
        CAGR = DT_COMPARE_METHOD_CAGR,
        /// end / base - 1, whatever n
        TOTAL = DT_COMPARE_METHOD_TOTAL,
        /// (end / base - 1) / n
        LINEAR = DT_COMPARE_METHOD_LINEAR,
        /// ln(end / base) / n
        LOG = DT_COMPARE_METHOD_LOG,
    }
}

kind! {
    /// Whether published figures agree.
    Verdict: i32 = c"dt_compare_verdict" {
        /// Recomputed from the printed figures and rounded, it prints the same.
        EXACT = DT_COMPARE_VERDICT_EXACT,
        /// Prints differently, but the published figure lies inside the
        /// recomputed interval: rounding explains it.
        WITHIN = DT_COMPARE_VERDICT_WITHIN,
        /// Only the intervals overlap: rounding can explain it, but just.
        EDGE = DT_COMPARE_VERDICT_EDGE,
        /// No overlap: something else differs.
        INCONSISTENT = DT_COMPARE_VERDICT_INCONSISTENT,
        /// A figure is vague.
        UNDECIDABLE = DT_COMPARE_VERDICT_UNDECIDABLE,
    }
}

/// `DT_VERSION_MAJOR` of the headers.
pub const VERSION_MAJOR: i64 = dtgrowth_sys::DT_VERSION_MAJOR;

/// `DT_VERSION_MINOR` of the headers.
pub const VERSION_MINOR: i64 = dtgrowth_sys::DT_VERSION_MINOR;

/// `DT_VERSION_PATCH` of the headers.
pub const VERSION_PATCH: i64 = dtgrowth_sys::DT_VERSION_PATCH;

/// `DT_SERIES_NO_PERIOD` of the headers.
pub const NO_PERIOD: i64 = dtgrowth_sys::DT_SERIES_NO_PERIOD;

/// `DT_SERIES_YEAR_MIN` of the headers.
pub const YEAR_MIN: i64 = dtgrowth_sys::DT_SERIES_YEAR_MIN;

/// `DT_SERIES_YEAR_MAX` of the headers.
pub const YEAR_MAX: i64 = dtgrowth_sys::DT_SERIES_YEAR_MAX;

/// `DT_SERIES_DECIMALS_UNSTATED` of the headers.
pub const DECIMALS_UNSTATED: i64 = dtgrowth_sys::DT_SERIES_DECIMALS_UNSTATED;

/// `DT_SERIES_SUM_BYTES` of the headers.
pub const SUM_BYTES: i64 = dtgrowth_sys::DT_SERIES_SUM_BYTES;
