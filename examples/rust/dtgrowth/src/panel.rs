// SPDX-License-Identifier: MIT
//! Many series in one call.
use crate::error::{Error, Result};
use crate::output::Summary;
use crate::raw::{checked, count, filled, long, zeroed};
use crate::series::{Series, bits_fit};
use crate::{Frequency, Period, Status, Unit, ViewFlag, Why};
use alloc::format;
use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;
use core::ops::Range;
use dtgrowth_sys as ffi;

/// Whether every element `first + j * series_stride + i * stride` of a matrix
/// lies in a slice.
fn matrix_fits(
    within: usize,
    first: usize,
    (count, series_stride): (usize, isize),
    (length, stride): (usize, isize),
) -> Result<()> {
    let reach = |n: usize, stride: isize| {
        let end = n.saturating_sub(1) as i128 * stride as i128;
        (end.min(0), end.max(0))
    };
    let (down, up) = reach(count, series_stride);
    let (back, on) = reach(length, stride);
    let least = first as i128 + down + back;
    let most = first as i128 + up + on;
    let none = count == 0 || length == 0;
    if none && first <= within || 0 <= least && most < within as i128 {
        return Ok(());
    }
    let message = format!(
        "{count} series of {length}, by {series_stride} and {stride} from \
         {first}, do not lie in a slice of {within}"
    );
    Err(Error::new(Status::LENGTH, message))
}

/// Many series of one frequency and unit: a matrix, or spans of one column.
///
/// ```
/// use dtgrowth::{GrowthKind, GrowthOptions, Panel, Period};
///
/// let trade = [4.59, 5.30, 7.23, 1.41, 1.67, 2.62];
/// let x = Panel::new(&trade, 2, 3, Period::year(2022))?;
/// let growth = x.growth(GrowthKind::RATE, 2, &GrowthOptions::new())?;
///
/// assert_eq!(growth.row(0)[2], dtgrowth::rate(4.59, 7.23));
/// assert_eq!(growth.row(1)[2], dtgrowth::rate(1.41, 2.62));
/// # Ok::<(), dtgrowth::Error>(())
/// ```
///
/// A function of a panel does to each series what the one of that name does to
/// a [`Series`], with the same bits.
#[derive(Clone, Copy)]
pub struct Panel<'a> {
    // All of it lies inside slices that are borrowed for 'a.
    raw: ffi::dt_series_panel,
    borrowed: PhantomData<(&'a [f64], &'a [u8], &'a [i64])>,
}

// SAFETY: it is no more than shared slices of numbers.
unsafe impl Send for Panel<'_> {}
// SAFETY: the same.
unsafe impl Sync for Panel<'_> {}

impl<'a> Panel<'a> {
    /// A matrix of which each row is a series, all with one start.
    ///
    /// # Errors
    /// `Status::LENGTH` if the slice has less than `count * length` elements.
    pub fn new(
        values: &'a [f64],
        count: usize,
        length: usize,
        start: Period,
    ) -> Result<Self> {
        let across = isize::try_from(length).unwrap_or(isize::MAX);
        Self::strided(values, 0, (count, across), (length, 1), start)
    }

    /// A matrix by its strides: observation i of series j is element
    /// `first + j * series_stride + i * stride`.
    ///
    /// ```
    /// use dtgrowth::{Panel, Period};
    ///
    /// // Two countries in the columns of a table of three years.
    /// let table = [3.6, 2.0, 3.9, 1.5, 4.1, 2.2];
    /// let x = Panel::strided(&table, 0, (2, 1), (3, 2), Period::year(2022))?;
    /// assert_eq!(x.series(1)?.get(2), Some(2.2));
    /// # Ok::<(), dtgrowth::Error>(())
    /// ```
    ///
    /// # Errors
    /// `Status::LENGTH` if an element would lie outside of the slice,
    /// `Status::STRIDE` for a stride of 0 from period to period.
    pub fn strided(
        values: &'a [f64],
        first: usize,
        (count, series_stride): (usize, isize),
        (length, stride): (usize, isize),
        start: Period,
    ) -> Result<Self> {
        let n = values.len();
        matrix_fits(n, first, (count, series_stride), (length, stride))?;
        let mut raw: ffi::dt_series_panel = zeroed();
        raw.values = values.as_ptr().wrapping_add(first);
        raw.count = long(count);
        raw.length = long(length);
        raw.stride = stride as i64;
        raw.series_stride = series_stride as i64;
        raw.start = start.ordinal();
        Self::good(raw, start.frequency())
    }

