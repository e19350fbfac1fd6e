// SPDX-License-Identifier: MIT
//! Bindings to dtgrowth, growth mathematics on economic time series, as its
//! headers have them: the manual is there. The library is compiled from one
//! file inside the crate; with the feature `system` it is that of the system.
//!
//! ```
//! let rate = unsafe { dtgrowth_sys::dt_growth_cagr(4.59, 7.23, 4.0) };
//! assert_eq!(rate, 0.12029243401453736);
//! ```
#![no_std]
#![allow(non_camel_case_types)]

#[rustfmt::skip]
mod bindings;
pub use bindings::*;
