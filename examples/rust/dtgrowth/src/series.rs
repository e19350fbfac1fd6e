// SPDX-License-Identifier: MIT
//! Borrowed views of observations.
use crate::error::{Error, Result};
use crate::raw::{call, checked, count, long, zeroed};
use crate::{Frequency, Period, Status, Unit, ViewFlag};
use alloc::format;
use core::fmt;
use core::marker::PhantomData;
use dtgrowth_sys as ffi;

/// Observations of consecutive periods: a view of somebody's slice, which may
/// be strided, and may have a bitmap of what is missing.
///
/// NaN is a missing observation unless [`Series::nan_is_value`] says that it
/// is not.
///
/// ```
/// use dtgrowth::{GrowthKind, GrowthOptions, Period, Series, Why};
///
/// let trade = [4.59, 5.30, f64::NAN, 6.62, 7.23];
/// let x = Series::new(&trade, Period::year(2020))?;
/// let growth = x.growth(GrowthKind::RATE, 1, &GrowthOptions::new())?;
///
/// assert_eq!(growth.values[1], dtgrowth::rate(4.59, 5.30));
/// assert_eq!(growth.why[0], Why::NO_BASE);
/// assert_eq!(growth.why[3], Why::BASE_MISSING);
/// # Ok::<(), dtgrowth::Error>(())
/// ```
///
/// It borrows, so that its slice can neither be changed nor go away:
///
/// ```compile_fail,E0506
/// use dtgrowth::{Period, Series};
///
/// let mut trade = [4.59, 7.23];
/// let x = Series::new(&trade, Period::year(2020)).unwrap();
/// trade[0] = 1.0;
/// x.len();
/// ```
#[derive(Clone, Copy)]
pub struct Series<'a> {
    // All of it lies inside slices that are borrowed for 'a.
    raw: ffi::dt_series,
    borrowed: PhantomData<(&'a [f64], &'a [u8])>,
}

// SAFETY: it is no more than two shared slices of numbers.
unsafe impl Send for Series<'_> {}
// SAFETY: the same.
unsafe impl Sync for Series<'_> {}

/// Whether element `first + i * stride` lies in a slice for every i below the
/// length: an error says what does not.
pub(crate) fn fits(
    within: usize,
    first: usize,
    stride: isize,
    length: usize,
) -> Result<()> {
    let steps = length.saturating_sub(1) as i128;
    let last = first as i128 + steps * stride as i128;
    if length == 0 && first <= within
        || first < within && 0 <= last && last < within as i128
    {
        return Ok(());
    }
    let message = format!(
        "{length} elements from {first} by {stride} do not lie in a slice of \
         {within}"
    );
    Err(Error::new(Status::LENGTH, message))
}

/// Whether so many bits from an offset lie in a bitmap.
pub(crate) fn bits_fit(
    bitmap: &[u8],
    offset: usize,
    length: usize,
) -> Result<()> {
    if offset as u128 + length as u128 <= 8 * bitmap.len() as u128 {
        return Ok(());
    }
    let message = format!(
        "{length} bits from {offset} do not lie in a bitmap of {} bytes",
        bitmap.len()
    );
    Err(Error::new(Status::LENGTH, message))
}

impl<'a> Series<'a> {
    /// Views a slice: its first observation belongs to `start`, and each other
    /// to the next period.
    ///
    /// # Errors
    /// `Status::PERIOD` if it would be too long for its start.
    pub fn new(values: &'a [f64], start: Period) -> Result<Self> {
        Self::strided(values, 0, 1, values.len(), start)
    }

    /// Views every so many elements of a slice: a column of a matrix, or with
    /// a negative stride a series that is stored backwards.
    ///
    /// ```
    /// use dtgrowth::{Period, Series};
    ///
    /// let table = [2019.0, 98.65, 2020.0, 101.36];
    /// let gdp = Series::strided(&table, 1, 2, 2, Period::year(2019))?;
    /// assert_eq!(gdp.get(1), Some(101.36));
    /// # Ok::<(), dtgrowth::Error>(())
    /// ```
    ///
    /// # Errors
    /// `Status::LENGTH` if an element would lie outside of the slice,
    /// `Status::STRIDE` for a stride of 0, `Status::PERIOD` as for
    /// [`Series::new`].
    pub fn strided(
        values: &'a [f64],
        first: usize,
        stride: isize,
        length: usize,
        start: Period,
    ) -> Result<Self> {
        fits(values.len(), first, stride, length)?;
        // Of the whole slice, as a negative stride goes to what is before.
        let values = values.as_ptr().wrapping_add(first);
        let (f, start) = (start.frequency().raw(), start.ordinal());
        // SAFETY: every element lies in the slice.
        let raw = call(|view, error| unsafe {
            ffi::dt_series_view(
                values,
                long(length),
                stride as i64,
                f,
                start,
                view,
                error,
            )
        })?;
        Ok(Self {
            raw,
            borrowed: PhantomData,
        })
    }

    /// A view whose memory is that of another.
    ///
    /// # Safety
    /// It lies inside slices that are borrowed for 'a.
    pub(crate) unsafe fn from_raw(raw: ffi::dt_series) -> Self {
        Self {
            raw,
            borrowed: PhantomData,
        }
    }

