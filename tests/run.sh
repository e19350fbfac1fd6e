#!/bin/sh
# Sets up what is missing, builds, and runs the tests.
#   sh tests/run.sh                  light: two minutes at most
#   sh tests/run.sh --full           and every heavier check
#   sh tests/run.sh --long [COUNT]   and COUNT random cases of each function
#                                    against MPFR, 100 million unless told
#   sh tests/run.sh --long COUNT SECONDS   and so many seconds of each fuzz
#                                    target, an hour unless told
set -u
cd "$(dirname "$0")/.." || exit 1
. tests/setup.sh
. tests/count.sh

mode=${1:-light} cases=${2:-100000000} fuzz=${3:-3600}
case $mode in
light | --full | --long) ;;
*) echo "usage: sh tests/run.sh [--full | --long [COUNT [SECONDS]]]" >&2; exit 2 ;;
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
        skip 'clang and the sanitizers' 'clang cannot be installed'
        return
    fi
    built clang CC=clang
    for level in 0 1 3; do
        built "gcc-O$level" -Doptimization=$level
        check "digest, clang -O$level" same_digest "clang-O$level" CC=clang \
            -Doptimization=$level
    done
    check 'sources without meson, clang' sh tests/abi/bare.sh clang
    built native -Dc_args=-march=native
    built lto -Db_lto=true
    built one-file -Done_file=true
    built sanitizers CC=clang -Db_lundef=false \
        -Db_sanitize=address,undefined -Dc_args=-fno-sanitize-recover=undefined
    built memory CC=clang -Db_lundef=false -Db_sanitize=memory
    check 'locales, modules, signals, threads' sh tests/full/environment.sh
}

# fuzz SECONDS: of each target; g++ for the C++ library of libFuzzer.
fuzz() {
    need_packages clang-19 libclang-rt-19-dev g++ &&
        check 'fuzz targets' sh tests/full/fuzz.sh "$1" ||
        skip 'fuzz targets' 'clang-19 cannot be installed'
}

proof() {
    if need_packages valgrind; then
        suite valgrind build --no-suite environment \
            --no-suite interface --timeout-multiplier=20 \
            --wrap='valgrind -q --error-exitcode=1'
        skip 'environment under valgrind' 'it has neither flags nor flush-to-zero'
    else
        skip valgrind 'it cannot be installed'
    fi
    need_packages gcovr && check coverage bash tests/full/coverage.sh ||
        skip coverage 'gcovr cannot be installed'
    need_packages clang-19 llvm-19 libclang-rt-19-dev &&
        check 'lines, branches and conditions' sh tests/full/mcdc.sh ||
        skip 'lines, branches and conditions' 'clang-19 cannot be installed'
    need_packages patch && check 'planted bugs' python3 tests/full/planted.py ||
        skip 'planted bugs' 'patch cannot be installed'
    check mutants python3 tests/full/mutate.py
    need_packages g++ cmake && check consumers sh tests/full/consumers.sh ||
        skip consumers 'g++ and cmake cannot be installed'
    need_packages abigail-tools && check interface sh tests/full/abi.sh ||
        skip interface 'abigail-tools cannot be installed'
    need_packages python3-cffi python3-dev &&
        check 'binding by cffi' sh tests/full/bindings.sh cffi ||
        skip 'binding by cffi' 'python3-cffi or python3-dev cannot be installed'
    need_packages bindgen &&
        { command -v rustc >/dev/null || need_packages rustc; } &&
        check 'binding by bindgen' sh tests/full/bindings.sh bindgen ||
        skip 'binding by bindgen' 'bindgen or rustc cannot be installed'
    need_packages gfortran && check 'a model in Fortran' sh tests/full/fortran.sh ||
        skip 'a model in Fortran' 'gfortran cannot be installed'
    { cargo_is_new || { need_packages cargo-web rustc-web rustfmt-web \
        rust-web-clippy && cargo_is_new; }; } &&
        check 'crates of Rust' sh tests/full/rust.sh ||
        skip 'crates of Rust' 'no cargo of 1.90 or later'
    if ! git rev-parse -q --verify HEAD~1 >/dev/null 2>&1; then
        skip 'users of the crate' 'the commit before is not here'
    elif cargo semver-checks --version >/dev/null 2>&1; then
        check 'users of the crate' sh tests/full/semver.sh
    else
        skip 'users of the crate' 'cargo-semver-checks is not installed: --long'
    fi
    if python_is_new && need_packages python3-venv python3-dev &&
        need_python 'setuptools>=77' build mypy abi3audit pytest hypothesis \
            'numpy>=2' pandas matplotlib; then
        check 'package of Python' sh tests/full/python.sh
        check 'package of Python, sanitizers' sh tests/full/python.sh sanitizers
    else
        skip 'package of Python' \
            'no Python of 3.11 or later, or its packages cannot be installed'
    fi
    check 'one digest for all doors' sh tests/full/doors.sh
    [ "$mode" = --long ] || fuzz 20
    need_packages doxygen && check doxygen sh tests/full/doxygen.sh ||
        skip doxygen 'it cannot be installed'
    need_packages python3-mpmath && check vectors sh tests/full/vectors.sh ||
        skip vectors 'mpmath cannot be installed'
}

