// SPDX-License-Identifier: MIT
//! Published figures, and checks of them.
use crate::error::{Error, Result};
use crate::raw::{Written, call, long, show, static_text, with_text, zeroed};
use crate::{Method, Quality, Rounding, TextFlags, Verdict};
use alloc::{format, string::String};
use core::fmt;
use core::ops::{BitOr, RangeInclusive};
use core::str::FromStr;
use dtgrowth_sys as ffi;

/// A published figure: "7.23" stands for 7.225 to 7.235, and "2.90" is not
/// "2.9".
///
/// ```
/// use dtgrowth::Figure;
///
/// let figure: Figure = "2.90".parse()?;
/// assert_eq!(figure.to_string(), "2.90");
/// assert_eq!(format!("{:.3}", figure.interval()?), "2.900 [2.895, 2.905]");
/// assert_ne!(figure, "2.9".parse()?);
/// # Ok::<(), dtgrowth::Error>(())
/// ```
#[repr(transparent)]
#[derive(Clone, Copy)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(into = "crate::serial::Figure", try_from = "crate::serial::Figure")
)]
pub struct Figure(ffi::dt_compare_figure);

/// A closed interval, and the number that the printed figures give.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Interval {
    /// The figures taken as exact, rounded to nearest.
    pub value: f64,
    /// Not above the true lower end, at most 1 ulp below.
    pub lower: f64,
    /// Not below the true upper end, at most 1 ulp above.
    pub upper: f64,
}

impl From<ffi::dt_compare_interval> for Interval {
    fn from(raw: ffi::dt_compare_interval) -> Self {
        let ffi::dt_compare_interval {
            value,
            lower,
            upper,
        } = raw;
        Self {
            value,
            lower,
            upper,
        }
    }
}

impl Interval {
    /// Whether a number lies in it, ends included.
    #[must_use]
    pub fn contains(&self, number: f64) -> bool {
        self.lower <= number && number <= self.upper
    }
}

/// "value \[lower, upper\]", to the decimals that are asked for. Ends are
/// rounded outward, so that the interval that is printed is not too narrow: by
/// no more than the 1 ulp to which an end is known.
impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.value, f)?;
        f.write_str(" [")?;
        outward(f, self.lower, Rounding::FLOOR)?;
        f.write_str(", ")?;
        outward(f, self.upper, Rounding::CEILING)?;
        f.write_str("]")
    }
}

fn outward(
    f: &mut fmt::Formatter<'_>,
    end: f64,
    rounding: Rounding,
) -> fmt::Result {
    // All its digits, or no number that has some.
    let Some(decimals) = f.precision().filter(|_| end.is_finite()) else {
        return write!(f, "{end}");
    };
    let nearest = format!("{end:.decimals$}");
    let printed: f64 = nearest.parse().unwrap_or(f64::NAN);
    if printed.to_bits().abs_diff(end.to_bits()) <= 1 {
        return f.write_str(&nearest);
    }
    let decimals = i32::try_from(decimals).unwrap_or(i32::MAX);
    match Figure::round(end, decimals, rounding) {
        Ok(figure) => write!(f, "{figure}"),
        Err(_) => write!(f, "{end}"),
    }
}

impl Figure {
    /// The figure `digits * 10^-decimals`, rounded in an unknown way.
    ///
    /// # Errors
    /// `Status::VALUE` for more than 15 digits, or decimals that are not
    /// between -15 and 18.
    pub fn new(digits: i64, decimals: i32) -> Result<Self> {
        let mut raw: ffi::dt_compare_figure = zeroed();
        (raw.digits, raw.decimals) = (digits, decimals);
        Self(raw).good()
    }

