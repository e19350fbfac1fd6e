#!/bin/sh
# SPDX-License-Identifier: MIT
# Compiler options that change results stop the build, with words.
set -eu
cd "$(dirname "$0")/../.."
refused=0 missing=

# refuse WORDS OPTION...: an option that the compiler does not have is no test.
refuse() {
    words=$1
    shift
    echo 'int x;' | ${CC:-cc} "$@" -fsyntax-only -xc - 2>/dev/null || return 0
    for file in lib/num/rate.c lib/kernels/kernels.c lib/growth/scalar_rate.c; do
        if ${CC:-cc} -std=c11 -Iinclude -Ilib "$@" -fsyntax-only "$file" \
            2>"$log"; then
            echo "$file compiles with $*"
            exit 1
        fi
        grep -q "$words" "$log" || { cat "$log"; exit 1; }
    done
    refused=$((refused + 1))
}

# configure WORDS COMPILER OPTION...: meson refuses what no macro tells of.
configure() {
    words=$1 compiler=$2
    shift 2
    if ! command -v "$compiler" >/dev/null; then
        missing="$missing, not $* of $compiler"
        return
    fi
    if CC=$compiler CFLAGS=$* meson setup "$dir/$refused" >"$log" 2>&1; then
        echo "meson accepts $* of $compiler"
        exit 1
    fi
    grep -q "results change with $words" "$log" || { cat "$log"; exit 1; }
    refused=$((refused + 1))
}

dir=$(mktemp -d)
log=$dir/log
trap 'rm -rf "$dir"' EXIT
refuse 'ffast-math changes results' -ffast-math
refuse 'ffast-math changes results' -Ofast
refuse 'ffast-math changes results' -ffinite-math-only
case $(${CC:-cc} -dM -E -xc /dev/null) in
*__clang__*) ;; # It has no macro for these.
*)
    refuse 'ffast-math changes results' -fno-signed-zeros
    refuse 'ffast-math changes results' -funsafe-math-optimizations
    ;;
esac
case $(${CC:-cc} -dumpmachine) in
x86_64*) refuse 'arithmetic must round to double' -mfpmath=387 ;;
esac
[ "$refused" -gt 0 ]
for flag in -freciprocal-math -fno-signed-zeros -ffinite-math-only; do
    configure "$flag" clang "$flag"
done
configure -fassociative-math clang -funsafe-math-optimizations
for compiler in gcc clang; do
    configure -fassociative-math "$compiler" \
        -fassociative-math -fno-signed-zeros -fno-trapping-math
done
configure -fsingle-precision-constant gcc -fsingle-precision-constant
# Where nothing runs, by its name.
printf '%s\n' '[binaries]' "c = '${CC:-cc}'" '[properties]' \
    'needs_exe_wrapper = true' '[host_machine]' "system = 'linux'" \
    "cpu_family = 'sh4'" "cpu = 'sh4'" "endian = 'little'" >"$dir/cross.ini"
if meson setup "$dir/cross" --cross-file "$dir/cross.ini" -Dtests=false \
    -Dc_args=-freciprocal-math >"$log" 2>&1; then
    echo 'meson accepts -freciprocal-math where nothing runs'
    exit 1
fi
grep -q 'results change with -freciprocal-math' "$log" || { cat "$log"; exit 1; }
for file in lib/num/rate.c lib/kernels/kernels.c lib/growth/scalar_rate.c; do
    ${CC:-cc} -std=c11 -Iinclude -Ilib -fsyntax-only "$file"
done
echo "$refused options$missing"
