#!/bin/sh
# Programs built against an installed tree: pkg-config (shared and static), a
# C++ program, and a meson project that embeds the library.
set -eu
cd "$(dirname "$0")/../.."
root=$(pwd)
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
expected='12.0292'

meson setup "$dir/b" --prefix="$dir/installed" --libdir=lib -Dtests=false \
    -Dexamples=false >/dev/null
meson install -C "$dir/b" >/dev/null
export PKG_CONFIG_PATH="$dir/installed/lib/pkgconfig"
cp tests/consumers/cagr.c "$dir/cagr.cpp"
cc tests/consumers/cagr.c $(pkg-config --cflags --libs dtgrowth) \
    -Wl,-rpath,"$dir/installed/lib" -o "$dir/shared"
cc tests/consumers/cagr.c -I"$dir/installed/include" \
    "$dir/installed/lib/libdtgrowth.a" -o "$dir/static"
g++ -std=c++11 "$dir/cagr.cpp" $(pkg-config --cflags --libs dtgrowth) \
    -Wl,-rpath,"$dir/installed/lib" -o "$dir/cpp"
for program in shared static cpp; do
    [ "$("$dir/$program")" = "$expected" ] || { echo "$program fails"; exit 1; }
done

mkdir -p "$dir/embed/subprojects/dtgrowth"
cp tests/consumers/meson.build tests/consumers/cagr.c "$dir/embed"
cp -r meson.build meson_options.txt include lib "$dir/embed/subprojects/dtgrowth"
meson setup "$dir/embed/b" "$dir/embed" >/dev/null
ninja -C "$dir/embed/b" >/dev/null
[ "$("$dir/embed/b/cagr")" = "$expected" ] || { echo 'embedded fails'; exit 1; }
echo 'pkg-config shared, static, C++, subproject'
