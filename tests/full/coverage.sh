#!/bin/sh
# Prints line and branch coverage of lib/.
set -eu
cd "$(dirname "$0")/../.."
. tests/setup.sh
set_up_build build/coverage -Db_coverage=true -Doptimization=0
ninja -C build/coverage >/dev/null
find build/coverage -name '*.gcda' -delete
meson test -C build/coverage --no-rebuild >/dev/null
gcovr -r . --filter 'lib/' --exclude-unreachable-branches build/coverage |
    tee build/coverage/report.txt | grep -vE '100%' || true
gcovr -r . --filter 'lib/' -s build/coverage | grep -E '^(lines|branches)' |
    tr '\n' ' '
