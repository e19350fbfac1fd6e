// SPDX-License-Identifier: MIT
//! Periods: texts, dates, arithmetic.
use dtgrowth::*;

#[test]
fn the_form_of_a_text_says_its_frequency() {
    let of = |text: &str| text.parse::<Period>().unwrap();
    let cases = [
        ("2024", Frequency::YEAR, 2024),
        ("2024-A1", Frequency::YEAR, 2024),
        ("2024-S1", Frequency::HALF, 4048),
        ("2024-Q3", Frequency::QUARTER, 8098),
        ("2024-07", Frequency::MONTH, 24294),
        ("2024-M07", Frequency::MONTH, 24294),
        ("1970-W02", Frequency::WEEK, 1),
        ("1970-01-03", Frequency::DAY, 2),
        ("business_day:1970-01-05", Frequency::BUSINESS_DAY, 2),
        ("undated:-17", Frequency::UNDATED, -17),
        ("year:#20240", Frequency::YEAR, 20240),
    ];
    for (text, frequency, ordinal) in cases {
        assert_eq!(
            of(text),
            Period::new(frequency, ordinal).unwrap(),
            "{text}"
        );
    }
    let fiscal = Frequency::anchored(Frequency::YEAR_BASE, 6).unwrap();
    let june = Period::new(fiscal, 2024).unwrap();
    assert_eq!("year ending in June:2024".parse(), Ok(june));
    for bad in [
        "",
        "24",
        "2024-13",
        "2024-Q5",
        "2023-02-29",
        "2024-W54",
        "x:1",
    ] {
        assert!(bad.parse::<Period>().is_err(), "{bad}");
    }
}

#[test]
fn a_period_without_a_text_is_shown_all_the_same() {
    let far = Period::year(20_240);
    assert_eq!(far.to_string(), "year 20240");
    assert_eq!(format!("{:?}", Period::year(2024)), "Period(2024, year)");
    assert_eq!(format!("{:>6}|", Period::year(2024)), "  2024|");
}

#[test]
fn arithmetic_is_checked() {
    let (a, b) = (Period::year(2020), Period::year(2024));
    assert_eq!(b.since(a), Ok(4));
    assert_eq!((a + 4, b - 4), (b, a));
    assert!(a < b);
    let month: Period = "2020-01".parse().unwrap();
    assert_eq!(month.partial_cmp(&a), None);
    assert_eq!(month.since(a).unwrap_err().status(), Status::MIXED);
    let last = Period::undated(i64::MAX).unwrap();
    assert_eq!(last.plus(1).unwrap_err().status(), Status::OVERFLOW);
    let first = Period::undated(i64::MIN + 1).unwrap();
    assert_eq!(first.plus(-1).unwrap_err().status(), Status::OVERFLOW);
    assert!(Period::undated(NO_PERIOD).is_err());
}

#[test]
#[should_panic(expected = "a period of 64 bits")]
fn an_operator_panics_where_there_is_no_such_period() {
    let _ = Period::undated(0).unwrap() - i64::MIN;
}

#[test]
fn dates_lead_back() {
    for text in ["2024-02-29", "1999-12-31", "0001-01-01"] {
        let day: Period = text.parse().unwrap();
        let (y, m, d) = day.date(Which::FIRST).unwrap();
        assert_eq!(Period::from_date(Frequency::DAY, y, m, d), Ok(day));
        assert_eq!(day.to_string(), text);
    }
    let week: Period = "2020-W53".parse().unwrap();
    assert_eq!(week.date(Which::LAST), Ok((2021, 1, 3)));
    assert_eq!(week.year_ago(), Ok(None));
    let clamped = week.years_ago(1, YearAgo::CLAMP).unwrap();
    assert_eq!(clamped, Some("2019-W52".parse().unwrap()));
}
