#!/bin/sh
# SPDX-License-Identifier: MIT
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

# The archive of a release: its one file by itself, by CMake's FetchContent, and
# by a wrap file of meson.
if [ ! -e .git ]; then
    echo 'pkg-config shared and static, C++, CMake, meson subproject; no archive'
    exit
fi
meson setup "$dir/archive" -Dtests=false -Dexamples=false >/dev/null
meson dist -C "$dir/archive" --no-tests --allow-dirty --formats gztar >/dev/null 2>&1
archive=$(ls "$dir"/archive/meson-dist/*.tar.gz)
name=$(basename "$archive" .tar.gz)
tar -xzf "$archive" -C "$dir"
cc -O2 -c "$dir/$name/dtgrowth.c" -o "$dir/dtgrowth.o"
sed 's|<dtgrowth/dt.h>|"dtgrowth.h"|' tests/consumers/cagr.c >"$dir/cagr.c"
cc "-I$dir/$name" "$dir/cagr.c" "$dir/dtgrowth.o" -o "$dir/alone"
expect "$dir/alone"

mkdir "$dir/fetch"
cp tests/consumers/cagr.c "$dir/fetch"
cat >"$dir/fetch/CMakeLists.txt" <<EOF
cmake_minimum_required(VERSION 3.14)
project(consumer C)
include(FetchContent)
FetchContent_Declare(dtgrowth URL "$archive")
FetchContent_MakeAvailable(dtgrowth)
add_executable(cagr cagr.c)
target_link_libraries(cagr dtgrowth::dtgrowth)
EOF
cmake -Wno-dev -S "$dir/fetch" -B "$dir/fetch/b" -DCMAKE_BUILD_TYPE=Release >/dev/null
cmake --build "$dir/fetch/b" >/dev/null
expect "$dir/fetch/b/cagr"

mkdir -p "$dir/wrap/subprojects/packagefiles"
cp tests/consumers/meson.build tests/consumers/cagr.c "$dir/wrap"
cp "$archive" "$dir/wrap/subprojects/packagefiles"
cat >"$dir/wrap/subprojects/dtgrowth.wrap" <<EOF
[wrap-file]
directory = $name
source_filename = $(basename "$archive")
source_hash = $(sha256sum "$archive" | cut -d ' ' -f 1)

[provide]
dtgrowth = dtgrowth_dep
EOF
meson setup "$dir/wrap/b" "$dir/wrap" >/dev/null
ninja -C "$dir/wrap/b" >/dev/null
expect "$dir/wrap/b/cagr"
echo 'pkg-config shared and static, C++, CMake, meson subproject; an archive:' \
    'one file, FetchContent, wrap'
