#!/bin/sh
# SPDX-License-Identifier: MIT
# Measures two builds of the library beside each other: every function of the
# public interface, in several sizes and inputs. Prints the worst rows, and
# those that are slower than the limit; keeps all of them as CSV.
#   usage: sh tests/bench/ab.sh [--count] OLD.so NEW.so [REGEX]
# REGEX picks rows, which are called "function,input,n". With --count it
# counts instructions (of valgrind's processor, which has no AVX-512) in place
# of time, for a machine that is not quiet.
# Exit status: 0; 1 where a row is slower; 2 where something failed; 3 where
# the machine was not quiet, so that nothing is judged.
set -eu
mode=time limit=1.05
if [ "${1:-}" = --count ]; then
    mode=count limit=1.02
    shift
fi
[ $# -eq 2 ] || [ $# -eq 3 ] || { sed -n 's/^#   //p' "$0" >&2; exit 2; }
old=$(realpath "$1") new=$(realpath "$2") filter=${3:-}
cd "$(dirname "$0")/../.."
. tests/setup.sh
need_packages gcc libc6-dev
[ "$mode" = time ] || need_packages valgrind
dir=build/bench/ab
mkdir -p "$dir"
cc -std=c11 -O2 -Wall -Wextra -Iinclude tests/bench/ab.c \
    tests/bench/ab_cases.c -o "$dir/ab" -ldl -lm
# Copies, so that a build that goes on does not matter, nor do equal names.
cp "$old" "$dir/old.so"
cp "$new" "$dir/new.so"

status=0
if [ "$mode" = time ]; then
    "$dir/ab" "$dir/old.so" "$dir/new.so" "$filter" >"$dir/rows.csv" ||
        status=$?
else
    rm -f "$dir"/callgrind.out*
    valgrind -q --tool=callgrind --collect-atstart=no --combine-dumps=yes \
        --callgrind-out-file="$dir/callgrind.out" "$dir/ab" --count \
        "$dir/old.so" "$dir/new.so" "$filter" >"$dir/names.csv" || status=$?
    sed -n 's/^totals: //p' "$dir/callgrind.out" |
        awk -F, -v OFS=, 'NR == FNR { total[NR] = $1; next }
            { old = total[2 * FNR - 1] / $4; new = total[2 * FNR] / $4
              print $1, $2, $3, old, new, sprintf("%.3f", new / old) }' \
            - "$dir/names.csv" >"$dir/rows.csv"
fi
case $status in 0 | 3) ;; *) exit 2 ;; esac

csv=$dir/$mode.csv
echo function,input,n,old,new,ratio >"$csv"
sort -t, -k6,6gr "$dir/rows.csv" >>"$csv"
show() {
    awk -F, '{ printf "%-42s %-9s %8s %12s %12s %7s\n", $1, $2, $3, $4, $5, $6
    }'
}
head -n 41 "$csv" | show
echo
echo "all $(wc -l <"$dir/rows.csv") rows: $csv"
if [ "$status" -eq 3 ]; then
    echo 'not quiet: nothing is judged'
    exit 3
fi
slower=$(awk -F, -v limit="$limit" 'NR > 1 && $6 > limit' "$csv")
[ -n "$slower" ] || { echo "no row is slower than $limit"; exit 0; }
echo
echo "slower than $limit:"
echo "$slower" | show
exit 1
