// SPDX-License-Identifier: MIT
//! Published figures.
use dtgrowth::*;

fn figure(text: &str) -> Figure {
    text.parse().unwrap()
}

#[test]
fn a_figure_keeps_its_zeros_and_is_checked() {
    for text in ["2.90", "-0.5", "0", "999999999999999"] {
        assert_eq!(figure(text).to_string(), text);
    }
    assert_eq!(figure("2.90").digits(), 290);
    assert!(Figure::new(1_000_000_000_000_000, 0).is_err());
    assert!(Figure::new(1, 19).is_err());
    assert!(figure("1").with_rounding(Rounding::from_raw(9)).is_err());
    assert!(figure("1").with_quality(Quality::from_raw(9)).is_err());
    assert_eq!("1e5".parse::<Figure>().unwrap_err().class(), Class::TEXT);
    let long = "1".repeat(500);
    assert_eq!(
        long.parse::<Figure>().unwrap_err().status(),
        Status::OVERFLOW
    );
    let grouped = Figure::parse("4,590", TextFlags::GROUPS);
    assert_eq!(grouped, Ok(figure("4590")));
}

#[test]
fn intervals_are_printed_outward() {
    let third = figure("1").ratio(&figure("3")).unwrap();
    // 0.5 / 3.5 and 1.5 / 2.5.
    assert_eq!(format!("{third:.3}"), "0.333 [0.142, 0.600]");
    assert_eq!(format!("{third:.1}"), "0.3 [0.1, 0.6]");
    assert!(third.contains(0.5) && !third.contains(0.7));
    let vague = figure("3").with_quality(Quality::VAGUE).unwrap();
    let all = vague.interval().unwrap();
    assert_eq!(format!("{all:.1}"), "3.0 [-inf, inf]");
}

#[test]
fn rates_are_checked_against_levels() {
    let check = |rate: &str| {
        let (base, end) = (figure("4.59"), figure("7.23"));
        check_growth(&base, &end, &figure(rate), 4.0, Method::CAGR).unwrap()
    };
    assert_eq!(check("12.0").verdict, Verdict::EXACT);
    assert_eq!(check("12.1").verdict, Verdict::EDGE);
    assert_eq!(check("12.2").verdict, Verdict::INCONSISTENT);
    assert!(!check("12.2").verdict.is_consistent());
    let fits = check("12.1");
    assert!(fits.fits(Method::CAGR) && !fits.fits(Method::TOTAL));
    assert!(!fits.fits(Method::from_raw(-1)));
    assert_eq!(fits.whole_periods, 4..=4);
    assert!(check("-3.0").whole_periods.is_empty());
    assert!(fits.tight_base.lower >= 4.585 - 1e-15);
}

#[test]
fn parts_are_checked_against_a_total() {
    let parts = [figure("3.21"), figure("1.41")];
    let sum = check_sum(&parts, &figure("4.62")).unwrap();
    assert_eq!(sum.verdict, Verdict::EXACT);
    let sum = check_sum(&parts, &figure("4.59")).unwrap();
    assert_eq!(sum.verdict, Verdict::INCONSISTENT);
    let none = check_sum(&[], &figure("4.59"));
    assert_eq!(none.unwrap_err().status(), Status::LENGTH);
}
