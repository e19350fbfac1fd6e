// SPDX-License-Identifier: MIT
//! A series, its reasons and a message, through the bindings.
use core::{ffi::CStr, mem::zeroed, ptr::null};
use dtgrowth_sys::*;

fn view(values: &[f64], start: i64) -> dt_series {
    let mut made: dt_series = unsafe { zeroed() };
    let status = unsafe {
        dt_series_view(
            values.as_ptr(),
            values.len() as i64,
            1,
            DT_SERIES_FREQ_YEAR,
            start,
            &mut made,
            core::ptr::null_mut(),
        )
    };
    assert_eq!(status, DT_E_OK);
    made
}

#[test]
fn growth_of_a_series_has_its_reasons() {
    let levels = [4.59, 5.30, f64::NAN, 6.62, 7.23];
    let x = view(&levels, 2020);
    let (mut growth, mut why) = ([0.0; 5], [0u8; 5]);
    let mut out: dt_series_out = unsafe { zeroed() };
    out.values = growth.as_mut_ptr();
    out.why = why.as_mut_ptr();
    (out.stride, out.why_stride, out.capacity) = (1, 1, 5);
    let mut error: dt_error = unsafe { zeroed() };
    let status = unsafe {
        dt_growth_series(&x, DT_GROWTH_KIND_RATE, 1, null(), &out, &mut error)
    };
    assert_eq!(status, DT_E_OK);
    assert_eq!(growth[1], unsafe { dt_growth_rate(4.59, 5.30) });
    assert_eq!(
        why.map(i32::from),
        [
            DT_SERIES_WHY_NO_BASE,
            DT_SERIES_WHY_DEFINED,
            DT_SERIES_WHY_VALUE_MISSING,
            DT_SERIES_WHY_BASE_MISSING,
            DT_SERIES_WHY_DEFINED
        ]
    );
}

#[test]
fn an_error_names_the_argument_and_the_value() {
    let x = view(&[1.0, 2.0], 2020);
    let mut growth = [0.0; 1];
    let mut out: dt_series_out = unsafe { zeroed() };
    out.values = growth.as_mut_ptr();
    (out.stride, out.capacity) = (1, 1);
    let mut error: dt_error = unsafe { zeroed() };
    let status = unsafe {
        dt_growth_series(&x, DT_GROWTH_KIND_RATE, 1, null(), &out, &mut error)
    };
    assert_eq!(status, DT_E_CAPACITY);
    let message = unsafe { CStr::from_ptr(error.message.as_ptr()) };
    assert_eq!(message.to_str(), Ok("out->capacity is 1 for length 2"));
}

#[test]
fn the_library_is_of_the_version_of_the_crate() {
    let found = unsafe { CStr::from_ptr(dt_version_string()) };
    assert_eq!(found.to_str(), Ok(env!("CARGO_PKG_VERSION")));
}
