#!/bin/sh
# SPDX-License-Identifier: MIT
# A module with a static copy of one version, and a shared library of another,
# in one process: each works with its own, whichever is loaded first, and also
# where the program itself exports a static copy. A function that is preloaded
# is called by the program, and by nothing in the library.   usage: ... FOLDER
set -eu
folder=$(cd "$1" && pwd)
cd "$(dirname "$0")/../.."
cc=${CC:-cc}
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT

# A static copy of the sources as a version 0.9.
cp -r include lib "$dir"
sed -i 's/^\(#define DT_VERSION_MINOR *\).*/\19/' "$dir/include/dtgrowth/base.h"
mkdir "$dir/o"
(
    cd "$dir"
    printf '%s\n' lib/*/*.c | xargs -P 2 -I '{}' sh -c \
        'exec "$@" -o "o/$(basename "{}" .c).o"' sh $cc -fPIC \
        -fvisibility=hidden -DDTGROWTH_STATIC -Iinclude -Ilib -c '{}'
)

# What each user of the library has: its version, and a hundred times what one
# function of the library learns from another.
cat >"$dir/user.c" <<'EOF'
#include <dtgrowth/dt.h>

int VERSION(void);
int DOUBLING(void);

int VERSION(void)
{
    return (int)dt_version_number();
}

int DOUBLING(void)
{
    return (int)(100 * dt_growth_doubling(0.1));
}
EOF
cat >"$dir/program.c" <<'EOF'
#include <dlfcn.h>
#include <stdio.h>

int main(int count, char **names)
{
    for (int i = 1; i < count; i++) {
        void *file = dlopen(names[i], RTLD_NOW | RTLD_GLOBAL);

        if (file == NULL) {
            puts(dlerror());
            return 1;
        }
        int (*version)(void) = (int (*)(void))dlsym(file, "module_version");
        int (*doubling)(void) = (int (*)(void))dlsym(file, "module_doubling");
        printf("%d %d\n", version(), doubling());
    }
#ifdef WITH_COPY
    int program_version(void), program_doubling(void);
    printf("%d %d\n", program_version(), program_doubling());
#endif
    return 0;
}
EOF
user() {
    name=$1
    shift
    $cc "-DVERSION=${name}_version" "-DDOUBLING=${name}_doubling" "$dir/user.c" "$@"
}
user module -shared -fPIC -DDTGROWTH_STATIC "-I$dir/include" "$dir"/o/*.o \
    -o "$dir/copy.so"
user module -shared -fPIC -Iinclude "-L$folder" -ldtgrowth \
    "-Wl,-rpath,$folder" -o "$dir/linked.so"
$cc "$dir/program.c" -ldl -o "$dir/program"
user program -DDTGROWTH_STATIC "-I$dir/include" -c -o "$dir/user.o"
$cc -rdynamic -DWITH_COPY "$dir/program.c" "$dir/user.o" \
    "$dir"/o/*.o -ldl -o "$dir/with_copy"
$cc -shared -fPIC -Iinclude -xc - -o "$dir/preloaded.so" <<'EOF'
#include <dtgrowth/dt.h>
double dt_growth_periods(double base, double end, double rate)
{
    return base + end + rate;
}
uint32_t dt_version_number(void)
{
    return 12345;
}
EOF

# says LINES COMMAND...: a version and a doubling on each.
says() {
    expected=$1
    shift
    found=$("$@" | tr '\n' ',')
    [ "$found" = "$expected" ] && return
    echo "$*: $found, not $expected"
    exit 1
}
# version FOLDER: of the headers there.
version() {
    echo $(($(printf '#include <dtgrowth/base.h>\nDT_VERSION_NUMBER\n' |
        $cc -E -P "-I$1" - | tail -n 1)))
}
shared=$(version include) copied=$(version "$dir/include")
[ "$shared" -ne "$copied" ]
says "$copied 727,$shared 727," "$dir/program" "$dir/copy.so" "$dir/linked.so"
says "$shared 727,$copied 727," "$dir/program" "$dir/linked.so" "$dir/copy.so"
says "$shared 727,$copied 727," "$dir/with_copy" "$dir/linked.so"
says "12345 727,$copied 727," env "LD_PRELOAD=$dir/preloaded.so" \
    "$dir/program" "$dir/linked.so" "$dir/copy.so"
echo "versions $shared and $copied, in both orders; one that is preloaded"
