// SPDX-License-Identifier: MIT
//! What went wrong, and where.
use crate::{Class, Status};
use alloc::{boxed::Box, string::String};
use core::fmt;

/// What a function that can fail returns.
pub type Result<T> = core::result::Result<T, Error>;

/// A failure of a call: always about its arguments, never about data.
///
/// ```
/// use dtgrowth::{Class, Frequency, Period, Status};
///
/// let error = Period::parse("2024-Q5", Frequency::QUARTER).unwrap_err();
/// assert_eq!(error.status(), Status::DATE);
/// assert_eq!(error.class(), Class::PERIOD);
/// assert_eq!(error.index(), Some(6));
/// assert_eq!(
///     error.message(),
///     "text is \"2024-Q5\": no quarter 5, only 1 to 4"
/// );
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    status: Status,
    index: Option<usize>,
    message: Box<str>,
}

impl Error {
    pub(crate) fn new(status: Status, message: String) -> Self {
        Self::at(status, -1, message)
    }

    pub(crate) fn at(status: Status, index: i64, message: String) -> Self {
        let index = usize::try_from(index).ok();
        let message = message.into_boxed_str();
        Self {
            status,
            index,
            message,
        }
    }

    /// Which failure it is.
    #[must_use]
    pub fn status(&self) -> Status {
        self.status
    }

    /// What it is about: an argument, units, periods, a text, a range.
    #[must_use]
    pub fn class(&self) -> Class {
        // SAFETY: any number has a class.
        let class = unsafe { dtgrowth_sys::dt_status_class(self.status.raw()) };
        Class::from_raw(class)
    }

    /// The element, series or character at fault, if it is one.
    #[must_use]
    pub fn index(&self) -> Option<usize> {
        self.index
    }

    /// What is wrong, in English, with the value that is. Do not parse it.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.message
    }
}

/// The message alone.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.message)
    }
}

impl core::error::Error for Error {}

impl Status {
    /// The name of the constant in C, for looking it up: "DT_E_STRIDE".
    ///
    /// ```
    /// assert_eq!(dtgrowth::Status::STRIDE.name(), "DT_E_STRIDE");
    /// ```
    #[must_use]
    pub fn name(self) -> &'static str {
        // SAFETY: any number has a name, which is static.
        unsafe {
            crate::raw::static_text(dtgrowth_sys::dt_status_name(self.raw()))
        }
    }
}
