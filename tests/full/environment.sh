#!/bin/sh
# SPDX-License-Identifier: MIT
# What the light run leaves out of the surroundings of calls: a foreign locale,
# made where there is none; a library that is loaded and unloaded; a long storm
# of signals; and each function as the first that eight threads call, under a
# sanitizer of threads, which finds a pointer to the kernels that is not atomic.
set -eu
cd "$(dirname "$0")/../.."
. tests/setup.sh
root=$PWD
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
set_up_build build -Dwerror=true
ninja -C build >/dev/null
doors=$root/build/tests/doors
calls=$doors/hard_calls.txt

# Not run is not good enough here.
in_a_locale() {
    need_packages locales
    localedef -i de_DE -f UTF-8 "$dir/de_DE.UTF-8"
    LOCPATH=$dir "$doors/environment" "$calls" de_DE.UTF-8 >/dev/null ||
        { echo 'another result in de_DE.UTF-8, or it is not there'; exit 1; }
}

# One line of forty: most of a cycle would be calls.
loaded() {
    awk 'NR % 40 == 1' "$calls" >"$dir/some.txt"
    "$doors/door" "$dir/some.txt" >"$dir/digest"
    ${CC:-cc} -std=c11 -O2 -fPIC -shared -Dmain=door_main -Iinclude \
        -I"$doors" tests/doors/door.c -o "$dir/module.so" \
        -Lbuild/lib "-Wl,-rpath,$root/build/lib" -ldtgrowth
    ${CC:-cc} -std=c11 -D_GNU_SOURCE tests/doors/loaded.c -o "$dir/loaded" -ldl
    "$dir/loaded" "$dir/module.so" "$root/build/lib/libdtgrowth.so.0" 1000 \
        "$dir/some.txt" "$dir/digest" >/dev/null
}

# raced BUILD LINE: whether eight threads may begin with a line.
raced() {
    TSAN_OPTIONS=halt_on_error=1:exitcode=66 "$1/tests/doors/disturbed" \
        "$calls" "$doors/digests.txt" first "$2" >"$dir/log" 2>&1
}

# The first line of each function that does not fail; what a sum holds comes
# from lines before it.
first_lines() {
    "$doors/door" "$calls" --each | awk '!/dt_series_sum_/ && $2 >= 0 &&
        !seen[$1]++ { print NR }'
}

threads() {
    need_packages clang libclang-rt-14-dev
    set_up_build build/threads CC=clang -Db_lundef=false \
        -Db_sanitize=thread -Dexamples=false -Dwerror=true
    ninja -C build/threads tests/doors/disturbed >/dev/null
    functions=0
    for line in $(first_lines); do
        raced build/threads "$line" ||
            { cat "$dir/log"; echo "line $line races"; exit 1; }
        functions=$((functions + 1))
    done
    [ "$functions" -gt 80 ] || { echo "$functions functions"; exit 1; }
}

in_a_locale
loaded
"$doors/disturbed" "$calls" "$doors/digests.txt" signals 50 >"$dir/storm"
threads
echo "de_DE.UTF-8; loaded 1000 times; $(cat "$dir/storm");" \
    "$functions functions first in eight threads"