    /// Reads a printed figure, with thousands or a per cent sign if flags
    /// allow them.
    ///
    /// ```
    /// use dtgrowth::{Figure, TextFlags};
    ///
    /// let flags = TextFlags::GROUPS | TextFlags::PERCENT;
    /// assert_eq!(Figure::parse("4,590", flags)?, "4590".parse()?);
    /// # Ok::<(), dtgrowth::Error>(())
    /// ```
    ///
    /// # Errors
    /// A status of the class of texts; the index is the character at fault.
    pub fn parse(text: &str, flags: TextFlags) -> Result<Self> {
        with_text(text, |text| {
            // SAFETY: the text ends with a zero, and the output is there.
            call(|figure, error| unsafe {
                let flags = flags.raw() as u32;
                ffi::dt_compare_figure_parse(text, flags, figure, error)
            })
            .map(Self)
        })
    }

    /// The figure that a publisher prints for a value.
    ///
    /// ```
    /// use dtgrowth::{Figure, Rounding};
    ///
    /// let figure = Figure::round(0.125, 2, Rounding::HALF_EVEN)?;
    /// assert_eq!(figure.to_string(), "0.12");
    /// # Ok::<(), dtgrowth::Error>(())
    /// ```
    ///
    /// # Errors
    /// `Status::VALUE` for a number that is not finite, `Status::OVERFLOW` for
    /// more than 15 digits, `Status::RULE` for an unknown rounding.
    pub fn round(
        value: f64,
        decimals: i32,
        rounding: Rounding,
    ) -> Result<Self> {
        let rounding = rounding.raw();
        // SAFETY: the output is there.
        call(|f, error| unsafe {
            ffi::dt_compare_figure_round(value, decimals, rounding, f, error)
        })
        .map(Self)
    }

    /// The same figure, rounded in a way that is known.
    ///
    /// # Errors
    /// `Status::RULE` for an unknown one.
    pub fn with_rounding(mut self, rounding: Rounding) -> Result<Self> {
        self.0.rounding = rounding.raw();
        self.good()
    }

    /// The same figure, printed as it stands or vague ("nearly 3").
    ///
    /// # Errors
    /// `Status::KIND` for an unknown quality.
    pub fn with_quality(mut self, quality: Quality) -> Result<Self> {
        self.0.quality = quality.raw();
        self.good()
    }

    /// The digits, without a point.
    #[must_use]
    pub fn digits(&self) -> i64 {
        self.0.digits
    }

    /// How many of them are decimals; negative if it is rounded to tens.
    #[must_use]
    pub fn decimals(&self) -> i32 {
        self.0.decimals
    }

    /// How it was rounded.
    #[must_use]
    pub fn rounding(&self) -> Rounding {
        Rounding::from_raw(self.0.rounding)
    }

    /// How sure it is.
    #[must_use]
    pub fn quality(&self) -> Quality {
        Quality::from_raw(self.0.quality)
    }

    /// The printed number as a double; infinite ends do not matter to it.
    #[must_use]
    pub fn value(&self) -> f64 {
        self.interval().map_or(f64::NAN, |interval| interval.value)
    }

    /// The interval of numbers that print as the figure.
    ///
    /// # Errors
    /// None: a figure is a good one.
    pub fn interval(&self) -> Result<Interval> {
        // SAFETY: the figure and the output are there.
        let raw: ffi::dt_compare_interval = call(|i, error| unsafe {
            ffi::dt_compare_figure_interval(&self.0, i, error)
        })?;
        Ok(raw.into())
    }

    /// The ratio of this figure to another, with its interval.
    ///
    /// ```
    /// use dtgrowth::Figure;
    ///
    /// // 4.59 is 20.1 per cent of it.
    /// let part: Figure = "4.59".parse()?;
    /// let total = part.ratio(&Figure::new(201, 3)?)?;
    /// assert_eq!(format!("{total:.2}"), "22.84 [22.75, 22.92]");
    /// # Ok::<(), dtgrowth::Error>(())
    /// ```
    ///
    /// # Errors
    /// `Status::VALUE` if the denominator may be zero.
    pub fn ratio(&self, denominator: &Self) -> Result<Interval> {
        // SAFETY: the figures and the output are there.
        let raw: ffi::dt_compare_interval = call(|i, error| unsafe {
            ffi::dt_compare_figure_ratio(&self.0, &denominator.0, i, error)
        })?;
        Ok(raw.into())
    }

