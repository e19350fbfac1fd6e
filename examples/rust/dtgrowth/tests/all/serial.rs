// SPDX-License-Identifier: MIT
//! Forms of serde: texts and words, and back.
use dtgrowth::*;
use serde::{Serialize, de::DeserializeOwned};

fn same<T>(value: T, json: &str)
where
    T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug,
{
    assert_eq!(serde_json::to_string(&value).unwrap(), json);
    assert_eq!(serde_json::from_str::<T>(json).unwrap(), value);
}

#[test]
fn what_is_written_is_read() {
    same(GrowthKind::ANNUALIZED, "\"annualized\"");
    same(GrowthKind::from_raw(77), "77");
    same(Why::NO_BASE, "\"no_base\"");
    same(Frequency::anchored(Frequency::YEAR_BASE, 6).unwrap(), {
        "\"year ending in June\""
    });
    same("2024-Q3".parse::<Period>().unwrap(), "\"2024-Q3\"");
    same(Period::undated(2024).unwrap(), "\"undated:2024\"");
    same(Period::year(20_240), "\"year:#20240\"");
    same("business_day:2024-07-15".parse::<Period>().unwrap(), {
        "\"business_day:2024-07-15\""
    });
    same("2.90".parse::<Figure>().unwrap(), "\"2.90\"");
    let floor: Figure = "2.90".parse().unwrap();
    same(floor.with_rounding(Rounding::FLOOR).unwrap(), {
        r#"{"digits":290,"decimals":2,"rounding":"floor","quality":"printed"}"#
    });
    let tens = Figure::new(29, -1).unwrap();
    let json = serde_json::to_string(&tens).unwrap();
    assert_eq!(serde_json::from_str::<Figure>(&json).unwrap(), tens);
}

#[test]
fn a_unit_is_what_it_states() {
    let json = r#"{"kind": "flow", "currency": "USD", "scale": 12}"#;
    let unit = Unit::new(UnitKind::FLOW)
        .with_currency("USD")
        .unwrap()
        .with_scale(12);
    assert_eq!(serde_json::from_str::<Unit>(json).unwrap(), unit);
    let unit = unit
        .with_decimals(2)
        .with_vintage(2025)
        .with_reference(Period::year(2015));
    let json = serde_json::to_string(&unit).unwrap();
    assert_eq!(serde_json::from_str::<Unit>(&json).unwrap(), unit);
}

#[test]
fn what_is_none_is_refused() {
    assert!(serde_json::from_str::<GrowthKind>("\"logs\"").is_err());
    assert!(serde_json::from_str::<Why>("300").is_err());
    assert!(serde_json::from_str::<Period>("\"2024-13\"").is_err());
    assert!(serde_json::from_str::<Figure>("\"1e5\"").is_err());
    assert!(serde_json::from_str::<Unit>(r#"{"currency": "US"}"#).is_err());
    assert!(serde_json::from_str::<Unit>(r#"{"colour": 1}"#).is_err());
}
