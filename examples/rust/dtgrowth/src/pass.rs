// SPDX-License-Identifier: MIT
//! How arguments pass to C, and the methods that all quantities have.
use crate::error::Result;
use crate::{
    AverageKind, CompareKind, ConvertKind, Frequency, GrowthKind, Order, Panel,
    Period, Quote, RollingKind, Series, SpliceKind, Ties, TrendKind, Unit,
};
use dtgrowth_sys as ffi;

/// An argument of a function of series of some frequency.
pub(crate) trait Pass {
    type C;
    fn pass(self, of: Frequency) -> Result<Self::C>;
}

macro_rules! as_itself {
    ($($name:ty)*) => {$(impl Pass for $name {
        type C = $name;
        fn pass(self, _: Frequency) -> Result<$name> {
            Ok(self)
        }
    })*};
}
as_itself!(i64 f64);

macro_rules! by_number {
    ($($name:ty)*) => {$(impl Pass for $name {
        type C = i32;
        fn pass(self, _: Frequency) -> Result<i32> {
            Ok(self.raw())
        }
    })*};
}
by_number! {
    AverageKind CompareKind ConvertKind GrowthKind Order Quote RollingKind
    SpliceKind Ties TrendKind
}

impl Pass for &Unit {
    type C = *const ffi::dt_series_unit;
    fn pass(self, _: Frequency) -> Result<Self::C> {
        Ok(&raw const self.0)
    }
}

/// A period of another frequency has another meaning.
impl Pass for Period {
    type C = i64;
    fn pass(self, of: Frequency) -> Result<i64> {
        self.of_frequency(of)
    }
}

/// A second operand that need not be given.
pub(crate) fn series_or_null(x: Option<&Series<'_>>) -> *const ffi::dt_series {
    x.map_or(core::ptr::null(), Series::raw)
}

/// The same of panels.
pub(crate) fn panel_or_null(
    x: Option<&Panel<'_>>,
) -> *const ffi::dt_series_panel {
    x.map_or(core::ptr::null(), Panel::raw)
}

/// The four methods of a quantity: of a series and of a panel, with memory of
/// the result's own, and with that of the caller. In C the operands come first,
/// then what is asked, then options and output.
///
/// SAFETY of the calls: views and panels lie inside their slices by their
/// constructors, and so do outputs, which by `&mut` are no operand's memory;
/// all live until the call is over.
macro_rules! quantity {
    (
        $(#[$doc:meta])*
        $name:ident, $into:ident = $single:ident, $panel:ident;
        ($($other:ident),*) ($($arg:ident: $type:ty),*) $options:ident
    ) => {
        impl crate::Series<'_> {
            $(#[$doc])*
            pub fn $name(
                &self,
                $($other: &crate::Series<'_>,)*
                $($arg: $type,)*
                options: &crate::$options,
            ) -> crate::Result<crate::Output> {
                let f = self.frequency();
                let _ = f;
                $(let $arg = crate::pass::Pass::pass($arg, f)?;)*
                crate::Output::by(self.len(), self.start(), |out, error| {
                    // SAFETY: see above.
                    unsafe {
                        dtgrowth_sys::$single(
                            self.raw(), $($other.raw(),)* $($arg,)*
                            options.raw(), out, error,
                        )
                    }
                })
            }

            #[doc = concat!(
                "[`Series::", stringify!($name), "`](crate::Series::",
                stringify!($name), ") into memory of the caller; nothing is ",
                "allocated.\n\n# Errors\nThe same, and `Status::CAPACITY` ",
                "for an output that is shorter."
            )]
            pub fn $into<'o>(
                &self,
                $($other: &crate::Series<'_>,)*
                $($arg: $type,)*
                options: &crate::$options,
                out: impl Into<crate::Out<'o>>,
            ) -> crate::Result<crate::Summary> {
                let f = self.frequency();
                let _ = f;
                $(let $arg = crate::pass::Pass::pass($arg, f)?;)*
                out.into().by(|out, error| {
                    // SAFETY: see above.
                    unsafe {
                        dtgrowth_sys::$single(
                            self.raw(), $($other.raw(),)* $($arg,)*
                            options.raw(), out, error,
                        )
                    }
                })
            }
        }

        impl crate::Panel<'_> {
            #[doc = concat!(
                "[`Series::", stringify!($name), "`](crate::Series::",
                stringify!($name), ") of each series.\n\n# Errors\nThe same; ",
                "the index is that of a series where one is at fault."
            )]
            pub fn $name(
                &self,
                $($other: &crate::Panel<'_>,)*
                $($arg: $type,)*
                options: &crate::$options,
            ) -> crate::Result<crate::PanelOutput> {
                let f = self.frequency();
                let _ = f;
                $(let $arg = crate::pass::Pass::pass($arg, f)?;)*
                crate::PanelOutput::by(self, |out, error| {
                    // SAFETY: see above.
                    unsafe {
                        dtgrowth_sys::$panel(
                            self.raw(), $($other.raw(),)* $($arg,)*
                            options.raw(), out, error,
                        )
                    }
                })
            }

            #[doc = concat!(
                "[`Series::", stringify!($name), "`](crate::Series::",
                stringify!($name), ") of each series, into memory of the ",
                "caller; nothing is allocated.\n\n# Errors\nThe same, and ",
                "`Status::CAPACITY` for an output that is smaller."
            )]
            pub fn $into(
                &self,
                $($other: &crate::Panel<'_>,)*
                $($arg: $type,)*
                options: &crate::$options,
                out: crate::PanelOut<'_>,
            ) -> crate::Result<()> {
                let f = self.frequency();
                let _ = f;
                $(let $arg = crate::pass::Pass::pass($arg, f)?;)*
                out.for_spans(self.is_spans())?.by(|out, error| {
                    // SAFETY: see above.
                    unsafe {
                        dtgrowth_sys::$panel(
                            self.raw(), $($other.raw(),)* $($arg,)*
                            options.raw(), out, error,
                        )
                    }
                })
            }
        }
    };
}
pub(crate) use quantity;