    /// Spans of one column: series j is elements `offsets[j]` to
    /// `offsets[j + 1] - 1` of it, and starts in the period with the ordinal
    /// `starts[j]`.
    ///
    /// ```
    /// use dtgrowth::{Frequency, Panel, Period};
    ///
    /// let column = [4.59, 5.30, 1.41, 1.67, 2.62];
    /// let starts = [2023, 2022];
    /// let x = Panel::spans(&column, &[0, 2, 5], &starts, Frequency::YEAR)?;
    /// assert_eq!(x.series(1)?.start(), Period::year(2022));
    /// # Ok::<(), dtgrowth::Error>(())
    /// ```
    ///
    /// # Errors
    /// `Status::LENGTH` if offsets descend, or reach out of the column, or are
    /// not one more than the starts.
    pub fn spans(
        values: &'a [f64],
        offsets: &'a [i64],
        starts: &'a [i64],
        frequency: Frequency,
    ) -> Result<Self> {
        let ascend = offsets.is_sorted() && offsets.first() >= Some(&0);
        let inside = offsets.last() <= Some(&long(values.len()));
        if offsets.len() != starts.len() + 1 || !ascend || !inside {
            let message = format!(
                "{} offsets do not make {} spans of a column of {}",
                offsets.len(),
                starts.len(),
                values.len()
            );
            return Err(Error::new(Status::LENGTH, message));
        }
        let mut raw: ffi::dt_series_panel = zeroed();
        raw.values = values.as_ptr();
        raw.offsets = offsets.as_ptr();
        raw.starts = starts.as_ptr();
        raw.count = long(starts.len());
        raw.stride = 1;
        Self::good(raw, frequency)
    }

    fn good(
        mut raw: ffi::dt_series_panel,
        frequency: Frequency,
    ) -> Result<Self> {
        raw.frequency = frequency.raw();
        raw.unit = Unit::default().0;
        let panel = Self {
            raw,
            borrowed: PhantomData,
        };
        panel.check()?;
        Ok(panel)
    }

    /// A start of its own for each series of a matrix: ordinals of the
    /// frequency.
    ///
    /// # Errors
    /// `Status::LENGTH` for another number of them, `Status::PERIOD` if one is
    /// none.
    pub fn with_starts(mut self, starts: &'a [i64]) -> Result<Self> {
        same_count(starts.len(), self.count())?;
        self.raw.starts = starts.as_ptr();
        self.check()?;
        Ok(self)
    }

    /// With a bitmap, 1 = present: bit `offset + j * series_stride + i` is
    /// observation i of series j; with spans, bit `offset + i` is element i of
    /// the column, and the series stride is 0.
    ///
    /// # Errors
    /// `Status::LENGTH` if a bit would lie outside of the bitmap.
    pub fn with_validity(
        mut self,
        bitmap: &'a [u8],
        offset: usize,
        series_stride: usize,
    ) -> Result<Self> {
        let across = self.count().saturating_sub(1);
        let bits = across.saturating_mul(series_stride);
        bits_fit(bitmap, offset, bits.saturating_add(self.elements()))?;
        self.raw.validity = bitmap.as_ptr();
        self.raw.validity_offset = long(offset);
        self.raw.validity_series_stride = long(series_stride);
        self.check()?;
        Ok(self)
    }

    /// With a unit.
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

    /// Checks the panel, which every function does that takes it.
    ///
    /// # Errors
    /// `Status::UNIT` for a unit with an unknown member.
    pub fn check(&self) -> Result<()> {
        // SAFETY: the panel is there.
        checked(|error| unsafe { ffi::dt_series_panel_check(&self.raw, error) })
    }

