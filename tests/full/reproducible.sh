#!/bin/sh
# SPDX-License-Identifier: MIT
# Who builds where and when does not show: two builds in other folders, at other
# times, by another umask, locale and time zone have the same bytes: the shared
# and the static library, the one file, and the archive of the release.
set -eu
cd "$(dirname "$0")/../.."
unset SOURCE_DATE_EPOCH
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
root=$PWD

# build FOLDER: from a copy of the sources. Symbols for debuggers name folders,
# unless compilers are told otherwise, as distributions do.
build() {
    mkdir -p "$1/out"
    tar --exclude=./build --exclude=./.git -cf - . | tar -xf - -C "$1"
    (
        cd "$1"
        find . -exec touch -d "@$2" {} +
        CFLAGS="-ffile-prefix-map=$PWD=." meson setup build -Dtests=false \
            -Dexamples=false
        ninja -C build
        python3 -B lib/tools/one_file.py out
        cp build/lib/libdtgrowth.so build/lib/libdtgrowth.a out
    ) >"$dir/log" 2>&1 || { cat "$dir/log"; exit 1; }
}

# archive FOLDER: of the last commit, from a clone.
archive() {
    [ -e "$root/.git" ] || return 0
    (
        git clone -q "$root" "$1/clone"
        cd "$1/clone"
        meson setup build -Dtests=false -Dexamples=false
        meson dist -C build --no-tests --formats xztar
        cp build/meson-dist/*.tar.xz "$1/out"
    ) >"$dir/log" 2>&1 || { cat "$dir/log"; exit 1; }
}

(
    umask 022
    export LC_ALL=C TZ=UTC
    build "$dir/one" 1000000000
    archive "$dir/one"
)
sleep 2
(
    umask 077
    export LC_ALL=C.UTF-8 LANG=de_DE.UTF-8 TZ=Pacific/Kiritimati HOME=/nowhere
    build "$dir/two/elsewhere/longer" 1700000000
    archive "$dir/two/elsewhere/longer"
)
diff -r "$dir/one/out" "$dir/two/elsewhere/longer/out"

# That a build of something else differs is seen, too.
echo >>"$dir/two/elsewhere/longer/out/dtgrowth.h"
if diff -r "$dir/one/out" "$dir/two/elsewhere/longer/out" >"$dir/log"; then
    echo 'a line more is not seen'
    exit 1
fi
echo "$(ls "$dir/one/out" | wc -l) files are equal"
