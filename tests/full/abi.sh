#!/bin/sh
# SPDX-License-Identifier: MIT
# The interface is that of tests/abi/interface.abi, and the symbols are those of
# lib/dtgrowth.symbols, a list as Debian's packages have it; a symbol that is
# removed, a parameter or a constant of another value, and a member that moved
# are each found.   usage: abi.sh [--renew]
set -eu
cd "$(dirname "$0")/../.."
. tests/setup.sh
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
PYTHONDONTWRITEBYTECODE=1
export PYTHONDONTWRITEBYTECODE

# interface NAME HEADERS SOURCE: a library without code, and what is in it.
interface() {
    cc -shared -fPIC -g -fno-eliminate-unused-debug-types -fvisibility=hidden \
        -DDTGROWTH_BUILDING "-I$2" "$3" -Wl,-soname,libdtgrowth.so.0 \
        -Wl,--version-script=lib/dtgrowth.map -o "$dir/$1.so"
    abidw --no-corpus-path --no-comp-dir-path --no-show-locs --load-all-types \
        --headers-dir "$2/dtgrowth" --drop-private-types "$dir/$1.so" |
        sed "s|$dir/||; s|path='[^']*/stub.c'|path='stub.c'|" >"$dir/$1.abi"
}

# symbols LIBRARY: its list, with the version that each is of.
symbols() {
    echo 'libdtgrowth.so.0 libdtgrowth0 #MINVER#'
    nm -D --defined-only --with-symbol-versions "$1" | awk '{
        sub("@@", "@", $NF)
        n = split($NF, part, "_")
        if (!index($NF, "@"))
            $NF = $NF "@" $NF
        print " " $NF, part[n]
    }' | LC_ALL=C sort
}

python3 tests/abi/stub.py >"$dir/stub.c"
interface now include "$dir/stub.c"
set_up_build build/abi -Dtests=false -Dexamples=false -Doptimization=0
ninja -C build/abi >/dev/null
library=build/abi/lib/libdtgrowth.so.0
symbols "$library" >"$dir/symbols"
if [ "${1:-}" = --renew ]; then
    cp "$dir/now.abi" tests/abi/interface.abi
    cp "$dir/symbols" lib/dtgrowth.symbols
fi
diff lib/dtgrowth.symbols "$dir/symbols"
abidiff --non-reachable-types tests/abi/interface.abi "$dir/now.abi"
abidiff tests/abi/interface.abi "$library"

# planted NAME WORDS EDIT: what sed makes of the headers and the stub is found.
planted() {
    rm -rf "$dir/include"
    cp -r include "$dir"
    cp "$dir/stub.c" "$dir/planted.c"
    sed -i "$3" "$dir"/include/dtgrowth/*.h "$dir/planted.c"
    interface planted "$dir/include" "$dir/planted.c"
    if abidiff --non-reachable-types tests/abi/interface.abi \
        "$dir/planted.abi" >"$dir/log"; then
        echo "not found: $1"
        exit 1
    fi
    grep -q "$2" "$dir/log" || { cat "$dir/log"; echo "$1"; exit 1; }
}
planted 'a symbol that is removed' '\[D\].*dt_growth_cagr' \
    '/(dt_growth_cagr)/d'
symbols "$dir/planted.so" >"$dir/symbols"
! diff lib/dtgrowth.symbols "$dir/symbols" >/dev/null
planted 'a parameter of another type' 'parameter 3 of type .double. changed' \
    's/\(cagr)\?(double base, double end, \)double/\1int32_t/'
planted 'a member that moved' "'int64_t start' offset changed" \
    's/^    int64_t        start;/    double planted;\n&/'
planted 'a constant of another number' 'DT_GROWTH_KIND_LOG. from value' \
    's/\(DT_GROWTH_KIND_LOG *= *\)2/\19/'
echo "$(grep -c '@' lib/dtgrowth.symbols) symbols, 4 breaks that are found"
