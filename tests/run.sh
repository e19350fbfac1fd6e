#!/bin/sh
# SPDX-License-Identifier: MIT
# Sets up what is missing, builds, and runs the tests.
#   sh tests/run.sh                  light: two minutes at most
#   sh tests/run.sh --full           and every heavier check
#   sh tests/run.sh --long [COUNT]   and COUNT random cases of each function
#                                    against MPFR, 100 million unless told
#   sh tests/run.sh --long COUNT SECONDS   and so many seconds of each fuzz
#                                    target, an hour unless told
#   --allow-skip NAME                before these, and again: a check that may be
#                                    left out where a tool for it cannot be
#                                    installed; else a run that lacks one fails
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/setup.sh
. tests/count.sh

while [ $# -gt 0 ]; do
    case $1 in
    --allow-skip) allow "${2:?is the name of a check}"; shift ;;
    *) break ;;
    esac
    shift
done
mode=${1:-light} cases=${2:-100000000} fuzz=${3:-3600}
case $mode in
light | --full | --long) ;;
*) sed -n 's/^#   sh/usage: sh/p' tests/run.sh >&2; exit 2 ;;
esac
case $cases in
*[!0-9]* | '') echo "COUNT is \"$cases\", no number" >&2; exit 2 ;;
esac
case $fuzz in
*[!0-9]* | '') echo "SECONDS is \"$fuzz\", no number" >&2; exit 2 ;;
esac

light() {
    need_packages gcc libc6-dev meson ninja-build pkg-config libcmocka-dev ||
        exit 1
    set_up_build build -Dwerror=true || exit 1
    suite light build
}

# same_digest NAME OPTION...: builds no more than the digest, and compares it.
same_digest() {
    name=$1
    shift
    set_up_build "build/$name" "$@" -Dwerror=true &&
        ninja -C "build/$name" tests/num/digest &&
        "build/$name/tests/num/digest" tests/num/digest.txt
}

compilers() {
    if ! need_packages clang libclang-rt-14-dev; then
        lacks 'clang and the sanitizers' 'clang cannot be installed'
        return
    fi
    built clang CC=clang
    built gcc-O0 -Doptimization=0
    built gcc-O3 -Doptimization=3
    for level in 0 1 3; do
        check "digest, clang -O$level" same_digest "clang-O$level" CC=clang \
            -Doptimization=$level
    done
    check 'digest, gcc -O1' same_digest gcc-O1 -Doptimization=1
    check 'digest, gcc -march=native' same_digest native \
        -Dc_args=-march=native
    check 'sources without meson, clang' sh tests/abi/bare.sh clang
    built lto -Db_lto=true
    check 'as distributions build it' sh tests/full/hardened.sh
    check 'the same bytes wherever it is built' sh tests/full/reproducible.sh
    built one-file -Done_file=true
    built sanitizers CC=clang -Db_lundef=false \
        -Db_sanitize=address,undefined -Dc_args=-fno-sanitize-recover=undefined
    # What it adds to the code raises flags of its own.
    if set_up_build build/memory CC=clang -Db_lundef=false \
        -Db_sanitize=memory -Dwerror=true \
        "-Dc_args=-fsanitize-ignorelist=$PWD/tests/full/memory.txt"; then
        suite memory build/memory --no-suite interface \
            --no-suite environment --timeout-multiplier=10
    else
        fails 'memory: cannot be configured'
    fi
    check 'locales, modules, signals, threads' sh tests/full/environment.sh
}

# fuzz SECONDS: of each target; g++ for the C++ library of libFuzzer.
fuzz() {
    need_packages clang-19 libclang-rt-19-dev g++ &&
        check 'fuzz targets' sh tests/full/fuzz.sh "$1" ||
        lacks 'fuzz targets' 'clang-19 cannot be installed'
}

