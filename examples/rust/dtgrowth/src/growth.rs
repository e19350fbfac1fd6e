// SPDX-License-Identifier: MIT
//! Growth of series and panels, and levels from growth.
use crate::error::Result;
use crate::output::{Out, Output, Summary};
use crate::panel::{PanelOut, PanelOutput, same_count};
use crate::pass::quantity;
use crate::{ConvertKind, GrowthKind, GrowthOptions, Panel, Period, Series};
use dtgrowth_sys as ffi;

quantity! {
    /// Growth of every observation over its base, which is found by period,
    /// never by row: element i belongs to observation i.
    ///
    /// ```
    /// use dtgrowth::{GrowthKind, GrowthOptions, LagRule, Series};
    ///
    /// let exports = [40.0, 42.0, 41.0, 45.0, 44.0, 47.0];
    /// let x = Series::new(&exports, "2023-Q1".parse()?)?;
    /// let year_ago = GrowthOptions::new().lag_rule(LagRule::YEARS);
    /// let growth = x.growth(GrowthKind::RATE, 1, &year_ago)?;
    /// assert_eq!(growth.at("2024-Q1".parse()?), Some(0.1));
    /// # Ok::<(), dtgrowth::Error>(())
    /// ```
    ///
    /// # Errors
    /// `Status::LAG` for a lag below 1, `Status::RULE` for a rule that does
    /// not serve the kind or the frequency, `Status::UNIT` for logarithms,
    /// `Status::BASE` for a base that is refused.
    growth, growth_into = dt_growth_series, dt_growth_series_panel;
    () (kind: GrowthKind, lag: i64) GrowthOptions
}

quantity! {
    /// Growth of rolling sums: of each run of periods over an earlier one.
    ///
    /// ```
    /// use dtgrowth::{GrowthKind, GrowthOptions, Series};
    ///
    /// let exports = [40.0, 42.0, 41.0, 45.0, 44.0, 47.0, 45.0, 50.0];
    /// let x = Series::new(&exports, "2023-Q1".parse()?)?;
    /// let options = GrowthOptions::new();
    /// let growth = x.rolling_growth(GrowthKind::RATE, 4, 4, &options)?;
    /// assert_eq!(growth.values[7], dtgrowth::rate(168.0, 186.0));
    /// # Ok::<(), dtgrowth::Error>(())
    /// ```
    ///
    /// # Errors
    /// As for [`Series::growth`]; `Status::PERIODS` for a window below 1.
    rolling_growth, rolling_growth_into = dt_growth_rolling,
    dt_growth_rolling_panel;
    () (kind: GrowthKind, window: i64, lag: i64) GrowthOptions
}

quantity! {
    /// Restates every growth: compounded over some periods, as a logarithm or
    /// back, as a doubling time. `periods` is 0 unless it compounds.
    ///
    /// ```
    /// use dtgrowth::{ConvertKind, GrowthOptions, Series};
    ///
    /// let quarterly = Series::new(&[0.012, 0.009], "2024-Q1".parse()?)?;
    /// let options = GrowthOptions::new();
    /// let a_year = quarterly.convert(ConvertKind::COMPOUND, 4.0, &options)?;
    /// assert_eq!(a_year.values[0], dtgrowth::compound(0.012, 4.0));
    /// # Ok::<(), dtgrowth::Error>(())
    /// ```
    ///
    /// # Errors
    /// `Status::PERIODS` for periods that have no effect, `Status::UNIT` for
    /// per cents and levels.
    convert, convert_into = dt_growth_convert, dt_growth_convert_panel;
    () (kind: ConvertKind, periods: f64) GrowthOptions
}

quantity! {
    /// Growth since the period before the first, through each period in turn.
    ///
    /// ```
    /// use dtgrowth::{GrowthKind, GrowthOptions, Period, Series};
    ///
    /// let rates = Series::new(&[0.5, 0.5], Period::year(2023))?;
    /// let options = GrowthOptions::new();
    /// let all = rates.cumulative(GrowthKind::RATE, &options)?;
    /// assert_eq!(all.values, [0.5, 1.25]);
    /// # Ok::<(), dtgrowth::Error>(())
    /// ```
    ///
    /// # Errors
    /// `Status::KIND` for another kind than RATE, CHANGE, LOG or FACTOR;
    /// `Status::UNIT` for per cents.
    cumulative, cumulative_into = dt_growth_cumulative,
    dt_growth_cumulative_panel;
    () (kind: GrowthKind) GrowthOptions
}

