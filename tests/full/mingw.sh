#!/bin/sh
# SPDX-License-Identifier: MIT
# Windows: the library builds without a warning, its DLL exports the public
# functions and nothing else, and the digests under wine are those of the
# others.
set -eu
cd "$(dirname "$0")/../.."
. tests/setup.sh
WINEDEBUG=-all WINEPREFIX=$PWD/build/wine
export WINEDEBUG WINEPREFIX
set_up_build build/mingw --cross-file tests/cross/mingw.ini -Dtests=false \
    -Dexamples=false -Dwerror=true
ninja -C build/mingw >/dev/null
x86_64-w64-mingw32-objdump -p build/mingw/lib/libdtgrowth-0.dll |
    sed -n 's/.*\] \(dt_[a-z0-9_]*\)$/\1/p' | sort >build/mingw/exports
sed -n 's/^ *\(dt_[a-z0-9_]*\);$/\1/p' lib/dtgrowth.map | sort |
    diff - build/mingw/exports
x86_64-w64-mingw32-gcc -std=c11 -O2 -DDTGROWTH_STATIC -Iinclude -Ilib \
    tests/num/digest.c build/mingw/lib/libdtgrowth.a -o build/mingw/digest.exe
python3 -B tests/doors/calls.py build/mingw/calls.txt
python3 -B tests/doors/dispatch.py c build/mingw/door_calls.h
x86_64-w64-mingw32-gcc -std=c11 -O2 -Ibuild/mingw -Iinclude \
    tests/doors/door.c build/mingw/lib/libdtgrowth.dll.a -o build/mingw/door.exe
cp build/mingw/lib/libdtgrowth-0.dll build/mingw
/usr/lib/wine/wine64 build/mingw/door.exe build/mingw/calls.txt \
    tests/doors/digest.txt >build/mingw/door.log ||
    { echo "the door of the DLL says $(cat build/mingw/door.log)"; exit 1; }
/usr/lib/wine/wine64 build/mingw/digest.exe tests/num/digest.txt
