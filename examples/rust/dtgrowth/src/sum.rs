// SPDX-License-Identifier: MIT
//! Exact sums that can be merged.
use crate::error::Result;
use crate::pass::series_or_null;
use crate::raw::{call, checked, count, long, why};
use crate::{Missing, SUM_BYTES, Series, Why};
use core::fmt;
use dtgrowth_sys as ffi;

/// A sum in progress: exact, whatever the order, the number and the sizes of
/// its terms.
///
/// ```
/// use dtgrowth::{Missing, Period, Series, Sum};
///
/// let x = Series::new(&[1e300, 3.25, -1e300], Period::undated(0)?)?;
/// let mut sum = Sum::new();
/// sum.add(&x)?;
/// assert_eq!(sum.read(Missing::COUNTS)?.sum, 3.25);
/// # Ok::<(), dtgrowth::Error>(())
/// ```
#[derive(Clone)]
pub struct Sum(ffi::dt_series_sum);

/// What a sum comes to.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Total {
    /// The exact sum, rounded once; NaN if undefined.
    pub sum: f64,
    /// Sum over `used`, rounded once; NaN for none.
    pub mean: f64,
    /// Observations that were added.
    pub used: usize,
    /// Observations that were missing.
    pub missing: usize,
    /// Infinities, and NaNs as values.
    pub not_finite: usize,
    /// Why it is undefined, or that it is defined.
    pub why: Why,
}

impl Sum {
    /// Bytes of a saved sum.
    pub const BYTES: usize = SUM_BYTES as usize;

    /// Nothing so far.
    #[must_use]
    pub fn new() -> Self {
        // SAFETY: the sum is there, which is all that it needs.
        call(|sum, error| unsafe { ffi::dt_series_sum_init(sum, error) })
            .map(Self)
            .unwrap_or_else(|_| unreachable!("nothing can fail"))
    }

    /// Adds the observations of a series.
    ///
    /// # Errors
    /// `Status::OVERFLOW` for more than 2^63 - 1 observations.
    pub fn add(&mut self, x: &Series<'_>) -> Result<()> {
        self.add_each(x, None)
    }

    /// Adds the observations of a series, each times the weight of its period.
    ///
    /// # Errors
    /// As for [`Sum::add`]; `Status::MIXED` for weights of another frequency.
    pub fn add_weighted(
        &mut self,
        x: &Series<'_>,
        weights: &Series<'_>,
    ) -> Result<()> {
        self.add_each(x, Some(weights))
    }

    fn add_each(
        &mut self,
        x: &Series<'_>,
        weights: Option<&Series<'_>>,
    ) -> Result<()> {
        let weights = series_or_null(weights);
        // SAFETY: the sum and the views are there.
        checked(|error| unsafe {
            ffi::dt_series_sum_add(&mut self.0, x.raw(), weights, error)
        })
    }

    /// Adds another sum: that of another part, thread or machine.
    ///
    /// # Errors
    /// As for [`Sum::add`].
    pub fn merge(&mut self, other: &Self) -> Result<()> {
        // SAFETY: both sums are there.
        checked(|error| unsafe {
            ffi::dt_series_sum_merge(&mut self.0, &other.0, error)
        })
    }

    /// What it comes to.
    ///
    /// # Errors
    /// `Status::RULE` for an unknown rule about what is missing.
    pub fn read(&self, missing: Missing) -> Result<Total> {
        // SAFETY: the sum and the output are there.
        let raw: ffi::dt_series_sum_result = call(|result, error| unsafe {
            ffi::dt_series_sum_read(&self.0, missing.raw(), result, error)
        })?;
        Ok(Total {
            sum: raw.sum,
            mean: raw.mean,
            used: count(raw.used),
            missing: count(raw.missing),
            not_finite: count(raw.not_finite),
            why: why(raw.why),
        })
    }

    /// This sum over another, rounded once, or why there is no quotient: a
    /// weighted mean, the share of many parts.
    ///
    /// ```
    /// use dtgrowth::{Missing, Period, Series, Sum};
    ///
    /// let tariffs = Series::new(&[0.05, 0.10], Period::undated(0)?)?;
    /// let imports = Series::new(&[3.0, 1.0], Period::undated(0)?)?;
    /// let (mut duties, mut trade) = (Sum::new(), Sum::new());
    /// duties.add_weighted(&tariffs, &imports)?;
    /// trade.add(&imports)?;
    /// assert_eq!(duties.ratio(&trade, Missing::COUNTS)?, Ok(0.0625));
    /// # Ok::<(), dtgrowth::Error>(())
    /// ```
    ///
    /// # Errors
    /// `Status::RULE` for an unknown rule about what is missing.
    pub fn ratio(
        &self,
        denominator: &Self,
        missing: Missing,
    ) -> Result<core::result::Result<f64, Why>> {
        let (mut ratio, mut reason) = (f64::NAN, 0);
        let (a, b) = (&raw const self.0, &raw const denominator.0);
        // SAFETY: both sums and both outputs are there.
        checked(|error| unsafe {
            let missing = missing.raw();
            ffi::dt_series_sum_ratio(
                a,
                b,
                missing,
                &mut ratio,
                &mut reason,
                error,
            )
        })?;
        Ok(match why(reason) {
            Why::DEFINED => Ok(ratio),
            other => Err(other),
        })
    }

    /// Its bytes, the same on every machine.
    ///
    /// ```
    /// let sum = dtgrowth::Sum::new();
    /// let again = dtgrowth::Sum::load(&sum.save())?;
    /// assert_eq!(again, sum);
    /// # Ok::<(), dtgrowth::Error>(())
    /// ```
    #[must_use]
    pub fn save(&self) -> [u8; Self::BYTES] {
        let mut bytes = [0; Self::BYTES];
        let (to, size) = (bytes.as_mut_ptr(), long(Self::BYTES));
        // SAFETY: there is as much room as is said.
        let saved = checked(|error| unsafe {
            ffi::dt_series_sum_save(&self.0, to, size, error)
        });
        debug_assert!(saved.is_ok(), "a sum has its bytes");
        bytes
    }

    /// A sum that was saved.
    ///
    /// # Errors
    /// `Status::LENGTH`, `Status::TEXT`, `Status::NEWER` and `Status::VALUE`
    /// for bytes that are none.
    pub fn load(bytes: &[u8]) -> Result<Self> {
        let (from, size) = (bytes.as_ptr(), long(bytes.len()));
        // SAFETY: there are as many bytes as is said.
        call(|sum, error| unsafe {
            ffi::dt_series_sum_load(sum, from, size, error)
        })
        .map(Self)
    }
}

impl Default for Sum {
    fn default() -> Self {
        Self::new()
    }
}

/// Of the same value and counts, whatever way they came about.
impl PartialEq for Sum {
    fn eq(&self, other: &Self) -> bool {
        self.save() == other.save()
    }
}

impl Eq for Sum {}

impl fmt::Debug for Sum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let total = self.read(Missing::SKIPPED);
        f.debug_tuple("Sum").field(&total).finish()
    }
}
