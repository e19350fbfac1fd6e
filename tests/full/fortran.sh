#!/bin/sh
# SPDX-License-Identifier: MIT
# The module of Fortran that api.json makes: types have the sizes that they have
# in C, and the model in Fortran prints what the one in C does.
set -eu
cd "$(dirname "$0")/../.."
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 lib/tools/one_file.py "$dir"
python3 lib/tools/fortran.py >"$dir/dtgrowth.f90"
python3 - >"$dir/sizes.f90" <<'EOF'
import json

structs = json.load(open('include/dtgrowth/api.json'))['structs']
print('program sizes', '    use dtgrowth', '    implicit none', sep='\n')
for n, s in enumerate(structs):
    print(f'    type({s["name"]}) :: x{n}')
for n, s in enumerate(structs):
    print(f'    if (c_sizeof(x{n}) /= {s["size"]}) error stop "{s["name"]}"')
print(f'    print "(i0,a)", {len(structs)}, " types"', 'end program', sep='\n')
EOF
cc -O2 -c "$dir/dtgrowth.c" -o "$dir/dtgrowth.o"
cd "$dir"
gfortran -std=f2018 -Wall -Werror -c dtgrowth.f90 -o module.o
gfortran -std=f2018 -Wall -Wno-unused-parameter sizes.f90 module.o -o sizes
gfortran -std=f2018 -Wall -Werror "$OLDPWD/examples/fortran/model.f90" \
    module.o dtgrowth.o -o model
./model | diff "$OLDPWD/examples/c/expected/model.txt" -

# The lines of the guide, where the sources are.
mkdir guide
for part in lib include examples LICENSE; do
    cp -r "$OLDPWD/$part" guide
done
awk '/^```/ { on = 0 } on { lines = lines $0 "\n" }
    /^```sh/ { on = 1; lines = "" } /^```$/ && lines ~ /gfortran/ {
        printf "%s", lines; exit }' "$OLDPWD/docs/embedding.md" >guide/lines
(cd guide && sh -e ./lines && ./model) |
    diff "$OLDPWD/examples/c/expected/model.txt" -
./sizes