    /// Number of series.
    #[must_use]
    pub fn count(&self) -> usize {
        count(self.raw.count)
    }

    /// How often they are observed.
    #[must_use]
    pub fn frequency(&self) -> Frequency {
        Frequency::from_raw(self.raw.frequency)
    }

    /// What the numbers are.
    #[must_use]
    pub fn unit(&self) -> Unit {
        Unit(self.raw.unit)
    }

    /// One of its series.
    ///
    /// # Errors
    /// `Status::LENGTH` if there are not so many.
    pub fn series(&self, index: usize) -> Result<Series<'a>> {
        if index >= self.count() {
            let message = format!("no series {index} of {}", self.count());
            return Err(Error::new(Status::LENGTH, message));
        }
        let (p, span) = (&self.raw, self.span(index));
        let mut raw: ffi::dt_series = zeroed();
        let bits = long(index) * p.validity_series_stride;
        if p.offsets.is_null() {
            let step = long(index).wrapping_mul(p.series_stride);
            raw.values = p.values.wrapping_offset(step as isize);
            raw.validity_offset = p.validity_offset + bits;
        } else {
            raw.values = p.values.wrapping_add(span.start);
            raw.validity_offset = p.validity_offset + long(span.start);
        }
        raw.validity = p.validity;
        raw.length = long(span.len());
        raw.stride = p.stride;
        raw.start = self.start(index).ordinal();
        (raw.frequency, raw.flags, raw.unit) = (p.frequency, p.flags, p.unit);
        // SAFETY: a series of a panel lies inside it.
        Ok(unsafe { Series::from_raw(raw) })
    }

    /// The elements of a column, or of each series of a matrix.
    fn elements(&self) -> usize {
        match self.offsets().last() {
            Some(&last) => count(last),
            None => count(self.raw.length),
        }
    }

    /// Count + 1 offsets of spans; none of a matrix.
    fn offsets(&self) -> &'a [i64] {
        if self.raw.offsets.is_null() {
            return &[];
        }
        // SAFETY: of the slice, whose length was checked.
        unsafe {
            core::slice::from_raw_parts(self.raw.offsets, self.count() + 1)
        }
    }

    /// Where the result of a series lies among contiguous ones.
    fn span(&self, j: usize) -> Range<usize> {
        let length = count(self.raw.length);
        match self.offsets().get(j..=j + 1) {
            Some(&[first, last]) => count(first)..count(last),
            _ => j * length..(j + 1) * length,
        }
    }

    /// Observations of the longest series.
    pub(crate) fn longest(&self) -> usize {
        (0..self.count())
            .map(|j| self.span(j).len())
            .max()
            .unwrap_or(0)
    }

    /// The first period of a series.
    fn start(&self, j: usize) -> Period {
        let mut start = self.raw.start;
        if !self.raw.starts.is_null() && j < self.count() {
            // SAFETY: of the slice, whose length was checked.
            start = unsafe { self.raw.starts.add(j).read() };
        }
        Period::known(self.frequency(), start)
    }

    /// Whether it is spans of a column.
    pub(crate) fn is_spans(&self) -> bool {
        !self.raw.offsets.is_null()
    }

    pub(crate) fn raw(&self) -> *const ffi::dt_series_panel {
        &self.raw
    }
}

/// Refuses another number than one of each series.
pub(crate) fn same_count(given: usize, count: usize) -> Result<()> {
    if given == count {
        return Ok(());
    }
    let message = format!("{given} given for {count} series");
    Err(Error::new(Status::LENGTH, message))
}

impl fmt::Debug for Panel<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Panel")
            .field("count", &self.count())
            .field("frequency", &self.frequency())
            .field("unit", &self.unit())
            .finish_non_exhaustive()
    }
}

/// The results of a panel, with memory of their own.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct PanelOutput {
    /// The elements of all series, one series after the other; NaN where
    /// undefined.
    pub values: Vec<f64>,
    /// Why each is undefined, or that it is defined.
    pub why: Vec<Why>,
    /// What came of it, for each series.
    pub summaries: Vec<Summary>,
    spans: Vec<Range<usize>>,
    starts: Vec<Period>,
}

