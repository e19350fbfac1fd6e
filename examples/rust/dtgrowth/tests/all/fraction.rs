// SPDX-License-Identifier: MIT
//! Fractions of long integers, and the double that is nearest to one: what a
//! correctly rounded result is, without any arithmetic of doubles.
use num_bigint::{BigInt, BigUint, Sign};
use std::ops::{Add, Div, Mul, Sub};

#[derive(Clone, Debug)]
pub struct Fraction {
    top: BigInt,
    bottom: BigInt,
}

impl Fraction {
    pub fn whole(n: i64) -> Self {
        Self {
            top: n.into(),
            bottom: 1.into(),
        }
    }

    /// The value of a finite double, from its bits.
    pub fn of(x: f64) -> Self {
        let bits = x.to_bits();
        let (field, low) =
            ((bits >> 52 & 0x7ff) as i64, bits & ((1 << 52) - 1));
        assert!(field < 0x7ff, "{x} is not finite");
        let digits = if field == 0 { low } else { low | 1 << 52 };
        let exponent = field.max(1) - 1075;
        let sign = if bits >> 63 == 1 { -1 } else { 1 };
        let top = BigInt::from(digits) * sign;
        let power = BigInt::from(1) << exponent.unsigned_abs();
        if exponent < 0 {
            Self { top, bottom: power }
        } else {
            Self {
                top: top * power,
                bottom: 1.into(),
            }
        }
    }

    /// The double next to it, ties to even; zero is 0.0.
    pub fn nearest(&self) -> f64 {
        let negative = (self.top.sign() == Sign::Minus)
            != (self.bottom.sign() == Sign::Minus);
        let size = nearest(self.top.magnitude(), self.bottom.magnitude());
        if negative { -size } else { size }
    }
}

fn nearest(top: &BigUint, bottom: &BigUint) -> f64 {
    if top.bits() == 0 {
        return 0.0;
    }
    // The last place of the result is 2^exponent: 53 digits, or subnormal.
    let size = top.bits() as i64 - bottom.bits() as i64;
    let mut exponent = (size - 53).max(-1074);
    let cut = |exponent: i64| {
        let power = exponent.unsigned_abs();
        let (a, b) = match exponent < 0 {
            true => (top << power, bottom.clone()),
            false => (top.clone(), bottom << power),
        };
        (&a / &b, &a % &b, b)
    };
    let (mut digits, mut rest, mut unit) = cut(exponent);
    if digits.bits() > 53 {
        exponent += 1;
        (digits, rest, unit) = cut(exponent);
    }
    let odd = digits.bit(0);
    let twice = rest << 1_u32;
    if twice > unit || twice == unit && odd {
        digits += 1_u32;
    }
    let digits = digits.iter_u64_digits().next().unwrap_or(0);
    assemble(digits, exponent)
}

/// digits * 2^exponent, of at most 2^53 digits and from -1074 on: exact.
fn assemble(digits: u64, exponent: i64) -> f64 {
    if digits < 1 << 52 {
        assert_eq!(exponent, -1074, "no more than subnormal");
        return f64::from_bits(digits);
    }
    let (digits, exponent) = match digits >> 53 {
        0 => (digits, exponent),
        _ => (digits >> 1, exponent + 1),
    };
    let field = (exponent + 1075) as u64;
    if field >= 0x7ff {
        return f64::INFINITY;
    }
    f64::from_bits(field << 52 | digits & ((1 << 52) - 1))
}

macro_rules! operator {
    (
        $trait:ident, $name:ident, $a:ident, $b:ident,
        $top:expr, $bottom:expr
    ) => {
        impl $trait for &Fraction {
            type Output = Fraction;
            fn $name(self, other: &Fraction) -> Fraction {
                let ($a, $b) = (self, other);
                Fraction {
                    top: $top,
                    bottom: $bottom,
                }
            }
        }
        impl $trait for Fraction {
            type Output = Fraction;
            fn $name(self, other: Fraction) -> Fraction {
                $trait::$name(&self, &other)
            }
        }
    };
}

operator!(
    Add,
    add,
    a,
    b,
    &a.top * &b.bottom + &b.top * &a.bottom,
    &a.bottom * &b.bottom
);
operator!(
    Sub,
    sub,
    a,
    b,
    &a.top * &b.bottom - &b.top * &a.bottom,
    &a.bottom * &b.bottom
);
operator!(Mul, mul, a, b, &a.top * &b.top, &a.bottom * &b.bottom);
operator!(Div, div, a, b, &a.top * &b.bottom, &a.bottom * &b.top);

#[test]
fn the_nearest_double_is_that_of_doubles_and_of_texts() {
    let values = [1.0, -0.1, 5e-324, 1.5e-310, f64::MAX, 0.0, 2_f64.powi(53)];
    for x in values {
        assert_eq!(Fraction::of(x).nearest(), x);
    }
    // What the compiler makes of the text.
    let third = Fraction::whole(1) / Fraction::whole(3);
    assert_eq!(third.nearest(), 0.333_333_333_333_333_3);
    let tie = Fraction::whole((1 << 53) + 1);
    assert_eq!(tie.nearest(), 2_f64.powi(53));
    let half = Fraction::of(5e-324) / Fraction::whole(2);
    assert_eq!(half.nearest(), 0.0);
}
