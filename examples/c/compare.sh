#!/bin/sh
# SPDX-License-Identifier: MIT
# Runs a program and compares what it prints.  usage: EXPECTED STATUS PROGRAM...
expected=$1 status=$2
shift 2
output=$(mktemp)
trap 'rm -f "$output"' EXIT
# meson names the emulator of a foreign build.
$MESON_EXE_WRAPPER "$@" >"$output" 2>&1
got=$?
[ "$got" -eq "$status" ] || { echo "exit status $got, expected $status"; cat "$output"; exit 1; }
diff -u "$expected" "$output"
