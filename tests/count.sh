# Counts checks for tests/run.sh; sourced.
passed=0 failed=0 skipped=0

# took START: how many seconds have passed, where they are many.
took() {
    seconds=$(($(date +%s) - $1))
    [ "$seconds" -lt 10 ] || printf ' (%d s)' "$seconds"
}

fails() {
    failed=$((failed + 1))
    echo "FAIL  $1"
}

skip() {
    skipped=$((skipped + 1))
    echo "skip  $1: $2"
}

# check NAME COMMAND...: one check, that a command succeeds; its last line is
# shown. Always succeeds itself.
check() {
    name=$1 start=$(date +%s)
    shift
    if output=$("$@" 2>&1); then
        passed=$((passed + 1))
        echo "ok    $name${output:+: $(printf '%s\n' "$output" | tail -n 1)}$(took "$start")"
    else
        printf '%s\n' "$output" | tail -n 40
        fails "$name"
    fi
}

# suite NAME FOLDER ARGUMENT...: builds, runs meson test with the arguments,
# and counts the test programs. Always succeeds itself.
suite() {
    name=$1 folder=$2 start=$(date +%s)
    shift 2
    log=$folder/run.log
    if ! ninja -C "$folder" >"$log" 2>&1; then
        grep -vE '^\[[0-9]+/[0-9]+\]' "$log" | tail -n 30
        fails "$name: does not build"
        return 0
    fi
    meson test -C "$folder" --no-rebuild --print-errorlogs "$@" >"$log" 2>&1
    ok=$(awk '/^Ok:/ { print $2 }' "$log")
    bad=$(awk '/^(Fail|Unexpected Pass|Timeout):/ { n += $NF }
        END { print n + 0 }' "$log")
    skip=$(awk '/^Skipped:/ { print $2 }' "$log")
    if [ -z "$ok" ] || [ "$bad" -gt 0 ]; then
        tail -n 60 "$log"
        [ -z "$ok" ] && bad=1
    fi
    passed=$((passed + ${ok:-0})) failed=$((failed + bad))
    skipped=$((skipped + ${skip:-0}))
    echo "$name: ${ok:-0} passed, $bad failed, ${skip:-0} skipped$(took "$start")"
}

# built NAME OPTION...: sets up build/NAME with the options, and runs its unit
# tests; what is checked of the interface is the same in every build.
built() {
    name=$1
    shift
    if set_up_build "build/$name" "$@" -Dwerror=true; then
        suite "$name" "build/$name" --no-suite interface \
            --timeout-multiplier=10
    else
        fails "$name: cannot be configured"
    fi
}
