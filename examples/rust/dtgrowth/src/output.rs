// SPDX-License-Identifier: MIT
//! Results, and memory for them.
use crate::error::Result;
use crate::raw::{checked, count, filled, long, why, zeroed};
use crate::series::{Series, bits_fit, fits};
use crate::{Period, Transformation, Unit, UnitKind, Why};
use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;
use dtgrowth_sys as ffi;

impl Why {
    /// The reason for people: "base missing".
    ///
    /// ```
    /// assert_eq!(dtgrowth::Why::ZERO_BASE.name(), "zero base");
    /// ```
    #[must_use]
    pub fn name(self) -> &'static str {
        // SAFETY: any number has a name, which is static.
        unsafe {
            let name = ffi::dt_series_why_name(i32::from(self.raw()));
            crate::raw::static_text(name)
        }
    }

    /// Whether there is a result.
    #[must_use]
    pub fn is_defined(self) -> bool {
        self == Self::DEFINED
    }
}

/// What came of a call: how many elements are defined, why others are not, and
/// what the numbers are.
#[repr(transparent)]
#[derive(Clone, Copy)]
pub struct Summary(pub(crate) ffi::dt_series_summary);

impl Summary {
    /// Elements that are defined.
    #[must_use]
    pub fn defined(&self) -> usize {
        count(self.0.defined)
    }

    /// Elements that are not.
    #[must_use]
    pub fn undefined(&self) -> usize {
        count(self.0.undefined)
    }

    /// The first of those, and its reason.
    #[must_use]
    pub fn first_undefined(&self) -> Option<(usize, Why)> {
        let index = usize::try_from(self.0.first_undefined).ok()?;
        (self.0.undefined > 0).then(|| (index, why(self.0.first_why)))
    }

    /// Whether a reason occurs.
    #[must_use]
    pub fn has(&self, why: Why) -> bool {
        let bit = 1_u32.checked_shl(u32::from(why.raw()));
        bit.is_some_and(|bit| self.0.reasons & bit != 0)
    }

    /// What the result is: a rate, a share, a level.
    #[must_use]
    pub fn transformation(&self) -> Transformation {
        Transformation::from_raw(self.0.transformation)
    }

    /// What it was made of: a rate of per cents is their relative change.
    #[must_use]
    pub fn of(&self) -> UnitKind {
        UnitKind::from_raw(self.0.of)
    }

    /// Periods from base to value, or of a window; NaN if that is not one
    /// number.
    #[must_use]
    pub fn periods(&self) -> f64 {
        self.0.periods
    }

    /// Periods per year of an annualized result, otherwise 0.
    #[must_use]
    pub fn per_year(&self) -> f64 {
        self.0.per_year
    }

    /// What the numbers of the result are.
    #[must_use]
    pub fn unit(&self) -> Unit {
        Unit(self.0.unit)
    }
}

/// Of nothing: what [`PanelOut`](crate::PanelOut) is given before a call.
impl Default for Summary {
    fn default() -> Self {
        let mut summary: ffi::dt_series_summary = zeroed();
        summary.first_undefined = -1;
        Self(summary)
    }
}

impl fmt::Debug for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Summary")
            .field("defined", &self.defined())
            .field("first_undefined", &self.first_undefined())
            .field("transformation", &self.transformation())
            .field("unit", &self.unit())
            .finish_non_exhaustive()
    }
}

/// A period with its element, or why there is none.
pub type Element = (Period, core::result::Result<f64, Why>);

/// A result with memory of its own; element i belongs to period `start + i`.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Output {
    /// The elements; NaN where undefined.
    pub values: Vec<f64>,
    /// Why each is undefined, or that it is defined.
    pub why: Vec<Why>,
    /// What came of it all.
    pub summary: Summary,
    /// The period of the first element.
    pub start: Period,
}

impl Output {
    /// An element by its index; none if it is undefined.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<f64> {
        let value = *self.values.get(index)?;
        self.why.get(index)?.is_defined().then_some(value)
    }

    /// The element of a period; none if it is undefined, or there is no such
    /// period.
    #[must_use]
    pub fn at(&self, period: Period) -> Option<f64> {
        let index = period.since(self.start).ok()?;
        self.get(usize::try_from(index).ok()?)
    }

    /// Each period with its element, or why there is none.
    ///
    /// ```
    /// use dtgrowth::{GrowthKind, GrowthOptions, Period, Series, Why};
    ///
    /// let x = Series::new(&[4.0, 5.0], Period::year(2023))?;
    /// let growth = x.growth(GrowthKind::RATE, 1, &GrowthOptions::new())?;
    /// let all: Vec<_> = growth.iter().collect();
    /// assert_eq!(all[0], (Period::year(2023), Err(Why::NO_BASE)));
    /// assert_eq!(all[1], (Period::year(2024), Ok(0.25)));
    /// # Ok::<(), dtgrowth::Error>(())
    /// ```
    pub fn iter(&self) -> impl Iterator<Item = Element> + '_ {
        let (frequency, first) = (self.start.frequency(), self.start.ordinal());
        let elements = self.values.iter().zip(&self.why).enumerate();
        elements.map(move |(i, (&value, &why))| {
            let period =
                Period::known(frequency, first.saturating_add(long(i)));
            let element = if why.is_defined() {
                Ok(value)
            } else {
                Err(why)
            };
            (period, element)
        })
    }

    /// The result as a series with its unit, to go on calculating with it.
    ///
    /// ```
    /// use dtgrowth::{ConvertKind, GrowthKind, GrowthOptions, Period, Series};
    ///
    /// let trade = [4.59, 5.30, 5.90];
    /// let options = GrowthOptions::new();
    /// let growth = Series::new(&trade, Period::year(2020))?
    ///     .growth(GrowthKind::RATE, 1, &options)?;
    /// let logs =
    ///     growth.series()?.convert(ConvertKind::TO_LOG, 0.0, &options)?;
    /// assert_eq!(logs.get(1), Some(dtgrowth::to_log(growth.values[1])));
    /// # Ok::<(), dtgrowth::Error>(())
    /// ```
    ///
    /// # Errors
    /// As for [`Series::new`], if `start` was changed.
    pub fn series(&self) -> Result<Series<'_>> {
        let series = Series::new(&self.values, self.start)?;
        Ok(series.with_unit(self.summary.unit()))
    }

    /// Makes room, and a call that fills it.
    pub(crate) fn by(
        length: usize,
        start: Period,
        call: impl FnOnce(*const ffi::dt_series_out, *mut ffi::dt_error) -> i32,
    ) -> Result<Self> {
        let mut values = filled(length, f64::NAN)?;
        let mut why = filled(length, Why::DEFINED)?;
        let out = Out::new(&mut values).with_why(&mut why)?;
        let summary = out.by(call)?;
        Ok(Self {
            values,
            why,
            summary,
            start,
        })
    }
}

