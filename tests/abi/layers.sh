#!/bin/sh
# A floor uses only the floors under it, and none uses libm, the locale, errno
# or the heap.
set -eu
cd "$(dirname "$0")/../../lib"
bad=0
above=
for floor in compare growth series figures units calendar fraction kernels \
    num exact base; do
    for other in $above; do
        if grep -n "#include [\"<]$other/" "$floor"/*.[ch]; then
            echo "$floor uses $other, which is above it"
            bad=1
        fi
    done
    above="$above $floor"
done
if grep -nE '#include <(math|stdlib|locale|errno|fenv)\.h>' */*.[ch]; then
    echo 'a header that the library does without'
    bad=1
fi
[ "$bad" -eq 0 ]
