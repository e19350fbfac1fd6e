#!/bin/sh
# SPDX-License-Identifier: MIT
# Every public header compiles alone, as C99 and as C++11, after and before the
# system headers that own names like ours.
set -eu
cd "$(dirname "$0")/../.."
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
n=0
for header in include/dtgrowth/*.h; do
    own="#include <dtgrowth/$(basename "$header")>"
    system='#include <dirent.h>
#include <elf.h>
#include <link.h>
#include <math.h>'
    printf '%s\n%s\ntypedef int not_empty;\n' "$own" "$own" >"$dir/a.c"
    printf '%s\n%s\n' "$system" "$own" >"$dir/b.c"
    printf '%s\n%s\n' "$own" "$system" >"$dir/c.c"
    for source in a b c; do
        ${CC:-cc} -std=c99 -Wall -Wextra -Wpedantic -Werror -Iinclude \
            -D_GNU_SOURCE -fsyntax-only "$dir/$source.c"
        n=$((n + 1))
        if command -v g++ >/dev/null; then
            g++ -std=c++11 -Wall -Wextra -Wpedantic -Werror -Iinclude \
                -fsyntax-only -x c++ "$dir/$source.c"
            n=$((n + 1))
        fi
    done
done
echo "$n compilations"