impl PanelOutput {
    /// Number of series.
    #[must_use]
    pub fn count(&self) -> usize {
        self.spans.len()
    }

    /// The result of a series.
    ///
    /// # Panics
    /// If there are not so many, as an index does.
    #[must_use]
    pub fn row(&self, series: usize) -> &[f64] {
        &self.values[self.spans[series].clone()]
    }

    /// The reasons of a series.
    ///
    /// # Panics
    /// If there are not so many, as an index does.
    #[must_use]
    pub fn row_why(&self, series: usize) -> &[Why] {
        &self.why[self.spans[series].clone()]
    }

    /// The result of a series as one, with its unit and its start.
    ///
    /// # Errors
    /// As for [`Series::new`].
    ///
    /// # Panics
    /// If there are not so many, as an index does.
    pub fn series(&self, series: usize) -> Result<Series<'_>> {
        let made = Series::new(self.row(series), self.starts[series])?;
        Ok(made.with_unit(self.summaries[series].unit()))
    }

    /// Makes room for results like a panel, and a call that fills it.
    pub(crate) fn by(panel: &Panel<'_>, call: impl PanelCall) -> Result<Self> {
        let n = panel.count();
        let size = match panel.offsets().last() {
            Some(&last) => count(last),
            None => n.saturating_mul(count(panel.raw.length)),
        };
        let mut spans = filled(n, 0..0)?;
        let none = Period::known(panel.frequency(), 0);
        let mut starts = filled(n, none)?;
        for j in 0..n {
            spans[j] = panel.span(j);
            starts[j] = panel.start(j);
        }
        let mut made = Self {
            values: filled(size, f64::NAN)?,
            why: filled(size, Why::DEFINED)?,
            summaries: filled(n, Summary::default())?,
            spans,
            starts,
        };
        let out = match panel.offsets() {
            [] => PanelOut::new(&mut made.values, n, panel.elements())?,
            _ => PanelOut::spans(&mut made.values, n),
        };
        out.with_why(&mut made.why)?
            .with_summaries(&mut made.summaries)?
            .by(call)?;
        Ok(made)
    }

    /// The same for rows of some length, with starts of their own.
    pub(crate) fn by_rows(
        length: usize,
        starts: Vec<Period>,
        call: impl PanelCall,
    ) -> Result<Self> {
        let n = starts.len();
        let size = n.saturating_mul(length);
        let mut spans = filled(n, 0..0)?;
        for (j, span) in spans.iter_mut().enumerate() {
            *span = j * length..(j + 1) * length;
        }
        let mut made = Self {
            values: filled(size, f64::NAN)?,
            why: filled(size, Why::VALUE_MISSING)?,
            summaries: filled(n, Summary::default())?,
            spans,
            starts,
        };
        PanelOut::new(&mut made.values, n, length)?
            .with_why(&mut made.why)?
            .with_summaries(&mut made.summaries)?
            .by(call)?;
        Ok(made)
    }
}

/// A call that fills the results of a panel.
pub(crate) trait PanelCall:
    FnOnce(*const ffi::dt_series_panel_out, *mut ffi::dt_error) -> i32
{
}

impl<F> PanelCall for F where
    F: FnOnce(*const ffi::dt_series_panel_out, *mut ffi::dt_error) -> i32
{
}

/// Memory of the caller for the results of a panel.
pub struct PanelOut<'a> {
    // All of it lies inside slices that are borrowed for 'a alone.
    raw: ffi::dt_series_panel_out,
    column: bool,
    borrowed: PhantomData<(&'a mut [f64], &'a mut [u8])>,
}

// SAFETY: it is no more than exclusive slices of numbers.
unsafe impl Send for PanelOut<'_> {}
// SAFETY: the same; nothing is written through a shared reference to it.
unsafe impl Sync for PanelOut<'_> {}

impl<'a> PanelOut<'a> {
    /// A matrix of which each row is the result of a series.
    ///
    /// # Errors
    /// `Status::LENGTH` if the slice has less than `count * length` elements.
    pub fn new(
        values: &'a mut [f64],
        count: usize,
        length: usize,
    ) -> Result<Self> {
        let across = isize::try_from(length).unwrap_or(isize::MAX);
        Self::strided(values, 0, (count, across), (length, 1))
    }

