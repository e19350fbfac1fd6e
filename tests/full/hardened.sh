#!/bin/sh
# SPDX-License-Identifier: MIT
# With what docs/SECURITY.md has for packagers: the tests pass, and the library
# is marked as such a one.
set -eu
cd "$(dirname "$0")/../.."
folder=build/hardened
lines=$(sed -n '/^CFLAGS=/,/^```/{ /^```/d; p; }' docs/SECURITY.md)
if [ ! -f "$folder/build.ninja" ]; then
    mkdir -p "$folder"
    printf '%s\n' "$lines" | sed "s|setup build|setup $folder|" >"$folder/run"
    sh "$folder/run" >"$folder/setup.log" 2>&1 ||
        { tail -n 20 "$folder/setup.log"; exit 1; }
fi
ninja -C "$folder" >"$folder/run.log" 2>&1 ||
    { tail -n 30 "$folder/run.log"; exit 1; }
meson test -C "$folder" --no-rebuild --no-suite interface \
    >"$folder/run.log" 2>&1 || { tail -n 60 "$folder/run.log"; exit 1; }

# marked COMMAND WORD: a program has what the flags are for.
marked() {
    $1 "$folder/lib/libdtgrowth.so" | grep -q "$2" ||
        { echo "$1: no $2"; exit 1; }
}
marked 'readelf -d' BIND_NOW
marked 'readelf -l' GNU_RELRO
# A shared library loses these marks where libc's own parts have none.
[ "$(readelf -n "$folder/lib/libdtgrowth.a" | grep -c 'IBT, SHSTK')" -eq \
    "$(ar t "$folder/lib/libdtgrowth.a" | wc -l)" ] || { echo 'no IBT'; exit 1; }
marked 'nm -D' __stack_chk_fail
if readelf -lW "$folder/lib/libdtgrowth.so" | grep 'GNU_STACK.* RWE'; then
    exit 1
fi
echo "$(awk '/^Ok:/ { print $2 }' "$folder/run.log") tests;" \
    'relro, now, IBT, SHSTK, stack protector'
