#!/bin/sh
# SPDX-License-Identifier: MIT
# The vector files, and the coefficients of lib/num, are what their generators
# print.
set -eu
cd "$(dirname "$0")/../.."
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
n=0
for generator in tests/vectors/make_*.py; do
    name=$(basename "$generator" .py)
    name=${name#make_}
    file=tests/vectors/$name.txt
    [ "$name" = coefficients ] && file=lib/num/coefficients.h
    PYTHONDONTWRITEBYTECODE=1 python3 "$generator" >"$dir/output"
    cmp "$file" "$dir/output"
    n=$((n + 1))
done
for file in tests/vectors/*.txt; do
    [ -e "tests/vectors/make_$(basename "$file" .txt).py" ] ||
        { echo "$file has no generator"; exit 1; }
done
echo "$n generators"
