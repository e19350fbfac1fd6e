#!/bin/sh
# SPDX-License-Identifier: MIT
# Fuzzing: every target of tests/fuzz with libFuzzer, ASan and UBSan, two at a
# time, from its corpus on. A find is kept in build/fuzz/finds, and named; once
# it is mended, its bytes are a line of tests/fuzz/found/TARGET.hex.
#   usage: fuzz.sh [SECONDS] [TARGET...]    20 seconds of each, unless told
#          fuzz.sh --renew [TARGET...]      corpora made small again, with what
#                                           the last runs found
set -u
cd "$(dirname "$0")/../.." || exit 1
. tests/setup.sh
build=$PWD/build/fuzz
mode=run seconds=20
case ${1:-} in
--renew) mode=renew; shift ;;
[0-9]*) seconds=$1; shift ;;
esac
[ $# -gt 0 ] || set -- $(cd tests/fuzz && ls fuzz_*.c |
    sed 's/^fuzz_\(.*\)\.c$/\1/')
mkdir -p "$build" "$build/finds"

set_up_build build/fuzz CC=clang-19 -Dwerror=true -Ddefault_library=static \
    -Dexamples=false -Db_lundef=false -Doptimization=1 \
    -Db_sanitize=address,undefined \
    -Dc_args="['-fsanitize=fuzzer-no-link','-fno-sanitize-recover=undefined']" ||
    exit 1
ninja -C "$build" $(printf 'tests/fuzz/fuzz_%s ' "$@") >"$build/ninja.log" 2>&1 ||
    { tail -n 30 "$build/ninja.log"; exit 1; }

# inputs TARGET: its corpus, and what once found something, as files.
inputs() {
    for kept in "tests/fuzz/corpus/$1.hex" "tests/fuzz/found/$1.hex"; do
        [ ! -f "$kept" ] || python3 tests/fuzz/corpus.py unpack "$kept" \
            "$build/inputs/$1" >/dev/null || return 1
    done
}

# longest TARGET: bytes of its longest input.
longest() {
    awk 'length($0) > 2 * n { n = length($0) / 2 } END { print (n < 400 ? 400 : n) }' \
        "tests/fuzz/corpus/$1.hex"
}

# run TARGET: what it says goes to a log; a find is a file beside others.
run() {
    inputs "$1" &&
        "$build/tests/fuzz/fuzz_$1" -max_total_time="$seconds" -timeout=10 \
            -max_len="$(longest "$1")" -rss_limit_mb=2048 \
            -artifact_prefix="$build/finds/$1-" "$build/inputs/$1" \
            >"$build/$1.log" 2>&1
}

# tell TARGET STATUS: one word of a target that is well, or what it found.
tell() {
    if [ "$2" -eq 0 ]; then
        awk -v name="$1" '/^Done / { print name, $2 }' "$build/$1.log"
        return
    fi
    grep -aE '^[^ ]+\.[ch]:[0-9]+: |runtime error|ERROR:|Test unit written' \
        "$build/$1.log" | cat -v | cut -c 1-200 >&2
    return 1
}

renew() {
    small=$build/small/$1
    rm -rf "$small"
    mkdir -p "$small" "$build/inputs/$1"
    inputs "$1" &&
        "$build/tests/fuzz/fuzz_$1" -merge=1 "$small" "$build/inputs/$1" \
            >"$build/$1.log" 2>&1 &&
        python3 tests/fuzz/corpus.py pack "$small" "tests/fuzz/corpus/$1.hex"
}

if [ "$mode" = renew ]; then
    for target in "$@"; do
        said=$(renew "$target") || exit 1
        echo "$target: $said"
    done
    exit 0
fi

# Two at a time.
failed=0 said=
while [ $# -gt 0 ]; do
    first=$1 second=${2:-}
    shift
    run "$first" & one=$!
    if [ -n "$second" ]; then
        shift
        run "$second" & two=$!
    fi
    wait "$one"
    word=$(tell "$first" $?) && said="$said, $word" || failed=1
    [ -n "$second" ] || continue
    wait "$two"
    word=$(tell "$second" $?) && said="$said, $word" || failed=1
done
[ "$failed" -eq 0 ] || exit 1
echo "executions in $seconds s each:${said#,}"
