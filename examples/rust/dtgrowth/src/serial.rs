// SPDX-License-Identifier: MIT
//! The forms that serde writes and reads: words and texts where there are any.
use crate::error::{Error, Result};
use crate::{
    Adjusted, DECIMALS_UNSTATED, Denominator, Period, Price, Quality, Rounding,
    Trade, UnitKind,
};
use alloc::format;
use alloc::string::{String, ToString};
use serde::{Deserialize, Serialize};

/// A word, or a number that has none.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
pub(crate) enum Kind {
    Word(String),
    Number(i32),
}

/// The shortest text that is read as the same period.
impl From<Period> for String {
    fn from(period: Period) -> Self {
        let (text, frequency) = (period.to_string(), period.frequency());
        [text.clone(), format!("{frequency}:{text}")]
            .into_iter()
            .find(|text| text.parse() == Ok(period))
            .unwrap_or_else(|| format!("{frequency}:#{}", period.ordinal()))
    }
}

impl TryFrom<String> for Period {
    type Error = Error;
    fn try_from(text: String) -> Result<Self> {
        text.parse()
    }
}

/// A text, as long as it says all.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
pub(crate) enum Figure {
    Text(String),
    Full {
        digits: i64,
        decimals: i32,
        rounding: Rounding,
        quality: Quality,
    },
}

impl From<crate::Figure> for Figure {
    fn from(figure: crate::Figure) -> Self {
        let text = figure.to_string();
        if text.parse() == Ok(figure) {
            return Self::Text(text);
        }
        Self::Full {
            digits: figure.digits(),
            decimals: figure.decimals(),
            rounding: figure.rounding(),
            quality: figure.quality(),
        }
    }
}

impl TryFrom<Figure> for crate::Figure {
    type Error = Error;
    fn try_from(figure: Figure) -> Result<Self> {
        match figure {
            Figure::Text(text) => text.parse(),
            Figure::Full {
                digits,
                decimals,
                rounding,
                quality,
            } => Self::new(digits, decimals)?
                .with_rounding(rounding)?
                .with_quality(quality),
        }
    }
}

/// What is not there is not stated.
#[derive(Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Unit {
    kind: UnitKind,
    currency: String,
    per: String,
    scale: i32,
    price: Price,
    trade: Trade,
    adjusted: Adjusted,
    denominator: Denominator,
    decimals: Option<i32>,
    reference: Option<Period>,
    vintage: i64,
    coverage: i64,
}

impl Default for Unit {
    fn default() -> Self {
        crate::Unit::default().into()
    }
}

impl From<crate::Unit> for Unit {
    fn from(unit: crate::Unit) -> Self {
        let stated = |&n: &i32| i64::from(n) != DECIMALS_UNSTATED;
        Self {
            kind: unit.kind(),
            currency: unit.currency(),
            per: unit.per(),
            scale: unit.scale(),
            price: unit.price(),
            trade: unit.trade(),
            adjusted: unit.adjusted(),
            denominator: unit.denominator(),
            decimals: Some(unit.decimals()).filter(stated),
            reference: unit.reference(),
            vintage: unit.vintage(),
            coverage: unit.coverage(),
        }
    }
}

impl TryFrom<Unit> for crate::Unit {
    type Error = Error;
    fn try_from(unit: Unit) -> Result<Self> {
        let mut made = Self::new(unit.kind)
            .with_currency(&unit.currency)?
            .with_per(&unit.per)?
            .with_scale(unit.scale)
            .with_price(unit.price)
            .with_trade(unit.trade)
            .with_adjusted(unit.adjusted)
            .with_denominator(unit.denominator)
            .with_vintage(unit.vintage)
            .with_coverage(unit.coverage);
        if let Some(decimals) = unit.decimals {
            made = made.with_decimals(decimals);
        }
        if let Some(period) = unit.reference {
            made = made.with_reference(period);
        }
        made.good()
    }
}
