#!/bin/sh
# SPDX-License-Identifier: MIT
# The proof of the doors: one file of calls through each of them, and a table of
# what they say. A copy of the library with one rounding changed says otherwise.
# usage: doors.sh [--lacking]      without some of the doors, too
set -eu
cd "$(dirname "$0")/../.."
. tests/setup.sh
allowed=${1:-}
root=$PWD
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
PYTHONDONTWRITEBYTECODE=1
export PYTHONDONTWRITEBYTECODE
expected=$(cat tests/doors/digest.txt)
doors=0 lacking=
set_up_build build/bindings -Dtests=false -Dexamples=false -Dwerror=true
ninja -C build/bindings >/dev/null
lib=$root/build/bindings/lib
shared="-L$lib -Wl,-rpath,$lib -ldtgrowth"
python3 lib/tools/one_file.py "$dir"
mkdir "$dir/dtgrowth"
echo '#include "../dtgrowth.h"' >"$dir/dtgrowth/dt.h"
python3 tests/doors/calls.py "$dir/calls.txt"
python3 tests/doors/dispatch.py c "$dir/door_calls.h"
python3 tests/doors/dispatch.py fortran "$dir/door_calls.inc"

# says NAME VERSION COMMAND...: a row of the table; all have one digest.
says() {
    name=$1 version=$2 before=$(date +%s%N)
    shift 2
    digest=$("$@") || { echo "$name does not run"; exit 1; }
    milliseconds=$((($(date +%s%N) - before) / 1000000))
    printf '%-24s  %-46s  %s  %4d ms\n' "$name" "$version" "$digest" \
        "$milliseconds"
    [ "$digest" = "$expected" ] || { echo "not $expected"; exit 1; }
    doors=$((doors + 1))
}

# lacks NAME REASON: a row for a door that cannot be tried here, which is an
# error without --lacking.
lacks() {
    [ "$allowed" = --lacking ] || { echo "no door of $1: $2"; exit 1; }
    lacking="$lacking, no $1 ($2)"
    printf '%-24s  %s\n' "$1" "$2"
}

# compiled OUTPUT COMPILER ARGUMENT...: the door of C, without a warning.
compiled() {
    output=$dir/$1
    shift
    "$@" -O2 -Wall -Wextra -Werror -I"$dir" -o "$output"
}

from_c() {
    compiled c cc -std=c11 -Iinclude tests/doors/door.c $shared
    says 'C, shared library' "$(cc --version | head -n 1)" "$dir/c" \
        "$dir/calls.txt"
    compiled one cc -std=c11 tests/doors/door.c "$dir/dtgrowth.c"
    says 'C, one file' "$(cc --version | head -n 1)" "$dir/one" \
        "$dir/calls.txt"
    if need_packages g++; then
        compiled c++ g++ -std=c++11 -x c++ -Iinclude tests/doors/door.c \
            -x none $shared
        says 'C++, shared library' "$(g++ --version | head -n 1)" \
            "$dir/c++" "$dir/calls.txt"
    else
        lacks C++ 'g++ cannot be installed'
    fi
}

from_fortran() {
    need_packages gfortran ||
        { lacks Fortran 'gfortran cannot be installed'; return; }
    python3 lib/tools/fortran.py >"$dir/dtgrowth.f90"
    (cd "$dir" && gfortran -std=f2018 -O2 -fwrapv -Wall -Werror \
        -Wno-unused-dummy-argument -I. dtgrowth.f90 \
        "$root/tests/doors/door.f90" $shared -o fortran)
    says 'Fortran, module' "$(gfortran --version | head -n 1)" \
        "$dir/fortran" "$dir/calls.txt"
}