proof() {
    need_packages clang-19 llvm-19 libclang-rt-19-dev &&
        check 'lines, branches and conditions' sh tests/full/mcdc.sh ||
        lacks 'lines, branches and conditions' 'clang-19 cannot be installed'
    need_packages patch && check 'planted bugs' python3 tests/full/planted.py ||
        lacks 'planted bugs' 'patch cannot be installed'
    check mutants python3 tests/full/mutate.py -n 150
    need_packages g++ cmake && check consumers sh tests/full/consumers.sh ||
        lacks consumers 'g++ and cmake cannot be installed'
    need_packages abigail-tools && check interface sh tests/full/abi.sh ||
        lacks interface 'abigail-tools cannot be installed'
    need_packages python3-cffi python3-dev &&
        check 'binding by cffi' sh tests/full/bindings.sh cffi ||
        lacks 'binding by cffi' 'python3-cffi or python3-dev cannot be installed'
    need_packages bindgen &&
        { command -v rustc >/dev/null || need_packages rustc; } &&
        check 'binding by bindgen' sh tests/full/bindings.sh bindgen ||
        lacks 'binding by bindgen' 'bindgen or rustc cannot be installed'
    need_packages gfortran && check 'a model in Fortran' sh tests/full/fortran.sh ||
        lacks 'a model in Fortran' 'gfortran cannot be installed'
    { cargo_is_new || { need_packages cargo-web rustc-web rustfmt-web \
        rust-web-clippy && cargo_is_new; }; } &&
        check 'crates of Rust' sh tests/full/rust.sh ||
        lacks 'crates of Rust' 'no cargo of 1.90 or later'
    if ! git rev-parse -q --verify HEAD~1 >/dev/null 2>&1; then
        refuses 'users of the crate' 'the commit before is not here'
    elif cargo semver-checks --version >/dev/null 2>&1; then
        check 'users of the crate' sh tests/full/semver.sh
    else
        refuses 'users of the crate' \
            'cargo-semver-checks takes a quarter of an hour to install: --long'
    fi
    if python_is_new && need_packages python3-venv python3-dev &&
        need_python 'setuptools>=77' build mypy abi3audit pytest hypothesis \
            'numpy>=2' pandas matplotlib; then
        check 'package of Python' sh tests/full/python.sh
        check 'package of Python, sanitizers' sh tests/full/python.sh sanitizers
    else
        lacks 'package of Python' \
            'no Python of 3.11 or later, or its packages cannot be installed'
    fi
    lacking=
    is_allowed 'one digest for all doors' && lacking=--lacking
    check 'one digest for all doors' sh tests/full/doors.sh $lacking
    [ "$mode" = --long ] || fuzz 20
    need_packages doxygen && check doxygen sh tests/full/doxygen.sh ||
        lacks doxygen 'it cannot be installed'
    need_packages python3-mpmath && check vectors sh tests/full/vectors.sh ||
        lacks vectors 'mpmath cannot be installed'
}

# platform NAME PACKAGE...: builds and runs for another platform.
platform() {
    name=$1
    shift
    if need_packages "$@"; then
        built "$name" --cross-file "tests/cross/$name.ini" \
            -Ddefault_library=static
    else
        lacks "$name" "$* cannot be installed"
    fi
}

# bare NAME PACKAGE...: the sources without meson, for a platform whose
# processors all fuse operations.
bare() {
    name=$1
    shift
    if need_packages "$@"; then
        check "sources without meson, $name" sh tests/abi/bare.sh \
            "$name-linux-gnu-gcc" -- \
            "qemu-$name-static" -L "/usr/$name-linux-gnu"
    else
        lacks "sources without meson, $name" "$* cannot be installed"
    fi
}

