#!/bin/sh
# SPDX-License-Identifier: MIT
# A distribution's CFLAGS, which meson puts after its own, neither fuse
# operations nor take -O3 from the kernels; a build for debugging keeps its level.
set -eu
cd "$(dirname "$0")/../.."
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

# last LEVEL CFLAGS OPTION...: every source is told to fuse nothing, after all
# else, and the kernels are compiled at the level.
last() {
    level=$1 flags=$2
    shift 2
    rm -rf "$dir/build"
    CFLAGS=$flags meson setup "$dir/build" -Dtests=false -Dexamples=false "$@" \
        >"$dir/log" || { cat "$dir/log"; exit 1; }
    awk -v level="$level" '
        /"command"/ && / -c [^ ]*\/lib\/.*\.c"/ {
            all++
            contract = optimize = ""
            for (i = 1; i <= NF; i++) {
                if ($i ~ /^-ffp-contract=/)
                    contract = $i
                if ($i ~ /^-O/)
                    optimize = $i
            }
            if (contract != "-ffp-contract=off") {
                print "may fuse:", $0
                bad = 1
            }
            if (/kernels\.c"/) {
                kernels++
                if (optimize !~ "^" level "$") {
                    print "kernels not at " level ":", $0
                    bad = 1
                }
            }
        }
        END { exit bad || all < 100 || kernels < 1 }
    ' "$dir/build/compile_commands.json" || { echo "$flags $*"; exit 1; }
}

last -O3 '-O2 -g -ffp-contract=fast' --buildtype=plain
last -O0 '-O2 -g -O0' --buildtype=plain
last -O3 '-ffp-contract=fast'
last -O0 '' --buildtype=debug
last '-O[sz]' '' -Doptimization=s
echo 'plain with -O2, plain with -O0, default, debug, size'
