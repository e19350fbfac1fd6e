// SPDX-License-Identifier: MIT
// Made of api.json by lib/tools/rust.py.
use core::ffi::{c_char, c_void};
use core::mem::{offset_of, size_of};

/// Values of `dt_status`.
pub mod dt_status {
    pub const DT_E_OK: i32 = 0;
    pub const DT_E_NULL: i32 = -1;
    pub const DT_E_LENGTH: i32 = -2;
    pub const DT_E_STRIDE: i32 = -3;
    pub const DT_E_ALIGNMENT: i32 = -4;
    pub const DT_E_CAPACITY: i32 = -5;
    pub const DT_E_STRUCT: i32 = -6;
    pub const DT_E_NEWER: i32 = -7;
    pub const DT_E_FLAG: i32 = -8;
    pub const DT_E_KIND: i32 = -9;
    pub const DT_E_RULE: i32 = -10;
    pub const DT_E_FREQUENCY: i32 = -11;
    pub const DT_E_PERIOD: i32 = -12;
    pub const DT_E_BEFORE: i32 = -13;
    pub const DT_E_AFTER: i32 = -14;
    pub const DT_E_PERIODS: i32 = -15;
    pub const DT_E_LAG: i32 = -16;
    pub const DT_E_MIXED: i32 = -17;
    pub const DT_E_UNIT: i32 = -18;
    pub const DT_E_VINTAGE: i32 = -19;
    pub const DT_E_EMPTY: i32 = -20;
    pub const DT_E_TEXT: i32 = -21;
    pub const DT_E_TRAILING: i32 = -22;
    pub const DT_E_DATE: i32 = -23;
    pub const DT_E_WEEK: i32 = -24;
    pub const DT_E_OVERFLOW: i32 = -25;
    pub const DT_E_VALUE: i32 = -26;
    pub const DT_E_BASE: i32 = -27;
    pub const DT_E_CONFLICT: i32 = -28;
}
pub use dt_status::*;

/// Values of `dt_status_class`.
pub mod dt_status_class {
    pub const DT_STATUS_CLASS_OK: i32 = 0;
    pub const DT_STATUS_CLASS_ARGUMENT: i32 = 1;
    pub const DT_STATUS_CLASS_UNIT: i32 = 2;
    pub const DT_STATUS_CLASS_PERIOD: i32 = 3;
    pub const DT_STATUS_CLASS_TEXT: i32 = 4;
    pub const DT_STATUS_CLASS_RANGE: i32 = 5;
}
pub use dt_status_class::*;

/// Values of `dt_series_freq`.
pub mod dt_series_freq {
    pub const DT_SERIES_FREQ_UNDATED: i32 = 0;
    pub const DT_SERIES_FREQ_YEAR_BASE: i32 = 100;
    pub const DT_SERIES_FREQ_YEAR: i32 = 112;
    pub const DT_SERIES_FREQ_HALF_BASE: i32 = 200;
    pub const DT_SERIES_FREQ_HALF: i32 = 206;
    pub const DT_SERIES_FREQ_QUARTER_BASE: i32 = 300;
    pub const DT_SERIES_FREQ_QUARTER: i32 = 303;
    pub const DT_SERIES_FREQ_MONTH: i32 = 400;
    pub const DT_SERIES_FREQ_WEEK_BASE: i32 = 500;
    pub const DT_SERIES_FREQ_WEEK: i32 = 507;
    pub const DT_SERIES_FREQ_BUSINESS_DAY: i32 = 600;
    pub const DT_SERIES_FREQ_DAY: i32 = 700;
}
pub use dt_series_freq::*;

/// Values of `dt_series_which`.
pub mod dt_series_which {
    pub const DT_SERIES_WHICH_FIRST: i32 = 0;
    pub const DT_SERIES_WHICH_LAST: i32 = 1;
}
pub use dt_series_which::*;

/// Values of `dt_series_year_ago`.
pub mod dt_series_year_ago {
    pub const DT_SERIES_YEAR_AGO_SAME: i32 = 0;
    pub const DT_SERIES_YEAR_AGO_CLAMP: i32 = 1;
    pub const DT_SERIES_YEAR_AGO_364: i32 = 2;
}
pub use dt_series_year_ago::*;

/// Values of `dt_series_unit_kind`.
pub mod dt_series_unit_kind {
    pub const DT_SERIES_UNIT_KIND_UNSTATED: i32 = 0;
    pub const DT_SERIES_UNIT_KIND_FLOW: i32 = 1;
    pub const DT_SERIES_UNIT_KIND_STOCK: i32 = 2;
    pub const DT_SERIES_UNIT_KIND_AVERAGE: i32 = 3;
    pub const DT_SERIES_UNIT_KIND_INDEX: i32 = 4;
    pub const DT_SERIES_UNIT_KIND_FRACTION: i32 = 5;
    pub const DT_SERIES_UNIT_KIND_PERCENT: i32 = 6;
    pub const DT_SERIES_UNIT_KIND_LOG: i32 = 7;
}
pub use dt_series_unit_kind::*;

/// Values of `dt_series_price`.
pub mod dt_series_price {
    pub const DT_SERIES_PRICE_UNSTATED: i32 = 0;
    pub const DT_SERIES_PRICE_CURRENT: i32 = 1;
    pub const DT_SERIES_PRICE_CONSTANT: i32 = 2;
    pub const DT_SERIES_PRICE_CHAINED: i32 = 3;
}
pub use dt_series_price::*;

/// Values of `dt_series_trade`.
pub mod dt_series_trade {
    pub const DT_SERIES_TRADE_UNSTATED: i32 = 0;
    pub const DT_SERIES_TRADE_EXPORTS: i32 = 1;
    pub const DT_SERIES_TRADE_IMPORTS: i32 = 2;
    pub const DT_SERIES_TRADE_BOTH: i32 = 3;
}
pub use dt_series_trade::*;

/// Values of `dt_series_adjusted`.
pub mod dt_series_adjusted {
    pub const DT_SERIES_ADJUSTED_UNSTATED: i32 = 0;
    pub const DT_SERIES_ADJUSTED_NONE: i32 = 1;
    pub const DT_SERIES_ADJUSTED_SEASON: i32 = 2;
    pub const DT_SERIES_ADJUSTED_CALENDAR: i32 = 3;
    pub const DT_SERIES_ADJUSTED_BOTH: i32 = 4;
}
pub use dt_series_adjusted::*;

/// Values of `dt_series_denominator`.
pub mod dt_series_denominator {
    pub const DT_SERIES_DENOMINATOR_UNSTATED: i32 = 0;
    pub const DT_SERIES_DENOMINATOR_NONE: i32 = 1;
    pub const DT_SERIES_DENOMINATOR_PERSON: i32 = 2;
    pub const DT_SERIES_DENOMINATOR_WORKER: i32 = 3;
    pub const DT_SERIES_DENOMINATOR_HOUR: i32 = 4;
    pub const DT_SERIES_DENOMINATOR_HOUSEHOLD: i32 = 5;
}
pub use dt_series_denominator::*;

/// Values of `dt_series_why`.
pub mod dt_series_why {
    pub const DT_SERIES_WHY_DEFINED: i32 = 0;
    pub const DT_SERIES_WHY_NO_BASE: i32 = 1;
    pub const DT_SERIES_WHY_BASE_MISSING: i32 = 2;
    pub const DT_SERIES_WHY_VALUE_MISSING: i32 = 3;
    pub const DT_SERIES_WHY_ZERO_BASE: i32 = 4;
    pub const DT_SERIES_WHY_NEGATIVE_BASE: i32 = 5;
    pub const DT_SERIES_WHY_DOMAIN: i32 = 6;
    pub const DT_SERIES_WHY_NOT_FINITE: i32 = 7;
    pub const DT_SERIES_WHY_OVERFLOW: i32 = 8;
    pub const DT_SERIES_WHY_NO_PERIODS: i32 = 9;
    pub const DT_SERIES_WHY_TOO_FEW: i32 = 10;
}
pub use dt_series_why::*;