/// Periods, or rates, of every element in place of one for all; in C the
/// unused one of the two is 0 or null.
macro_rules! between {
    (
        $(#[$doc:meta])*
        $name:ident, $into:ident, $each:ident, $each_into:ident
            = $single:ident, $panel:ident;
        ($($kind:ident: $type:ty)?) $number:ident
    ) => {
        impl Series<'_> {
            $(#[$doc])*
            pub fn $name(
                &self,
                end: &Series<'_>,
                $($kind: $type,)?
                $number: f64,
                options: &GrowthOptions,
            ) -> Result<Output> {
                let null = core::ptr::null();
                Output::by(self.len(), self.start(), |out, error| {
                    // SAFETY: as of all quantities, see `quantity!`.
                    unsafe {
                        ffi::$single(
                            self.raw(), end.raw(), $($kind.raw(),)? $number,
                            null, options.raw(), out, error,
                        )
                    }
                })
            }

            /// The same into memory of the caller; nothing is allocated.
            ///
            /// # Errors
            /// The same, and `Status::CAPACITY` for an output that is shorter.
            pub fn $into<'o>(
                &self,
                end: &Series<'_>,
                $($kind: $type,)?
                $number: f64,
                options: &GrowthOptions,
                out: impl Into<Out<'o>>,
            ) -> Result<Summary> {
                let null = core::ptr::null();
                out.into().by(|out, error| {
                    // SAFETY: as of all quantities, see `quantity!`.
                    unsafe {
                        ffi::$single(
                            self.raw(), end.raw(), $($kind.raw(),)? $number,
                            null, options.raw(), out, error,
                        )
                    }
                })
            }

            /// The same with a number of its own for each element.
            ///
            /// # Errors
            /// The same, and `Status::LENGTH` for another number of them.
            pub fn $each(
                &self,
                end: &Series<'_>,
                $($kind: $type,)?
                $number: &Series<'_>,
                options: &GrowthOptions,
            ) -> Result<Output> {
                Output::by(self.len(), self.start(), |out, error| {
                    // SAFETY: as of all quantities, see `quantity!`.
                    unsafe {
                        ffi::$single(
                            self.raw(), end.raw(), $($kind.raw(),)? 0.0,
                            $number.raw(), options.raw(), out, error,
                        )
                    }
                })
            }

            /// The same with a number of its own for each element, into memory
            /// of the caller; nothing is allocated.
            ///
            /// # Errors
            /// The same, and `Status::CAPACITY` for an output that is shorter.
            pub fn $each_into<'o>(
                &self,
                end: &Series<'_>,
                $($kind: $type,)?
                $number: &Series<'_>,
                options: &GrowthOptions,
                out: impl Into<Out<'o>>,
            ) -> Result<Summary> {
                out.into().by(|out, error| {
                    // SAFETY: as of all quantities, see `quantity!`.
                    unsafe {
                        ffi::$single(
                            self.raw(), end.raw(), $($kind.raw(),)? 0.0,
                            $number.raw(), options.raw(), out, error,
                        )
                    }
                })
            }
        }

        impl Panel<'_> {
            /// The method of [`Series`] of this name, of each series and that
            /// of the other panel, or its only one.
            ///
            /// # Errors
            /// The same, and `Status::LENGTH` for another number of series.
            pub fn $name(
                &self,
                end: &Panel<'_>,
                $($kind: $type,)?
                $number: f64,
                options: &GrowthOptions,
            ) -> Result<PanelOutput> {
                let null = core::ptr::null();
                PanelOutput::by(self, |out, error| {
                    // SAFETY: as of all quantities, see `quantity!`.
                    unsafe {
                        ffi::$panel(
                            self.raw(), end.raw(), $($kind.raw(),)? $number,
                            null, options.raw(), out, error,
                        )
                    }
                })
            }

            /// The same into memory of the caller; nothing is allocated.
            ///
            /// # Errors
            /// The same, and `Status::CAPACITY` for an output that is smaller.
            pub fn $into(
                &self,
                end: &Panel<'_>,
                $($kind: $type,)?
                $number: f64,
                options: &GrowthOptions,
                out: PanelOut<'_>,
            ) -> Result<()> {
                let null = core::ptr::null();
                out.for_spans(self.is_spans())?.by(|out, error| {
                    // SAFETY: as of all quantities, see `quantity!`.
                    unsafe {
                        ffi::$panel(
                            self.raw(), end.raw(), $($kind.raw(),)? $number,
                            null, options.raw(), out, error,
                        )
                    }
                })
            }

            /// The same with a number of its own for each element.
            ///
            /// # Errors
            /// The same, and `Status::LENGTH` for another number of them.
            pub fn $each(
                &self,
                end: &Panel<'_>,
                $($kind: $type,)?
                $number: &Panel<'_>,
                options: &GrowthOptions,
            ) -> Result<PanelOutput> {
                PanelOutput::by(self, |out, error| {
                    // SAFETY: as of all quantities, see `quantity!`.
                    unsafe {
                        ffi::$panel(
                            self.raw(), end.raw(), $($kind.raw(),)? 0.0,
                            $number.raw(), options.raw(), out, error,
                        )
                    }
                })
            }

            /// The same with a number of its own for each element, into memory
            /// of the caller; nothing is allocated.
            ///
            /// # Errors
            /// The same, and `Status::CAPACITY` for an output that is smaller.
            pub fn $each_into(
                &self,
                end: &Panel<'_>,
                $($kind: $type,)?
                $number: &Panel<'_>,
                options: &GrowthOptions,
                out: PanelOut<'_>,
            ) -> Result<()> {
                out.for_spans(self.is_spans())?.by(|out, error| {
                    // SAFETY: as of all quantities, see `quantity!`.
                    unsafe {
                        ffi::$panel(
                            self.raw(), end.raw(), $($kind.raw(),)? 0.0,
                            $number.raw(), options.raw(), out, error,
                        )
                    }
                })
            }
        }
    };
}

