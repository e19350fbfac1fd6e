#!/bin/sh
# Compiler options that change results stop the build, with words.
set -eu
cd "$(dirname "$0")/../.."
refused=0

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

log=$(mktemp)
trap 'rm -f "$log"' EXIT
refuse 'ffast-math changes results' -ffast-math
refuse 'ffast-math changes results' -Ofast
refuse 'ffast-math changes results' -ffinite-math-only
refuse 'ffast-math changes results' -fno-signed-zeros
case $(${CC:-cc} -dM -E -xc /dev/null) in
*__clang__*) ;;
*) refuse 'ffast-math changes results' -funsafe-math-optimizations ;;
esac
case $(${CC:-cc} -dumpmachine) in
x86_64*) refuse 'arithmetic must round to double' -mfpmath=387 ;;
esac
[ "$refused" -gt 0 ]
for file in lib/num/rate.c lib/kernels/kernels.c lib/growth/scalar_rate.c; do
    ${CC:-cc} -std=c11 -Iinclude -Ilib -fsyntax-only "$file"
done
echo "$refused options"