platforms() {
    platform musl musl-tools
    platform i386 qemu-user-static gcc-i686-linux-gnu libc6-dev-i386-cross
    platform s390x qemu-user-static gcc-s390x-linux-gnu libc6-dev-s390x-cross
    # Processors that differ from those in nothing that the slow tests ask for.
    [ "$mode" = --long ] || leave_out=slow
    platform aarch64 qemu-user-static gcc-aarch64-linux-gnu \
        libc6-dev-arm64-cross
    platform armhf qemu-user-static gcc-arm-linux-gnueabihf \
        libc6-dev-armhf-cross
    platform riscv64 qemu-user-static gcc-riscv64-linux-gnu \
        libc6-dev-riscv64-cross
    platform ppc64le qemu-user-static gcc-powerpc64le-linux-gnu \
        libc6-dev-ppc64el-cross
    leave_out=
    bare aarch64 qemu-user-static gcc-aarch64-linux-gnu libc6-dev-arm64-cross
    bare s390x qemu-user-static gcc-s390x-linux-gnu libc6-dev-s390x-cross
    need_python ziglang &&
        { command -v node >/dev/null || need_packages nodejs; } &&
        check 'macOS and WebAssembly, by zig' sh tests/full/zig.sh ||
        lacks 'macOS and WebAssembly, by zig' 'zig or node cannot be installed'
    need_packages gcc-mingw-w64-x86-64 wine64 &&
        check 'mingw, under wine' sh tests/full/mingw.sh ||
        lacks mingw 'gcc-mingw-w64-x86-64 or wine64 cannot be installed'
}

# Of the light suites what is quick enough, and the digests: without AVX, with
# AVX but no FMA, with AVX2 but no AVX-512.
processors() {
    for cpu in Nehalem SandyBridge Haswell; do
        if need_packages qemu-user-static; then
            suite "x86-64 as $cpu" build --suite unit --no-suite slow \
                --timeout-multiplier=20 --wrap="qemu-x86_64-static -cpu $cpu"
        else
            lacks "x86-64 as $cpu" 'qemu-user-static cannot be installed'
        fi
    done
}

# Whole systems.
releases() {
    for release in bookworm trixie; do
        if [ "$(id -u)" -ne 0 ]; then
            refuses "a bare Debian, $release" 'a chroot needs root'
        elif need_packages debootstrap; then
            check "a bare Debian, $release" sh tests/full/debian.sh "$release"
        else
            lacks "a bare Debian, $release" 'debootstrap cannot be installed'
        fi
    done
}

python_is_new() {
    /usr/bin/python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))'
}

# Sanitizers see more in less time; it sees what is delivered.
under_valgrind() {
    if need_packages valgrind; then
        suite valgrind build --no-suite environment \
            --no-suite interface --timeout-multiplier=20 \
            --wrap='valgrind -q --error-exitcode=1'
        refuses 'environment under valgrind' 'it has neither flags nor flush-to-zero'
    else
        lacks valgrind 'it cannot be installed'
    fi
}

long() {
    under_valgrind
    check 'every function between guard pages, all choices crossed' \
        python3 tests/abi/guard.py build/lib/libdtgrowth.so.0 --long 100000
    fuzz "$fuzz"
    if cargo_is_new; then
        check 'users of the crate' sh tests/full/semver.sh --install
        check 'crates of Rust in a bare Debian' sh tests/full/debian.sh \
            bookworm rust
    else
        lacks 'crates of Rust, at length' 'no cargo of 1.90 or later'
    fi
    check 'all planted bugs' python3 tests/full/planted.py --all
    check '3000 mutants' python3 tests/full/mutate.py -n 3000 --slow
    if ! need_packages libmpfr-dev; then
        lacks 'random cases against MPFR' 'libmpfr-dev cannot be installed'
        return
    fi
    check 'build for the long run' set_up_build build/long -Dwerror=true
    check 'program for the long run' ninja -C build/long tests/num/check_mpfr
    check "$cases random cases against MPFR" \
        build/long/tests/num/check_mpfr "$cases"
}

check_allowed compilers proof platforms processors releases long || exit 2
light
if [ "$mode" != light ]; then
    compilers
    proof
    platforms
    processors
    releases
fi
[ "$mode" = --long ] && long

summary