    /// The growth from this figure to another, with its interval: every growth
    /// that levels may have which print as the two.
    ///
    /// ```
    /// use dtgrowth::{Figure, Method};
    ///
    /// let base: Figure = "4.59".parse()?;
    /// let growth = base.growth(&"7.23".parse()?, 4.0, Method::CAGR)?;
    /// assert_eq!(format!("{growth:.4}"), "0.1203 [0.1197, 0.1208]");
    /// # Ok::<(), dtgrowth::Error>(())
    /// ```
    ///
    /// # Errors
    /// `Status::VALUE` if a level may be 0 or less, `Status::PERIODS` for
    /// periods that are not positive, `Status::KIND` for an unknown method.
    pub fn growth(
        &self,
        end: &Self,
        periods: f64,
        method: Method,
    ) -> Result<Interval> {
        let (base, end, method) = (&self.0, &end.0, method.raw());
        // SAFETY: the figures and the output are there.
        let raw: ffi::dt_compare_interval = call(|i, error| unsafe {
            ffi::dt_compare_figure_growth(base, end, periods, method, i, error)
        })?;
        Ok(raw.into())
    }

    fn good(self) -> Result<Self> {
        self.interval()?;
        Ok(self)
    }
}

impl PartialEq for Figure {
    fn eq(&self, other: &Self) -> bool {
        let all =
            |f: &Self| (f.digits(), f.decimals(), f.rounding(), f.quality());
        all(self) == all(other)
    }
}

impl Eq for Figure {}

/// A figure without thousands and per cent sign: see [`Figure::parse`].
/// As it is printed, with a per cent sign or without: "12.1%" is 12.1.
impl FromStr for Figure {
    type Err = Error;
    fn from_str(text: &str) -> Result<Self> {
        Self::parse(text, TextFlags::PERCENT)
    }
}

/// As it is printed; rounding and quality do not show.
impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // SAFETY: there is as much room as is said.
        let written = Written::by(|buffer, capacity, error| unsafe {
            let needed = core::ptr::null_mut();
            ffi::dt_compare_figure_format(
                &self.0, buffer, capacity, needed, error,
            )
        });
        show(f, written, || String::from("no figure"))
    }
}

impl fmt::Debug for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (rounding, quality) = (self.rounding(), self.quality());
        write!(f, "Figure({self}, {rounding:?}, {quality:?})")
    }
}

impl BitOr for TextFlags {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self::from_raw(self.raw() | other.raw())
    }
}

impl Verdict {
    /// The verdict for people: "only at the edge".
    ///
    /// ```
    /// let verdict = dtgrowth::Verdict::EDGE;
    /// assert_eq!(verdict.name(), "only at the edge");
    /// ```
    #[must_use]
    pub fn name(self) -> &'static str {
        // SAFETY: any number has a name, which is static.
        unsafe { static_text(ffi::dt_compare_verdict_name(self.raw())) }
    }

    /// Whether rounding explains what is published.
    #[must_use]
    pub fn is_consistent(self) -> bool {
        matches!(self, Self::EXACT | Self::WITHIN | Self::EDGE)
    }
}

/// What came of checking a published rate. Rates are fractions.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct GrowthCheck {
    /// Whether levels and rate agree.
    pub verdict: Verdict,
    /// The rate, from the published levels; NaN if one is vague.
    pub recomputed: Interval,
    /// The published rate.
    pub published: Interval,
    /// The base that end and rate ask for.
    pub implied_base: Interval,
    /// The end that base and rate ask for.
    pub implied_end: Interval,
    /// The periods that fit; NaN if none, or any, may.
    pub implied_periods: Interval,
    /// The interval of the base, cut by the implied one.
    pub tight_base: Interval,
    /// The interval of the end, cut by the implied one.
    pub tight_end: Interval,
    /// The whole numbers of periods that fit; empty if none does.
    pub whole_periods: RangeInclusive<i64>,
    /// Bit m: the method with the number m fits.
    pub methods: u32,
}

