// SPDX-License-Identifier: MIT
//! What numbers are.
use crate::error::{Error, Result};
use crate::raw::{Written, checked, show, zeroed};
use crate::{
    Adjusted, DECIMALS_UNSTATED, Denominator, Frequency, Period, Price, Status,
    Trade, UnitKind,
};
use alloc::{format, string::String};
use core::ffi::c_char;
use core::fmt;
use dtgrowth_sys as ffi;

/// What the numbers of a series are. What is not stated agrees with anything;
/// a comparison of two units that differ is refused.
///
/// ```
/// use dtgrowth::{Status, Trade, Unit, UnitKind};
///
/// let exports = Unit::new(UnitKind::FLOW)
///     .with_currency("USD")?
///     .with_scale(12)
///     .with_trade(Trade::EXPORTS)
///     .with_vintage(2025);
/// assert_eq!(
///     exports.to_string(),
///     "flow, USD, 10^12, exports, vintage 2025"
/// );
/// let error = exports.check(&exports.with_vintage(2024)).unwrap_err();
/// assert_eq!(error.status(), Status::VINTAGE);
/// # Ok::<(), dtgrowth::Error>(())
/// ```
#[repr(transparent)]
#[derive(Clone, Copy)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(into = "crate::serial::Unit", try_from = "crate::serial::Unit")
)]
pub struct Unit(pub(crate) ffi::dt_series_unit);

macro_rules! members {
    ($($(#[$doc:meta])* $with:ident / $name:ident: $type:ty,)*) => {$(
        $(#[$doc])*
        #[must_use]
        pub fn $with(mut self, $name: $type) -> Self {
            self.0.$name = $name.into();
            self
        }

        /// What was stated by the method whose name begins with `with_`.
        #[must_use]
        pub fn $name(&self) -> $type {
            self.0.$name.into()
        }
    )*};
}

impl Unit {
    /// A unit that states a kind, or nothing with `UnitKind::UNSTATED`.
    #[must_use]
    pub fn new(kind: UnitKind) -> Self {
        let mut unit: ffi::dt_series_unit = zeroed();
        unit.decimals = DECIMALS_UNSTATED as i32;
        Self(unit).with_kind(kind)
    }

    members! {
        /// States another kind.
        with_kind / kind: UnitKind,
        /// States the power of ten of one unit: 12 is trillions.
        with_scale / scale: i32,
        /// States at which prices.
        with_price / price: Price,
        /// States the direction of trade.
        with_trade / trade: Trade,
        /// States what it is adjusted for.
        with_adjusted / adjusted: Adjusted,
        /// States what an amount is divided by.
        with_denominator / denominator: Denominator,
        /// States the decimals that were published, 0 to 30;
        /// [`DECIMALS_UNSTATED`] takes it back.
        with_decimals / decimals: i32,
        /// States the edition, a number of one's own; 0 takes it back.
        with_vintage / vintage: i64,
        /// States what is covered, a number of one's own; 0 takes it back.
        with_coverage / coverage: i64,
    }

    /// States a currency by the three letters of ISO 4217.
    ///
    /// # Errors
    /// `Status::UNIT` for what is no three letters.
    pub fn with_currency(mut self, letters: &str) -> Result<Self> {
        self.0.currency = three(letters)?;
        self.good()
    }

    /// States the currency of which one buys so much: the USD of a rate of
    /// exchange in CNY per USD.
    ///
    /// # Errors
    /// `Status::UNIT` for what is no three letters.
    pub fn with_per(mut self, letters: &str) -> Result<Self> {
        self.0.per = three(letters)?;
        self.good()
    }

    /// States the period whose prices are meant, or whose index is 100.
    #[must_use]
    pub fn with_reference(mut self, period: Period) -> Self {
        self.0.reference = period.ordinal();
        self.0.reference_frequency = period.frequency().raw();
        self
    }

    /// The letters of the currency; empty if none is stated.
    #[must_use]
    pub fn currency(&self) -> String {
        letters(self.0.currency)
    }

    /// The letters of the currency per which; empty if none is stated.
    #[must_use]
    pub fn per(&self) -> String {
        letters(self.0.per)
    }

    /// The reference period, if one is stated.
    #[must_use]
    pub fn reference(&self) -> Option<Period> {
        let frequency = Frequency::from_raw(self.0.reference_frequency);
        match frequency {
            Frequency::UNDATED => None,
            _ => Period::new(frequency, self.0.reference).ok(),
        }
    }

    /// Checks that two units may be compared.
    ///
    /// # Errors
    /// `Status::VINTAGE` where nothing but the vintage differs, otherwise
    /// `Status::UNIT`; the message names all that differs.
    pub fn check(&self, other: &Self) -> Result<()> {
        // SAFETY: both units are there.
        checked(|error| unsafe {
            ffi::dt_series_unit_check(&self.0, &other.0, error)
        })
    }

    pub(crate) fn good(self) -> Result<Self> {
        self.check(&self)?;
        Ok(self)
    }
}

/// The three letters with the zero that ends them; none for an empty text.
fn three(letters: &str) -> Result<[c_char; 4]> {
    let mut made = [0; 4];
    if !matches!(letters.len(), 0 | 3) {
        let message = format!("{letters:?} are no three letters");
        return Err(Error::new(Status::UNIT, message));
    }
    for (to, from) in made.iter_mut().zip(letters.bytes()) {
        *to = from as c_char;
    }
    Ok(made)
}

fn letters(from: [c_char; 4]) -> String {
    let letters = from.iter().map(|&letter| letter as u8);
    letters
        .take_while(|&letter| letter != 0)
        .map(char::from)
        .collect()
}

/// Nothing stated.
impl Default for Unit {
    fn default() -> Self {
        Self::new(UnitKind::UNSTATED)
    }
}

impl PartialEq for Unit {
    fn eq(&self, other: &Self) -> bool {
        let all = |u: &ffi::dt_series_unit| {
            (
                (u.kind, u.currency, u.per, u.scale, u.price, u.trade),
                (u.adjusted, u.denominator, u.decimals),
                (u.reference_frequency, u.reference, u.vintage, u.coverage),
            )
        };
        all(&self.0) == all(&other.0)
    }
}

impl Eq for Unit {}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // SAFETY: there is as much room as is said.
        let written = Written::by(|buffer, capacity, error| unsafe {
            let needed = core::ptr::null_mut();
            ffi::dt_series_unit_format(&self.0, buffer, capacity, needed, error)
        });
        show(f, written, || String::from("no unit"))
    }
}

impl fmt::Debug for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Unit({self})")
    }
}
