// SPDX-License-Identifier: MIT
//! Frequencies and their periods.
use crate::error::{Error, Result};
use crate::raw::{Written, call, show, static_text, with_text};
use crate::{Frequency, NO_PERIOD, Status, Which, YearAgo};
use alloc::format;
use core::cmp::Ordering;
use core::fmt;
use core::ops::{Add, Sub};
use core::str::FromStr;
use dtgrowth_sys as ffi;

impl Frequency {
    /// One frequency of a family, by the month or weekday in which a period
    /// ends: fiscal years, weeks that end on Saturday.
    ///
    /// ```
    /// use dtgrowth::Frequency;
    ///
    /// let fiscal = Frequency::anchored(Frequency::YEAR_BASE, 6)?;
    /// assert_eq!(fiscal.to_string(), "year ending in June");
    /// assert_eq!("year ending in June".parse(), Ok(fiscal));
    /// # Ok::<(), dtgrowth::Error>(())
    /// ```
    ///
    /// # Errors
    /// `Status::FREQUENCY` for an unknown family, or an anchor out of range.
    pub fn anchored(family: Self, anchor: i32) -> Result<Self> {
        // SAFETY: a function of numbers.
        let made = unsafe { ffi::dt_series_frequency(family.raw(), anchor) };
        if made < 0 {
            let message = format!("no frequency {family} with anchor {anchor}");
            return Err(Error::new(Status::from_raw(made), message));
        }
        Ok(Self::from_raw(made))
    }

    /// The name for people: "quarter", "year ending in June".
    #[must_use]
    pub fn name(self) -> &'static str {
        // SAFETY: any number has a name, which is static.
        unsafe { static_text(ffi::dt_series_frequency_name(self.raw())) }
    }

    /// The periods in a year, where the calendar fixes them: none for weeks,
    /// days and undated observations.
    ///
    /// ```
    /// use dtgrowth::Frequency;
    ///
    /// assert_eq!(Frequency::MONTH.per_year(), Some(12));
    /// assert_eq!(Frequency::WEEK.per_year(), None);
    /// ```
    #[must_use]
    pub fn per_year(self) -> Option<i32> {
        // SAFETY: a function of a number.
        let n = unsafe { ffi::dt_series_per_year(self.raw()) };
        (n > 0).then_some(n)
    }

    /// The frequency that the form of a text says.
    fn of_text(text: &str) -> Self {
        let Some((_, part)) = text.split_once('-') else {
            return Self::YEAR;
        };
        match part.as_bytes() {
            [b'S', ..] => Self::HALF,
            [b'Q', ..] => Self::QUARTER,
            [b'W', ..] => Self::WEEK,
            [b'A', ..] => Self::YEAR,
            _ if part.contains('-') => Self::DAY,
            _ => Self::MONTH,
        }
    }
}

/// A period of a frequency: a year, a quarter, a day.
///
/// ```
/// use dtgrowth::{Frequency, Period, YearAgo};
///
/// let quarter: Period = "2024-Q3".parse()?;
/// assert_eq!(quarter.frequency(), Frequency::QUARTER);
/// assert_eq!((quarter + 2).to_string(), "2025-Q1");
/// assert_eq!(quarter.since("2023-Q3".parse()?)?, 4);
/// assert_eq!(quarter.year_ago(), Ok(Some("2023-Q3".parse()?)));
/// # Ok::<(), dtgrowth::Error>(())
/// ```
///
/// Periods of two frequencies are neither equal nor ordered.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(into = "alloc::string::String", try_from = "alloc::string::String")
)]
pub struct Period {
    frequency: Frequency,
    ordinal: i64,
}

impl Period {
    /// The period with an ordinal: 2024 for the year 2024, `4 * 2024 + 2` for
    /// 2024-Q3, days since 1970-01-01.
    ///
    /// # Errors
    /// `Status::PERIOD` for [`NO_PERIOD`], `Status::FREQUENCY` for a number
    /// that is no frequency.
    pub fn new(frequency: Frequency, ordinal: i64) -> Result<Self> {
        if ordinal == NO_PERIOD {
            return Err(Error::new(Status::PERIOD, "no period".into()));
        }
        if frequency.word().is_none() {
            let message = format!("{frequency} is no frequency");
            return Err(Error::new(Status::FREQUENCY, message));
        }
        Ok(Self { frequency, ordinal })
    }

    /// The calendar year.
    ///
    /// ```
    /// assert_eq!(dtgrowth::Period::year(2024).to_string(), "2024");
    /// ```
    #[must_use]
    pub const fn year(year: i32) -> Self {
        Self {
            frequency: Frequency::YEAR,
            ordinal: year as i64,
        }
    }

    /// A number in place of a date.
    ///
    /// # Errors
    /// `Status::PERIOD` for [`NO_PERIOD`].
    pub fn undated(number: i64) -> Result<Self> {
        Self::new(Frequency::UNDATED, number)
    }

