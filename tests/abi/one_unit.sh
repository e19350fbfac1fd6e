#!/bin/sh
# The sources as one unit of compilation, which is how a program may carry them
# along: it compiles with each compiler there is, gives the bits of all others,
# and only the kernels that are told of fused operations have them.
set -eu
cd "$(dirname "$0")/../.."
# Floors in the unit, lowest first; the others are compiled by themselves.
floors='base exact num kernels fraction calendar units figures series growth compare'
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

# source FILE: its text, with the headers of lib/ in their places: once, but for
# templates, which are made again with other names.
source() {
    awk -v seen="$dir/seen" '
        function put(file, line, name) {
            while ((getline line <("lib/" file)) > 0) {
                name = line
                if (!sub(/^#include "/, "", name)) {
                    print line
                    continue
                }
                sub(/".*/, "", name)
                if (name ~ /_lanes\.h$/ || !(name in done)) {
                    done[name] = 1
                    print name >>seen
                    put(name)
                }
            }
            close("lib/" file)
        }
        BEGIN {
            while ((getline name <seen) > 0)
                done[name] = 1
            close(seen)
            put(ARGV[1])
        }' "$1"
}

# kernels SET TARGET: those of one instruction set.
kernels() {
    echo '#if defined(__clang__)'
    [ -z "$2" ] || echo "#pragma clang attribute push(" \
        "__attribute__((target(\"$2\"))), apply_to = function)"
    echo '#else'
    echo '#pragma GCC push_options'
    [ -z "$2" ] || echo "#pragma GCC target(\"$2\")"
    echo '#pragma GCC optimize("O3", "no-trapping-math", "fp-contract=off")'
    echo '#endif'
    echo "#define DT__KERNEL_SET $1"
    source kernels/kernels.c
    echo '#if defined(__clang__)'
    [ -z "$2" ] || echo '#pragma clang attribute pop'
    echo '#else'
    echo '#pragma GCC pop_options'
    echo '#endif'
}

# unit SETS: all sources, with so many sets of kernels.
unit() {
    : >"$dir/seen"
    [ "$1" -eq 1 ] || echo '#define DT__HAVE_X86_KERNELS'
    for floor in $floors; do
        for file in lib/"$floor"/*.c; do
            [ "$file" = lib/kernels/kernels.c ] || source "${file#lib/}"
        done
    done
    kernels 0 ''
    [ "$1" -eq 1 ] && return
    kernels 1 avx2,fma
    target=avx512f,avx512dq,avx512vl,fma
    case $cc in *clang*) ;; *) target=$target,prefer-vector-width=512 ;; esac
    kernels 2 "$target"
}

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

# build SETS ISA...: the unit, and the digest with it.
build() {
    sets=$1
    shift
    unit "$sets" >"$dir/unit.c"
    $cc $flags -Wall -Wextra -Werror -Wno-unused-function -c "$dir/unit.c" -o "$dir/unit.o"
    $cc $flags -Ilib tests/num/digest.c "$dir/unit.o" \
        $(find "$dir/rest" -name '*.o') -o "$dir/digest"
    for isa in "$@"; do
        "$dir/digest" tests/num/digest.txt "$isa" >/dev/null ||
            { echo "$cc, $sets sets: another digest for $isa"; exit 1; }
    done
    fused=
    if [ "$sets" -gt 1 ]; then
        fused=$(fused "$dir/unit.o") ||
            { echo "$cc, kernels: $fused"; exit 1; }
    fi
    echo "$cc, kernels of $sets: $(wc -l <"$dir/unit.c") lines $fused"
}

flags='-std=c11 -O2 -DDTGROWTH_STATIC -Iinclude'
for cc in ${CC:-cc} clang; do
    command -v "${cc%% *}" >/dev/null || continue
    rm -rf "$dir/rest"
    mkdir "$dir/rest"
    for file in lib/*/*.c; do
        floor=${file#lib/}
        case " $floors " in *" ${floor%%/*} "*) continue ;; esac
        $cc $flags -Ilib -c "$file" \
            -o "$dir/rest/$(basename "$file" .c).o"
    done
    build 1 baseline
    case $($cc -dumpmachine) in
    x86_64*) build 3 baseline avx2 avx512 ;;
    esac
done
