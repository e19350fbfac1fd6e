// SPDX-License-Identifier: MIT
#![doc = include_str!("../README.md")]
#![no_std]

extern crate alloc;

mod average;
mod compare;
mod error;
mod figure;
mod growth;
mod kind;
#[rustfmt::skip]
mod kinds;
mod levels;
mod options;
mod output;
mod panel;
mod pass;
mod period;
mod raw;
mod scalar;
#[cfg(feature = "serde")]
mod serial;
mod series;
mod sum;
mod unit;

pub use average::{Average, Trend};
pub use compare::Decomposition;
pub use error::{Error, Result};
pub use figure::{
    Figure, GrowthCheck, Interval, SumCheck, check_growth, check_sum,
};
pub use kinds::*;
pub use options::{CompareOptions, GrowthOptions, SeriesOptions};
pub use output::{Element, Out, Output, Summary};
pub use panel::{Panel, PanelOut, PanelOutput};
pub use period::Period;
pub use scalar::*;
pub use series::Series;
pub use sum::{Sum, Total};
pub use unit::Unit;

/// The version of the library in use, which with the feature `system` may be
/// another than that of this crate.
///
/// ```
/// assert!(dtgrowth::version().starts_with("0.1."));
/// ```
#[must_use]
pub fn version() -> &'static str {
    // SAFETY: the text is static.
    unsafe { raw::static_text(dtgrowth_sys::dt_version_string()) }
}

/// Whether the library in use serves this crate: it is of the same epoch, and
/// not older.
///
/// ```
/// assert!(dtgrowth::is_served());
/// ```
#[must_use]
pub fn is_served() -> bool {
    // SAFETY: it has no arguments.
    let number = i64::from(unsafe { dtgrowth_sys::dt_version_number() });
    let (major, minor) = (number >> 16, number >> 8 & 0xff);
    let ours = VERSION_MAJOR << 16 | VERSION_MINOR << 8 | VERSION_PATCH;
    number >= ours
        && major == VERSION_MAJOR
        && (major > 0 || minor == VERSION_MINOR)
}
