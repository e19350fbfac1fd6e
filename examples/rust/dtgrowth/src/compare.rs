// SPDX-License-Identifier: MIT
//! Shares, contributions and rankings of series.
use crate::error::Result;
use crate::output::{Out, Output, Summary};
use crate::panel::{PanelOut, PanelOutput, same_count};
use crate::pass::quantity;
use crate::raw::{filled, long, why, zeroed};
use crate::{CompareKind, CompareOptions, Order, Panel, Series, Ties, Why};
use alloc::vec::Vec;
use dtgrowth_sys as ffi;

quantity! {
    /// Compares the series with another, period by period: its share in a
    /// total, a contribution, a differential. `lag` is 0 for kinds without.
    ///
    /// ```
    /// use dtgrowth::{CompareKind, CompareOptions, Period, Series};
    ///
    /// let ordered = Series::new(&[1.41, 2.62], Period::year(2020))?;
    /// let all = Series::new(&[4.59, 7.23], Period::year(2020))?;
    /// let options = CompareOptions::new();
    /// let shares = ordered.compare(&all, CompareKind::SHARE, 0, &options)?;
    /// assert_eq!(shares.values[1], dtgrowth::share(2.62, 7.23));
    /// # Ok::<(), dtgrowth::Error>(())
    /// ```
    ///
    /// # Errors
    /// `Status::MIXED`, `Status::UNIT` and `Status::VINTAGE` for what cannot
    /// be compared, `Status::LAG` for a lag that does not fit the kind.
    compare, compare_into = dt_compare_series, dt_compare_series_panel;
    (other) (kind: CompareKind, lag: i64) CompareOptions
}

/// How parts and total fit.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Decomposition {
    /// Growth of the total.
    pub growth: f64,
    /// Sum of the contributions, before rounding.
    pub sum: f64,
    /// Growth less sum: what no part explains.
    pub discrepancy: f64,
    /// Total at the base less its parts.
    pub discrepancy_base: f64,
    /// Total at the end less its parts.
    pub discrepancy_end: f64,
    /// The first part without a contribution.
    pub index: Option<usize>,
    /// Why all of it is NaN, or that it is defined.
    pub why: Why,
}

impl Decomposition {
    fn from_raw(raw: &ffi::dt_compare_decomposition) -> Self {
        Self {
            growth: raw.growth,
            sum: raw.sum,
            discrepancy: raw.discrepancy,
            discrepancy_base: raw.discrepancy_base,
            discrepancy_end: raw.discrepancy_end,
            index: usize::try_from(raw.index).ok(),
            why: why(raw.why),
        }
    }
}

impl Series<'_> {
    /// Contributions of parts to the growth of their total between two dates:
    /// this is the parts at the base, `end` the same at the end, and `totals`
    /// the total at both.
    ///
    /// ```
    /// use dtgrowth::{CompareOptions, Period, Series};
    ///
    /// let base = Series::new(&[3.0, 1.0], Period::undated(0)?)?;
    /// let end = Series::new(&[4.0, 3.0], Period::undated(0)?)?;
    /// let options = CompareOptions::new();
    /// let (points, fit) =
    ///     base.contributions(&end, (4.0, 7.0), &options)?;
    /// assert_eq!(points.values, [0.25, 0.5]);
    /// assert_eq!((fit.growth, fit.discrepancy), (0.75, 0.0));
    /// # Ok::<(), dtgrowth::Error>(())
    /// ```
    ///
    /// # Errors
    /// `Status::LENGTH` for another number of parts, `Status::UNIT` and
    /// `Status::VINTAGE` for others.
    pub fn contributions(
        &self,
        end: &Series<'_>,
        totals: (f64, f64),
        options: &CompareOptions,
    ) -> Result<(Output, Decomposition)> {
        let mut fit = zeroed();
        let output = Output::by(self.len(), self.start(), |out, error| {
            self.contributions_raw(end, totals, options, out, &mut fit, error)
        })?;
        Ok((output, Decomposition::from_raw(&fit)))
    }

    /// [`Series::contributions`] into memory of the caller; nothing is
    /// allocated.
    ///
    /// # Errors
    /// The same, and `Status::CAPACITY` for an output that is shorter.
    pub fn contributions_into<'o>(
        &self,
        end: &Series<'_>,
        totals: (f64, f64),
        options: &CompareOptions,
        out: impl Into<Out<'o>>,
    ) -> Result<(Summary, Decomposition)> {
        let mut fit = zeroed();
        let summary = out.into().by(|out, error| {
            self.contributions_raw(end, totals, options, out, &mut fit, error)
        })?;
        Ok((summary, Decomposition::from_raw(&fit)))
    }

    fn contributions_raw(
        &self,
        end: &Series<'_>,
        (total_base, total_end): (f64, f64),
        options: &CompareOptions,
        out: *const ffi::dt_series_out,
        fit: &mut ffi::dt_compare_decomposition,
        error: *mut ffi::dt_error,
    ) -> i32 {
        // SAFETY: as of all quantities, see `quantity!`.
        unsafe {
            ffi::dt_compare_contributions(
                self.raw(),
                end.raw(),
                total_base,
                total_end,
                options.raw(),
                out,
                fit,
                error,
            )
        }
    }

    /// Ranks the observations.
    ///
    /// ```
    /// use dtgrowth::{CompareOptions, Order, Period, Series, Ties};
    ///
    /// let exports = [3.9, 2.1, 3.9, 0.8];
    /// let x = Series::new(&exports, Period::undated(0)?)?;
    /// let options = CompareOptions::new();
    /// let ranks = x.rank(Order::DESCENDING, Ties::MIN, &options)?;
    /// assert_eq!(ranks.values, [1.0, 3.0, 1.0, 4.0]);
    /// # Ok::<(), dtgrowth::Error>(())
    /// ```
    ///
    /// # Errors
    /// `Status::RULE` for an unknown order, or ties of an unknown kind.
    pub fn rank(
        &self,
        order: Order,
        ties: Ties,
        options: &CompareOptions,
    ) -> Result<Output> {
        let mut work = filled(self.len(), 0)?;
        Output::by(self.len(), self.start(), |out, error| {
            self.rank_raw(order, ties, options, &mut work, out, error)
        })
    }

    /// [`Series::rank`] into memory of the caller, with room to work in for
    /// as many integers as there are observations; nothing is allocated.
    ///
    /// # Errors
    /// The same, and `Status::CAPACITY` for less of either.
    pub fn rank_into<'o>(
        &self,
        order: Order,
        ties: Ties,
        options: &CompareOptions,
        work: &mut [i64],
        out: impl Into<Out<'o>>,
    ) -> Result<Summary> {
        out.into().by(|out, error| {
            self.rank_raw(order, ties, options, work, out, error)
        })
    }

    fn rank_raw(
        &self,
        order: Order,
        ties: Ties,
        options: &CompareOptions,
        work: &mut [i64],
        out: *const ffi::dt_series_out,
        error: *mut ffi::dt_error,
    ) -> i32 {
        // SAFETY: as of all quantities; there is as much room as is said.
        unsafe {
            ffi::dt_compare_rank(
                self.raw(),
                order.raw(),
                ties.raw(),
                options.raw(),
                work.as_mut_ptr(),
                long(work.len()),
                out,
                error,
            )
        }
    }
}

