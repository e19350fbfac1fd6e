#!/bin/sh
# SPDX-License-Identifier: MIT
# Headers, map and library name the same functions; the static library keeps to
# its prefix; nothing writable; nothing from outside libc.   usage: ... FOLDER
set -eu
folder=$(cd "$1" && pwd)
cd "$(dirname "$0")/../.."
shared=$folder/libdtgrowth.so static=$folder/libdtgrowth.a
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

sed -n 's/^ *\(dt_[a-z0-9_]*\);$/\1/p' lib/dtgrowth.map | sort >"$dir/map"
cat include/dtgrowth/*.h | tr '\n' ' ' | sed 's|/\*|\n/*|g; s|\*/|*/\n|g' |
    grep -v '^/\*' | tr '\n' ' ' | tr ';{' '\n\n' | grep DTGROWTH_API |
    grep -o '\bdt_[a-z0-9_]* *(' | tr -d ' (' | sort -u >"$dir/headers"
nm -D --defined-only "$shared" | sed 's/@.*//' | awk '{ print $NF }' |
    grep -v '^DTGROWTH_' | sort >"$dir/library"
diff "$dir/map" "$dir/headers" || { echo 'map and headers differ'; exit 1; }
diff "$dir/map" "$dir/library" || { echo 'map and library differ'; exit 1; }
if nm --defined-only --extern-only "$static" 2>/dev/null |
    awk 'NF == 3 { print $3 }' | grep -v '^dt_'; then
    echo 'a global without the prefix'
    exit 1
fi
# Pointers in constants are relocated once, and read-only from then on.
readelf -SW "$static" | sed 's/^ *\[ *[0-9]*\]//' |
    awk '/^File: / { file = $0 }
        $1 ~ /^\.(data|bss|tdata|tbss)/ && $1 !~ /^\.data\.rel\.ro/ &&
        $5 !~ /^0+$/ {
            # The one pointer to the kernels in use.
            if (file ~ /dispatch\.c/ && $1 == ".bss" && $5 ~ /^0*8$/ && !one++)
                next
            print "writable data:", file, $0; bad = 1
        }
        END { exit bad }'
nm -D --undefined-only "$shared" | awk '{ print $NF }' | sed 's/@.*//' |
    sort -u >"$dir/undefined"
if grep -vxf tests/abi/undefined.txt "$dir/undefined"; then
    echo 'undefined symbols that are not on the list'
    exit 1
fi
if readelf -rW "$shared" | grep -E '(JUMP_SLO|GLOB_DAT).* dt_'; then
    echo 'a call of its own that another library could take over'
    exit 1
fi
# A module that has a static copy exports nothing of it.
echo '#include <dtgrowth/dt.h>
double f(double x);
double f(double x) { return dt_growth_rate(x, 2) + dt_status_class(0); }' |
    ${CC:-cc} -shared -fPIC -DDTGROWTH_STATIC -Iinclude -xc - -xnone \
        "$static" -o "$dir/module.so"
if nm -D --defined-only "$dir/module.so" | grep ' dt_'; then
    echo 'a module exports its static copy'
    exit 1
fi
readelf -d "$shared" | grep NEEDED | grep -v 'libc\.' && exit 1
readelf -d "$shared" | grep -q 'SONAME.*libdtgrowth\.so\.0' || exit 1
echo "$(wc -l <"$dir/map") functions"
