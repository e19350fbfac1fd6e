#!/bin/sh
# SPDX-License-Identifier: MIT
# The safe crate against that of the commit before: what breaks its users is
# found, unless its version says so; and what is planted.
#   semver.sh [--install]    installs cargo-semver-checks into build/cargo first
set -eu
cd "$(dirname "$0")/../.."
revision=HEAD~1
if [ "${1:-}" = --install ]; then
    cargo install -q cargo-semver-checks --root build/cargo
    PATH=$PWD/build/cargo/bin:$PATH
fi
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
export CARGO_TARGET_DIR="$dir/target"

# against REVISION: whether users of that one can go on with these sources.
against() {
    cargo semver-checks \
        --manifest-path "$dir/now/examples/rust/dtgrowth/Cargo.toml" \
        --baseline-root "$dir/before/examples/rust/dtgrowth" \
        --only-explicit-features --features serde >"$dir/log" 2>&1
}

# files REVISION FOLDER: the sources of then.
files() {
    mkdir "$2"
    git archive "$1" lib include examples/rust LICENSE | tar -x -C "$2"
}

files "$revision" "$dir/before"
files HEAD "$dir/now"
against || { tail -n 40 "$dir/log"; exit 1; }
sed -i 's/pub fn row(/pub fn rows_(/' \
    "$dir"/now/examples/rust/dtgrowth/src/panel.rs
! against || { echo 'a method that is gone is not found'; exit 1; }
grep -q 'inherent_method_missing' "$dir/log"
echo "$(git rev-parse --short "$revision") and now, a method that is gone"
