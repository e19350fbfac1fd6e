#!/usr/bin/env bash
# Prints line and branch coverage of lib/, of which no line may be left out.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/setup.sh
set_up_build build/coverage -Db_coverage=true -Doptimization=0
ninja -C build/coverage >/dev/null
find build/coverage -name '*.gcda' -delete
meson test -C build/coverage --no-rebuild --no-suite interface >/dev/null
gcovr -r . --filter 'lib/' build/coverage >build/coverage/report.txt
grep '^lib/' build/coverage/report.txt | grep -v '100%' || true
gcovr -r . --filter 'lib/' -s --fail-under-line 100 build/coverage |
    grep -E '^(lines|branches)' | tr '\n' ' '
