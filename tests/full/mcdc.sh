#!/bin/sh
# SPDX-License-Identifier: MIT
# Prints which lines, branches and conditions of lib/ the unit tests cover, by
# clang 19, and holds their floors.   usage: mcdc.sh [--list]
set -eu
cd "$(dirname "$0")/../.."
. tests/setup.sh
dir=build/mcdc
export LLVM_PROFILE_FILE="$PWD/$dir/profiles/%8m.profraw"
set_up_build $dir CC=clang-19 -Doptimization=0 -Ddefault_library=static \
    -Dexamples=false \
    -Dc_args='-fprofile-instr-generate -fcoverage-mapping -fcoverage-mcdc' \
    -Dc_link_args=-fprofile-instr-generate
ninja -C $dir >$dir/build.log || { tail -n 20 $dir/build.log; exit 1; }
# A decision that is too large to be followed would be left out unseen.
if grep 'lib/.*unsupported MC/DC' $dir/build.log; then exit 1; fi
rm -rf $dir/profiles
meson test -C $dir --no-rebuild --no-suite interface \
    --timeout-multiplier=10 >$dir/test.log || { tail -n 20 $dir/test.log
                                                exit 1; }
llvm-profdata-19 merge -o $dir/all.profdata $dir/profiles/*.profraw
objects=$(find $dir/tests -type f -perm -u+x ! -name '*.so*' |
    sed 's/^/-object /')
llvm-cov-19 export -format=text -instr-profile=$dir/all.profdata $objects \
    >$dir/coverage.json 2>$dir/export.log
python3 tests/full/mcdc.py $dir/coverage.json "$@"