between! {
    /// Growth from these levels to others, element by element, over so many
    /// periods: two columns of a table, whose periods are not looked at.
    ///
    /// ```
    /// use dtgrowth::{GrowthKind, GrowthOptions, Period, Series};
    ///
    /// let of_2020 = Series::new(&[3.21, 1.41], Period::undated(0)?)?;
    /// let of_2024 = Series::new(&[4.64, 2.62], Period::undated(0)?)?;
    /// let kind = GrowthKind::ANNUALIZED;
    /// let options = GrowthOptions::new();
    /// let rates = of_2020.between(&of_2024, kind, 4.0, &options)?;
    /// assert_eq!(rates.values[1], dtgrowth::cagr(1.41, 2.62, 4.0));
    /// # Ok::<(), dtgrowth::Error>(())
    /// ```
    ///
    /// # Errors
    /// `Status::LENGTH` for another number of levels, `Status::PERIODS` for
    /// periods that are not positive, `Status::UNIT` and `Status::VINTAGE` for
    /// others.
    between, between_into, between_each, between_each_into
        = dt_growth_between, dt_growth_between_panel;
    (kind: GrowthKind) periods
}

between! {
    /// Periods that growth at a rate takes from these levels to others,
    /// element by element.
    ///
    /// ```
    /// use dtgrowth::{GrowthOptions, Period, Series};
    ///
    /// let now = Series::new(&[7.23, 7.23], Period::undated(0)?)?;
    /// let then = Series::new(&[14.46, 28.92], Period::undated(0)?)?;
    /// let options = GrowthOptions::new();
    /// let years = now.periods_between(&then, 0.121, &options)?;
    /// assert_eq!(years.values[0], dtgrowth::periods(7.23, 14.46, 0.121));
    /// # Ok::<(), dtgrowth::Error>(())
    /// ```
    ///
    /// # Errors
    /// `Status::LENGTH` for another number of levels, `Status::VALUE` for a
    /// rate of -1 or less, `Status::UNIT` and `Status::VINTAGE` for others.
    periods_between, periods_between_into, periods_between_each,
    periods_between_each_into
        = dt_growth_periods_between, dt_growth_periods_between_panel;
    () rate
}

