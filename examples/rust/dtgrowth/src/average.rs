// SPDX-License-Identifier: MIT
//! Average growth and trends.
use crate::error::Result;
use crate::pass::{panel_or_null, series_or_null};
use crate::raw::{call, checked, count, filled, why, zeroed};
use crate::{
    AverageKind, GrowthOptions, Panel, Period, Series, TrendKind, Why,
};
use alloc::vec::Vec;
use dtgrowth_sys as ffi;

/// An average, and what it rests on.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Average {
    /// Per period (per year for `AverageKind::YEARS`); NaN if undefined.
    pub rate: f64,
    /// Periods (years) from base to end.
    pub periods: i64,
    /// Observations that entered; 0 if undefined.
    pub used: usize,
    /// The observation at fault.
    pub index: Option<usize>,
    /// Why it is undefined, or that it is defined.
    pub why: Why,
}

impl Average {
    fn from_raw(raw: &ffi::dt_growth_average_result) -> Self {
        Self {
            rate: raw.rate,
            periods: raw.periods,
            used: count(raw.used),
            index: usize::try_from(raw.index).ok(),
            why: why(raw.why),
        }
    }
}

/// A trend, how well it fits, and what it rests on.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Trend {
    /// Slope per unit of the position: log growth, or change.
    pub slope: f64,
    /// `exp(slope) - 1` for LOG; NaN for LINEAR.
    pub growth: f64,
    /// The trend at the position 0; its logarithm for LOG.
    pub intercept: f64,
    /// Standard error of the slope; NaN for two observations.
    pub slope_se: f64,
    /// Standard error of the intercept; NaN for two observations.
    pub intercept_se: f64,
    /// Standard deviation of the residuals; NaN for two observations.
    pub residual_sd: f64,
    /// Share of the variance that the trend explains.
    pub r_squared: f64,
    /// Observations that entered; 0 if undefined.
    pub used: usize,
    /// The observation at fault.
    pub index: Option<usize>,
    /// Why all of it is NaN, or that it is defined.
    pub why: Why,
}

impl Trend {
    fn from_raw(raw: &ffi::dt_growth_trend_result) -> Self {
        Self {
            slope: raw.slope,
            growth: raw.growth,
            intercept: raw.intercept,
            slope_se: raw.slope_se,
            intercept_se: raw.intercept_se,
            residual_sd: raw.residual_sd,
            r_squared: raw.r_squared,
            used: count(raw.used),
            index: usize::try_from(raw.index).ok(),
            why: why(raw.why),
        }
    }
}

impl Series<'_> {
    /// Average growth from one period to another.
    ///
    /// ```
    /// use dtgrowth::{AverageKind, GrowthOptions, Period, Series};
    ///
    /// let trade = [4.59, 5.3, 5.9, 6.6, 7.23];
    /// let x = Series::new(&trade, Period::year(2020))?;
    /// let (base, end) = (Period::year(2020), Period::year(2024));
    /// let options = GrowthOptions::new();
    /// let average = x.average(AverageKind::CAGR, base, end, &options)?;
    /// assert_eq!(average.rate, dtgrowth::cagr(4.59, 7.23, 4.0));
    /// assert_eq!(average.periods, 4);
    /// # Ok::<(), dtgrowth::Error>(())
    /// ```
    ///
    /// # Errors
    /// `Status::BEFORE` and `Status::AFTER` outside of the series,
    /// `Status::PERIODS` for an end that is not after the base,
    /// `Status::UNIT` for logarithms.
    pub fn average(
        &self,
        kind: AverageKind,
        base: Period,
        end: Period,
        options: &GrowthOptions,
    ) -> Result<Average> {
        let base = base.of_frequency(self.frequency())?;
        let end = end.of_frequency(self.frequency())?;
        // SAFETY: the view and the output are there.
        let raw = call(|result, error| unsafe {
            let (x, options) = (self.raw(), options.raw());
            ffi::dt_growth_average(
                x,
                kind.raw(),
                base,
                end,
                options,
                result,
                error,
            )
        })?;
        Ok(Average::from_raw(&raw))
    }

    /// Trend by ordinary least squares, over periods or other positions.
    ///
    /// ```
    /// use dtgrowth::{GrowthOptions, Period, Series, TrendKind};
    ///
    /// let x = Series::new(&[1.0, 2.0, 4.0], Period::year(2022))?;
    /// let (base, end) = (Period::year(2022), Period::year(2024));
    /// let options = GrowthOptions::new();
    /// let trend = x.trend(None, TrendKind::LOG, base, end, &options)?;
    /// assert_eq!((trend.growth, trend.r_squared), (1.0, 1.0));
    /// # Ok::<(), dtgrowth::Error>(())
    /// ```
    ///
    /// # Errors
    /// As for [`Series::average`]; `Status::MIXED` for positions of another
    /// frequency.
    pub fn trend(
        &self,
        position: Option<&Series<'_>>,
        kind: TrendKind,
        base: Period,
        end: Period,
        options: &GrowthOptions,
    ) -> Result<Trend> {
        let base = base.of_frequency(self.frequency())?;
        let end = end.of_frequency(self.frequency())?;
        // SAFETY: the views and the output are there.
        let raw = call(|result, error| unsafe {
            ffi::dt_growth_trend(
                self.raw(),
                series_or_null(position),
                kind.raw(),
                base,
                end,
                options.raw(),
                result,
                error,
            )
        })?;
        Ok(Trend::from_raw(&raw))
    }
}

impl Panel<'_> {
    /// [`Series::average`] of each series.
    ///
    /// # Errors
    /// The same; the index is that of a series where one is at fault.
    pub fn average(
        &self,
        kind: AverageKind,
        base: Period,
        end: Period,
        options: &GrowthOptions,
    ) -> Result<Vec<Average>> {
        let base = base.of_frequency(self.frequency())?;
        let end = end.of_frequency(self.frequency())?;
        let zero: ffi::dt_growth_average_result = zeroed();
        let mut raw = filled(self.count(), zero)?;
        // SAFETY: there is a result of each series.
        checked(|error| unsafe {
            ffi::dt_growth_average_panel(
                self.raw(),
                kind.raw(),
                base,
                end,
                options.raw(),
                raw.as_mut_ptr(),
                error,
            )
        })?;
        Ok(raw.iter().map(Average::from_raw).collect())
    }

    /// [`Series::trend`] of each series.
    ///
    /// # Errors
    /// The same; the index is that of a series where one is at fault.
    pub fn trend(
        &self,
        position: Option<&Panel<'_>>,
        kind: TrendKind,
        base: Period,
        end: Period,
        options: &GrowthOptions,
    ) -> Result<Vec<Trend>> {
        let base = base.of_frequency(self.frequency())?;
        let end = end.of_frequency(self.frequency())?;
        let zero: ffi::dt_growth_trend_result = zeroed();
        let mut raw = filled(self.count(), zero)?;
        // SAFETY: there is a result of each series.
        checked(|error| unsafe {
            ffi::dt_growth_trend_panel(
                self.raw(),
                panel_or_null(position),
                kind.raw(),
                base,
                end,
                options.raw(),
                raw.as_mut_ptr(),
                error,
            )
        })?;
        Ok(raw.iter().map(Trend::from_raw).collect())
    }
}
