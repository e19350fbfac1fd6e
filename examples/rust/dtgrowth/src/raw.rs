// SPDX-License-Identifier: MIT
//! Calls of the library: errors, texts, memory. The only place that makes
//! values out of what a call leaves behind.
use crate::error::{Error, Result};
use crate::{Status, Why};
use alloc::string::String;
use alloc::vec::Vec;
use core::ffi::{CStr, c_char};
use core::fmt;
use core::mem::MaybeUninit;
use dtgrowth_sys as ffi;

/// Types of which all bits zero is a value.
///
/// # Safety
/// So it must be.
pub(crate) unsafe trait Plain: Sized {}

macro_rules! plain {
    ($($name:ty)*) => { $(unsafe impl Plain for $name {})* };
}
// Numbers, arrays of them, and pointers, which may be null.
plain! {
    i32 i64
    ffi::dt_series ffi::dt_series_panel ffi::dt_series_out
    ffi::dt_series_panel_out ffi::dt_series_unit ffi::dt_series_summary
    ffi::dt_series_options ffi::dt_growth_options ffi::dt_compare_options
    ffi::dt_series_sum ffi::dt_series_sum_result
    ffi::dt_growth_average_result ffi::dt_growth_trend_result
    ffi::dt_compare_decomposition ffi::dt_compare_figure
    ffi::dt_compare_interval ffi::dt_compare_growth_check
    ffi::dt_compare_sum_check
}

pub(crate) fn zeroed<T: Plain>() -> T {
    // SAFETY: of every implementation of Plain.
    unsafe { MaybeUninit::zeroed().assume_init() }
}

/// Makes a call that returns a status and may write an error.
pub(crate) fn checked(
    call: impl FnOnce(*mut ffi::dt_error) -> i32,
) -> Result<()> {
    let mut room = MaybeUninit::<ffi::dt_error>::uninit();
    let error = room.as_mut_ptr();
    // SAFETY: the members are inside the room. They are read only after they
    // were written, here or by the call; a message ends with a zero.
    unsafe {
        (&raw mut (*error).index).write(-1);
        let message = (&raw mut (*error).message).cast::<c_char>();
        message.write(0);
        let status = call(error);
        if status >= 0 {
            return Ok(());
        }
        let message = CStr::from_ptr(message).to_string_lossy().into_owned();
        let index = (&raw const (*error).index).read();
        Err(Error::at(Status::from_raw(status), index, message))
    }
}

/// The same with an output.
pub(crate) fn call<T: Plain>(
    call: impl FnOnce(*mut T, *mut ffi::dt_error) -> i32,
) -> Result<T> {
    let mut made = zeroed();
    checked(|error| call(&mut made, error))?;
    Ok(made)
}

/// A text of the library's own.
///
/// # Safety
/// It is one: static, ended with a zero, never null, in ASCII.
pub(crate) unsafe fn static_text(text: *const c_char) -> &'static str {
    // SAFETY: what the caller promises.
    let text = unsafe { CStr::from_ptr::<'static>(text) };
    text.to_str().unwrap_or_default()
}

/// Passes a text with a zero at its end, without memory from the heap if it is
/// as short as texts of figures and periods are.
pub(crate) fn with_text<T>(
    text: &str,
    call: impl FnOnce(*const c_char) -> Result<T>,
) -> Result<T> {
    if let Some(zero) = text.bytes().position(|byte| byte == 0) {
        let message = alloc::format!("text is {text:?}: a zero in it");
        return Err(Error::at(Status::TEXT, zero as i64, message));
    }
    let mut short = [0_u8; 64];
    if text.len() < short.len() {
        short[..text.len()].copy_from_slice(text.as_bytes());
        return call(short.as_ptr().cast());
    }
    let mut long = Vec::with_capacity(text.len() + 1);
    long.extend_from_slice(text.as_bytes());
    long.push(0);
    call(long.as_ptr().cast())
}

/// A text that a call writes into room that is enough for any.
pub(crate) struct Written {
    bytes: [u8; 256],
}

impl Written {
    pub(crate) fn by(
        call: impl FnOnce(*mut c_char, i64, *mut ffi::dt_error) -> i32,
    ) -> Result<Self> {
        let mut bytes = [0_u8; 256];
        let capacity = bytes.len() as i64;
        checked(|error| call(bytes.as_mut_ptr().cast(), capacity, error))?;
        Ok(Self { bytes })
    }

    pub(crate) fn text(&self) -> &str {
        let text = CStr::from_bytes_until_nul(&self.bytes).unwrap_or_default();
        text.to_str().unwrap_or_default()
    }
}

/// Shows a text, or what stands for it where there is none.
pub(crate) fn show(
    f: &mut fmt::Formatter<'_>,
    text: Result<Written>,
    otherwise: impl FnOnce() -> String,
) -> fmt::Result {
    match text {
        Ok(written) => f.pad(written.text()),
        Err(_) => f.pad(&otherwise()),
    }
}

/// So many elements of one value, or an error if there is no memory for them:
/// how many it is may come from a period that somebody mistyped.
pub(crate) fn filled<T: Clone>(length: usize, value: T) -> Result<Vec<T>> {
    let mut made = Vec::new();
    made.try_reserve_exact(length).map_err(|_| {
        let message = alloc::format!("no memory for {length} elements");
        Error::new(Status::LENGTH, message)
    })?;
    made.resize(length, value);
    Ok(made)
}

/// An index or a length that C has as an `int64_t`; slices are no longer.
pub(crate) fn long(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// A count that C has as an `int64_t` that is not negative.
pub(crate) fn count(n: i64) -> usize {
    usize::try_from(n.max(0)).unwrap_or(usize::MAX)
}

/// The first reason, for a number that C has as an `int32_t`.
pub(crate) fn why(raw: i32) -> Why {
    Why::from_raw(u8::try_from(raw).unwrap_or(u8::MAX))
}
