// SPDX-License-Identifier: MIT
//! The crate against what is outside of it: exact fractions, each other's
//! forms, and arguments that must not come through.
mod bounds;
mod exact;
mod figures;
mod forms;
mod fraction;
mod kinds;
mod periods;
mod random;
#[cfg(feature = "serde")]
mod serial;
mod threads;

/// Bits, so that NaN is equal to itself, and -0.0 not to 0.0.
pub fn bits(values: &[f64]) -> Vec<u64> {
    values.iter().map(|value| value.to_bits()).collect()
}
