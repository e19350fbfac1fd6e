// SPDX-License-Identifier: MIT
//! Choices, each of which has a default.
use crate::raw::zeroed;
use crate::{BaseRule, CompareFlag, GrowthFlag, LagRule, SeriesFlag, YearAgo};
use core::fmt;
use core::mem::size_of;
use dtgrowth_sys as ffi;

macro_rules! options {
    ($($(#[$doc:meta])* $name:ident = $raw:ident, $init:ident, $flag:ty;)*) => {
        $($(#[$doc])*
        #[derive(Clone, Copy)]
        pub struct $name(ffi::$raw);

        impl $name {
            /// The defaults.
            #[must_use]
            pub fn new() -> Self {
                let mut made: ffi::$raw = zeroed();
                let size = size_of::<ffi::$raw>() as u32;
                // SAFETY: there is as much room as is said.
                let status = unsafe {
                    ffi::$init((&raw mut made).cast(), size)
                };
                debug_assert!(status >= 0, "this size is a possible one");
                Self(made)
            }

            /// Whether units that do not add up are added all the same.
            #[must_use]
            pub fn any_unit(mut self, any: bool) -> Self {
                let flag = <$flag>::ANY_UNIT.raw() as u32;
                self.0.flags &= !flag;
                self.0.flags |= if any { flag } else { 0 };
                self
            }

            pub(crate) fn raw(&self) -> *const ffi::$raw {
                &self.0
            }
        }

        impl Default for $name {
            fn default() -> Self {
                Self::new()
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        })*
    };
}

options! {
    /// Choices for functions of series.
    SeriesOptions = dt_series_options, dt_series_options_init, SeriesFlag;
    /// Choices for functions of growth.
    ///
    /// ```
    /// use dtgrowth::{BaseRule, GrowthOptions, LagRule};
    ///
    /// let options = GrowthOptions::new()
    ///     .lag_rule(LagRule::YEARS)
    ///     .base_rule(BaseRule::ABSOLUTE);
    /// ```
    GrowthOptions = dt_growth_options, dt_growth_options_init, GrowthFlag;
    /// Choices for comparisons.
    CompareOptions = dt_compare_options, dt_compare_options_init, CompareFlag;
}

impl GrowthOptions {
    /// Where the base of a period is.
    #[must_use]
    pub fn lag_rule(mut self, rule: LagRule) -> Self {
        self.0.lag_rule = rule.raw();
        self
    }

    /// What a zero or negative base leads to.
    #[must_use]
    pub fn base_rule(mut self, rule: BaseRule) -> Self {
        self.0.base_rule = rule.raw();
        self
    }

    /// What "a year ago" means.
    #[must_use]
    pub fn year_rule(mut self, rule: YearAgo) -> Self {
        self.0.year_rule = rule.raw();
        self
    }

    /// Periods per year for the annualized kinds; 0 is what the calendar
    /// says, which is nothing for weeks and days.
    #[must_use]
    pub fn per_year(mut self, periods: f64) -> Self {
        self.0.per_year = periods;
        self
    }
}

impl CompareOptions {
    /// Where the base of a period is, for kinds that take a lag.
    #[must_use]
    pub fn lag_rule(mut self, rule: LagRule) -> Self {
        self.0.lag_rule = rule.raw();
        self
    }

    /// What "a year ago" means.
    #[must_use]
    pub fn year_rule(mut self, rule: YearAgo) -> Self {
        self.0.year_rule = rule.raw();
        self
    }
}
