// SPDX-License-Identifier: MIT
//! Growth and comparison of numbers.
macro_rules! scalars {
    ($($(#[$doc:meta])* $name:ident($($arg:ident),*) = $f:ident;)*) => {$(
        $(#[$doc])*
        #[must_use]
        #[inline]
        pub fn $name($($arg: f64),*) -> f64 {
            // SAFETY: a function of numbers.
            unsafe { dtgrowth_sys::$f($($arg),*) }
        }
    )*};
}

scalars! {
    /// Change between two levels: `end - base`.
    ///
    /// ```
    /// assert_eq!(dtgrowth::change(4.5, 7.25), 2.75);
    /// ```
    change(base, end) = dt_growth_change;
    /// Rate of growth between two levels: `(end - base) / base`, a fraction.
    /// NaN for a base that is not above 0.
    ///
    /// ```
    /// assert_eq!(format!("{:.4}", dtgrowth::rate(4.59, 7.23)), "0.5752");
    /// ```
    rate(base, end) = dt_growth_rate;
    /// Logarithmic growth: `ln(end / base)`.
    ///
    /// ```
    /// let growth = dtgrowth::log_growth(4.59, 7.23);
    /// assert_eq!(format!("{growth:.4}"), "0.4544");
    /// ```
    log_growth(base, end) = dt_growth_log;
    /// Midpoint growth: `2 (end - base) / (base + end)`, defined for a base
    /// of 0.
    ///
    /// ```
    /// assert_eq!(dtgrowth::midpoint(0.0, 3.0), 2.0);
    /// ```
    midpoint(base, end) = dt_growth_midpoint;
    /// Compound rate per period: `(end / base)^(1 / periods) - 1`. Periods
    /// are intervals: 4 from 2020 to 2024.
    ///
    /// ```
    /// let rate = dtgrowth::cagr(4.59, 7.23, 4.0);
    /// assert_eq!(format!("{rate:.4}"), "0.1203");
    /// ```
    cagr(base, end, periods) = dt_growth_cagr;
    /// Growth over several periods, annualization: `(1 + rate)^periods - 1`.
    ///
    /// ```
    /// let rate = dtgrowth::compound(0.012, 4.0);
    /// assert_eq!(format!("{rate:.5}"), "0.04887");
    /// ```
    compound(rate, periods) = dt_growth_compound;
    /// Level after some periods: `level (1 + rate)^periods`.
    ///
    /// ```
    /// let level = dtgrowth::project(7.23, 0.121, 2.0);
    /// assert_eq!(format!("{level:.2}"), "9.09");
    /// ```
    project(level, rate, periods) = dt_growth_project;
    /// Level one period earlier: `level / (1 + rate)`.
    ///
    /// ```
    /// let level = dtgrowth::backcast(1.49, 0.085);
    /// assert_eq!(format!("{level:.4}"), "1.3733");
    /// ```
    backcast(level, rate) = dt_growth_backcast;
    /// Periods that growth takes: `ln(end / base) / ln(1 + rate)`.
    ///
    /// ```
    /// let years = dtgrowth::periods(7.23, 10.0, 0.121);
    /// assert_eq!(format!("{years:.1}"), "2.8");
    /// ```
    periods(base, end, rate) = dt_growth_periods;
    /// Periods in which a level doubles: `ln 2 / ln(1 + rate)`.
    ///
    /// ```
    /// let years = dtgrowth::doubling_time(0.121);
    /// assert_eq!(format!("{years:.1}"), "6.1");
    /// ```
    doubling_time(rate) = dt_growth_doubling;
    /// Rate of a logarithmic growth: `exp(log_growth) - 1`.
    ///
    /// ```
    /// assert_eq!(format!("{:.4}", dtgrowth::from_log(0.1)), "0.1052");
    /// ```
    from_log(log_growth) = dt_growth_from_log;
    /// Logarithmic growth of a rate: `ln(1 + rate)`.
    ///
    /// ```
    /// assert_eq!(format!("{:.4}", dtgrowth::to_log(0.1)), "0.0953");
    /// ```
    to_log(rate) = dt_growth_to_log;
    /// Share of a part in a total: `part / total`.
    ///
    /// ```
    /// assert_eq!(format!("{:.3}", dtgrowth::share(3.21, 4.59)), "0.699");
    /// ```
    share(part, total) = dt_compare_share;
    /// Change of a share: `part_end / total_end - part_base / total_base`.
    ///
    /// ```
    /// let points = dtgrowth::share_change(1.41, 2.62, 4.59, 7.23);
    /// assert_eq!(format!("{points:.3}"), "0.055");
    /// ```
    share_change(part_base, part_end, total_base, total_end)
        = dt_compare_share_change;
    /// Contribution of a part to the growth of a total:
    /// `(part_end - part_base) / total_base`.
    ///
    /// ```
    /// let points = dtgrowth::contribution(3.21, 4.64, 4.59);
    /// assert_eq!(format!("{points:.4}"), "0.3115");
    /// ```
    contribution(part_base, part_end, total_base) = dt_compare_contribution;
    /// Growth differential: `rate - other`, percentage points over 100.
    ///
    /// ```
    /// let points = dtgrowth::differential(0.121, 0.097);
    /// assert_eq!(format!("{points:.3}"), "0.024");
    /// ```
    differential(rate, other) = dt_compare_differential;
    /// Growth of one relative to another: `(1 + rate) / (1 + other) - 1`.
    ///
    /// ```
    /// let rate = dtgrowth::relative(0.065, 0.054);
    /// assert_eq!(format!("{rate:.4}"), "0.0104");
    /// ```
    relative(rate, other) = dt_compare_relative;
    /// What two parts of a total have in common: `a + b - total`.
    ///
    /// ```
    /// let both = dtgrowth::overlap(3.21, 1.41, 4.59);
    /// assert_eq!(format!("{both:.2}"), "0.03");
    /// ```
    overlap(a, b, total) = dt_compare_overlap;
    /// Periods until one level meets another, both at constant rates.
    ///
    /// ```
    /// let years = dtgrowth::catch_up(2.62, 4.64, 0.167, 0.096);
    /// assert_eq!(format!("{years:.1}"), "9.1");
    /// ```
    catch_up(behind, ahead, rate_behind, rate_ahead) = dt_compare_catch_up;
}