    /// The same observations with a bitmap, 1 = present, as Arrow has it: bit
    /// `offset + i`, the least significant of a byte first, is observation i.
    ///
    /// ```
    /// use dtgrowth::{Period, Series};
    ///
    /// let values = [4.59, 0.0, 7.23];
    /// let x = Series::new(&values, Period::year(2020))?
    ///     .with_validity(&[0b101], 0)?;
    /// assert_eq!(x.get(1), None);
    /// # Ok::<(), dtgrowth::Error>(())
    /// ```
    ///
    /// # Errors
    /// `Status::LENGTH` if a bit would lie outside of the bitmap.
    pub fn with_validity(
        mut self,
        bitmap: &'a [u8],
        offset: usize,
    ) -> Result<Self> {
        bits_fit(bitmap, offset, self.len())?;
        self.raw.validity = bitmap.as_ptr();
        self.raw.validity_offset = long(offset);
        self.check()?;
        Ok(self)
    }

    /// The same observations with a unit.
    #[must_use]
    pub fn with_unit(mut self, unit: Unit) -> Self {
        self.raw.unit = unit.0;
        self
    }

    /// Whether NaN is a value like any other, and no missing observation.
    #[must_use]
    pub fn nan_is_value(mut self, yes: bool) -> Self {
        let flag = ViewFlag::NAN_IS_VALUE.raw() as u32;
        self.raw.flags = if yes { flag } else { 0 };
        self
    }

    /// Checks the view, which every function does that takes it.
    ///
    /// # Errors
    /// `Status::UNIT` for a unit with an unknown member.
    pub fn check(&self) -> Result<()> {
        // SAFETY: the view is there.
        checked(|error| unsafe { ffi::dt_series_check(&self.raw, error) })
    }

    /// Number of observations.
    #[must_use]
    pub fn len(&self) -> usize {
        count(self.raw.length)
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.raw.length == 0
    }

    /// How often it is observed.
    #[must_use]
    pub fn frequency(&self) -> Frequency {
        Frequency::from_raw(self.raw.frequency)
    }

    /// The period of the first observation.
    #[must_use]
    pub fn start(&self) -> Period {
        Period::known(self.frequency(), self.raw.start)
    }

    /// What the numbers are.
    #[must_use]
    pub fn unit(&self) -> Unit {
        Unit(self.raw.unit)
    }

    /// An observation by its index; none if it is missing, or there is no such
    /// index.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<f64> {
        if index >= self.len() {
            return None;
        }
        // SAFETY: the view is good, and the index inside it.
        unsafe {
            let i = long(index);
            (ffi::dt_series_is_missing(&self.raw, i) == 0)
                .then(|| ffi::dt_series_at(&self.raw, i))
        }
    }

    /// The index of a period.
    ///
    /// # Errors
    /// `Status::BEFORE` and `Status::AFTER` outside of the view,
    /// `Status::MIXED` for another frequency.
    pub fn find(&self, period: Period) -> Result<usize> {
        let period = period.of_frequency(self.frequency())?;
        // SAFETY: the view and the output are there.
        let index = call(|index, error| unsafe {
            ffi::dt_series_find(&self.raw, period, index, error)
        })?;
        Ok(count(index))
    }

    /// The observations of some periods, the last one included.
    ///
    /// ```
    /// use dtgrowth::{Period, Series};
    ///
    /// let trade = [1.0, 2.0, 3.0, 4.0];
    /// let x = Series::new(&trade, Period::year(2019))?;
    /// let part = x.slice(Period::year(2020), Period::year(2021))?;
    /// assert_eq!((part.len(), part.get(0)), (2, Some(2.0)));
    /// # Ok::<(), dtgrowth::Error>(())
    /// ```
    ///
    /// # Errors
    /// As for [`Series::find`]; `Status::PERIODS` if `last` comes first.
    pub fn slice(&self, first: Period, last: Period) -> Result<Self> {
        let first = first.of_frequency(self.frequency())?;
        let last = last.of_frequency(self.frequency())?;
        // SAFETY: the view and the output are there, and a slice of a view
        // lies inside it.
        unsafe {
            call(|slice, error| {
                ffi::dt_series_slice(&self.raw, first, last, slice, error)
            })
            .map(|raw| Self::from_raw(raw))
        }
    }

    /// Two views cut to the periods that they share.
    ///
    /// # Errors
    /// `Status::MIXED` if the frequencies differ.
    pub fn align<'b>(&self, other: &Series<'b>) -> Result<(Self, Series<'b>)> {
        let (mut a, mut b) = (zeroed(), zeroed());
        // SAFETY: views and outputs are there, and a part of a view lies
        // inside it.
        unsafe {
            checked(|error| {
                let (x, y) = (&raw const self.raw, &raw const other.raw);
                ffi::dt_series_align(x, y, &mut a, &mut b, error)
            })?;
            Ok((Self::from_raw(a), Series::from_raw(b)))
        }
    }

    pub(crate) fn raw(&self) -> *const ffi::dt_series {
        &self.raw
    }
}

impl fmt::Debug for Series<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Series")
            .field("len", &self.len())
            .field("start", &self.start())
            .field("unit", &self.unit())
            .finish_non_exhaustive()
    }
}