# platform NAME PACKAGE...: builds and runs for another platform.
platform() {
    name=$1
    shift
    if need_packages "$@"; then
        built "$name" --cross-file "tests/cross/$name.ini" \
            -Ddefault_library=static
    else
        skip "$name" "$* cannot be installed"
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
        skip "sources without meson, $name" "$* cannot be installed"
    fi
}

platforms() {
    platform musl musl-tools
    platform i386 qemu-user-static gcc-i686-linux-gnu libc6-dev-i386-cross
    platform aarch64 qemu-user-static gcc-aarch64-linux-gnu \
        libc6-dev-arm64-cross
    platform armhf qemu-user-static gcc-arm-linux-gnueabihf \
        libc6-dev-armhf-cross
    platform riscv64 qemu-user-static gcc-riscv64-linux-gnu \
        libc6-dev-riscv64-cross
    platform ppc64le qemu-user-static gcc-powerpc64le-linux-gnu \
        libc6-dev-ppc64el-cross
    platform s390x qemu-user-static gcc-s390x-linux-gnu libc6-dev-s390x-cross
    bare aarch64 qemu-user-static gcc-aarch64-linux-gnu libc6-dev-arm64-cross
    bare s390x qemu-user-static gcc-s390x-linux-gnu libc6-dev-s390x-cross
    need_python ziglang &&
        { command -v node >/dev/null || need_packages nodejs; } &&
        check 'macOS and WebAssembly, by zig' sh tests/full/zig.sh ||
        skip 'macOS and WebAssembly, by zig' 'zig or node cannot be installed'
    need_packages gcc-mingw-w64-x86-64 wine64 &&
        check 'mingw, under wine' sh tests/full/mingw.sh ||
        skip mingw 'gcc-mingw-w64-x86-64 or wine64 cannot be installed'
}

# Whole systems.
releases() {
    need=
    [ "$(id -u)" -eq 0 ] || need='it needs root'
    [ -n "$need" ] || need_packages debootstrap ||
        need='debootstrap cannot be installed'
    for release in bookworm trixie; do
        if [ -n "$need" ]; then
            skip "a bare Debian, $release" "$need"
        else
            check "a bare Debian, $release" sh tests/full/debian.sh "$release"
        fi
    done
}

python_is_new() {
    /usr/bin/python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))'
}

long() {
    check 'every function between guard pages, all choices crossed' \
        python3 tests/abi/guard.py build/lib/libdtgrowth.so.0 --long 100000
    fuzz "$fuzz"
    if cargo_is_new; then
        check 'users of the crate' sh tests/full/semver.sh --install
        check 'crates of Rust in a bare Debian' sh tests/full/debian.sh \
            bookworm rust
    else
        skip 'crates of Rust, at length' 'no cargo of 1.90 or later'
    fi
    check 'all planted bugs' python3 tests/full/planted.py --all
    check '3000 mutants' python3 tests/full/mutate.py -n 3000 --slow
    if ! need_packages libmpfr-dev; then
        skip 'random cases against MPFR' 'libmpfr-dev cannot be installed'
        return
    fi
    check 'build for the long run' set_up_build build/long -Dwerror=true
    check 'program for the long run' ninja -C build/long tests/num/check_mpfr
    check "$cases random cases against MPFR" \
        build/long/tests/num/check_mpfr "$cases"
}

light
if [ "$mode" != light ]; then
    compilers
    proof
    platforms
    releases
fi
[ "$mode" = --long ] && long

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