/// Values of `dt_series_flag`.
pub mod dt_series_flag {
    pub const DT_SERIES_FLAG_NAN_IS_VALUE: i32 = 1;
}
pub use dt_series_flag::*;

/// Values of `dt_series_status`.
pub mod dt_series_status {
    pub const DT_SERIES_STATUS_NORMAL: i32 = 0;
    pub const DT_SERIES_STATUS_BREAK: i32 = 1;
    pub const DT_SERIES_STATUS_PROVISIONAL: i32 = 2;
    pub const DT_SERIES_STATUS_ESTIMATED: i32 = 3;
    pub const DT_SERIES_STATUS_CONFIDENTIAL: i32 = 4;
}
pub use dt_series_status::*;

/// Values of `dt_series_transformation`.
pub mod dt_series_transformation {
    pub const DT_SERIES_TRANSFORMATION_UNSTATED: i32 = 0;
    pub const DT_SERIES_TRANSFORMATION_LEVEL: i32 = 1;
    pub const DT_SERIES_TRANSFORMATION_CHANGE: i32 = 2;
    pub const DT_SERIES_TRANSFORMATION_RATE: i32 = 3;
    pub const DT_SERIES_TRANSFORMATION_LOG: i32 = 4;
    pub const DT_SERIES_TRANSFORMATION_MIDPOINT: i32 = 5;
    pub const DT_SERIES_TRANSFORMATION_FACTOR: i32 = 6;
    pub const DT_SERIES_TRANSFORMATION_ANNUALIZED: i32 = 7;
    pub const DT_SERIES_TRANSFORMATION_ANNUALIZED_LOG: i32 = 8;
    pub const DT_SERIES_TRANSFORMATION_CUMULATIVE: i32 = 9;
    pub const DT_SERIES_TRANSFORMATION_ROLLING_SUM: i32 = 10;
    pub const DT_SERIES_TRANSFORMATION_ROLLING_MEAN: i32 = 11;
    pub const DT_SERIES_TRANSFORMATION_SHARE: i32 = 12;
    pub const DT_SERIES_TRANSFORMATION_SHARE_CHANGE: i32 = 13;
    pub const DT_SERIES_TRANSFORMATION_CONTRIBUTION: i32 = 14;
    pub const DT_SERIES_TRANSFORMATION_DIFFERENTIAL: i32 = 15;
    pub const DT_SERIES_TRANSFORMATION_RELATIVE: i32 = 16;
    pub const DT_SERIES_TRANSFORMATION_GAP: i32 = 17;
    pub const DT_SERIES_TRANSFORMATION_RATIO: i32 = 18;
    pub const DT_SERIES_TRANSFORMATION_RANK: i32 = 19;
    pub const DT_SERIES_TRANSFORMATION_PERIODS: i32 = 20;
    pub const DT_SERIES_TRANSFORMATION_DOUBLING: i32 = 21;
}
pub use dt_series_transformation::*;

/// Values of `dt_series_option`.
pub mod dt_series_option {
    pub const DT_SERIES_OPTION_ANY_UNIT: i32 = 1;
}
pub use dt_series_option::*;

/// Values of `dt_series_quote`.
pub mod dt_series_quote {
    pub const DT_SERIES_QUOTE_PER_UNIT: i32 = 0;
    pub const DT_SERIES_QUOTE_INVERSE: i32 = 1;
}
pub use dt_series_quote::*;

/// Values of `dt_series_splice`.
pub mod dt_series_splice {
    pub const DT_SERIES_SPLICE_PLAIN: i32 = 0;
    pub const DT_SERIES_SPLICE_LINK: i32 = 1;
}
pub use dt_series_splice::*;

/// Values of `dt_series_rolling`.
pub mod dt_series_rolling {
    pub const DT_SERIES_ROLLING_SUM: i32 = 0;
    pub const DT_SERIES_ROLLING_MEAN: i32 = 1;
}
pub use dt_series_rolling::*;

/// Values of `dt_series_missing`.
pub mod dt_series_missing {
    pub const DT_SERIES_MISSING_COUNTS: i32 = 0;
    pub const DT_SERIES_MISSING_SKIPPED: i32 = 1;
}
pub use dt_series_missing::*;

/// Values of `dt_growth_kind`.
pub mod dt_growth_kind {
    pub const DT_GROWTH_KIND_RATE: i32 = 0;
    pub const DT_GROWTH_KIND_CHANGE: i32 = 1;
    pub const DT_GROWTH_KIND_LOG: i32 = 2;
    pub const DT_GROWTH_KIND_MIDPOINT: i32 = 3;
    pub const DT_GROWTH_KIND_FACTOR: i32 = 4;
    pub const DT_GROWTH_KIND_ANNUALIZED: i32 = 5;
    pub const DT_GROWTH_KIND_ANNUALIZED_LOG: i32 = 6;
}
pub use dt_growth_kind::*;

/// Values of `dt_growth_lag`.
pub mod dt_growth_lag {
    pub const DT_GROWTH_LAG_PERIODS: i32 = 0;
    pub const DT_GROWTH_LAG_YEARS: i32 = 1;
    pub const DT_GROWTH_LAG_END_OF_LAST_YEAR: i32 = 2;
    pub const DT_GROWTH_LAG_START_OF_THIS_YEAR: i32 = 3;
}
pub use dt_growth_lag::*;

/// Values of `dt_growth_base`.
pub mod dt_growth_base {
    pub const DT_GROWTH_BASE_MISSING: i32 = 0;
    pub const DT_GROWTH_BASE_SIGNED: i32 = 1;
    pub const DT_GROWTH_BASE_ABSOLUTE: i32 = 2;
    pub const DT_GROWTH_BASE_MIDPOINT: i32 = 3;
    pub const DT_GROWTH_BASE_REFUSE: i32 = 4;
}
pub use dt_growth_base::*;

/// Values of `dt_growth_option`.
pub mod dt_growth_option {
    pub const DT_GROWTH_OPTION_ANY_UNIT: i32 = 1;
}
pub use dt_growth_option::*;

/// Values of `dt_growth_convert`.
pub mod dt_growth_convert {
    pub const DT_GROWTH_CONVERT_COMPOUND: i32 = 0;
    pub const DT_GROWTH_CONVERT_TO_LOG: i32 = 1;
    pub const DT_GROWTH_CONVERT_FROM_LOG: i32 = 2;
    pub const DT_GROWTH_CONVERT_DOUBLING: i32 = 3;
}
pub use dt_growth_convert::*;

/// Values of `dt_growth_average`.
pub mod dt_growth_average {
    pub const DT_GROWTH_AVERAGE_CAGR: i32 = 0;
    pub const DT_GROWTH_AVERAGE_MEAN_RATE: i32 = 1;
    pub const DT_GROWTH_AVERAGE_GEO_MEAN: i32 = 2;
    pub const DT_GROWTH_AVERAGE_LINEAR: i32 = 3;
    pub const DT_GROWTH_AVERAGE_LOG: i32 = 4;
    pub const DT_GROWTH_AVERAGE_LS_COEF: i32 = 5;
    pub const DT_GROWTH_AVERAGE_LS_COMPOUND: i32 = 6;
    pub const DT_GROWTH_AVERAGE_ACCUMULATIVE: i32 = 7;
    pub const DT_GROWTH_AVERAGE_YEARS: i32 = 8;
}
pub use dt_growth_average::*;

