#!/bin/sh
# SPDX-License-Identifier: MIT
# The package for Python, examples/python, with the packages that need_python
# put into build/python.
#   python.sh             it is installed as its README says, its types agree
#                         with what it is, its tests pass with numpy 2 and 1.26;
#                         a wheel is made of its archive, and holds no symbol
#                         but its own
#   python.sh sanitizers  its tests with the module and the library sanitized
set -eu
cd "$(dirname "$0")/../.."
root=$PWD tools=$PWD/build/python/bin dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
python3 lib/tools/python.py --check >/dev/null
mkdir "$dir/examples"
cp -r examples/python "$dir/examples"
ln -s "$root/lib" "$root/include" "$root/LICENSE" "$dir"
package=$dir/examples/python
rm -rf "$package/build" "$package/vendor" "$package"/src/*.egg-info
export DTGROWTH_ROOT="$root" DTGROWTH_LIBRARY="$dir/libdtgrowth.so"
export PYTHONDONTWRITEBYTECODE=1 PIP_DISABLE_PIP_VERSION_CHECK=1

# quiet COMMAND...: shows what it says only where it fails.
quiet() {
    "$@" >"$dir/log" 2>&1 || { tail -n 60 "$dir/log" >&2; exit 1; }
}

# tests PYTHON FOLDER OPTION...: the number of tests that pass. None is skipped
# where the sources are around them.
tests() {
    python=$1 folder=$2
    shift 2
    (cd "$dir" && quiet "$python" -m pytest -q -rs -p no:cacheprovider \
        --tb=short "$@" "$folder")
    if [ -n "${DTGROWTH_ROOT:-}" ] && grep ' skipped' "$dir/log" >&2; then
        grep '^SKIPPED' "$dir/log" >&2
        exit 1
    fi
    awk '/ passed/ { print $1 }' "$dir/log"
}

python3 lib/tools/one_file.py "$dir" >/dev/null
quiet cc -std=c11 -O2 -shared -fPIC -ffp-contract=off -DDTGROWTH_BUILDING \
    "$dir/dtgrowth.c" -o "$DTGROWTH_LIBRARY"

if [ "${1:-}" = sanitizers ]; then
    python3 lib/tools/python.py "$dir"
    cp -r "$package/src/dtgrowth" "$dir/dtgrowth"
    quiet cc -std=c11 -O1 -g -ffp-contract=off -fvisibility=hidden -Wall \
        -Wextra -Werror -fsanitize=address,undefined \
        -fno-sanitize-recover=undefined -DDTGROWTH_STATIC \
        -DPy_LIMITED_API=0x030b0000 -shared -fPIC \
        "-I$("$tools/python" -c \
            'import sysconfig; print(sysconfig.get_paths()["include"])')" \
        "-I$package/core" "-I$dir" "$package"/core/*.c "$dir/interface.c" \
        "$dir/dtgrowth.c" -o "$dir/dtgrowth/c.abi3.so"
    # Leaks are looked for by tests/test_memory.py, as Python itself has some.
    export EXAMPLES=20 PYTHONPATH="$dir" PYTHONMALLOC=malloc \
        ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1
    export LD_PRELOAD="$(cc -print-file-name=libasan.so):$(
        cc -print-file-name=libubsan.so)"
    echo "$(tests "$tools/python" "$package/tests" \
        -k 'not leaks and not subinterpreters') tests"
    exit
fi

"$tools/python" -m venv "$dir/venv"
quiet "$dir/venv/bin/pip" install "$package"
echo "$("$tools/python" -c \
    'import sysconfig; print(sysconfig.get_paths()["purelib"])')" \
    >"$("$dir/venv/bin/python" -c \
        'import sysconfig; print(sysconfig.get_paths()["purelib"])')/tools.pth"
said="numpy $("$dir/venv/bin/python" -c 'import numpy
print(numpy.__version__)'): $(tests "$dir/venv/bin/python" "$package/tests")"
(cd "$package" &&
    quiet "$tools/mypy" --python-executable "$dir/venv/bin/python" &&
    quiet "$tools/mypy" --strict --python-executable "$dir/venv/bin/python" \
        tests/user_examples.py)
(cd "$dir" && quiet "$dir/venv/bin/python" -m mypy.stubtest dtgrowth \
    --ignore-disjoint-bases --allowlist "$package/tests/stubtest.txt")

# The archive is unpacked where nothing of these sources is around it.
quiet "$tools/python" -m build --outdir "$dir/dist" "$package"
tar -xzf "$dir"/dist/*.tar.gz -C "$dir"
quiet "$tools/abi3audit" --strict "$dir"/dist/*.whl
quiet "$tools/pip" install --target "$dir/old" --no-deps "$dir"/dist/*.whl
module=$dir/old/dtgrowth/c.abi3.so
[ "$(nm -D --defined-only "$module" | awk '{ print $3 }')" = PyInit_c ] ||
    { nm -D --defined-only "$module"; exit 1; }
ldd "$module" | grep -vE 'linux-vdso|libc\.|ld-linux|statically|ld-musl' &&
    exit 1
quiet "$tools/pip" install --target "$dir/old" --no-deps 'numpy==1.26.*'
# The pandas beside numpy 2 does not load with this one.
echo 'raise ModuleNotFoundError("pandas", name="pandas")' >"$dir/old/pandas.py"
unset DTGROWTH_ROOT
said="$said, 1.26: $(EXAMPLES=20 PYTHONPATH=$dir/old tests "$tools/python" \
    "$(echo "$dir"/dtgrowth-*/tests)")"
echo "$said tests; $(stat -c %s "$dir"/dist/*.whl) bytes of wheel"
