// SPDX-License-Identifier: MIT
//! Algebraic results are the doubles next to the true ones: those of exact
//! fractions.
use crate::fraction::Fraction;
use crate::random::Random;
use dtgrowth::*;

const CASES: usize = 20_000;

/// Compares a result with that of fractions, which knows of no -0.0.
fn same(name: &str, arguments: &[f64], found: f64, true_one: &Fraction) {
    let expected = true_one.nearest();
    assert!(
        found == expected && found.is_nan() == expected.is_nan(),
        "{name}{arguments:?} is {found:e}, not {expected:e}"
    );
}

#[test]
fn of_two_levels() {
    let mut random = Random::new(1);
    let two = Fraction::whole(2);
    for _ in 0..CASES {
        let (b, e) = random.levels();
        let (base, end) = (Fraction::of(b), Fraction::of(e));
        let risen = &end - &base;
        same("change", &[b, e], change(b, e), &risen);
        same("rate", &[b, e], rate(b, e), &(&risen / &base));
        let mean = &(&base + &end) / &two;
        same("midpoint", &[b, e], midpoint(b, e), &(&risen / &mean));
        same("share", &[e, b], share(e, b), &(&end / &base));
    }
}

#[test]
fn of_rates() {
    let mut random = Random::new(2);
    let one = Fraction::whole(1);
    for _ in 0..CASES {
        let (r, o, l) = (random.rate(), random.rate(), random.level(1.0));
        let (rate, other) = (Fraction::of(r), Fraction::of(o));
        let (up, over) = (&one + &rate, &one + &other);
        same(
            "differential",
            &[r, o],
            differential(r, o),
            &(&rate - &other),
        );
        let ratio = &(&up / &over) - &one;
        same("relative", &[r, o], relative(r, o), &ratio);
        same(
            "backcast",
            &[l, r],
            backcast(l, r),
            &(&Fraction::of(l) / &up),
        );
    }
}

#[test]
fn of_parts_and_totals() {
    let mut random = Random::new(3);
    for _ in 0..CASES {
        let [a, b, c, d] = [(); 4].map(|()| random.unit() * 10.0 + 0.01);
        let (pa, pb) = (Fraction::of(a), Fraction::of(b));
        let (ta, tb) = (Fraction::of(c), Fraction::of(d));
        let points = &(&pb - &pa) / &ta;
        same("contribution", &[a, b, c], contribution(a, b, c), &points);
        let shift = &(&pb / &tb) - &(&pa / &ta);
        let found = share_change(a, b, c, d);
        same("share_change", &[a, b, c, d], found, &shift);
        let both = &(&pa + &pb) - &ta;
        same("overlap", &[a, b, c], overlap(a, b, c), &both);
    }
}

#[test]
fn of_series_as_of_numbers() {
    let mut random = Random::new(4);
    let values: Vec<f64> = (0..200).map(|_| random.levels().1).collect();
    let x = Series::new(&values, Period::year(1800)).unwrap();
    let options = GrowthOptions::new();
    for lag in [1, 7] {
        let of = |kind| x.growth(kind, lag as i64, &options).unwrap();
        let (rates, factors) = (of(GrowthKind::RATE), of(GrowthKind::FACTOR));
        for i in lag..values.len() {
            let (b, e) = (values[i - lag], values[i]);
            let (base, end) = (Fraction::of(b), Fraction::of(e));
            let factor = &end / &base;
            if factor.nearest().is_infinite() {
                assert_eq!(factors.why[i], Why::OVERFLOW);
                continue;
            }
            same("factor", &[b, e], factors.values[i], &factor);
            let rate = &(&end - &base) / &base;
            same("rate", &[b, e], rates.values[i], &rate);
        }
    }
}

#[test]
fn of_sums_in_any_order_and_partition() {
    let mut random = Random::new(5);
    let mut values: Vec<f64> = (0..500)
        .map(|_| random.rate() * random.levels().0)
        .collect();
    values.retain(|value| value.is_finite());
    let exact = values.iter().fold(Fraction::whole(0), |sum, &value| {
        &sum + &Fraction::of(value)
    });
    let start = Period::undated(0).unwrap();
    let mut parts = [Sum::new(), Sum::new()];
    for (i, piece) in values.chunks(37).enumerate() {
        parts[i % 2]
            .add(&Series::new(piece, start).unwrap())
            .unwrap();
    }
    let [mut sum, other] = parts;
    sum.merge(&other).unwrap();
    let total = Sum::load(&sum.save())
        .unwrap()
        .read(Missing::COUNTS)
        .unwrap();
    assert_eq!((total.sum, total.used), (exact.nearest(), values.len()));
}

/// What holds to the last bit, as each side is rounded once.
#[test]
fn identities_hold_to_the_bit() {
    let mut random = Random::new(11);
    for _ in 0..CASES {
        let (b, e) = random.levels();
        let (r, o) = (random.rate(), random.rate());
        assert_eq!(midpoint(b, e), -midpoint(e, b), "{b:e} {e:e}");
        assert_eq!(change(b, e), -change(e, b), "{b:e} {e:e}");
        assert_eq!(log_growth(b, e), -log_growth(e, b), "{b:e} {e:e}");
        assert_eq!(differential(r, o), -differential(o, r), "{r:e} {o:e}");
        assert_eq!(cagr(b, e, 1.0), rate(b, e), "{b:e} {e:e}");
        assert_eq!(contribution(b, e, b), rate(b, e), "{b:e} {e:e}");
        assert_eq!(compound(r, 1.0), r, "{r:e}");
        assert_eq!(compound(r, 0.0), 0.0, "{r:e}");
        assert_eq!(project(b, r, 0.0), b, "{b:e} {r:e}");
        assert_eq!(project(b, r, -1.0), backcast(b, r), "{b:e} {r:e}");
        assert_eq!(relative(r, 0.0), r, "{r:e}");
        assert_eq!(to_log(-1.0), f64::NEG_INFINITY);
        let there = from_log(to_log(r));
        assert!((there - r).abs() <= 4.0 * f64::EPSILON * (1.0 + r.abs()));
    }
}
