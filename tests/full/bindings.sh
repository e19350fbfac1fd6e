#!/bin/sh
# SPDX-License-Identifier: MIT
# A binding made of api.json and the headers calls every function once.
#   usage: bindings.sh cffi | bindgen
set -eu
cd "$(dirname "$0")/../.."
. tests/setup.sh
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
PYTHONDONTWRITEBYTECODE=1
export PYTHONDONTWRITEBYTECODE
set_up_build build/bindings -Dtests=false -Dexamples=false -Dwerror=true
ninja -C build/bindings >/dev/null
lib=$PWD/build/bindings/lib

case $1 in
cffi)
    # The interpreter that the Debian packages belong to.
    python=/usr/bin/python3
    $python tests/consumers/binding_cffi.py --write "$dir/module.c" \
        >/dev/null
    cc -shared -fPIC -Werror -Iinclude $($python-config --includes) \
        "$dir/module.c" -L"$lib" -Wl,-rpath,"$lib" -ldtgrowth \
        -o "$dir/_dtgrowth.so"
    $python tests/consumers/binding_cffi.py "$dir/_dtgrowth.so"
    ;;
bindgen)
    bindgen --no-prepend-enum-name --allowlist-function 'dt_.*' \
        --allowlist-type 'dt_.*' --allowlist-var 'DT_.*' \
        include/dtgrowth/dt.h -- -Iinclude >"$dir/bindings.rs"
    python3 tests/consumers/binding_bindgen.py "$dir/bindings.rs" \
        >"$dir/binding.rs"
    rustc --edition 2021 -D warnings "$dir/binding.rs" -L "$lib" \
        -C link-arg=-Wl,-rpath,"$lib" -l dtgrowth -o "$dir/binding"
    "$dir/binding"
    ;;
esac
