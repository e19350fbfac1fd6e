#!/bin/sh
# A floor uses only the floors under it, and none uses libm, the locale, errno
# or the heap.
set -eu
cd "$(dirname "$0")/../../lib"
bad=0
above=
for floor in compare growth series num base; do
    above="$above $floor"
    for other in $above; do
        [ "$other" = "$floor" ] && continue
        if grep -n "#include [\"<]\(dtgrowth/\)\?$other[/.]" "$floor"/*.[ch]; then
            echo "$floor uses $other, which is above it"
            bad=1
        fi
    done
done
# dispatch.c reads one environment variable.
if grep -nE '#include <(math|stdlib|locale|errno|fenv)\.h>' */*.[ch] |
    grep -v '^num/dispatch.c:[0-9]*:#include <stdlib.h>$'; then
    echo 'a header that the library does without'
    bad=1
fi
[ "$bad" -eq 0 ]