    /// The period of a year by its number in it, from 1.
    ///
    /// ```
    /// use dtgrowth::{Frequency, Period};
    ///
    /// let july = Period::of(Frequency::MONTH, 2024, 7)?;
    /// assert_eq!(july.to_string(), "2024-07");
    /// # Ok::<(), dtgrowth::Error>(())
    /// ```
    ///
    /// # Errors
    /// `Status::PERIOD` where there is no such period.
    pub fn of(frequency: Frequency, year: i32, part: i32) -> Result<Self> {
        // SAFETY: a function of numbers.
        let ordinal =
            unsafe { ffi::dt_series_period_of(frequency.raw(), year, part) };
        if ordinal == NO_PERIOD {
            let message = format!("no {frequency} {part} of {year}");
            return Err(Error::new(Status::PERIOD, message));
        }
        Ok(Self { frequency, ordinal })
    }

    /// The period that contains a date.
    ///
    /// ```
    /// use dtgrowth::{Frequency, Period};
    ///
    /// let quarter = Period::from_date(Frequency::QUARTER, 2024, 7, 15)?;
    /// assert_eq!(quarter.to_string(), "2024-Q3");
    /// # Ok::<(), dtgrowth::Error>(())
    /// ```
    ///
    /// # Errors
    /// `Status::DATE` where there is no such date, or a weekend has no
    /// business day; `Status::FREQUENCY` for an unknown or undated frequency.
    pub fn from_date(
        frequency: Frequency,
        year: i32,
        month: i32,
        day: i32,
    ) -> Result<Self> {
        let f = frequency.raw();
        // SAFETY: the output is there.
        let ordinal = call(|period, error| unsafe {
            ffi::dt_series_period_from_date(f, year, month, day, period, error)
        })?;
        Ok(Self { frequency, ordinal })
    }

    /// Reads a period of a frequency from text, the whole of which it is.
    ///
    /// # Errors
    /// A status of the class of texts or periods; the index is the character
    /// at fault.
    pub fn parse(text: &str, frequency: Frequency) -> Result<Self> {
        let f = frequency.raw();
        with_text(text, |text| {
            // SAFETY: the text ends with a zero, and the output is there.
            let ordinal = call(|period, error| unsafe {
                ffi::dt_series_period_parse(f, text, period, error)
            })?;
            Ok(Self { frequency, ordinal })
        })
    }

    /// Its frequency.
    #[must_use]
    pub const fn frequency(self) -> Frequency {
        self.frequency
    }

    /// Its number among the periods of its frequency.
    #[must_use]
    pub const fn ordinal(self) -> i64 {
        self.ordinal
    }

    /// The period so many later; negative goes back.
    ///
    /// # Errors
    /// `Status::OVERFLOW` for an ordinal of more than 64 bits.
    pub fn plus(self, count: i64) -> Result<Self> {
        // SAFETY: the output is there.
        let ordinal = call(|sum, error| unsafe {
            ffi::dt_series_period_add(self.ordinal, count, sum, error)
        })?;
        Self::new(self.frequency, ordinal)
    }

    /// The periods from an earlier one to this: 4 from 2020 to 2024.
    ///
    /// # Errors
    /// `Status::MIXED` for another frequency, `Status::OVERFLOW` for a number
    /// of more than 64 bits.
    pub fn since(self, base: Self) -> Result<i64> {
        let base = base.of_frequency(self.frequency)?;
        // SAFETY: the output is there.
        call(|count, error| unsafe {
            ffi::dt_series_period_difference(base, self.ordinal, count, error)
        })
    }

    /// The same period of the year before; none where there is none.
    ///
    /// # Errors
    /// As for [`Period::years_ago`].
    pub fn year_ago(self) -> Result<Option<Self>> {
        self.years_ago(1, YearAgo::SAME)
    }

    /// The same period some years earlier, by a rule; none where there is
    /// none.
    ///
    /// ```
    /// use dtgrowth::{Period, YearAgo};
    ///
    /// let leap: Period = "2024-02-29".parse()?;
    /// assert_eq!(leap.year_ago()?, None);
    /// let clamped = leap.years_ago(1, YearAgo::CLAMP)?;
    /// assert_eq!(clamped, Some("2023-02-28".parse()?));
    /// # Ok::<(), dtgrowth::Error>(())
    /// ```
    ///
    /// # Errors
    /// `Status::FREQUENCY` for undated periods, `Status::LAG` for less than a
    /// year, `Status::RULE` for a rule that does not serve the frequency.
    pub fn years_ago(self, years: i64, rule: YearAgo) -> Result<Option<Self>> {
        let (f, period) = (self.frequency.raw(), self.ordinal);
        // SAFETY: the output is there.
        let ordinal = call(|earlier, error| unsafe {
            ffi::dt_series_period_year_ago(
                f,
                period,
                years,
                rule.raw(),
                earlier,
                error,
            )
        })?;
        let frequency = self.frequency;
        Ok((ordinal != NO_PERIOD).then_some(Self { frequency, ordinal }))
    }

