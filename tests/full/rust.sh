#!/bin/sh
# The crates: bindings that are up to date, clean for clippy and rustfmt, tests
# with the library inside and with that of the system, and packages that build
# by themselves.
set -eu
cd "$(dirname "$0")/../.."
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 lib/tools/rust.py --check >/dev/null
mkdir "$dir/examples"
cp -r examples/rust "$dir/examples"
ln -s "$PWD/lib" "$PWD/include" "$PWD/LICENSE" "$dir"
cd "$dir/examples/rust"
rm -rf target */vendor
export CARGO_TARGET_DIR="$dir/target"
cargo fmt --check
cargo clippy -q --workspace --all-targets -- -D warnings
cargo test -q --workspace >"$dir/log" 2>&1 || { cat "$dir/log"; exit 1; }

meson setup "$dir/b" "$OLDPWD" --prefix="$dir/installed" --libdir=lib \
    -Dtests=false -Dexamples=false >/dev/null
meson install -C "$dir/b" >/dev/null
PKG_CONFIG_PATH=$dir/installed/lib/pkgconfig LD_LIBRARY_PATH=$dir/installed/lib \
    cargo test -q --workspace --features dtgrowth-sys/system >"$dir/log" 2>&1 ||
    { cat "$dir/log"; exit 1; }

mkdir dtgrowth-sys/vendor
python3 "$OLDPWD/lib/tools/one_file.py" dtgrowth-sys/vendor
# The package is built where nothing of these sources is around it.
cargo package -q --workspace --allow-dirty >"$dir/log" 2>&1 ||
    { cat "$dir/log"; exit 1; }
tar -tzf "$dir"/target/package/dtgrowth-sys-*.crate | grep -q vendor/dtgrowth.c
echo "$(ls "$dir"/target/package/*.crate | wc -l) crate"