impl Series<'_> {
    /// Levels along this growth, from one that is known, forward and backward.
    ///
    /// ```
    /// use dtgrowth::{GrowthKind, GrowthOptions, Period, Series};
    ///
    /// let growth = Series::new(&[0.5, 0.25], Period::year(2023))?;
    /// let (kind, options) = (GrowthKind::RATE, GrowthOptions::new());
    /// let levels = growth.levels(kind, Period::year(2022), 8.0, &options)?;
    /// assert_eq!(levels.values, [12.0, 15.0]);
    /// # Ok::<(), dtgrowth::Error>(())
    /// ```
    ///
    /// # Errors
    /// `Status::KIND` for another kind than RATE, CHANGE, LOG or FACTOR,
    /// `Status::BEFORE` and `Status::AFTER` for a period that is neither one
    /// of the growth's nor the one before, `Status::VALUE` for a level that is
    /// not finite.
    pub fn levels(
        &self,
        kind: GrowthKind,
        period: Period,
        level: f64,
        options: &GrowthOptions,
    ) -> Result<Output> {
        let period = period.of_frequency(self.frequency())?;
        Output::by(self.len(), self.start(), |out, error| {
            // SAFETY: as of all quantities, see `quantity!`.
            unsafe {
                ffi::dt_growth_levels(
                    self.raw(),
                    kind.raw(),
                    period,
                    level,
                    options.raw(),
                    out,
                    error,
                )
            }
        })
    }

    /// [`Series::levels`] into memory of the caller; nothing is allocated.
    ///
    /// # Errors
    /// The same, and `Status::CAPACITY` for an output that is shorter.
    pub fn levels_into<'o>(
        &self,
        kind: GrowthKind,
        period: Period,
        level: f64,
        options: &GrowthOptions,
        out: impl Into<Out<'o>>,
    ) -> Result<Summary> {
        let period = period.of_frequency(self.frequency())?;
        out.into().by(|out, error| {
            // SAFETY: as of all quantities, see `quantity!`.
            unsafe {
                ffi::dt_growth_levels(
                    self.raw(),
                    kind.raw(),
                    period,
                    level,
                    options.raw(),
                    out,
                    error,
                )
            }
        })
    }
}

impl Panel<'_> {
    /// [`Series::levels`] of each series, from a level of each.
    ///
    /// # Errors
    /// The same, and `Status::LENGTH` for another number of levels.
    pub fn levels(
        &self,
        kind: GrowthKind,
        period: Period,
        levels: &[f64],
        options: &GrowthOptions,
    ) -> Result<PanelOutput> {
        same_count(levels.len(), self.count())?;
        let period = period.of_frequency(self.frequency())?;
        PanelOutput::by(self, |out, error| {
            // SAFETY: as of all quantities; there is a level of each series.
            unsafe {
                ffi::dt_growth_levels_panel(
                    self.raw(),
                    kind.raw(),
                    period,
                    levels.as_ptr(),
                    options.raw(),
                    out,
                    error,
                )
            }
        })
    }

    /// [`Panel::levels`] into memory of the caller; nothing is allocated.
    ///
    /// # Errors
    /// The same, and `Status::CAPACITY` for an output that is smaller.
    pub fn levels_into(
        &self,
        kind: GrowthKind,
        period: Period,
        levels: &[f64],
        options: &GrowthOptions,
        out: PanelOut<'_>,
    ) -> Result<()> {
        same_count(levels.len(), self.count())?;
        let period = period.of_frequency(self.frequency())?;
        out.for_spans(self.is_spans())?.by(|out, error| {
            // SAFETY: as of all quantities; there is a level of each series.
            unsafe {
                ffi::dt_growth_levels_panel(
                    self.raw(),
                    kind.raw(),
                    period,
                    levels.as_ptr(),
                    options.raw(),
                    out,
                    error,
                )
            }
        })
    }
}