/// Memory of the caller for a result: a slice of values, which is an `Out` by
/// itself, with reasons or a bitmap beside it.
///
/// ```
/// use dtgrowth::{GrowthKind, GrowthOptions, Out, Period, Series, Why};
///
/// let trade = [4.59, 5.30];
/// let x = Series::new(&trade, Period::year(2020))?;
/// let (mut rates, mut why) = ([0.0; 2], [Why::DEFINED; 2]);
/// let out = Out::new(&mut rates).with_why(&mut why)?;
/// x.growth_into(GrowthKind::RATE, 1, &GrowthOptions::new(), out)?;
/// assert_eq!(why, [Why::NO_BASE, Why::DEFINED]);
/// # Ok::<(), dtgrowth::Error>(())
/// ```
///
/// It is never the memory of an operand:
///
/// ```compile_fail,E0502
/// use dtgrowth::{GrowthKind, GrowthOptions, Period, Series};
///
/// let mut trade = [4.59, 5.30];
/// let x = Series::new(&trade, Period::year(2020)).unwrap();
/// let options = GrowthOptions::new();
/// x.growth_into(GrowthKind::RATE, 1, &options, &mut trade);
/// ```
pub struct Out<'a> {
    // All of it lies inside slices that are borrowed for 'a alone.
    raw: ffi::dt_series_out,
    borrowed: PhantomData<(&'a mut [f64], &'a mut [u8])>,
}

// SAFETY: it is no more than exclusive slices of numbers.
unsafe impl Send for Out<'_> {}
// SAFETY: the same; nothing is written through a shared reference to it.
unsafe impl Sync for Out<'_> {}

impl<'a> Out<'a> {
    /// A contiguous result.
    #[must_use]
    pub fn new(values: &'a mut [f64]) -> Self {
        let mut raw: ffi::dt_series_out = zeroed();
        raw.capacity = long(values.len());
        raw.values = values.as_mut_ptr();
        raw.stride = 1;
        Self {
            raw,
            borrowed: PhantomData,
        }
    }

    /// A result in every so many elements of a slice.
    ///
    /// # Errors
    /// `Status::LENGTH` if one would lie outside of the slice. A stride of 0
    /// is refused by the call.
    pub fn strided(
        values: &'a mut [f64],
        first: usize,
        stride: isize,
        capacity: usize,
    ) -> Result<Self> {
        fits(values.len(), first, stride, capacity)?;
        let mut out = Self::new(values);
        out.raw.values = out.raw.values.wrapping_add(first);
        out.raw.stride = stride as i64;
        out.raw.capacity = long(capacity);
        Ok(out)
    }

    /// With a reason for each element, as many as there is room for values.
    ///
    /// # Errors
    /// `Status::LENGTH` for fewer.
    pub fn with_why(mut self, why: &'a mut [Why]) -> Result<Self> {
        fits(why.len(), 0, 1, count(self.raw.capacity))?;
        // A reason is a byte.
        self.raw.why = why.as_mut_ptr().cast();
        self.raw.why_stride = 1;
        Ok(self)
    }

    /// With a bitmap, 1 = defined, as Arrow has it; other bits are kept.
    ///
    /// # Errors
    /// `Status::LENGTH` if a bit would lie outside of it.
    pub fn with_validity(
        mut self,
        bitmap: &'a mut [u8],
        offset: usize,
    ) -> Result<Self> {
        bits_fit(bitmap, offset, count(self.raw.capacity))?;
        self.raw.validity = bitmap.as_mut_ptr();
        self.raw.validity_offset = long(offset);
        Ok(self)
    }

    /// Makes a call that fills it.
    pub(crate) fn by(
        mut self,
        call: impl FnOnce(*const ffi::dt_series_out, *mut ffi::dt_error) -> i32,
    ) -> Result<Summary> {
        let mut summary = Summary::default();
        self.raw.summary = &mut summary.0;
        checked(|error| call(&self.raw, error))?;
        Ok(summary)
    }
}

impl<'a> From<&'a mut [f64]> for Out<'a> {
    fn from(values: &'a mut [f64]) -> Self {
        Self::new(values)
    }
}

impl<'a, const N: usize> From<&'a mut [f64; N]> for Out<'a> {
    fn from(values: &'a mut [f64; N]) -> Self {
        Self::new(values)
    }
}

impl<'a> From<&'a mut Vec<f64>> for Out<'a> {
    fn from(values: &'a mut Vec<f64>) -> Self {
        Self::new(values)
    }
}