impl GrowthCheck {
    fn from_raw(raw: &ffi::dt_compare_growth_check) -> Self {
        Self {
            verdict: Verdict::from_raw(raw.verdict),
            recomputed: raw.recomputed.into(),
            published: raw.published.into(),
            implied_base: raw.implied_base.into(),
            implied_end: raw.implied_end.into(),
            implied_periods: raw.implied_periods.into(),
            tight_base: raw.tight_base.into(),
            tight_end: raw.tight_end.into(),
            whole_periods: raw.periods_first..=raw.periods_last,
            methods: raw.methods,
        }
    }

    /// Whether a method fits at the stated periods.
    #[must_use]
    pub fn fits(&self, method: Method) -> bool {
        let bit = u32::try_from(method.raw()).unwrap_or(u32::MAX);
        1_u32
            .checked_shl(bit)
            .is_some_and(|bit| self.methods & bit != 0)
    }
}

/// Checks a published rate, in per cent, against two published levels.
///
/// ```
/// use dtgrowth::{Method, Verdict, check_growth};
///
/// // Digital trade: 4.59 in 2020, 7.23 in 2024, "12.1 % a year".
/// let check = check_growth(
///     &"4.59".parse()?,
///     &"7.23".parse()?,
///     &"12.1".parse()?,
///     4.0,
///     Method::CAGR,
/// )?;
/// assert_eq!(check.verdict, Verdict::EDGE);
/// assert!(check.fits(Method::CAGR) && !check.fits(Method::LINEAR));
/// assert_eq!(check.whole_periods, 4..=4);
/// # Ok::<(), dtgrowth::Error>(())
/// ```
///
/// # Errors
/// `Status::VALUE` if a level may be 0 or less, `Status::PERIODS` for periods
/// that are not positive, `Status::KIND` for an unknown method.
pub fn check_growth(
    base: &Figure,
    end: &Figure,
    rate: &Figure,
    periods: f64,
    method: Method,
) -> Result<GrowthCheck> {
    let (base, end, rate) = (&base.0, &end.0, &rate.0);
    // SAFETY: the figures and the output are there.
    let raw = call(|check, error| unsafe {
        let method = method.raw();
        ffi::dt_compare_check_growth(
            base, end, rate, periods, method, check, error,
        )
    })?;
    Ok(GrowthCheck::from_raw(&raw))
}

/// What came of checking parts against a total.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct SumCheck {
    /// Whether parts and total agree.
    pub verdict: Verdict,
    /// The sum of the parts.
    pub sum: Interval,
    /// Sum less total: what the parts have in common.
    pub overlap: Interval,
}

/// Checks that published parts add up to a published total.
///
/// ```
/// use dtgrowth::{Figure, check_sum};
///
/// let parts: [Figure; 2] = ["3.21".parse()?, "1.41".parse()?];
/// let check = check_sum(&parts, &"4.59".parse()?)?;
/// assert_eq!(format!("{:.3}", check.overlap), "0.030 [0.015, 0.045]");
/// # Ok::<(), dtgrowth::Error>(())
/// ```
///
/// # Errors
/// `Status::LENGTH` without parts.
pub fn check_sum(parts: &[Figure], total: &Figure) -> Result<SumCheck> {
    // A figure is no more than that of the library.
    let (first, count) = (parts.as_ptr().cast(), long(parts.len()));
    // SAFETY: there are as many parts as is said.
    let raw: ffi::dt_compare_sum_check = call(|check, error| unsafe {
        ffi::dt_compare_check_sum(first, count, &total.0, check, error)
    })?;
    Ok(SumCheck {
        verdict: Verdict::from_raw(raw.verdict),
        sum: raw.sum.into(),
        overlap: raw.overlap.into(),
    })
}
