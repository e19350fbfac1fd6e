#!/bin/sh
# SPDX-License-Identifier: MIT
# The crates: what is made of api.json, clippy and rustfmt, tests with the
# library inside and with that of the system, the report of C in Rust, the
# guide, and packages that build by themselves.
set -eu
cd "$(dirname "$0")/../.."
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
root=$PWD
python3 lib/tools/rust.py --check >/dev/null
python3 lib/tools/rust_safe.py --check >/dev/null
mkdir "$dir/examples"
cp -r examples/rust "$dir/examples"
ln -s "$root/lib" "$root/include" "$root/LICENSE" "$dir"
cd "$dir/examples/rust"
rm -rf target */vendor
export CARGO_TARGET_DIR="$dir/target" CARGO_INCREMENTAL=0
export CARGO_PROFILE_DEV_DEBUG=0 CARGO_PROFILE_TEST_DEBUG=0

# quietly COMMAND...: what it prints is shown if it fails.
quietly() {
    "$@" >"$dir/log" 2>&1 || { cat "$dir/log"; exit 1; }
}

# rustfmt leaves comments and macros as they are.
quietly cargo fmt --check
find . -name '*.rs' ! -name bindings.rs -exec awk '
    length > 80 { print FILENAME ":" FNR ": " length " columns"; bad = 1 }
    END { exit bad }' {} +
quietly cargo clippy -q --workspace --all-targets --features dtgrowth/serde \
    -- -D warnings
RUSTDOCFLAGS='-D warnings' quietly cargo doc -q --workspace --no-deps \
    --features dtgrowth/serde
quietly cargo test --workspace --features dtgrowth/serde
tests=$(awk '/^test result: ok/ { n += $4 } END { print n }' "$dir/log")
[ "$tests" -ge 100 ] || { echo "only $tests tests"; exit 1; }

# The same lines as the report of C, section by section.
cargo run -q -p dtgrowth --features serde --example digital_trade \
    "$root/examples/data/digital_trade.csv" \
    >"$dir/report"
awk '/^[A-Z][A-Z]+[ ,]/ { on = /^(LEVELS|GROWTH|PARTS)/ } on' \
    "$root/examples/c/expected/digital_trade.txt" | sed '$d' >"$dir/expected"
diff "$dir/expected" "$dir/report"
lines=$(wc -l <"$dir/report")
[ "$lines" -gt 80 ] || { echo "only $lines lines of the report"; exit 1; }
blocks=$(python3 "$root/tests/full/rust_guide.py" .)

meson setup "$dir/b" "$root" --prefix="$dir/installed" --libdir=lib \
    -Ddefault_library=shared -Doptimization=0 \
    -Dtests=false -Dexamples=false >/dev/null
meson install -C "$dir/b" >/dev/null
# Examples in the documentation are the same with either library.
PKG_CONFIG_PATH=$dir/installed/lib/pkgconfig LD_LIBRARY_PATH=$dir/installed/lib \
    quietly cargo test -q --workspace --tests --features dtgrowth-sys/system

mkdir dtgrowth-sys/vendor
python3 "$root/lib/tools/one_file.py" dtgrowth-sys/vendor
# The packages are built where nothing of these sources is around them; to
# build is the question, not to be fast.
CFLAGS=-O0 quietly cargo package -q --workspace --allow-dirty
tar -tzf "$dir"/target/package/dtgrowth-sys-*.crate | grep -q vendor/dtgrowth.c
echo "$(ls "$dir"/target/package/*.crate | wc -l) crates, $tests tests," \
    "$lines lines of the report, $blocks of guides"
