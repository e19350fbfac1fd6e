# SPDX-License-Identifier: MIT
"""Writes the library as two files for programs that carry it along: dtgrowth.c,
which any C11 compiler takes alone, and dtgrowth.h.

With DTGROWTH_PREFIX defined, as v1_, wherever the two are compiled, every name
that a linker sees begins with it, so that two versions can be in one program.

usage: one_file.py FOLDER
       one_file.py          into the archive that meson dist makes, with a
                            CMakeLists.txt"""

import glob
import os
import re
import subprocess
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '../..')
SPDX = '/* SPDX-License-Identifier: MIT */\n'
KERNELS = 'kernels/kernels.c'


def read(path):
    """A text without the line of its licence, of which one is enough."""
    with open(f'{ROOT}/{path}', encoding='utf-8') as file:
        return file.read().removeprefix(SPDX)


# Lowest first, as they are included and listed.
WINGS = re.findall(r'#include <dtgrowth/(\w+)\.h>',
                   read('include/dtgrowth/dt.h'))
FLOORS = re.findall(r"'(\w+)'", re.search(r"foreach floor : \[(.*?)\]",
                                         read('lib/meson.build'),
                                         re.S).group(1))
# What compilers are told of processors, for each set of kernels.
SETS = [[], *(re.findall(r"'-m(.*?)'", isa) for isa in re.findall(
    r"\[('-m.*?)\]", read('lib/kernels/meson.build'), re.S))]


def headers():
    """All public headers, without what they include of each other."""
    text = ''.join(read(f'include/dtgrowth/{wing}.h') for wing in WINGS)
    return re.sub(r'#include <dtgrowth/\w+\.h>\n', '', text)


def sources():
    return [os.path.relpath(path, ROOT) for floor in FLOORS
            for path in sorted(glob.glob(f'{ROOT}/lib/{floor}/*.c'))
            if not path.endswith(KERNELS)]


class Unit:
    """Sources in one text, each header of lib/ where it is first included;
    templates (*_lanes.h) as often as they are, as they make other names."""

    def __init__(self):
        self.seen, self.system = set(), set()

    def text(self, path):
        lines = []
        for line in read(path).splitlines(keepends=True):
            own = re.match(r'#include "(.*)"', line)
            system = re.match(r'#include <(.*)>', line)
            if own:
                name = own.group(1)
                if name.endswith('_lanes.h') or name not in self.seen:
                    self.seen.add(name)
                    lines.append(self.text('lib/' + name))
            elif system:
                self.system.add(system.group(1))
            else:
                lines.append(line)
        return ''.join(lines)

    def kernels(self, n):
        """One set of kernels, as a compiler makes them for its processors."""
        gcc = ','.join(SETS[n])
        clang = ','.join(x for x in SETS[n] if not x.startswith('prefer-'))
        before = ['#if defined(__clang__)']
        if clang:
            before.append(
                '#  pragma clang attribute push(__attribute__((target('
                f'"{clang}"))), apply_to = function)')
        before += ['#elif defined(__GNUC__)', '#  pragma GCC push_options']
        if gcc:
            before.append(f'#  pragma GCC target("{gcc}")')
        before += ['#  pragma GCC optimize("O3", "no-trapping-math", '
                   '"fp-contract=off")', '#endif',
                   '#undef DT__KERNEL_SET', f'#define DT__KERNEL_SET {n}']
        after = ['#if defined(__clang__)'] + (
            ['#  pragma clang attribute pop'] if clang else []) + [
            '#elif defined(__GNUC__)', '#  pragma GCC pop_options', '#endif']
        return '\n'.join([*before, self.text('lib/' + KERNELS), *after, ''])


def licence():
    return f'{SPDX}/*\n' + ''.join(
        f' * {line}'.rstrip() + '\n'
        for line in read('LICENSE').rstrip().split('\n')) + ' */\n'


def renamed(names):
    """Macros that put the prefix before names."""
    return ('#if defined(DTGROWTH_PREFIX)\n' + ''.join(
        f'#  define {name} DT__PREFIXED(DTGROWTH_PREFIX, {name})\n'
        for name in sorted(names)) + '#endif\n\n')


def header():
    text = headers()
    names = set(re.findall(r'^DTGROWTH_API[^;(]*?\b(dt_\w+)\(', text, re.M))
    system = sorted(set(re.findall(r'^#include <(.*)>$', text, re.M)))
    body = re.sub(r'^#include <.*>\n', '', text, flags=re.M)
    return f'''{licence()}#ifndef DTGROWTH_ONE_FILE_H
#define DTGROWTH_ONE_FILE_H

{''.join(f"#include <{name}>{chr(10)}" for name in system)}
/* It is part of what it is compiled into, and nothing of it is exported. */
#if !defined(DTGROWTH_STATIC) && !defined(DTGROWTH_BUILDING)
#  define DTGROWTH_STATIC
#endif

#if defined(DTGROWTH_PREFIX)
#  define DT__PREFIXED(prefix, name)  DT__PREFIXED_(prefix, name)
#  define DT__PREFIXED_(prefix, name) prefix##name
#endif
{renamed(names)}{body}
#endif
'''


def internals():
    """Names that sources share with each other."""
    found = set()
    for path in sources() + ['lib/' + KERNELS]:
        found |= set(re.findall(r'^(dt__\w+)\(', read(path), re.M))
    for path in glob.glob(f'{ROOT}/lib/*/*.h'):
        found |= set(re.findall(r'^extern .*?\b(dt__\w+)(?:\[\])?;$',
                                read(os.path.relpath(path, ROOT)), re.M))
    return found


def source():
    unit = Unit()
    body = ''.join(map(unit.text, sources()))
    kernels = unit.kernels(0)
    more = ''.join(unit.kernels(n) for n in range(1, len(SETS)))
    system = sorted(name for name in unit.system
                    if not name.startswith('dtgrowth/'))
    return f'''{licence()}#include "dtgrowth.h"

{''.join(f"#include <{name}>{chr(10)}" for name in system)}
#if defined(__GNUC__) && !defined(__clang__)
#  pragma GCC push_options
#endif
#if defined(__x86_64__) && defined(__GNUC__)
#  define DT__HAVE_X86_KERNELS
#endif
{renamed(internals())}{body}{kernels}
#if defined(DT__HAVE_X86_KERNELS)
{more}#endif
#if defined(__GNUC__) && !defined(__clang__)
#  pragma GCC pop_options
#endif
'''


def level(folder):
    """Everything as old as the last commit, and readable by all: so that the
    archive does not tell who made it when."""
    said = subprocess.run(['git', '-C', ROOT, 'log', '-1', '--format=%ct'],
                          capture_output=True, text=True, check=True)
    for parent, _, names in os.walk(folder, topdown=False):
        for path in [*(f'{parent}/{name}' for name in names), parent]:
            is_run = os.stat(path).st_mode & 0o100
            os.chmod(path, 0o755 if is_run else 0o644)
            os.utime(path, (int(said.stdout), int(said.stdout)))


def main():
    files = {'dtgrowth.h': header(), 'dtgrowth.c': source()}
    if len(sys.argv) > 1:
        folder = sys.argv[1]
    else:
        folder = os.environ['MESON_DIST_ROOT']
        files['CMakeLists.txt'] = read('lib/tools/CMakeLists.txt')
    for name, text in files.items():
        with open(f'{folder}/{name}', 'w', encoding='utf-8') as file:
            file.write(text)
    if len(sys.argv) == 1:
        level(folder)


if __name__ == '__main__':
    main()
