#!/bin/sh
# Sets up what is missing, builds, and runs the tests.
#   sh tests/run.sh          light: two minutes at most
#   sh tests/run.sh --full   every heavier check as well
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/setup.sh

mode=${1:-light}
case $mode in
light | --full) ;;
*) echo "usage: sh tests/run.sh [--full]" >&2; exit 2 ;;
esac

passed=0 failed=0 skipped=0

# suite NAME FOLDER MESON-TEST-ARGUMENT...: counts the test programs of a build.
suite() {
    name=$1 folder=$2
    shift 2
    log=$folder/run.log
    if ! ninja -C "$folder" >"$log" 2>&1; then
        tail -n 30 "$log"
        echo "FAIL  $name: does not build"
        failed=$((failed + 1))
        return
    fi
    meson test -C "$folder" --no-rebuild --print-errorlogs "$@" >"$log" 2>&1
    ok=$(sed -n 's/^Ok: *//p' "$log")
    bad=$(awk '/^(Fail|Unexpected Pass|Timeout):/ { n += $NF } END { print n + 0 }' "$log")
    skip=$(sed -n 's/^Skipped: *//p' "$log")
    if [ -z "$ok" ] || [ "$bad" -gt 0 ]; then
        tail -n 60 "$log"
        [ -z "$ok" ] && bad=1
    fi
    passed=$((passed + ${ok:-0})) failed=$((failed + bad))
    skipped=$((skipped + ${skip:-0}))
    echo "$name: ${ok:-0} passed, $bad failed, ${skip:-0} skipped"
}

# check NAME COMMAND...: one check that a command succeeds.
check() {
    name=$1
    shift
    if output=$("$@" 2>&1); then
        passed=$((passed + 1))
        echo "ok    $name${output:+: $(printf '%s\n' "$output" | tail -n 1)}"
    else
        failed=$((failed + 1))
        printf '%s\n' "$output" | tail -n 40
        echo "FAIL  $name"
    fi
}

skip() {
    skipped=$((skipped + 1))
    echo "skip  $1: $2"
}

need_packages gcc libc6-dev meson ninja-build pkg-config libcmocka-dev ||
    exit 1
set_up_build build || exit 1
suite 'light' build
check 'headers alone, C99' sh tests/abi/headers.sh
check 'symbols, data and dependencies' sh tests/abi/library.sh build/lib
check 'layers and includes' sh tests/abi/layers.sh

if [ "$mode" = --full ]; then
    if need_packages g++ clang libclang-rt-14-dev valgrind gcovr cmake; then
        CC=clang set_up_build build/clang -Dwerror=true && suite 'clang' build/clang
        for level in 0 1 3; do
            set_up_build "build/gcc-O$level" -Dwerror=true \
                -Doptimization=$level && suite "gcc -O$level" "build/gcc-O$level"
        done
        set_up_build build/asan -Db_sanitize=address,undefined \
            -Db_lundef=false && suite 'sanitizers' build/asan
        suite 'valgrind' build --wrap='valgrind -q --error-exitcode=1' \
            --timeout-multiplier=20
        check 'coverage' sh tests/full/coverage.sh
        check 'consumers' sh tests/full/consumers.sh
    else
        skip 'compilers, sanitizers, valgrind, coverage, consumers' \
            'packages cannot be installed'
    fi
fi

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
