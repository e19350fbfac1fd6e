#!/bin/sh
# Programs built against an installed tree, after it was moved: pkg-config
# (shared and static), a C++ program, CMake; and a meson project that embeds
# the library.
set -eu
cd "$(dirname "$0")/../.."
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

# expect PROGRAM: it prints the growth of global digital trade.
expect() {
    [ "$("$1")" = 12.0292 ] || { echo "$1 fails"; exit 1; }
}

libdir=lib/$(cc -print-multiarch)
meson setup "$dir/b" --prefix="$dir/first" --libdir="$libdir" -Dtests=false \
    -Dexamples=false -Dpkgconfig.relocatable=true >/dev/null
meson install -C "$dir/b" >/dev/null
mv "$dir/first" "$dir/installed"
lib=$dir/installed/$libdir
export PKG_CONFIG_PATH="$lib/pkgconfig"

cp tests/consumers/cagr.c "$dir/cagr.cpp"
cc tests/consumers/cagr.c $(pkg-config --cflags --libs dtgrowth) \
    -Wl,-rpath,"$lib" -o "$dir/shared"
cc -static tests/consumers/cagr.c \
    $(pkg-config --static --cflags --libs dtgrowth) -o "$dir/static"
g++ -std=c++11 "$dir/cagr.cpp" $(pkg-config --cflags --libs dtgrowth) \
    -Wl,-rpath,"$lib" -o "$dir/cpp"
expect "$dir/shared"
expect "$dir/static"
expect "$dir/cpp"

cmake -S tests/consumers/cmake -B "$dir/cmake" \
    -DCMAKE_PREFIX_PATH="$dir/installed" >/dev/null
cmake --build "$dir/cmake" >/dev/null
expect "$dir/cmake/cagr"
expect "$dir/cmake/cagr_static"
if cmake -S tests/consumers/cmake -B "$dir/cmake" -Dversion=0.2 \
    -DCMAKE_PREFIX_PATH="$dir/installed" >/dev/null 2>&1; then
    echo 'CMake accepts a version that is not there'
    exit 1
fi

mkdir -p "$dir/embed/subprojects/dtgrowth"
cp tests/consumers/meson.build tests/consumers/cagr.c "$dir/embed"
cp -r meson.build meson_options.txt include lib "$dir/embed/subprojects/dtgrowth"
meson setup "$dir/embed/b" "$dir/embed" >/dev/null
ninja -C "$dir/embed/b" >/dev/null
expect "$dir/embed/b/cagr"
echo 'pkg-config shared and static, C++, CMake, meson subproject'
