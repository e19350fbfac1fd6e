#!/bin/sh
# SPDX-License-Identifier: MIT
# The values of all constants, and the layout of all structs where pointers
# have 64 bits, are those of the committed table.
set -eu
cd "$(dirname "$0")/../.."
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 tests/abi/layout.py include/dtgrowth/base.h include/dtgrowth/period.h \
    include/dtgrowth/series.h include/dtgrowth/growth.h \
    include/dtgrowth/compare.h include/dtgrowth/figures.h >"$dir/layout.c"
${CC:-cc} -Iinclude "$dir/layout.c" -o "$dir/layout"
"$dir/layout" >"$dir/layout.txt"
diff tests/abi/layout.txt "$dir/layout.txt"
echo "$(grep -c '^struct' tests/abi/layout.txt) structs," \
    "$(grep -c '^DT_' tests/abi/layout.txt) constants"
