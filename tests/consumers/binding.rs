// SPDX-License-Identifier: MIT
// The part of the program that binding_bindgen.py prints which is the same for
// every interface.
#![allow(non_camel_case_types, non_upper_case_globals, dead_code)]
#![allow(unused_variables, deref_nullptr)]
include!("bindings.rs");

use std::mem::{size_of, size_of_val};

macro_rules! offset {
    ($kind:ty, $member:ident) => {{
        let place = std::mem::MaybeUninit::<$kind>::uninit();
        let start = place.as_ptr();
        let member = unsafe { std::ptr::addr_of!((*start).$member) };
        member as usize - start as usize
    }};
}

// A null pointer of the type that is wanted, constant or not.
macro_rules! null {
    () => {
        std::ptr::null_mut::<std::os::raw::c_void>() as _
    };
}

fn same<T: PartialEq + std::fmt::Debug>(name: &str, found: T, wanted: T) {
    if found != wanted {
        println!("{} is {:?}, not {:?}", name, found, wanted);
        std::process::exit(1);
    }
}

fn main() {
    structs();
    constants();
    let mut view: dt_series = unsafe { std::mem::zeroed() };
    view.values = VALUES.as_ptr();
    view.length = VALUES.len() as i64;
    view.stride = 1;
    functions(view);
    let growth = unsafe { dt_growth_cagr(4.59, 7.23, 4.0) };
    same("growth of digital trade", (growth * 1e6).round(), 120292.0);
    println!("{}", WORDS);
}