/// Values of `dt_growth_trend`.
pub mod dt_growth_trend {
    pub const DT_GROWTH_TREND_LOG: i32 = 0;
    pub const DT_GROWTH_TREND_LINEAR: i32 = 1;
}
pub use dt_growth_trend::*;

/// Values of `dt_compare_option`.
pub mod dt_compare_option {
    pub const DT_COMPARE_OPTION_ANY_UNIT: i32 = 1;
}
pub use dt_compare_option::*;

/// Values of `dt_compare_kind`.
pub mod dt_compare_kind {
    pub const DT_COMPARE_KIND_SHARE: i32 = 0;
    pub const DT_COMPARE_KIND_SHARE_CHANGE: i32 = 1;
    pub const DT_COMPARE_KIND_CONTRIBUTION: i32 = 2;
    pub const DT_COMPARE_KIND_DIFFERENTIAL: i32 = 3;
    pub const DT_COMPARE_KIND_RELATIVE: i32 = 4;
    pub const DT_COMPARE_KIND_GAP: i32 = 5;
    pub const DT_COMPARE_KIND_RATIO: i32 = 6;
}
pub use dt_compare_kind::*;

/// Values of `dt_compare_ties`.
pub mod dt_compare_ties {
    pub const DT_COMPARE_TIES_MIN: i32 = 0;
    pub const DT_COMPARE_TIES_MAX: i32 = 1;
    pub const DT_COMPARE_TIES_DENSE: i32 = 2;
    pub const DT_COMPARE_TIES_AVERAGE: i32 = 3;
    pub const DT_COMPARE_TIES_ORDINAL: i32 = 4;
}
pub use dt_compare_ties::*;

/// Values of `dt_compare_order`.
pub mod dt_compare_order {
    pub const DT_COMPARE_ORDER_DESCENDING: i32 = 0;
    pub const DT_COMPARE_ORDER_ASCENDING: i32 = 1;
}
pub use dt_compare_order::*;

/// Values of `dt_compare_rounding`.
pub mod dt_compare_rounding {
    pub const DT_COMPARE_ROUNDING_UNKNOWN: i32 = 0;
    pub const DT_COMPARE_ROUNDING_HALF_UP: i32 = 1;
    pub const DT_COMPARE_ROUNDING_HALF_EVEN: i32 = 2;
    pub const DT_COMPARE_ROUNDING_TRUNCATE: i32 = 3;
    pub const DT_COMPARE_ROUNDING_FLOOR: i32 = 4;
    pub const DT_COMPARE_ROUNDING_CEILING: i32 = 5;
}
pub use dt_compare_rounding::*;

/// Values of `dt_compare_quality`.
pub mod dt_compare_quality {
    pub const DT_COMPARE_QUALITY_PRINTED: i32 = 0;
    pub const DT_COMPARE_QUALITY_VAGUE: i32 = 1;
}
pub use dt_compare_quality::*;

/// Values of `dt_compare_text`.
pub mod dt_compare_text {
    pub const DT_COMPARE_TEXT_GROUPS: i32 = 1;
    pub const DT_COMPARE_TEXT_PERCENT: i32 = 2;
}
pub use dt_compare_text::*;

/// Values of `dt_compare_method`.
pub mod dt_compare_method {
    pub const DT_COMPARE_METHOD_CAGR: i32 = 0;
    pub const DT_COMPARE_METHOD_TOTAL: i32 = 1;
    pub const DT_COMPARE_METHOD_LINEAR: i32 = 2;
    pub const DT_COMPARE_METHOD_LOG: i32 = 3;
}
pub use dt_compare_method::*;

/// Values of `dt_compare_verdict`.
pub mod dt_compare_verdict {
    pub const DT_COMPARE_VERDICT_EXACT: i32 = 0;
    pub const DT_COMPARE_VERDICT_WITHIN: i32 = 1;
    pub const DT_COMPARE_VERDICT_EDGE: i32 = 2;
    pub const DT_COMPARE_VERDICT_INCONSISTENT: i32 = 3;
    pub const DT_COMPARE_VERDICT_UNDECIDABLE: i32 = 4;
}
pub use dt_compare_verdict::*;
pub const DT_VERSION_MAJOR: i64 = 0;
pub const DT_VERSION_MINOR: i64 = 1;
pub const DT_VERSION_PATCH: i64 = 0;
pub const DT_SERIES_NO_PERIOD: i64 = -9223372036854775808;
pub const DT_SERIES_YEAR_MIN: i64 = -999999;
pub const DT_SERIES_YEAR_MAX: i64 = 999999;
pub const DT_SERIES_DECIMALS_UNSTATED: i64 = -1;
pub const DT_SERIES_SUM_BYTES: i64 = 584;

/// `struct dt_error`
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct dt_error {
    pub code: i32,
    pub reserved: i32,
    pub index: i64,
    pub message: [c_char; 496],
}
#[cfg(target_pointer_width = "64")]
const _: () = {
    assert!(size_of::<dt_error>() == 512);
    assert!(offset_of!(dt_error, code) == 0);
    assert!(offset_of!(dt_error, reserved) == 4);
    assert!(offset_of!(dt_error, index) == 8);
    assert!(offset_of!(dt_error, message) == 16);
};

/// `struct dt_series_unit`
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct dt_series_unit {
    pub kind: i32,
    pub currency: [c_char; 4],
    pub per: [c_char; 4],
    pub scale: i32,
    pub price: i32,
    pub trade: i32,
    pub adjusted: i32,
    pub denominator: i32,
    pub decimals: i32,
    pub reference_frequency: i32,
    pub reference: i64,
    pub vintage: i64,
    pub coverage: i64,
    pub reserved: [i64; 2],
}
#[cfg(target_pointer_width = "64")]
const _: () = {
    assert!(size_of::<dt_series_unit>() == 80);
    assert!(offset_of!(dt_series_unit, kind) == 0);
    assert!(offset_of!(dt_series_unit, currency) == 4);
    assert!(offset_of!(dt_series_unit, per) == 8);
    assert!(offset_of!(dt_series_unit, scale) == 12);
    assert!(offset_of!(dt_series_unit, price) == 16);
    assert!(offset_of!(dt_series_unit, trade) == 20);
    assert!(offset_of!(dt_series_unit, adjusted) == 24);
    assert!(offset_of!(dt_series_unit, denominator) == 28);
    assert!(offset_of!(dt_series_unit, decimals) == 32);
    assert!(offset_of!(dt_series_unit, reference_frequency) == 36);
    assert!(offset_of!(dt_series_unit, reference) == 40);
    assert!(offset_of!(dt_series_unit, vintage) == 48);
    assert!(offset_of!(dt_series_unit, coverage) == 56);
    assert!(offset_of!(dt_series_unit, reserved) == 64);
};

/// `struct dt_series`
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct dt_series {
    pub values: *const f64,
    pub validity: *const u8,
    pub length: i64,
    pub stride: i64,
    pub validity_offset: i64,
    pub start: i64,
    pub frequency: i32,
    pub flags: u32,
    pub unit: dt_series_unit,
    pub status: *const u8,
    pub status_stride: i64,
    pub reserved: [i64; 4],
}
#[cfg(target_pointer_width = "64")]
const _: () = {
    assert!(size_of::<dt_series>() == 184);
    assert!(offset_of!(dt_series, values) == 0);
    assert!(offset_of!(dt_series, validity) == 8);
    assert!(offset_of!(dt_series, length) == 16);
    assert!(offset_of!(dt_series, stride) == 24);
    assert!(offset_of!(dt_series, validity_offset) == 32);
    assert!(offset_of!(dt_series, start) == 40);
    assert!(offset_of!(dt_series, frequency) == 48);
    assert!(offset_of!(dt_series, flags) == 52);
    assert!(offset_of!(dt_series, unit) == 56);
    assert!(offset_of!(dt_series, status) == 136);
    assert!(offset_of!(dt_series, status_stride) == 144);
    assert!(offset_of!(dt_series, reserved) == 152);
};

