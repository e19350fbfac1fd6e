// SPDX-License-Identifier: MIT
//! Words of kinds, and numbers that this release does not know.
use dtgrowth::*;
use std::fmt::{Debug, Display};
use std::str::FromStr;

fn round_trip<K>(all: &[K])
where
    K: Copy + PartialEq + Debug + Display + FromStr<Err = Error>,
{
    for &kind in all {
        assert_eq!(kind.to_string().parse(), Ok(kind));
        assert!(format!("{kind:?}").contains(&kind.to_string()));
    }
    assert_eq!("logs".parse::<K>().unwrap_err().status(), Status::TEXT);
    assert!("".parse::<K>().is_err());
    assert_eq!("log\0".parse::<K>().unwrap_err().index(), Some(3));
}

#[test]
fn every_constant_has_its_word_both_ways() {
    round_trip(Status::ALL);
    round_trip(Frequency::ALL);
    round_trip(Why::ALL);
    round_trip(UnitKind::ALL);
    round_trip(Price::ALL);
    round_trip(Trade::ALL);
    round_trip(Adjusted::ALL);
    round_trip(Denominator::ALL);
    round_trip(YearAgo::ALL);
    round_trip(GrowthKind::ALL);
    round_trip(BaseRule::ALL);
    round_trip(LagRule::ALL);
    round_trip(AverageKind::ALL);
    round_trip(CompareKind::ALL);
    round_trip(Rounding::ALL);
    round_trip(Method::ALL);
    round_trip(Verdict::ALL);
    round_trip(Transformation::ALL);
    assert_eq!(GrowthKind::ANNUALIZED_LOG.to_string(), "annualized_log");
    assert_eq!(YearAgo::DAYS_364.to_string(), "364");
    assert_eq!("base_missing".parse(), Ok(Why::BASE_MISSING));
}

#[test]
fn a_number_of_a_later_release_is_a_kind_as_well() {
    let later = GrowthKind::from_raw(77);
    assert_eq!((later.word(), later.to_string().as_str()), (None, "77"));
    let x = Series::new(&[1.0, 2.0], Period::year(2020)).unwrap();
    let error = x.growth(later, 1, &GrowthOptions::new()).unwrap_err();
    assert_eq!(error.status(), Status::KIND);
    assert_eq!(Why::from_raw(255).name(), "unknown reason");
    assert_eq!(Status::from_raw(-999).name(), "unknown status");
    assert_eq!(Frequency::from_raw(999).to_string(), "999");
    assert!(Period::new(Frequency::from_raw(999), 0).is_err());
    // "unknown" is a word of its own where it is one.
    assert_eq!(Rounding::from_raw(0).word(), Some("unknown"));
    assert_eq!(Rounding::from_raw(9).word(), None);
}

#[test]
fn every_frequency_has_a_name_that_leads_back() {
    let mut found = 0;
    for raw in 0..1000 {
        let frequency = Frequency::from_raw(raw);
        if frequency.word().is_some() {
            assert_eq!(frequency.to_string().parse(), Ok(frequency));
            found += 1;
        }
    }
    // Undated, 12 years, 6 half-years, 3 quarters, months, 7 weeks, 2 of days;
    // and the bases of families, which have words.
    assert_eq!(found, 1 + 12 + 6 + 3 + 1 + 7 + 2 + 4);
}
