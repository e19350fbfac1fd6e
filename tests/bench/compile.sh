#!/bin/sh
# SPDX-License-Identifier: MIT
# What measures compiles, though nothing is measured here.
set -eu
cd "$(dirname "$0")/../.."
for file in tests/bench/*.c; do
    ${CC:-cc} -std=c11 -Wall -Wextra -Werror -fsyntax-only -Iinclude -Ilib \
        -Itests/bench "$file"
done