/// `struct dt_series_summary`
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct dt_series_summary {
    pub defined: i64,
    pub undefined: i64,
    pub first_undefined: i64,
    pub first_why: i32,
    pub reasons: u32,
    pub transformation: i32,
    pub of: i32,
    pub periods: f64,
    pub per_year: f64,
    pub unit: dt_series_unit,
    pub reserved: [i64; 4],
}
#[cfg(target_pointer_width = "64")]
const _: () = {
    assert!(size_of::<dt_series_summary>() == 168);
    assert!(offset_of!(dt_series_summary, defined) == 0);
    assert!(offset_of!(dt_series_summary, undefined) == 8);
    assert!(offset_of!(dt_series_summary, first_undefined) == 16);
    assert!(offset_of!(dt_series_summary, first_why) == 24);
    assert!(offset_of!(dt_series_summary, reasons) == 28);
    assert!(offset_of!(dt_series_summary, transformation) == 32);
    assert!(offset_of!(dt_series_summary, of) == 36);
    assert!(offset_of!(dt_series_summary, periods) == 40);
    assert!(offset_of!(dt_series_summary, per_year) == 48);
    assert!(offset_of!(dt_series_summary, unit) == 56);
    assert!(offset_of!(dt_series_summary, reserved) == 136);
};

/// `struct dt_series_out`
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct dt_series_out {
    pub values: *mut f64,
    pub why: *mut u8,
    pub validity: *mut u8,
    pub summary: *mut dt_series_summary,
    pub stride: i64,
    pub capacity: i64,
    pub validity_offset: i64,
    pub why_stride: i64,
    pub status: *mut u8,
    pub status_stride: i64,
    pub reserved: [i64; 2],
}
#[cfg(target_pointer_width = "64")]
const _: () = {
    assert!(size_of::<dt_series_out>() == 96);
    assert!(offset_of!(dt_series_out, values) == 0);
    assert!(offset_of!(dt_series_out, why) == 8);
    assert!(offset_of!(dt_series_out, validity) == 16);
    assert!(offset_of!(dt_series_out, summary) == 24);
    assert!(offset_of!(dt_series_out, stride) == 32);
    assert!(offset_of!(dt_series_out, capacity) == 40);
    assert!(offset_of!(dt_series_out, validity_offset) == 48);
    assert!(offset_of!(dt_series_out, why_stride) == 56);
    assert!(offset_of!(dt_series_out, status) == 64);
    assert!(offset_of!(dt_series_out, status_stride) == 72);
    assert!(offset_of!(dt_series_out, reserved) == 80);
};

/// `struct dt_series_panel`
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct dt_series_panel {
    pub values: *const f64,
    pub validity: *const u8,
    pub offsets: *const i64,
    pub starts: *const i64,
    pub count: i64,
    pub length: i64,
    pub stride: i64,
    pub series_stride: i64,
    pub validity_offset: i64,
    pub validity_series_stride: i64,
    pub start: i64,
    pub frequency: i32,
    pub flags: u32,
    pub unit: dt_series_unit,
    pub status: *const u8,
    pub status_stride: i64,
    pub reserved: [i64; 4],
}
#[cfg(target_pointer_width = "64")]
const _: () = {
    assert!(size_of::<dt_series_panel>() == 224);
    assert!(offset_of!(dt_series_panel, values) == 0);
    assert!(offset_of!(dt_series_panel, validity) == 8);
    assert!(offset_of!(dt_series_panel, offsets) == 16);
    assert!(offset_of!(dt_series_panel, starts) == 24);
    assert!(offset_of!(dt_series_panel, count) == 32);
    assert!(offset_of!(dt_series_panel, length) == 40);
    assert!(offset_of!(dt_series_panel, stride) == 48);
    assert!(offset_of!(dt_series_panel, series_stride) == 56);
    assert!(offset_of!(dt_series_panel, validity_offset) == 64);
    assert!(offset_of!(dt_series_panel, validity_series_stride) == 72);
    assert!(offset_of!(dt_series_panel, start) == 80);
    assert!(offset_of!(dt_series_panel, frequency) == 88);
    assert!(offset_of!(dt_series_panel, flags) == 92);
    assert!(offset_of!(dt_series_panel, unit) == 96);
    assert!(offset_of!(dt_series_panel, status) == 176);
    assert!(offset_of!(dt_series_panel, status_stride) == 184);
    assert!(offset_of!(dt_series_panel, reserved) == 192);
};

/// `struct dt_series_panel_out`
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct dt_series_panel_out {
    pub values: *mut f64,
    pub why: *mut u8,
    pub validity: *mut u8,
    pub summaries: *mut dt_series_summary,
    pub count: i64,
    pub length: i64,
    pub stride: i64,
    pub series_stride: i64,
    pub why_stride: i64,
    pub why_series_stride: i64,
    pub validity_offset: i64,
    pub validity_series_stride: i64,
    pub reserved: [i64; 4],
}
#[cfg(target_pointer_width = "64")]
const _: () = {
    assert!(size_of::<dt_series_panel_out>() == 128);
    assert!(offset_of!(dt_series_panel_out, values) == 0);
    assert!(offset_of!(dt_series_panel_out, why) == 8);
    assert!(offset_of!(dt_series_panel_out, validity) == 16);
    assert!(offset_of!(dt_series_panel_out, summaries) == 24);
    assert!(offset_of!(dt_series_panel_out, count) == 32);
    assert!(offset_of!(dt_series_panel_out, length) == 40);
    assert!(offset_of!(dt_series_panel_out, stride) == 48);
    assert!(offset_of!(dt_series_panel_out, series_stride) == 56);
    assert!(offset_of!(dt_series_panel_out, why_stride) == 64);
    assert!(offset_of!(dt_series_panel_out, why_series_stride) == 72);
    assert!(offset_of!(dt_series_panel_out, validity_offset) == 80);
    assert!(offset_of!(dt_series_panel_out, validity_series_stride) == 88);
    assert!(offset_of!(dt_series_panel_out, reserved) == 96);
};

/// `struct dt_series_options`
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct dt_series_options {
    pub struct_size: u32,
    pub flags: u32,
    pub reserved: [i64; 3],
}
#[cfg(target_pointer_width = "64")]
const _: () = {
    assert!(size_of::<dt_series_options>() == 32);
    assert!(offset_of!(dt_series_options, struct_size) == 0);
    assert!(offset_of!(dt_series_options, flags) == 4);
    assert!(offset_of!(dt_series_options, reserved) == 8);
};

/// `struct dt_series_sum`
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct dt_series_sum {
    pub opaque: [u64; 144],
}
#[cfg(target_pointer_width = "64")]
const _: () = {
    assert!(size_of::<dt_series_sum>() == 1152);
    assert!(offset_of!(dt_series_sum, opaque) == 0);
};

/// `struct dt_series_sum_result`
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct dt_series_sum_result {
    pub sum: f64,
    pub mean: f64,
    pub used: i64,
    pub missing: i64,
    pub not_finite: i64,
    pub why: i32,
    pub reserved: i32,
}
#[cfg(target_pointer_width = "64")]
const _: () = {
    assert!(size_of::<dt_series_sum_result>() == 48);
    assert!(offset_of!(dt_series_sum_result, sum) == 0);
    assert!(offset_of!(dt_series_sum_result, mean) == 8);
    assert!(offset_of!(dt_series_sum_result, used) == 16);
    assert!(offset_of!(dt_series_sum_result, missing) == 24);
    assert!(offset_of!(dt_series_sum_result, not_finite) == 32);
    assert!(offset_of!(dt_series_sum_result, why) == 40);
    assert!(offset_of!(dt_series_sum_result, reserved) == 44);
};

