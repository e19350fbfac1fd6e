// SPDX-License-Identifier: MIT
//! What all kinds have: a newtype of a number, with constants and words.
use crate::error::Result;
use crate::raw::{call, static_text, with_text};
use core::ffi::CStr;

/// Frequencies with an anchor are no constants, and have names in place of it.
const FREQUENCY: &CStr = c"dt_series_freq";
const LAST_FREQUENCY: i32 = dtgrowth_sys::DT_SERIES_FREQ_DAY;

fn frequency_name(value: i32) -> &'static str {
    // SAFETY: any value has a name, which is static.
    unsafe { static_text(dtgrowth_sys::dt_series_frequency_name(value)) }
}

/// The word of a value, if it is one that the library knows.
pub(crate) fn word(tag: &CStr, value: i32) -> Option<&'static str> {
    // SAFETY: the tag ends with a zero, and the word is static.
    let word =
        unsafe { static_text(dtgrowth_sys::dt_enum_word(tag.as_ptr(), value)) };
    // What is not known has a word, too: only one that leads back is its own.
    if constant(tag, word) == Ok(value) {
        Some(word)
    } else if tag == FREQUENCY && frequency_name(value) != frequency_name(-1) {
        Some(frequency_name(value))
    } else {
        None
    }
}

/// The value that a word stands for.
pub(crate) fn parse(tag: &CStr, word: &str) -> Result<i32> {
    constant(tag, word).or_else(|error| {
        (0..=LAST_FREQUENCY)
            .find(|&f| tag == FREQUENCY && frequency_name(f) == word)
            .filter(|&f| frequency_name(f) != frequency_name(-1))
            .ok_or(error)
    })
}

/// The constant that a word stands for.
fn constant(tag: &CStr, word: &str) -> Result<i32> {
    with_text(word, |word| {
        // SAFETY: both texts end with a zero, and the outputs are there.
        call(|value, error| unsafe {
            dtgrowth_sys::dt_enum_value(tag.as_ptr(), word, value, error)
        })
    })
}

/// A number that is larger than those of the kind.
#[cfg(feature = "serde")]
pub(crate) fn too_large(raw: i32) -> crate::Error {
    let message = alloc::format!("{raw} is no number of this kind");
    crate::Error::new(crate::Status::KIND, message)
}

macro_rules! kind {
    ($(#[$doc:meta])* $name:ident: $size:ident = $tag:literal {
        $($(#[$each:meta])* $constant:ident = $value:ident,)*
    }) => {
        $(#[$doc])*
        ///
        /// A number: a value that this release does not know is one as well.
        /// Its word is the constant in small letters.
        #[repr(transparent)]
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(
            feature = "serde",
            derive(serde::Serialize, serde::Deserialize),
            serde(
                into = "crate::serial::Kind",
                try_from = "crate::serial::Kind"
            )
        )]
        pub struct $name($size);

        impl $name {
            $($(#[$each])*
            pub const $constant: Self = Self(dtgrowth_sys::$value as $size);)*

            /// Every constant.
            pub const ALL: &'static [Self] = &[$(Self::$constant,)*];

            /// The kind of a number, whether it is known or not.
            #[must_use]
            pub const fn from_raw(raw: $size) -> Self {
                Self(raw)
            }

            /// The number.
            #[must_use]
            pub const fn raw(self) -> $size {
                self.0
            }

            /// The word; none for a number that the library does not know.
            #[must_use]
            pub fn word(self) -> Option<&'static str> {
                crate::kind::word($tag, i32::from(self.0))
            }

            /// The constant that a word stands for.
            ///
            /// # Errors
            /// `Status::TEXT` for what is no word of this kind.
            pub fn from_word(word: &str) -> crate::Result<Self> {
                Ok(Self(crate::kind::parse($tag, word)? as $size))
            }
        }

        impl core::fmt::Debug for $name {
            fn fmt(
                &self,
                f: &mut core::fmt::Formatter<'_>,
            ) -> core::fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self)
            }
        }

        impl From<$name> for $size {
            fn from(kind: $name) -> $size {
                kind.0
            }
        }

        impl From<$size> for $name {
            fn from(raw: $size) -> Self {
                Self(raw)
            }
        }

        #[cfg(feature = "serde")]
        impl From<$name> for crate::serial::Kind {
            fn from(kind: $name) -> Self {
                match kind.word() {
                    Some(word) => Self::Word(word.into()),
                    None => Self::Number(kind.0.into()),
                }
            }
        }

        #[cfg(feature = "serde")]
        impl TryFrom<crate::serial::Kind> for $name {
            type Error = crate::Error;
            fn try_from(kind: crate::serial::Kind) -> crate::Result<Self> {
                match kind {
                    crate::serial::Kind::Word(word) => word.parse(),
                    crate::serial::Kind::Number(raw) => raw
                        .try_into()
                        .map(Self)
                        .map_err(|_| crate::kind::too_large(raw)),
                }
            }
        }

        /// The word, or a number that has none.
        impl core::fmt::Display for $name {
            fn fmt(
                &self,
                f: &mut core::fmt::Formatter<'_>,
            ) -> core::fmt::Result {
                match self.word() {
                    Some(word) => f.pad(word),
                    None => core::fmt::Display::fmt(&self.0, f),
                }
            }
        }

        impl core::str::FromStr for $name {
            type Err = crate::Error;
            fn from_str(word: &str) -> crate::Result<Self> {
                Self::from_word(word)
            }
        }
    };
}
pub(crate) use kind;
