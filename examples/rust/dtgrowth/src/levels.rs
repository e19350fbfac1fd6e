// SPDX-License-Identifier: MIT
//! Level operations: units, currencies, rolling sums, splices.
use crate::error::{Error, Result};
use crate::output::{Out, Output, Summary};
use crate::panel::{PanelOut, PanelOutput};
use crate::pass::quantity;
use crate::raw::filled;
use crate::{
    Panel, Period, Quote, RollingKind, Series, SeriesOptions, SpliceKind,
    Status, Unit,
};
use alloc::format;
use dtgrowth_sys as ffi;

quantity! {
    /// Restates a series in another unit: another scale, fraction or per cent.
    ///
    /// ```
    /// use dtgrowth::{Period, Series, SeriesOptions, Unit, UnitKind};
    ///
    /// let trillions = Unit::new(UnitKind::FLOW).with_scale(12);
    /// let x = Series::new(&[4.59, 7.23], Period::year(2023))?
    ///     .with_unit(trillions);
    /// let billions = trillions.with_scale(9);
    /// let y = x.convert_unit(&billions, &SeriesOptions::new())?;
    /// assert_eq!(y.values, [4590.0, 7230.0]);
    /// # Ok::<(), dtgrowth::Error>(())
    /// ```
    ///
    /// # Errors
    /// `Status::UNIT` and `Status::VINTAGE` where one cannot be converted to
    /// the other.
    convert_unit, convert_unit_into = dt_series_convert,
    dt_series_convert_panel;
    () (to: &Unit) SeriesOptions
}

quantity! {
    /// Converts amounts of money at the rate of exchange of the same period.
    ///
    /// ```
    /// use dtgrowth::{Period, Quote, Series, SeriesOptions};
    ///
    /// let yuan = Series::new(&[17.25, 17.93], Period::year(2019))?;
    /// let rates = Series::new(&[6.9, 6.9], Period::year(2019))?;
    /// let options = SeriesOptions::new();
    /// let dollars =
    ///     yuan.convert_currency(&rates, Quote::INVERSE, &options)?;
    /// assert_eq!(dollars.values[0], 2.5);
    /// # Ok::<(), dtgrowth::Error>(())
    /// ```
    ///
    /// # Errors
    /// `Status::UNIT` where it is no amount of money, or that no rate of
    /// exchange of its currency; `Status::MIXED` for another frequency.
    convert_currency, convert_currency_into = dt_series_convert_currency,
    dt_series_convert_currency_panel;
    (rates) (quote: Quote) SeriesOptions
}

quantity! {
    /// Sums or means of every run of periods.
    ///
    /// ```
    /// use dtgrowth::{Period, RollingKind, Series, SeriesOptions};
    ///
    /// let exports = [0.5, 0.75, 1.0, 1.25, 0.75];
    /// let x = Series::new(&exports, "2023-Q1".parse()?)?;
    /// let totals = x.rolling(RollingKind::SUM, 4, &SeriesOptions::new())?;
    /// assert_eq!(totals.values[3..], [3.5, 3.75]);
    /// # Ok::<(), dtgrowth::Error>(())
    /// ```
    ///
    /// # Errors
    /// `Status::PERIODS` for a window below 1, `Status::UNIT` for what does
    /// not add up.
    rolling, rolling_into = dt_series_rolling, dt_series_rolling_panel;
    () (kind: RollingKind, window: i64) SeriesOptions
}

/// Where a spliced series starts, and how long it is.
fn joined(older: (i64, usize), newer: (i64, usize)) -> Result<(i64, usize)> {
    let end = |(start, n): (i64, usize)| i128::from(start) + n as i128;
    let start = older.0.min(newer.0);
    let length = end(older).max(end(newer)) - i128::from(start);
    match i64::try_from(length).map(usize::try_from) {
        Ok(Ok(length)) => Ok((start, length)),
        _ => {
            let message = format!("{length} periods");
            Err(Error::new(Status::OVERFLOW, message))
        }
    }
}

