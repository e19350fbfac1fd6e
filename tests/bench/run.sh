#!/bin/sh
# SPDX-License-Identifier: MIT
# Measures the library beside the limit of the memory, the plain loops, and
# numpy, pandas, R and collapse where they are installed. Prints a table and keeps the CSV.
#   usage: sh tests/bench/run.sh [SIZE...]
set -eu
cd "$(dirname "$0")/../.."
. tests/setup.sh
[ $# -gt 0 ] || set -- 8 1000 1e6 1e7
need_packages gcc libc6-dev meson ninja-build pkg-config
set_up_build build/bench -Dtests=false -Dexamples=false -Doptimization=2 \
    -Ddebug=false
ninja -C build/bench >/dev/null
dir=build/bench/tests
mkdir -p "$dir"
cc -std=c11 -O2 -DLOOPS=loops_O2 -c tests/bench/loops.c -o "$dir/O2.o"
cc -std=c11 -O3 -march=native -DLOOPS=loops_native -c tests/bench/loops.c \
    -o "$dir/native.o"
cc -std=c11 -O3 -Iinclude tests/bench/bench.c "$dir/O2.o" "$dir/native.o" \
    -Lbuild/bench/lib -ldtgrowth -lm -Wl,-rpath,"$PWD/build/bench/lib" \
    -o "$dir/bench"
"$dir/bench" "$@" >"$dir/bench.csv"
python3 tests/bench/peers.py "$@" >>"$dir/bench.csv"
if command -v Rscript >/dev/null; then
    Rscript tests/bench/peers.R "$@" >>"$dir/bench.csv"
fi
python3 tests/bench/table.py "$dir/bench.csv"
echo
echo "the same as CSV: $dir/bench.csv"
