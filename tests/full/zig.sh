#!/bin/sh
# SPDX-License-Identifier: MIT
# What zig compiles: macOS, of which nothing is run, and WebAssembly, where node
# runs the digest of all others.
set -eu
cd "$(dirname "$0")/../.."
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

# program TARGET: the digest, with all sources and without a warning.
program() {
    build/python/bin/python -m ziglang cc -target "$1" -std=c11 -O2 -Wall \
        -Wextra -Werror -DDTGROWTH_STATIC -Iinclude -Ilib \
        tests/num/digest.c lib/*/*.c -o "$dir/$1"
}
program x86_64-macos
program aarch64-macos
program wasm32-wasi
said=$(node --no-warnings tests/full/wasi.mjs "$dir/wasm32-wasi" \
    tests/num/digest.txt)
echo "macOS built, WebAssembly: $said"
