# SPDX-License-Identifier: MIT
# Shared by tests/run.sh and examples/run.sh; sourced, from the project's root.

# need_packages PACKAGE...: installs the Debian packages that are missing, or
# says in one line what to install.
need_packages() {
    missing=
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null |
            grep -q 'ok installed' || missing="$missing $package"
    done
    [ -z "$missing" ] && return 0
    as_root=
    if [ "$(id -u)" -ne 0 ]; then
        if sudo -n true 2>/dev/null; then
            as_root='sudo -n'
        else
            echo "please install:$missing" >&2
            return 1
        fi
    fi
    echo "installing:$missing"
    for try in 1 2; do
        { $as_root apt-get update -qq &&
          $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
              --no-install-recommends $missing; } >/dev/null 2>&1 && return 0
    done
    echo "please install:$missing" >&2
    return 1
}

# need_python PACKAGE...: installs them into build/python.
need_python() {
    [ -x build/python/bin/pip ] ||
        { need_packages python3-venv &&
          /usr/bin/python3 -m venv build/python; } || return 1
    build/python/bin/pip install -q "$@" >/dev/null 2>&1
}

# cargo that packages crates which depend on each other.
cargo_is_new() {
    cargo --version 2>/dev/null |
        awk '{ split($2, part, "."); exit !(part[1] > 1 || part[2] >= 90) }'
}

# set_up_build FOLDER [CC=COMPILER] OPTION...: configures a build folder once.
set_up_build() {
    folder=$1
    shift
    [ -f "$folder/build.ninja" ] && return 0
    compiler=
    case ${1:-} in CC=*) compiler=$1; shift ;; esac
    mkdir -p "$folder" || return 1
    env $compiler meson setup "$folder" "$@" >"$folder/setup.log" 2>&1 && return
    tail -n 20 "$folder/setup.log"
    rm -f "$folder/build.ninja"
    return 1
}