    /// A matrix by its strides, as of [`Panel::strided`].
    ///
    /// # Errors
    /// `Status::LENGTH` if an element would lie outside of the slice.
    pub fn strided(
        values: &'a mut [f64],
        first: usize,
        (count, series_stride): (usize, isize),
        (length, stride): (usize, isize),
    ) -> Result<Self> {
        let n = values.len();
        matrix_fits(n, first, (count, series_stride), (length, stride))?;
        let mut raw: ffi::dt_series_panel_out = zeroed();
        raw.values = values.as_mut_ptr().wrapping_add(first);
        (raw.count, raw.length) = (long(count), long(length));
        raw.stride = stride as i64;
        raw.series_stride = series_stride as i64;
        Ok(Self {
            raw,
            column: false,
            borrowed: PhantomData,
        })
    }

    /// One column for the results of so many spans, each where its series lies
    /// in the column of the panel.
    #[must_use]
    pub fn spans(values: &'a mut [f64], count: usize) -> Self {
        let mut raw: ffi::dt_series_panel_out = zeroed();
        (raw.count, raw.length) = (long(count), long(values.len()));
        raw.values = values.as_mut_ptr();
        raw.stride = 1;
        Self {
            raw,
            column: true,
            borrowed: PhantomData,
        }
    }

    /// Rows that lie apart, and how long they are.
    fn rows(&self) -> (usize, usize) {
        let rows = if self.column {
            1
        } else {
            count(self.raw.count)
        };
        (rows, count(self.raw.length))
    }

    /// With reasons, contiguous: by rows of a matrix, or a column.
    ///
    /// # Errors
    /// `Status::LENGTH` for less of them than there is room for values.
    pub fn with_why(mut self, why: &'a mut [Why]) -> Result<Self> {
        let (rows, length) = self.rows();
        let across = isize::try_from(length).unwrap_or(isize::MAX);
        matrix_fits(why.len(), 0, (rows, across), (length, 1))?;
        self.raw.why = why.as_mut_ptr().cast();
        self.raw.why_stride = 1;
        self.raw.why_series_stride = if self.column { 0 } else { long(length) };
        Ok(self)
    }

    /// With a bitmap, 1 = defined: bit `offset + j * series_stride + i`; with
    /// spans, the series stride is 0.
    ///
    /// # Errors
    /// `Status::LENGTH` if a bit would lie outside of it.
    pub fn with_validity(
        mut self,
        bitmap: &'a mut [u8],
        offset: usize,
        series_stride: usize,
    ) -> Result<Self> {
        let (rows, length) = self.rows();
        let across = rows.saturating_sub(1).saturating_mul(series_stride);
        bits_fit(bitmap, offset, across.saturating_add(length))?;
        self.raw.validity = bitmap.as_mut_ptr();
        self.raw.validity_offset = long(offset);
        self.raw.validity_series_stride = long(series_stride);
        Ok(self)
    }

    /// With a summary of each series.
    ///
    /// # Errors
    /// `Status::LENGTH` for fewer than there is room for series.
    pub fn with_summaries(
        mut self,
        summaries: &'a mut [Summary],
    ) -> Result<Self> {
        let room = count(self.raw.count);
        same_count(summaries.len().min(room), room)?;
        // A summary is no more than that of the library.
        self.raw.summaries = summaries.as_mut_ptr().cast();
        Ok(self)
    }

    /// Refuses a column for a matrix, and the other way round.
    pub(crate) fn for_spans(self, spans: bool) -> Result<Self> {
        if self.column == spans {
            return Ok(self);
        }
        let message = format!(
            "out is {}",
            match spans {
                true => "a matrix, and the panel spans of a column",
                false => "a column, and the result a matrix",
            }
        );
        Err(Error::new(Status::STRIDE, message))
    }

    /// Makes a call that fills it.
    pub(crate) fn by(self, call: impl PanelCall) -> Result<()> {
        checked(|error| call(&self.raw, error))
    }
}
