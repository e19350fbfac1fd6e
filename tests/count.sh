# SPDX-License-Identifier: MIT
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

# allow NAME: a check that may be left out for want of a tool.
allowed=
allow() {
    allowed="$allowed$1
"
}

is_allowed() {
    printf '%s' "$allowed" | grep -qxF -- "$1"
}

# lacks NAME WHY: a tool that cannot be installed, which fails unless allowed.
lacks() {
    if is_allowed "$1"; then
        skip "$1" "$2; --allow-skip"
    else
        fails "$1: $2"
    fi
}

# refuses NAME WHY: what this machine itself cannot do; said again at the end.
refused=
refuses() {
    skip "$1" "$2"
    refused="$refused
  $1: $2"
}

# every_name FUNCTION...: the checks that lack something where nothing is there.
every_name() (
    need_packages() { false; }
    need_python() { false; }
    cargo_is_new() { false; }
    python_is_new() { false; }
    cargo() { false; }
    check() { :; }
    suite() { :; }
    built() { :; }
    lacks() { echo "$1"; }
    refuses() { echo "$1"; }
    is_allowed() { echo "$1"; }
    for function in "$@"; do
        $function
    done
)

# check_allowed FUNCTION...: each name is one that these functions know.
check_allowed() {
    names=$(every_name "$@" | sort -u)
    printf '%s' "$allowed" | grep -vxF -- "$names" || return 0
    printf 'above: unknown to --allow-skip, which takes:\n%s\n' "$names" >&2
    return 1
}

# summary: the last lines of a run; whether nothing failed.
summary() {
    [ -z "$refused" ] || echo "skipped, as this machine is:$refused"
    echo "$passed passed, $failed failed, $skipped skipped"
    [ "$failed" -eq 0 ]
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
    # No test at all is none that passes.
    if [ "${ok:-0}" -eq 0 ] || [ "$bad" -gt 0 ]; then
        tail -n 60 "$log"
        [ "$bad" -gt 0 ] || bad=1
    fi
    passed=$((passed + ${ok:-0})) failed=$((failed + bad))
    skipped=$((skipped + ${skip:-0}))
    while read -r line; do
        [ -z "$line" ] || refused="$refused
  $line, $name: this machine lacks what it needs"
    done <<LINES
$(sed -n 's|^ *[0-9]*/[0-9]* [^/]*/ \(.*[^ ]\)  *SKIP .*|\1|p' "$log")
LINES
    echo "$name: ${ok:-0} passed, $bad failed, ${skip:-0} skipped$(took "$start")"
}

# built NAME OPTION...: sets up build/NAME with the options, and runs its unit
# tests; what is checked of the interface is the same in every build.
built() {
    name=$1
    shift
    if set_up_build "build/$name" "$@" -Dwerror=true; then
        suite "$name" "build/$name" --no-suite interface \
            --timeout-multiplier=10 ${leave_out:+--no-suite $leave_out}
    else
        fails "$name: cannot be configured"
    fi
}
