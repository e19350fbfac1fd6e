#!/bin/sh
# SPDX-License-Identifier: MIT
# The library as one file, which is how a program carries it along: it compiles
# without a word with each compiler there is, gives the bits of all others, has
# fused operations in the kernels that are told of them and nowhere else, and
# two versions with two prefixes are in one program.
set -eu
cd "$(dirname "$0")/../.."
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

# fused OBJECT: that the kernels of both sets have fused operations, that nothing
# else has, and that no kernel calls what should be part of it; how many.
fused() {
    objdump -d --no-show-raw-insn "$1" | awk '
        /^[0-9a-f]+ </ {
            set = match($2, /_avx(2|512)[.>]/) ? substr($2, RSTART, 5) : ""
        }
        /\tvfn?m(add|sub)/ { n[set]++ }
        /\tcall/ && set != "" && $NF !~ /_avx(2|512)[.+>]/ && /<dt__/ {
            print "a kernel calls", $NF; bad = 1
        }
        END {
            print n["_avx2"] + n["_avx5"], "fused operations"
            exit bad || n[""] > 0 || n["_avx2"] < 50 || n["_avx5"] < 50
        }'
}

# alone COMPILER: the file, and the digest with it.
alone() {
    $1 -O2 -Wall -Wextra -Werror -c "$dir/dtgrowth.c" -o "$dir/dtgrowth.o"
    $1 -std=c11 -O2 -DDTGROWTH_STATIC -Iinclude -Ilib tests/num/digest.c \
        "$dir/dtgrowth.o" -o "$dir/digest"
    isas=baseline fused=
    case $($1 -dumpmachine) in
    x86_64*)
        isas='baseline avx2 avx512'
        fused=", $(fused "$dir/dtgrowth.o")" || { echo "$1: $fused"; exit 1; }
        ;;
    esac
    for isa in $isas; do
        "$dir/digest" tests/num/digest.txt "$isa" >/dev/null ||
            { echo "$1: another digest for $isa"; exit 1; }
    done
    echo "$1: $(wc -l <"$dir/dtgrowth.c") lines$fused"
}

# version NAME NUMBER: an object of that version, whose names begin with NAME_.
version() {
    mkdir "$dir/$1"
    cp "$dir"/dtgrowth.[ch] "$dir/$1"
    sed -i "s/^\(#define DT_VERSION_MINOR *\).*/\1$2/" "$dir/$1/dtgrowth.h"
    $cc "-DDTGROWTH_PREFIX=$1_" -c "$dir/$1/dtgrowth.c" -o "$dir/$1.o"
    if nm --defined-only --extern-only "$dir/$1.o" |
        awk 'NF == 3 { print $3 }' | grep -v "^$1_"; then
        echo 'names without the prefix'
        exit 1
    fi
    printf '%s\n' '#include "dtgrowth.h"' "int $1(void);" \
        "int $1(void) {" \
        "    double x = dt_growth_cagr(4.59, 7.23, 4);" \
        '    struct dt_series s = DT_SERIES_OF(&x, 1, 0, 0);' \
        '    return 1000 * (dt_version_number() >> 8 & 255) +' \
        '           (int)(1000 * dt_series_at(&s, 0));' '}' |
        $cc "-DDTGROWTH_PREFIX=$1_" "-I$dir/$1" -Wall -Wextra -Werror -xc -c - \
            -o "$dir/use_$1.o"
}

python3 lib/tools/one_file.py "$dir"
cc=${CC:-cc}
others=clang
[ "$cc" != clang ] || others=
for compiler in "$cc" $others; do
    ! command -v "${compiler%% *}" >/dev/null || alone "$compiler"
done
version old 1
version new 9
printf '%s\n' '#include <stdio.h>' 'int old(void), new(void);' \
    'int main(void) { return !printf("%d %d\n", old(), new()); }' |
    $cc -xc - -xnone "$dir"/use_*.o "$dir/old.o" "$dir/new.o" -o "$dir/two"
[ "$("$dir/two")" = '1120 9120' ] || { "$dir/two"; exit 1; }
printf '%s\n' '#include "dtgrowth.h"' 'typedef int not_empty;' >"$dir/header.c"
for std in c99 c11 c17; do
    $cc -std=$std -Wall -Wextra -Wpedantic -Werror -fsyntax-only "$dir/header.c"
done
! command -v g++ >/dev/null ||
    g++ -std=c++11 -Wall -Wextra -Wpedantic -Werror -fsyntax-only -xc++ \
        "$dir/header.c"
echo "two versions in one program, $(wc -c <"$dir/dtgrowth.c") bytes"