/// `struct dt_growth_options`
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct dt_growth_options {
    pub struct_size: u32,
    pub flags: u32,
    pub lag_rule: i32,
    pub base_rule: i32,
    pub year_rule: i32,
    pub reserved: i32,
    pub per_year: f64,
}
#[cfg(target_pointer_width = "64")]
const _: () = {
    assert!(size_of::<dt_growth_options>() == 32);
    assert!(offset_of!(dt_growth_options, struct_size) == 0);
    assert!(offset_of!(dt_growth_options, flags) == 4);
    assert!(offset_of!(dt_growth_options, lag_rule) == 8);
    assert!(offset_of!(dt_growth_options, base_rule) == 12);
    assert!(offset_of!(dt_growth_options, year_rule) == 16);
    assert!(offset_of!(dt_growth_options, reserved) == 20);
    assert!(offset_of!(dt_growth_options, per_year) == 24);
};

/// `struct dt_growth_average_result`
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct dt_growth_average_result {
    pub rate: f64,
    pub periods: i64,
    pub used: i64,
    pub index: i64,
    pub why: i32,
    pub reserved: i32,
    pub spare: [i64; 4],
}
#[cfg(target_pointer_width = "64")]
const _: () = {
    assert!(size_of::<dt_growth_average_result>() == 72);
    assert!(offset_of!(dt_growth_average_result, rate) == 0);
    assert!(offset_of!(dt_growth_average_result, periods) == 8);
    assert!(offset_of!(dt_growth_average_result, used) == 16);
    assert!(offset_of!(dt_growth_average_result, index) == 24);
    assert!(offset_of!(dt_growth_average_result, why) == 32);
    assert!(offset_of!(dt_growth_average_result, reserved) == 36);
    assert!(offset_of!(dt_growth_average_result, spare) == 40);
};

/// `struct dt_growth_trend_result`
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct dt_growth_trend_result {
    pub slope: f64,
    pub growth: f64,
    pub intercept: f64,
    pub slope_se: f64,
    pub intercept_se: f64,
    pub residual_sd: f64,
    pub r_squared: f64,
    pub used: i64,
    pub index: i64,
    pub why: i32,
    pub reserved: i32,
    pub spare: [i64; 4],
}
#[cfg(target_pointer_width = "64")]
const _: () = {
    assert!(size_of::<dt_growth_trend_result>() == 112);
    assert!(offset_of!(dt_growth_trend_result, slope) == 0);
    assert!(offset_of!(dt_growth_trend_result, growth) == 8);
    assert!(offset_of!(dt_growth_trend_result, intercept) == 16);
    assert!(offset_of!(dt_growth_trend_result, slope_se) == 24);
    assert!(offset_of!(dt_growth_trend_result, intercept_se) == 32);
    assert!(offset_of!(dt_growth_trend_result, residual_sd) == 40);
    assert!(offset_of!(dt_growth_trend_result, r_squared) == 48);
    assert!(offset_of!(dt_growth_trend_result, used) == 56);
    assert!(offset_of!(dt_growth_trend_result, index) == 64);
    assert!(offset_of!(dt_growth_trend_result, why) == 72);
    assert!(offset_of!(dt_growth_trend_result, reserved) == 76);
    assert!(offset_of!(dt_growth_trend_result, spare) == 80);
};

/// `struct dt_compare_options`
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct dt_compare_options {
    pub struct_size: u32,
    pub flags: u32,
    pub lag_rule: i32,
    pub year_rule: i32,
    pub reserved: [i64; 2],
}
#[cfg(target_pointer_width = "64")]
const _: () = {
    assert!(size_of::<dt_compare_options>() == 32);
    assert!(offset_of!(dt_compare_options, struct_size) == 0);
    assert!(offset_of!(dt_compare_options, flags) == 4);
    assert!(offset_of!(dt_compare_options, lag_rule) == 8);
    assert!(offset_of!(dt_compare_options, year_rule) == 12);
    assert!(offset_of!(dt_compare_options, reserved) == 16);
};

/// `struct dt_compare_decomposition`
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct dt_compare_decomposition {
    pub growth: f64,
    pub sum: f64,
    pub discrepancy: f64,
    pub discrepancy_base: f64,
    pub discrepancy_end: f64,
    pub index: i64,
    pub why: i32,
    pub reserved: i32,
    pub spare: [i64; 4],
}
#[cfg(target_pointer_width = "64")]
const _: () = {
    assert!(size_of::<dt_compare_decomposition>() == 88);
    assert!(offset_of!(dt_compare_decomposition, growth) == 0);
    assert!(offset_of!(dt_compare_decomposition, sum) == 8);
    assert!(offset_of!(dt_compare_decomposition, discrepancy) == 16);
    assert!(offset_of!(dt_compare_decomposition, discrepancy_base) == 24);
    assert!(offset_of!(dt_compare_decomposition, discrepancy_end) == 32);
    assert!(offset_of!(dt_compare_decomposition, index) == 40);
    assert!(offset_of!(dt_compare_decomposition, why) == 48);
    assert!(offset_of!(dt_compare_decomposition, reserved) == 52);
    assert!(offset_of!(dt_compare_decomposition, spare) == 56);
};

/// `struct dt_compare_figure`
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct dt_compare_figure {
    pub digits: i64,
    pub decimals: i32,
    pub rounding: i32,
    pub quality: i32,
    pub reserved: i32,
}
#[cfg(target_pointer_width = "64")]
const _: () = {
    assert!(size_of::<dt_compare_figure>() == 24);
    assert!(offset_of!(dt_compare_figure, digits) == 0);
    assert!(offset_of!(dt_compare_figure, decimals) == 8);
    assert!(offset_of!(dt_compare_figure, rounding) == 12);
    assert!(offset_of!(dt_compare_figure, quality) == 16);
    assert!(offset_of!(dt_compare_figure, reserved) == 20);
};

/// `struct dt_compare_interval`
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct dt_compare_interval {
    pub value: f64,
    pub lower: f64,
    pub upper: f64,
}
#[cfg(target_pointer_width = "64")]
const _: () = {
    assert!(size_of::<dt_compare_interval>() == 24);
    assert!(offset_of!(dt_compare_interval, value) == 0);
    assert!(offset_of!(dt_compare_interval, lower) == 8);
    assert!(offset_of!(dt_compare_interval, upper) == 16);
};

/// `struct dt_compare_growth_check`
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct dt_compare_growth_check {
    pub recomputed: dt_compare_interval,
    pub published: dt_compare_interval,
    pub implied_base: dt_compare_interval,
    pub implied_end: dt_compare_interval,
    pub implied_periods: dt_compare_interval,
    pub tight_base: dt_compare_interval,
    pub tight_end: dt_compare_interval,
    pub periods_first: i64,
    pub periods_last: i64,
    pub methods: u32,
    pub verdict: i32,
    pub share_lower: f64,
    pub share_upper: f64,
    pub power: f64,
    pub graded: i32,
    pub slips: [i32; 8],
    pub reserved: i32,
    pub spare: [i64; 8],
}
#[cfg(target_pointer_width = "64")]
const _: () = {
    assert!(size_of::<dt_compare_growth_check>() == 320);
    assert!(offset_of!(dt_compare_growth_check, recomputed) == 0);
    assert!(offset_of!(dt_compare_growth_check, published) == 24);
    assert!(offset_of!(dt_compare_growth_check, implied_base) == 48);
    assert!(offset_of!(dt_compare_growth_check, implied_end) == 72);
    assert!(offset_of!(dt_compare_growth_check, implied_periods) == 96);
    assert!(offset_of!(dt_compare_growth_check, tight_base) == 120);
    assert!(offset_of!(dt_compare_growth_check, tight_end) == 144);
    assert!(offset_of!(dt_compare_growth_check, periods_first) == 168);
    assert!(offset_of!(dt_compare_growth_check, periods_last) == 176);
    assert!(offset_of!(dt_compare_growth_check, methods) == 184);
    assert!(offset_of!(dt_compare_growth_check, verdict) == 188);
    assert!(offset_of!(dt_compare_growth_check, share_lower) == 192);
    assert!(offset_of!(dt_compare_growth_check, share_upper) == 200);
    assert!(offset_of!(dt_compare_growth_check, power) == 208);
    assert!(offset_of!(dt_compare_growth_check, graded) == 216);
    assert!(offset_of!(dt_compare_growth_check, slips) == 220);
    assert!(offset_of!(dt_compare_growth_check, reserved) == 252);
    assert!(offset_of!(dt_compare_growth_check, spare) == 256);
};

