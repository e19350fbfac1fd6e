#!/bin/sh
# Windows: the library builds without a warning, its DLL exports the public
# functions and nothing else, and the digest under wine is that of the others.
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
/usr/lib/wine/wine64 build/mingw/digest.exe tests/num/digest.txt
