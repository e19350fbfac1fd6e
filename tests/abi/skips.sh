#!/bin/sh
# SPDX-License-Identifier: MIT
# Where no tool can be installed, a run that needs one fails, unless
# --allow-skip names the check; what a machine refuses is said at the end. The
# check of a submission allows nothing.
set -eu
cd "$(dirname "$0")/../.."
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

# counted ALLOWED...: a run of four checks, of which each wants something else.
counted() {
    (
        . tests/count.sh
        for name in "$@"; do allow "$name"; done
        need_packages() { [ "$1" = there ]; }
        some() {
            need_packages there && check present true || lacks present 'no tool'
            need_packages away && check absent false || lacks absent 'no tool'
            need_packages away || lacks 'other, too' 'no tool'
            refuses 'a chroot' 'no root'
        }
        check_allowed some || exit 2
        some
        summary
    ) >"$dir/output" 2>&1
}

# says STATUS TEXT ALLOWED...: how it ends, and a line that it prints.
says() {
    expected=$1 line=$2 status=0
    shift 2
    counted "$@" || status=$?
    [ "$status" -eq "$expected" ] && grep -qxF -- "$line" "$dir/output" && return
    cat "$dir/output"
    echo "status $status, not $expected with \"$line\""
    exit 1
}

says 1 'FAIL  absent: no tool'
says 1 '1 passed, 2 failed, 1 skipped'
says 1 '1 passed, 1 failed, 2 skipped' absent
says 0 '1 passed, 0 failed, 3 skipped' absent 'other, too'
says 0 '  a chroot: no root' absent 'other, too'
says 0 'skip  absent: no tool; --allow-skip' absent 'other, too'
says 2 'abs' absent abs
says 2 'abs.nt' 'abs.nt'
tail -n 1 "$dir/output" | grep -q present

# The option itself: whole names alone, before anything is built.
for name in nonsense vector 'vectors extra'; do
    status=0
    sh tests/run.sh --allow-skip "$name" --full >"$dir/output" 2>&1 ||
        status=$?
    [ "$status" -eq 2 ]
    grep -qxF -- "$name" "$dir/output"
    grep -qx vectors "$dir/output"
done
names=$(sed -n '/takes:$/,$p' "$dir/output" | tail -n +2 | wc -l)
[ "$names" -ge 20 ]

# never PATTERN FILE: so that nothing is left out in another way.
never() {
    if grep -nE -- "$1" "$2"; then exit 1; fi
}
never allow-skip .ci/run
never '^[^#]*(\|\||^) *skip ' tests/run.sh
echo "$names names of checks that want a tool"