/// `struct dt_compare_sum_check`
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct dt_compare_sum_check {
    pub sum: dt_compare_interval,
    pub overlap: dt_compare_interval,
    pub verdict: i32,
    pub reserved: i32,
    pub spare: [i64; 4],
}
#[cfg(target_pointer_width = "64")]
const _: () = {
    assert!(size_of::<dt_compare_sum_check>() == 88);
    assert!(offset_of!(dt_compare_sum_check, sum) == 0);
    assert!(offset_of!(dt_compare_sum_check, overlap) == 24);
    assert!(offset_of!(dt_compare_sum_check, verdict) == 48);
    assert!(offset_of!(dt_compare_sum_check, reserved) == 52);
    assert!(offset_of!(dt_compare_sum_check, spare) == 56);
};

unsafe extern "C" {
    /// Periods until one level meets another, both at constant rates.
    pub fn dt_compare_catch_up(behind: f64, ahead: f64, rate_behind: f64, rate_ahead: f64) -> f64;
    /// Checks a published growth rate against two published levels.
    #[must_use]
    pub fn dt_compare_check_growth(base: *const dt_compare_figure, end: *const dt_compare_figure, rate: *const dt_compare_figure, periods: f64, method: i32, result: *mut dt_compare_growth_check, error: *mut dt_error) -> i32;
    /// Checks that published parts add up to a published total, and returns the overlap by inclusion-exclusion.
    #[must_use]
    pub fn dt_compare_check_sum(parts: *const dt_compare_figure, count: i64, total: *const dt_compare_figure, result: *mut dt_compare_sum_check, error: *mut dt_error) -> i32;
    /// Contribution of a part to the growth of a total.
    pub fn dt_compare_contribution(part_base: f64, part_end: f64, total_base: f64) -> f64;
    /// Contributions of parts to the growth of their total between two dates.
    #[must_use]
    pub fn dt_compare_contributions(base: *const dt_series, end: *const dt_series, total_base: f64, total_end: f64, options: *const dt_compare_options, out: *const dt_series_out, result: *mut dt_compare_decomposition, error: *mut dt_error) -> i32;
    /// Contributions of many sets of parts
    #[must_use]
    pub fn dt_compare_contributions_panel(base: *const dt_series_panel, end: *const dt_series_panel, total_base: *const f64, total_end: *const f64, options: *const dt_compare_options, out: *const dt_series_panel_out, results: *mut dt_compare_decomposition, error: *mut dt_error) -> i32;
    /// Growth differential.
    pub fn dt_compare_differential(rate: f64, other: f64) -> f64;
    /// Writes a figure as printed: "2.90".
    #[must_use]
    pub fn dt_compare_figure_format(figure: *const dt_compare_figure, buffer: *mut c_char, capacity: i64, needed: *mut i64, error: *mut dt_error) -> i32;
    /// The growth between two figures, with its interval: every growth that levels may have which print as the two.
    #[must_use]
    pub fn dt_compare_figure_growth(base: *const dt_compare_figure, end: *const dt_compare_figure, periods: f64, method: i32, growth: *mut dt_compare_interval, error: *mut dt_error) -> i32;
    /// The interval of true values that print as the figure.
    #[must_use]
    pub fn dt_compare_figure_interval(figure: *const dt_compare_figure, interval: *mut dt_compare_interval, error: *mut dt_error) -> i32;
    /// Reads a printed figure, keeping its trailing zeros.
    #[must_use]
    pub fn dt_compare_figure_parse(text: *const c_char, flags: u32, figure: *mut dt_compare_figure, error: *mut dt_error) -> i32;
    /// The ratio of two figures with its interval: a share, an implied rate of exchange, a total implied by part and share.
    #[must_use]
    pub fn dt_compare_figure_ratio(numerator: *const dt_compare_figure, denominator: *const dt_compare_figure, ratio: *mut dt_compare_interval, error: *mut dt_error) -> i32;
    /// The figure that a publisher prints for a value.
    #[must_use]
    pub fn dt_compare_figure_round(value: f64, decimals: i32, rounding: i32, figure: *mut dt_compare_figure, error: *mut dt_error) -> i32;
    /// Sets options to their defaults: #DT_COMPARE_OPTIONS_INIT for callers that cannot see macros.
    #[must_use]
    pub fn dt_compare_options_init(options: *mut c_void, struct_size: u32) -> i32;
    /// What two overlapping parts of a total have in common, by inclusion and exclusion.
    pub fn dt_compare_overlap(a: f64, b: f64, total: f64) -> f64;
    /// Ranks the observations of a series, or of a cross-section.
    #[must_use]
    pub fn dt_compare_rank(x: *const dt_series, order: i32, ties: i32, options: *const dt_compare_options, work: *mut i64, work_capacity: i64, out: *const dt_series_out, error: *mut dt_error) -> i32;
    /// Ranks the observations of each series of a panel
    #[must_use]
    pub fn dt_compare_rank_panel(x: *const dt_series_panel, order: i32, ties: i32, options: *const dt_compare_options, work: *mut i64, work_capacity: i64, out: *const dt_series_panel_out, error: *mut dt_error) -> i32;
    /// Growth of one relative to another: the growth of their ratio.
    pub fn dt_compare_relative(rate: f64, other: f64) -> f64;
    /// Compares two series period by period.
    #[must_use]
    pub fn dt_compare_series(x: *const dt_series, y: *const dt_series, kind: i32, lag: i64, options: *const dt_compare_options, out: *const dt_series_out, error: *mut dt_error) -> i32;
    /// Compares the series of two panels period by period
    #[must_use]
    pub fn dt_compare_series_panel(x: *const dt_series_panel, y: *const dt_series_panel, kind: i32, lag: i64, options: *const dt_compare_options, out: *const dt_series_panel_out, error: *mut dt_error) -> i32;
    /// Share of a part in a total.
    pub fn dt_compare_share(part: f64, total: f64) -> f64;
    /// Change of a share between two dates.
    pub fn dt_compare_share_change(part_base: f64, part_end: f64, total_base: f64, total_end: f64) -> f64;
    /// Says a verdict in words.
    pub fn dt_compare_verdict_name(verdict: i32) -> *const c_char;
    /// The constant that a word stands for.
    #[must_use]
    pub fn dt_enum_value(enumeration: *const c_char, word: *const c_char, value: *mut i32, error: *mut dt_error) -> i32;
    /// The word of a constant: its name in small letters, without the prefix.
    pub fn dt_enum_word(enumeration: *const c_char, value: i32) -> *const c_char;
    /// Average growth of a series from one period to another.
    #[must_use]
    pub fn dt_growth_average(x: *const dt_series, kind: i32, base: i64, end: i64, options: *const dt_growth_options, result: *mut dt_growth_average_result, error: *mut dt_error) -> i32;
    /// Average growth of each series of a panel
    #[must_use]
    pub fn dt_growth_average_panel(x: *const dt_series_panel, kind: i32, base: i64, end: i64, options: *const dt_growth_options, results: *mut dt_growth_average_result, error: *mut dt_error) -> i32;
    /// Level one period earlier.
    pub fn dt_growth_backcast(level: f64, rate: f64) -> f64;
    /// Growth between two series, element by element: two columns of a table, such as all countries in 2020 and in 2024.
    #[must_use]
    pub fn dt_growth_between(base: *const dt_series, end: *const dt_series, kind: i32, periods: f64, periods_each: *const dt_series, options: *const dt_growth_options, out: *const dt_series_out, error: *mut dt_error) -> i32;
    /// Growth between two panels
    #[must_use]
    pub fn dt_growth_between_panel(base: *const dt_series_panel, end: *const dt_series_panel, kind: i32, periods: f64, periods_each: *const dt_series_panel, options: *const dt_growth_options, out: *const dt_series_panel_out, error: *mut dt_error) -> i32;
    /// Compound rate of growth per period between two levels (CAGR).
    pub fn dt_growth_cagr(base: f64, end: f64, periods: f64) -> f64;
    /// Change between two levels.
    pub fn dt_growth_change(base: f64, end: f64) -> f64;
    /// Growth over several periods at a constant rate; annualization.
    pub fn dt_growth_compound(rate: f64, periods: f64) -> f64;
    /// Restates every growth of a series: annualized or compounded, as a logarithm or back, as a doubling time.
    #[must_use]
    pub fn dt_growth_convert(x: *const dt_series, kind: i32, periods: f64, options: *const dt_growth_options, out: *const dt_series_out, error: *mut dt_error) -> i32;
    /// Converts every growth of a panel
    #[must_use]
    pub fn dt_growth_convert_panel(x: *const dt_series_panel, kind: i32, periods: f64, options: *const dt_growth_options, out: *const dt_series_panel_out, error: *mut dt_error) -> i32;
    /// Growth since the period before the first, through each period in turn.
    #[must_use]
    pub fn dt_growth_cumulative(growth: *const dt_series, kind: i32, options: *const dt_growth_options, out: *const dt_series_out, error: *mut dt_error) -> i32;
    /// Growth since the start of each series of a panel
    #[must_use]
    pub fn dt_growth_cumulative_panel(growth: *const dt_series_panel, kind: i32, options: *const dt_growth_options, out: *const dt_series_panel_out, error: *mut dt_error) -> i32;
    /// Number of periods in which a level doubles.
    pub fn dt_growth_doubling(rate: f64) -> f64;
    /// Rate of a logarithmic growth.
    pub fn dt_growth_from_log(log_growth: f64) -> f64;
    /// Levels from growth and one level that is known, forward and backward.
    #[must_use]
    pub fn dt_growth_levels(growth: *const dt_series, kind: i32, period: i64, level: f64, options: *const dt_growth_options, out: *const dt_series_out, error: *mut dt_error) -> i32;
    /// Levels along the growth of each series of a panel
    #[must_use]
    pub fn dt_growth_levels_panel(growth: *const dt_series_panel, kind: i32, period: i64, levels: *const f64, options: *const dt_growth_options, out: *const dt_series_panel_out, error: *mut dt_error) -> i32;
    /// Logarithmic growth between two levels.
    pub fn dt_growth_log(base: f64, end: f64) -> f64;
    /// Midpoint growth between two levels.
    pub fn dt_growth_midpoint(base: f64, end: f64) -> f64;
    /// Sets options to their defaults: #DT_GROWTH_OPTIONS_INIT for callers that cannot see macros.
    #[must_use]
    pub fn dt_growth_options_init(options: *mut c_void, struct_size: u32) -> i32;
    /// Number of periods that growth at a constant rate takes.
    pub fn dt_growth_periods(base: f64, end: f64, rate: f64) -> f64;
    /// Numbers of periods that growth from one series to another takes, element by element.
    #[must_use]
    pub fn dt_growth_periods_between(base: *const dt_series, end: *const dt_series, rate: f64, rates: *const dt_series, options: *const dt_growth_options, out: *const dt_series_out, error: *mut dt_error) -> i32;
    /// Numbers of periods between two panels
    #[must_use]
    pub fn dt_growth_periods_between_panel(base: *const dt_series_panel, end: *const dt_series_panel, rate: f64, rates: *const dt_series_panel, options: *const dt_growth_options, out: *const dt_series_panel_out, error: *mut dt_error) -> i32;
    /// Level after several periods at a constant rate.
    pub fn dt_growth_project(level: f64, rate: f64, periods: f64) -> f64;
    /// Rate of growth between two levels.
    pub fn dt_growth_rate(base: f64, end: f64) -> f64;
    /// Growth of rolling sums: of each run of periods over an earlier one.
    #[must_use]
    pub fn dt_growth_rolling(x: *const dt_series, kind: i32, window: i64, lag: i64, options: *const dt_growth_options, out: *const dt_series_out, error: *mut dt_error) -> i32;
    /// Growth of rolling sums of each series of a panel
    #[must_use]
    pub fn dt_growth_rolling_panel(x: *const dt_series_panel, kind: i32, window: i64, lag: i64, options: *const dt_growth_options, out: *const dt_series_panel_out, error: *mut dt_error) -> i32;
    /// Growth of every observation of a series over its base.
    #[must_use]
    pub fn dt_growth_series(x: *const dt_series, kind: i32, lag: i64, options: *const dt_growth_options, out: *const dt_series_out, error: *mut dt_error) -> i32;
    /// Growth of each series of a panel
    #[must_use]
    pub fn dt_growth_series_panel(x: *const dt_series_panel, kind: i32, lag: i64, options: *const dt_growth_options, out: *const dt_series_panel_out, error: *mut dt_error) -> i32;
    /// Logarithmic growth of a rate.
    pub fn dt_growth_to_log(rate: f64) -> f64;
    /// Trend of a series by ordinary least squares.
    #[must_use]
    pub fn dt_growth_trend(x: *const dt_series, position: *const dt_series, kind: i32, base: i64, end: i64, options: *const dt_growth_options, result: *mut dt_growth_trend_result, error: *mut dt_error) -> i32;
    /// Trend of each series of a panel
    #[must_use]
    pub fn dt_growth_trend_panel(x: *const dt_series_panel, position: *const dt_series_panel, kind: i32, base: i64, end: i64, options: *const dt_growth_options, results: *mut dt_growth_trend_result, error: *mut dt_error) -> i32;
    /// Cuts two views to the periods that they share.
    #[must_use]
    pub fn dt_series_align(a: *const dt_series, b: *const dt_series, a_cut: *mut dt_series, b_cut: *mut dt_series, error: *mut dt_error) -> i32;
    /// Reads an observation, missing or not.
    pub fn dt_series_at(self_: *const dt_series, i: i64) -> f64;
    /// Checks a view that was filled by hand.
    #[must_use]
    pub fn dt_series_check(self_: *const dt_series, error: *mut dt_error) -> i32;
    /// Restates a series in another unit: another scale, fraction or per cent.
    #[must_use]
    pub fn dt_series_convert(x: *const dt_series, to: *const dt_series_unit, options: *const dt_series_options, out: *const dt_series_out, error: *mut dt_error) -> i32;
    /// Converts amounts of money at the rate of exchange of the same period.
    #[must_use]
    pub fn dt_series_convert_currency(x: *const dt_series, rates: *const dt_series, quote: i32, options: *const dt_series_options, out: *const dt_series_out, error: *mut dt_error) -> i32;
    /// Converts the amounts of a panel
    #[must_use]
    pub fn dt_series_convert_currency_panel(x: *const dt_series_panel, rates: *const dt_series_panel, quote: i32, options: *const dt_series_options, out: *const dt_series_panel_out, error: *mut dt_error) -> i32;
    /// Converts each series of a panel to another unit
    #[must_use]
    pub fn dt_series_convert_panel(x: *const dt_series_panel, to: *const dt_series_unit, options: *const dt_series_options, out: *const dt_series_panel_out, error: *mut dt_error) -> i32;
    /// Finds a period in a view.
    #[must_use]
    pub fn dt_series_find(self_: *const dt_series, period: i64, index: *mut i64, error: *mut dt_error) -> i32;
    /// Names one canonical frequency from a family and an anchor.
    pub fn dt_series_frequency(family: i32, anchor: i32) -> i32;
    /// Names a frequency for people: "quarter", "year ending in June".
    pub fn dt_series_frequency_name(frequency: i32) -> *const c_char;
    /// Views a result as a series, to go on calculating with it.
    #[must_use]
    pub fn dt_series_from_out(out: *const dt_series_out, like: *const dt_series, unit: *const dt_series_unit, self_: *mut dt_series, error: *mut dt_error) -> i32;
    /// Tells whether an observation is missing.
    pub fn dt_series_is_missing(self_: *const dt_series, i: i64) -> i32;
    /// Sets options to their defaults: #DT_SERIES_OPTIONS_INIT for callers that cannot see macros.
    #[must_use]
    pub fn dt_series_options_init(options: *mut c_void, struct_size: u32) -> i32;
    /// Checks a panel, as every function that takes one does.
    #[must_use]
    pub fn dt_series_panel_check(self_: *const dt_series_panel, error: *mut dt_error) -> i32;
    /// The number of periods in a year, where the calendar fixes it.
    pub fn dt_series_per_year(frequency: i32) -> i32;
    /// Adds a number of periods to a period, checked.
    #[must_use]
    pub fn dt_series_period_add(period: i64, count: i64, sum: *mut i64, error: *mut dt_error) -> i32;
    /// Finds the period of another frequency that contains the first or the last day of a period.
    #[must_use]
    pub fn dt_series_period_convert(from: i32, to: i32, period: i64, which: i32, converted: *mut i64, error: *mut dt_error) -> i32;
    /// Counts the periods between two, checked.
    #[must_use]
    pub fn dt_series_period_difference(base: i64, end: i64, count: *mut i64, error: *mut dt_error) -> i32;
    /// Writes a period in the first form of dt_series_period_parse().
    #[must_use]
    pub fn dt_series_period_format(frequency: i32, period: i64, buffer: *mut c_char, capacity: i64, needed: *mut i64, error: *mut dt_error) -> i32;
    /// Finds the period that contains a date.
    #[must_use]
    pub fn dt_series_period_from_date(frequency: i32, year: i32, month: i32, day: i32, period: *mut i64, error: *mut dt_error) -> i32;
    /// The period of a year, by its number in it.
    pub fn dt_series_period_of(frequency: i32, year: i32, part: i32) -> i64;
    /// Reads a period from text, the whole of which must be one.
    #[must_use]
    pub fn dt_series_period_parse(frequency: i32, text: *const c_char, period: *mut i64, error: *mut dt_error) -> i32;
    /// Gives the first or the last day of a period as a date.
    #[must_use]
    pub fn dt_series_period_to_date(frequency: i32, period: i64, which: i32, year: *mut i32, month: *mut i32, day: *mut i32, error: *mut dt_error) -> i32;
    /// Finds the same period some years earlier.
    #[must_use]
    pub fn dt_series_period_year_ago(frequency: i32, period: i64, years: i64, rule: i32, earlier: *mut i64, error: *mut dt_error) -> i32;
    /// Sums or means of every run of periods.
    #[must_use]
    pub fn dt_series_rolling(x: *const dt_series, kind: i32, window: i64, options: *const dt_series_options, out: *const dt_series_out, error: *mut dt_error) -> i32;
    /// Sums or means of windows of each series of a panel
    #[must_use]
    pub fn dt_series_rolling_panel(x: *const dt_series_panel, kind: i32, window: i64, options: *const dt_series_options, out: *const dt_series_panel_out, error: *mut dt_error) -> i32;
    /// Cuts a view to some of its periods.
    #[must_use]
    pub fn dt_series_slice(self_: *const dt_series, first: i64, last: i64, slice: *mut dt_series, error: *mut dt_error) -> i32;
    /// Joins an older and a newer series.
    #[must_use]
    pub fn dt_series_splice(older: *const dt_series, newer: *const dt_series, kind: i32, options: *const dt_series_options, out: *const dt_series_out, error: *mut dt_error) -> i32;
    /// Joins the older and the newer series of two panels
    #[must_use]
    pub fn dt_series_splice_panel(older: *const dt_series_panel, newer: *const dt_series_panel, kind: i32, options: *const dt_series_options, out: *const dt_series_panel_out, error: *mut dt_error) -> i32;
    /// Adds the observations of a series to a sum, each times its weight.
    #[must_use]
    pub fn dt_series_sum_add(self_: *mut dt_series_sum, x: *const dt_series, weights: *const dt_series, error: *mut dt_error) -> i32;
    /// Starts a sum at nothing.
    #[must_use]
    pub fn dt_series_sum_init(self_: *mut dt_series_sum, error: *mut dt_error) -> i32;
    /// Loads a sum that was saved.
    #[must_use]
    pub fn dt_series_sum_load(self_: *mut dt_series_sum, bytes: *const u8, size: i64, error: *mut dt_error) -> i32;
    /// Adds one sum to another.
    #[must_use]
    pub fn dt_series_sum_merge(self_: *mut dt_series_sum, other: *const dt_series_sum, error: *mut dt_error) -> i32;
    /// Divides one sum by another: a weighted mean, or the share of many parts.
    #[must_use]
    pub fn dt_series_sum_ratio(numerator: *const dt_series_sum, denominator: *const dt_series_sum, missing: i32, ratio: *mut f64, why: *mut i32, error: *mut dt_error) -> i32;
    /// Reads what a sum comes to so far.
    #[must_use]
    pub fn dt_series_sum_read(self_: *const dt_series_sum, missing: i32, result: *mut dt_series_sum_result, error: *mut dt_error) -> i32;
    /// Saves a sum as bytes, which are the same on every machine.
    #[must_use]
    pub fn dt_series_sum_save(self_: *const dt_series_sum, bytes: *mut u8, capacity: i64, error: *mut dt_error) -> i32;
    /// Checks that two units may be compared.
    #[must_use]
    pub fn dt_series_unit_check(a: *const dt_series_unit, b: *const dt_series_unit, error: *mut dt_error) -> i32;
    /// Describes a unit for people: "flow, USD, 10^12, exports, vintage 2025", "index, reference 2015", "average, CNY per USD".
    #[must_use]
    pub fn dt_series_unit_format(unit: *const dt_series_unit, buffer: *mut c_char, capacity: i64, needed: *mut i64, error: *mut dt_error) -> i32;
    /// Views an array as a series, without copying it.
    #[must_use]
    pub fn dt_series_view(values: *const f64, length: i64, stride: i64, frequency: i32, start: i64, self_: *mut dt_series, error: *mut dt_error) -> i32;
    /// Names a reason for people.
    pub fn dt_series_why_name(why: i32) -> *const c_char;
    /// The class of a status.
    pub fn dt_status_class(status: i32) -> i32;
    /// Names a status.
    pub fn dt_status_name(status: i32) -> *const c_char;
    /// The version of the library in use, as opposed to that of its header.
    pub fn dt_version_number() -> u32;
    /// The version of the library in use, as text.
    pub fn dt_version_string() -> *const c_char;
}
