#!/bin/sh
# SPDX-License-Identifier: MIT
# Sets up what is missing, builds, prints the report on the figures of digital
# trade, and draws its charts into build/charts.
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/setup.sh

need_packages gcc libc6-dev meson ninja-build pkg-config gnuplot-nox || exit 1
set_up_build build/report -Dtests=false || exit 1
if ! log=$(ninja -C build/report 2>&1); then
    printf '%s\n' "$log" | tail -n 40
    exit 1
fi

charts=$PWD/build/charts
mkdir -p "$charts"
# Where /proc is not mounted, a program does not know what is beside it.
LD_LIBRARY_PATH=build/report/lib \
    build/report/examples/c/digital_trade examples/data/digital_trade.csv \
    "$charts" || exit 1
echo
cd examples/charts || exit 1
for chart in levels growth shares; do
    for kind in png svg; do
        gnuplot -e "data='$charts'; out='$charts/$chart'; kind='$kind'" \
            "$chart.gp" || exit 1
        echo "drawn: build/charts/$chart.$kind"
    done
done
