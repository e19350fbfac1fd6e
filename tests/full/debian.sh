#!/bin/sh
# A bare Debian of a release, made by debootstrap: the README's commands and its
# lines to link work there with nothing prepared, and the tests pass with the
# compilers of the release.   usage: debian.sh RELEASE
set -eu
cd "$(dirname "$0")/../.."
release=$1
dir=$(mktemp -d)
trap 'umount "$dir"/*/proc 2>/dev/null || true; rm -rf "$dir"' EXIT

# fresh NAME: a copy of the bare system, with the sources.
fresh() {
    cp -a "$dir/bare" "$dir/$1"
    mkdir "$dir/$1/dtgrowth"
    tar --exclude=./build --exclude=./.git -c . | tar -x -C "$dir/$1/dtgrowth"
}

# inside NAME COMMAND: in the folder of the sources; its output, if it fails.
inside() {
    mountpoint -q "$dir/$1/proc" || mount -t proc proc "$dir/$1/proc" || true
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive \
        chroot "$dir/$1" sh -c "cd dtgrowth && $2" >"$dir/log" 2>&1 && return
    grep -v '^ok ' "$dir/log" | tail -n 60
    echo "in $release: $2"
    exit 1
}

debootstrap --variant=minbase "$release" "$dir/bare" >"$dir/log" 2>&1 ||
    { tail -n 20 "$dir/log"; exit 1; }
fresh link
fresh test

# The first program of the README, linked by its lines under "Link".
awk '/^```c$/ { on = 1; next } /^```$/ { if (on) exit } on' README.md \
    >"$dir/link/dtgrowth/program.c"
awk '/^```text$/ { on = 1; next } /^```$/ { if (on) exit } on' README.md \
    >"$dir/link/dtgrowth/expected"
awk '/^## / { on = $2 == "Link" } on && /^    / { print substr($0, 5) }' README.md \
    >"$dir/link/dtgrowth/lines"
grep -q '^cc program.c' "$dir/link/dtgrowth/lines"
inside link 'apt-get update && yes | sh -ex ./lines && ./program | diff expected -'

inside test 'sh examples/run.sh && ls build/charts/*.png'
inside test 'sh tests/run.sh && dpkg-query -W gcc'
said="$(awk '/ passed, / { n = $1 } END { print n }' "$dir/log") tests"
said="$said, gcc $(awk '$1 == "gcc" { print $2 }' "$dir/log")"
inside test 'apt-get install -y --no-install-recommends clang && rm -r build &&
    CC=clang sh tests/run.sh && dpkg-query -W clang'
echo "$said, clang $(awk '$1 == "clang" { print $2 }' "$dir/log")"