from_rust() {
    cargo_is_new ||
        { need_packages cargo-web rustc-web && cargo_is_new; } ||
        { lacks Rust 'no cargo of 1.90 or later'; return; }
    mkdir -p "$dir/rust/src"
    cp tests/doors/door.rs "$dir/rust/src/main.rs"
    rustfmt --check --edition 2024 --config max_width=80 \
        "$dir/rust/src/main.rs"
    python3 tests/doors/dispatch.py rust "$dir/rust/src/door_calls.rs"
    cat >"$dir/rust/Cargo.toml" <<TOML
[package]
name = "door"
version = "0.0.0"
edition = "2024"
[dependencies]
dtgrowth-sys = { path = "$root/examples/rust/dtgrowth-sys" }
[workspace]
TOML
    RUSTFLAGS='-D warnings' CARGO_TARGET_DIR="$dir/target" cargo build -q \
        --manifest-path "$dir/rust/Cargo.toml"
    says 'Rust, dtgrowth-sys' "$(rustc --version)" "$dir/target/debug/door" \
        "$dir/calls.txt"
}

from_wasm() {
    need_python ziglang &&
        { command -v node >/dev/null || need_packages nodejs; } ||
        { lacks WebAssembly 'zig or node cannot be installed'; return; }
    zig="$root/build/python/bin/python -m ziglang"
    compiled wasm $zig cc -target wasm32-wasi -std=c11 tests/doors/door.c \
        "$dir/dtgrowth.c"
    says 'WebAssembly, wasm32-wasi' \
        "zig $($zig version), node $(node --version)" env -C "$dir" \
        node --no-warnings "$root/tests/full/wasi.mjs" wasm calls.txt
}

# new_python: whether the package can be built here, by a Python of its age.
new_python() {
    need_packages python3-dev && need_python 'setuptools>=77' &&
        build/python/bin/python -c \
            'import sys; sys.exit(sys.version_info < (3, 11))'
}

# python_beside DOOR: whether Python gives what a door of C does.
python_beside() {
    PYTHONPATH=$dir/python build/python/bin/python tests/doors/door.py "$1" \
        "$dir/calls.txt"
}

# The package has no rooms and no null: call by call, where Python can say it.
from_python() {
    new_python ||
        { lacks Python 'no setuptools of 77, or no Python of 3.11'; return; }
    mkdir "$dir/examples"
    cp -r examples/python "$dir/examples"
    rm -rf "$dir"/examples/python/build "$dir"/examples/python/vendor
    ln -s "$root/lib" "$root/include" "$root/LICENSE" "$dir"
    build/python/bin/pip install -q --no-build-isolation --no-deps \
        --target "$dir/python" "$dir/examples/python" >"$dir/log" 2>&1 ||
        { cat "$dir/log"; exit 1; }
    python_beside "$dir/c" >"$dir/log" || { cat "$dir/log"; exit 1; }
    equal=$(tail -n 1 "$dir/log")
    printf '%-24s  %-46s  %s\n' 'Python, dtgrowth.c' \
        "$(build/python/bin/python --version)" "$equal"
    head -n 1 "$dir/log"
    grep -qF "| ${equal#Python } are equal |" docs/doors.md ||
        { echo 'docs/doors.md has other figures of Python'; exit 1; }
    lacking="$lacking, $equal"
}

# The second word of a rate made nothing: some are rounded otherwise.
plant() {
    sed 's|(struct dt__dd){ q, rest / base }|(struct dt__dd){ q, 0 * rest }|' \
        "$dir/dtgrowth.c" >"$dir/planted.c"
    ! cmp -s "$dir/dtgrowth.c" "$dir/planted.c" ||
        { echo 'no fault is planted'; exit 1; }
    compiled planted cc -std=c11 tests/doors/door.c "$dir/planted.c"
    [ "$("$dir/planted" "$dir/calls.txt")" != "$expected" ] ||
        { echo 'a changed rounding has the same digest'; exit 1; }
    [ ! -d "$dir/python" ] || ! python_beside "$dir/planted" >/dev/null ||
        { echo 'Python gives the same as a changed rounding'; exit 1; }
}

from_c
from_fortran
from_rust
from_wasm
from_python
plant
echo "$doors doors, $(wc -l <"$dir/calls.txt") calls: $expected$lacking"
