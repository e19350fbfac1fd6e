#!/bin/sh
# SPDX-License-Identifier: MIT
# The sources without meson and its flags, as a program may carry them along:
# they give the bits of all others, and fuse no more operations than where the
# compiler is told to fuse none.
#   usage: bare.sh [COMPILER [OPTION...] [-- RUNNER...]]
set -eu
cd "$(dirname "$0")/../.."
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
[ $# -gt 0 ] || set -- "${CC:-cc}"
cc=$1
shift
options=
while [ $# -gt 0 ] && [ "$1" != -- ]; do
    options="$options $1"
    shift
done
[ $# -eq 0 ] || shift
machine=$($cc -dumpmachine)
objdump=$(command -v "${cc%gcc}objdump" || echo objdump)
case $machine in x86_64*) options="$options -march=native" ;; esac
# Of clang, its default: nothing in a source stops -ffp-contract=fast.
case $($cc -dM -E -xc /dev/null) in
*__clang__*) ;;
*) options="$options -ffp-contract=fast" ;;
esac

# compile FOLDER OPTION...: the sources of the standard input.
compile() {
    folder=$dir/$1
    shift
    mkdir -p "$folder"
    xargs -P 2 -I '{}' sh -c 'exec "$@" -o "$0/$(basename "{}" .c).o"' \
        "$folder" $cc -O2 -DDTGROWTH_STATIC -Iinclude $options "$@" -Ilib \
        -c '{}'
}

# fused OBJECT...: how many fused operations each has.
fused() {
    for object in "$@"; do
        [ ! -e "$object" ] || echo "$(basename "$object" .o)" "$("$objdump" -d --no-show-raw-insn \
            "$object" | grep -cE "	($fused_names)")"
    done
}
fused_names='vfn?m(add|sub)|fn?m(add|sub)|fml[as]|wfn?m[as]|vfn?m[as]|m[as]db'

printf '%s\n' lib/*/*.c | compile bare
fused "$dir"/bare/*.o | grep -v ' 0$' >"$dir/bare.txt" || true
while read -r name count; do echo lib/*/"$name.c"; done <"$dir/bare.txt" |
    compile told -ffp-contract=off
fused "$dir"/told/*.o >"$dir/told.txt"
diff "$dir/told.txt" "$dir/bare.txt" || { echo "$cc fuses operations"; exit 1; }

# Where it may, it does: else nothing is tested.
mkdir -p "$dir/include/num"
sed '/pragma/d' lib/num/dd.h >"$dir/include/num/dd.h"
echo lib/num/exp.c | compile open -I"$dir/include"
if [ "$(fused "$dir/open/exp.o")" = "$(fused "$dir/bare/exp.o")" ]; then
    echo "$cc fuses nothing where it may"
    exit 1
fi

# The digest's own arithmetic is not what is measured.
$cc -std=c11 -O2 -ffp-contract=off -DDTGROWTH_STATIC -Iinclude -Ilib \
    tests/num/digest.c "$dir"/bare/*.o -o "$dir/digest"
"$@" "$dir/digest" tests/num/digest.txt baseline >/dev/null ||
    { echo "$cc: another digest"; exit 1; }
echo "$machine:$options," \
    "$(awk '{ n += $2 } END { print n + 0 }' "$dir/bare.txt") fused operations"