impl Panel<'_> {
    /// [`Series::contributions`] of each series, whose totals are those with
    /// its number.
    ///
    /// # Errors
    /// The same, and `Status::LENGTH` for another number of totals.
    pub fn contributions(
        &self,
        end: &Panel<'_>,
        totals: (&[f64], &[f64]),
        options: &CompareOptions,
    ) -> Result<(PanelOutput, Vec<Decomposition>)> {
        let mut fits = filled(self.count(), zeroed())?;
        self.same_totals(totals, fits.len())?;
        let output = PanelOutput::by(self, |out, error| {
            self.contributions_raw(end, totals, options, out, &mut fits, error)
        })?;
        Ok((output, fits.iter().map(Decomposition::from_raw).collect()))
    }

    /// [`Panel::contributions`] into memory of the caller; it allocates only
    /// the decompositions.
    ///
    /// # Errors
    /// The same, and `Status::CAPACITY` for an output that is smaller.
    pub fn contributions_into(
        &self,
        end: &Panel<'_>,
        totals: (&[f64], &[f64]),
        options: &CompareOptions,
        out: PanelOut<'_>,
    ) -> Result<Vec<Decomposition>> {
        let mut fits = filled(self.count(), zeroed())?;
        self.same_totals(totals, fits.len())?;
        out.for_spans(self.is_spans())?.by(|out, error| {
            self.contributions_raw(end, totals, options, out, &mut fits, error)
        })?;
        Ok(fits.iter().map(Decomposition::from_raw).collect())
    }

    fn same_totals(
        &self,
        (base, end): (&[f64], &[f64]),
        count: usize,
    ) -> Result<()> {
        same_count(base.len(), count)?;
        same_count(end.len(), count)
    }

    fn contributions_raw(
        &self,
        end: &Panel<'_>,
        (total_base, total_end): (&[f64], &[f64]),
        options: &CompareOptions,
        out: *const ffi::dt_series_panel_out,
        fits: &mut [ffi::dt_compare_decomposition],
        error: *mut ffi::dt_error,
    ) -> i32 {
        // SAFETY: as of all quantities; totals and fits are as many as series.
        unsafe {
            ffi::dt_compare_contributions_panel(
                self.raw(),
                end.raw(),
                total_base.as_ptr(),
                total_end.as_ptr(),
                options.raw(),
                out,
                fits.as_mut_ptr(),
                error,
            )
        }
    }

    /// [`Series::rank`] of each series.
    ///
    /// # Errors
    /// The same.
    pub fn rank(
        &self,
        order: Order,
        ties: Ties,
        options: &CompareOptions,
    ) -> Result<PanelOutput> {
        let mut work = filled(self.longest(), 0)?;
        PanelOutput::by(self, |out, error| {
            self.rank_raw(order, ties, options, &mut work, out, error)
        })
    }

    /// [`Panel::rank`] into memory of the caller, with room to work in for as
    /// many integers as the longest series has; nothing is allocated.
    ///
    /// # Errors
    /// The same, and `Status::CAPACITY` for less of either.
    pub fn rank_into(
        &self,
        order: Order,
        ties: Ties,
        options: &CompareOptions,
        work: &mut [i64],
        out: PanelOut<'_>,
    ) -> Result<()> {
        out.for_spans(self.is_spans())?.by(|out, error| {
            self.rank_raw(order, ties, options, work, out, error)
        })
    }

    fn rank_raw(
        &self,
        order: Order,
        ties: Ties,
        options: &CompareOptions,
        work: &mut [i64],
        out: *const ffi::dt_series_panel_out,
        error: *mut ffi::dt_error,
    ) -> i32 {
        // SAFETY: as of all quantities; there is as much room as is said.
        unsafe {
            ffi::dt_compare_rank_panel(
                self.raw(),
                order.raw(),
                ties.raw(),
                options.raw(),
                work.as_mut_ptr(),
                long(work.len()),
                out,
                error,
            )
        }
    }
}