impl Series<'_> {
    fn extent(&self) -> (i64, usize) {
        (self.start().ordinal(), self.len())
    }

    /// Joins this older series and a newer one, which wins.
    ///
    /// ```
    /// use dtgrowth::{Period, Series, SeriesOptions, SpliceKind};
    ///
    /// let old = Series::new(&[98.0, 101.0, 114.0], Period::year(2019))?;
    /// let new = Series::new(&[102.0, 115.0], Period::year(2020))?;
    /// let joined = old.splice(&new, SpliceKind::LINK, &SeriesOptions::new())?;
    /// assert_eq!(joined.start, Period::year(2019));
    /// assert_eq!(joined.values, [98.0 * 102.0 / 101.0, 102.0, 115.0]);
    /// # Ok::<(), dtgrowth::Error>(())
    /// ```
    ///
    /// # Errors
    /// `Status::CONFLICT` where nothing links them, or PLAIN values differ;
    /// `Status::UNIT`, `Status::VINTAGE`, `Status::MIXED`.
    pub fn splice(
        &self,
        newer: &Series<'_>,
        kind: SpliceKind,
        options: &SeriesOptions,
    ) -> Result<Output> {
        newer.start().of_frequency(self.frequency())?;
        let (start, length) = joined(self.extent(), newer.extent())?;
        let start = Period::known(self.frequency(), start);
        Output::by(length, start, |out, error| {
            self.splice_raw(newer, kind, options, out, error)
        })
    }

    /// [`Series::splice`] into memory of the caller; nothing is allocated.
    ///
    /// # Errors
    /// The same, and `Status::CAPACITY` for an output that is shorter.
    pub fn splice_into<'o>(
        &self,
        newer: &Series<'_>,
        kind: SpliceKind,
        options: &SeriesOptions,
        out: impl Into<Out<'o>>,
    ) -> Result<Summary> {
        out.into()
            .by(|out, error| self.splice_raw(newer, kind, options, out, error))
    }

    fn splice_raw(
        &self,
        newer: &Series<'_>,
        kind: SpliceKind,
        options: &SeriesOptions,
        out: *const ffi::dt_series_out,
        error: *mut ffi::dt_error,
    ) -> i32 {
        let (older, newer) = (self.raw(), newer.raw());
        let (kind, options) = (kind.raw(), options.raw());
        // SAFETY: as of all quantities, see `quantity!`.
        unsafe {
            ffi::dt_series_splice(older, newer, kind, options, out, error)
        }
    }
}

impl Panel<'_> {
    /// Start and length of what becomes of a series and its newer one.
    fn joined(&self, newer: &Panel<'_>, j: usize) -> Result<(i64, usize)> {
        let other = if newer.count() == 1 { 0 } else { j };
        joined(self.series(j)?.extent(), newer.series(other)?.extent())
    }

    /// [`Series::splice`] of each series with that of another panel, or with
    /// its only one. All results are as long as the longest.
    ///
    /// # Errors
    /// The same, and `Status::LENGTH` for another number of series.
    pub fn splice(
        &self,
        newer: &Panel<'_>,
        kind: SpliceKind,
        options: &SeriesOptions,
    ) -> Result<PanelOutput> {
        let mut longest = 0;
        let none = Period::known(self.frequency(), 0);
        let mut starts = filled(self.count(), none)?;
        for (j, first) in starts.iter_mut().enumerate() {
            let (start, length) = self.joined(newer, j)?;
            longest = longest.max(length);
            *first = Period::known(self.frequency(), start);
        }
        PanelOutput::by_rows(longest, starts, |out, error| {
            self.splice_raw(newer, kind, options, out, error)
        })
    }

    /// [`Panel::splice`] into a matrix of the caller; nothing is allocated.
    /// What lies behind the end of a result is left alone.
    ///
    /// # Errors
    /// The same, and `Status::CAPACITY` for an output that is smaller.
    pub fn splice_into(
        &self,
        newer: &Panel<'_>,
        kind: SpliceKind,
        options: &SeriesOptions,
        out: PanelOut<'_>,
    ) -> Result<()> {
        out.for_spans(false)?
            .by(|out, error| self.splice_raw(newer, kind, options, out, error))
    }

    fn splice_raw(
        &self,
        newer: &Panel<'_>,
        kind: SpliceKind,
        options: &SeriesOptions,
        out: *const ffi::dt_series_panel_out,
        error: *mut ffi::dt_error,
    ) -> i32 {
        let (older, newer) = (self.raw(), newer.raw());
        let (kind, options) = (kind.raw(), options.raw());
        // SAFETY: as of all quantities, see `quantity!`.
        unsafe {
            ffi::dt_series_splice_panel(older, newer, kind, options, out, error)
        }
    }
}