    /// The period of another frequency that contains an end of this one.
    ///
    /// ```
    /// use dtgrowth::{Frequency, Period, Which};
    ///
    /// let quarter: Period = "2024-Q3".parse()?;
    /// let month = quarter.convert(Frequency::MONTH, Which::LAST)?;
    /// assert_eq!(month.to_string(), "2024-09");
    /// # Ok::<(), dtgrowth::Error>(())
    /// ```
    ///
    /// # Errors
    /// `Status::FREQUENCY` if one is undated, `Status::PERIOD` for a weekend,
    /// and outside of the calendar.
    pub fn convert(self, to: Frequency, which: Which) -> Result<Self> {
        let (from, period) = (self.frequency.raw(), self.ordinal);
        let (f, which) = (to.raw(), which.raw());
        // SAFETY: the output is there.
        let ordinal = call(|converted, error| unsafe {
            ffi::dt_series_period_convert(
                from, f, period, which, converted, error,
            )
        })?;
        Ok(Self {
            frequency: to,
            ordinal,
        })
    }

    /// Its first or last day as year, month and day.
    ///
    /// ```
    /// use dtgrowth::{Period, Which};
    ///
    /// let quarter: Period = "2024-Q3".parse()?;
    /// assert_eq!(quarter.date(Which::LAST)?, (2024, 9, 30));
    /// # Ok::<(), dtgrowth::Error>(())
    /// ```
    ///
    /// # Errors
    /// `Status::FREQUENCY` for an undated period, `Status::PERIOD` outside of
    /// the calendar.
    pub fn date(self, which: Which) -> Result<(i32, i32, i32)> {
        let (f, period) = (self.frequency.raw(), self.ordinal);
        let (mut year, mut month, mut day) = (0, 0, 0);
        // SAFETY: the three outputs are there.
        crate::raw::checked(|error| unsafe {
            ffi::dt_series_period_to_date(
                f,
                period,
                which.raw(),
                &mut year,
                &mut month,
                &mut day,
                error,
            )
        })?;
        Ok((year, month, day))
    }

    /// A period that is known to be one.
    pub(crate) const fn known(frequency: Frequency, ordinal: i64) -> Self {
        Self { frequency, ordinal }
    }

    /// The ordinal, if it is one of that frequency.
    pub(crate) fn of_frequency(self, frequency: Frequency) -> Result<i64> {
        if self.frequency == frequency {
            return Ok(self.ordinal);
        }
        let message =
            format!("{self:?} is no period of frequency \"{frequency}\"");
        Err(Error::new(Status::MIXED, message))
    }
}

/// Panics where the sum is no ordinal of 64 bits; [`Period::plus`] does not.
impl Add<i64> for Period {
    type Output = Self;
    fn add(self, count: i64) -> Self {
        self.plus(count).expect("a period of 64 bits")
    }
}

/// Panics where the result is no ordinal of 64 bits.
impl Sub<i64> for Period {
    type Output = Self;
    fn sub(self, count: i64) -> Self {
        let back = count.checked_neg();
        back.and_then(|n| self.plus(n).ok())
            .expect("a period of 64 bits")
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        (self.frequency == other.frequency)
            .then(|| self.ordinal.cmp(&other.ordinal))
    }
}

/// The form of ISO 8601 or SDMX; outside of the years 0 to 9999, which have
/// none, the ordinal and the frequency.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (frequency, period) = (self.frequency.raw(), self.ordinal);
        // SAFETY: there is as much room as is said.
        let written = Written::by(|buffer, capacity, error| unsafe {
            ffi::dt_series_period_format(
                frequency,
                period,
                buffer,
                capacity,
                core::ptr::null_mut(),
                error,
            )
        });
        show(f, written, || {
            format!("{} {}", self.frequency.name(), self.ordinal)
        })
    }
}

impl fmt::Debug for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Period({self}, {})", self.frequency)
    }
}

/// The form says the frequency: `2024`, `2024-S1`, `2024-Q3`, `2024-07`,
/// `2024-W53`, `2024-07-15`. Where it does not (business days, fiscal years,
/// numbers), the frequency stands before it: `business_day:2024-07-15`; so it
/// does before the ordinal of a period that has no text: `year:#20240`.
impl FromStr for Period {
    type Err = Error;
    fn from_str(text: &str) -> Result<Self> {
        let Some((frequency, text)) = text.rsplit_once(':') else {
            return Self::parse(text, Frequency::of_text(text));
        };
        let frequency = frequency.parse()?;
        match text.strip_prefix('#').map(str::parse) {
            Some(Ok(ordinal)) => Self::new(frequency, ordinal),
            _ => Self::parse(text, frequency),
        }
    }
}
