#!/bin/sh
# SPDX-License-Identifier: MIT
# A bare Debian of a release, made by debootstrap: the README's commands and its
# lines to link work there with nothing prepared, and the tests pass with the
# compilers of the release; or the crates of Rust alone.
#   debian.sh RELEASE [rust]
set -eu
cd "$(dirname "$0")/../.."
. tests/setup.sh
release=$1 proc=
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
    [ "$proc" = no ] || mountpoint -q "$dir/$1/proc" || mount -t proc proc "$dir/$1/proc" || true
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive \
        chroot "$dir/$1" sh -c "cd dtgrowth && $2" >"$dir/log" 2>&1 && return
    grep -v '^ok ' "$dir/log" | tail -n 60
    echo "in $release: $2"
    exit 1
}

# The crates by the compiler of the release; what they build with comes along,
# as a bare system trusts no host.
rust() {
    fresh rust
    mkdir "$dir/rust/dtgrowth/.cargo"
    (cd "$dir/rust/dtgrowth/examples/rust" &&
        cargo vendor -q "$dir/rust/crates" >/dev/null)
    cat >"$dir/rust/dtgrowth/.cargo/config.toml" <<TOML
[source.crates-io]
replace-with = "crates"
[source.crates]
directory = "/crates"
TOML
    inside rust "apt-get update && apt-get install -y \
        --no-install-recommends gcc libc6-dev python3 cargo-web &&
        cd examples/rust && cargo test -q --offline -p dtgrowth --tests &&
        cargo --version"
    tail -n 1 "$dir/log"
}

debootstrap --variant=minbase "$release" "$dir/bare" >"$dir/log" 2>&1 ||
    { tail -n 20 "$dir/log"; exit 1; }
if [ "${2:-}" = rust ]; then
    rust
    exit
fi
fresh link
fresh test
fresh python

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
umount "$dir/test/proc" 2>/dev/null || true
proc=no
inside test 'rm -r build && ! ls /proc/self && sh examples/run.sh &&
    ls build/charts/*.png'
proc=
inside test 'sh tests/run.sh && dpkg-query -W gcc'
said="$(awk '/ passed, / { n = $1 } END { print n }' "$dir/log") tests"
said="$said, gcc $(awk '$1 == "gcc" { print $2 }' "$dir/log")"
# The clang of bookworm is that of the compilers' checks.
if [ "$release" != bookworm ]; then
    inside test 'apt-get install -y --no-install-recommends clang &&
        rm -r build && CC=clang sh tests/run.sh && dpkg-query -W clang'
    said="$said, clang $(awk '$1 == "clang" { print $2 }' "$dir/log")"
fi

# The package for Python by the line and with the program of its README, where
# pip gets what builds it; a machine may have certificates of its own.
cp "${PIP_CERT:-/dev/null}" "$dir/python/certificates"
readme=examples/python/README.md
for word in python text; do
    awk -v start="\`\`\`$word" '$0 == start { on = 1; next }
        /^```$/ { if (on) exit } on' "$readme" \
        >"$dir/python/dtgrowth/program.$word"
done
line=$(sed -n 's/^`\(pip install [^`]*\)`.*/\1/p' "$readme")
inside python "apt-get update && apt-get install -y --no-install-recommends \
    gcc libc6-dev python3-dev python3-venv && python3 -m venv /venv"
[ -s "$dir/python/certificates" ] && line="PIP_CERT=/certificates $line"
inside python "PATH=/venv/bin:\$PATH && $line && cd / &&
    python dtgrowth/program.python | diff dtgrowth/program.text - &&
    python --version"
echo "$said, $(tail -n 1 "$dir/log")"
