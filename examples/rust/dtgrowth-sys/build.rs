// SPDX-License-Identifier: MIT
//! Compiles the library from its one file, or finds that of the system.
use std::{env, path::PathBuf, process::Command};

#[cfg(feature = "system")]
fn system() -> bool {
    pkg_config::Config::new()
        .range_version("0.1".."0.2")
        .probe("dtgrowth")
        .expect("dtgrowth 0.1");
    true
}

#[cfg(not(feature = "system"))]
fn system() -> bool {
    false
}

/// The folder of dtgrowth.c: in the package, or made of the sources around it.
fn folder() -> PathBuf {
    let here = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").unwrap());
    let vendor = here.join("vendor");
    if vendor.join("dtgrowth.c").exists() {
        return vendor;
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").unwrap());
    let root = here.join("../../..");
    let made = Command::new("python3")
        .arg(root.join("lib/tools/one_file.py"))
        .arg(&out)
        .status();
    assert!(
        made.is_ok_and(|status| status.success()),
        "lib/tools/one_file.py writes dtgrowth.c with python3"
    );
    println!("cargo:rerun-if-changed={}", root.join("lib").display());
    println!("cargo:rerun-if-changed={}", root.join("include").display());
    out
}

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=vendor");
    if system() {
        return;
    }
    let folder = folder();
    // The bits do not depend on the level, so that a debug build is not slow.
    cc::Build::new()
        .file(folder.join("dtgrowth.c"))
        .std("c11")
        .opt_level(2)
        .flag_if_supported("-ffp-contract=off")
        .compile("dtgrowth");
    println!("cargo:include={}", folder.display());
}
