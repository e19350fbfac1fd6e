# SPDX-License-Identifier: MIT
"""The order of the sources: a floor uses only the floors under it, and names a
file by its folder; no file of a circle calls into the next, a header declares
what the source of its name defines, no two sources share a name, and none uses
libm, the locale, errno or the heap.   usage: layers.py [FOLDER]"""

import glob
import os
import re
import sys

from source import functions, plain

FLOORS = ['base', 'exact', 'num', 'kernels', 'fraction', 'calendar', 'units',
          'figures', 'series', 'growth', 'compare']
os.chdir((sys.argv[1] if len(sys.argv) > 1 else
          os.path.dirname(os.path.abspath(__file__)) + '/../..') + '/lib')
faults = 0


def fault(where, what):
    global faults
    faults += 1
    print(f'{where}: {what}')


def unit(path):
    """A source and its header are one."""
    return path[:-2]


def check_includes(path, text):
    floor = FLOORS.index(path.split('/')[0])
    for n, line in enumerate(text.split('\n'), 1):
        name = re.match(r'\s*#\s*include [<"]([^">]+)(.)', line)
        if not name:
            continue
        other = name.group(1).split('/')[0]
        if name.group(2) == '"' and (other not in FLOORS or
                                     '..' in name.group(1)):
            fault(f'lib/{path}:{n}', f'{name.group(1)} is no folder and file')
        if other in FLOORS and FLOORS.index(other) > floor:
            fault(f'lib/{path}:{n}', f'uses {other}, which is above it')
        if re.match(r'(math|stdlib|locale|errno|fenv)\.h$', name.group(1)):
            fault(f'lib/{path}:{n}', f'{name.group(1)}, which we do without')


def declared(text):
    """The functions of which a header has no body, with their lines."""
    for f in functions(text):
        text = text.replace(f.body, re.sub(r'[^\n]', ' ', f.body))
    text = re.sub(r'^typedef\b[^;]*;',
                  lambda found: re.sub(r'[^\n]', ' ', found.group()), text,
                  flags=re.M)
    for found in re.finditer(r'\b(dt_\w+)\([^;{}]*\)\s*;', text):
        yield found.group(1), text.count('\n', 0, found.start()) + 1


def check_headers(texts, home):
    for path, text in texts.items():
        if not path.endswith('.h') or path.endswith('_lanes.h'):
            continue
        for name, line in declared(text):
            if unit(home.get(name, 'none.c')) != unit(path):
                fault(f'lib/{path}:{line}',
                      f'{name} is defined in {home.get(name, "no source")}')


def check_names(texts):
    seen = {}
    for path in texts:
        name = os.path.basename(path)
        if path.endswith('.c') and seen.setdefault(name, path) != path:
            fault(f'lib/{path}', f'has the name of lib/{seen[name]}')


def calls(texts, home):
    """Which units a unit's functions call, with a name for each."""
    uses = {}
    for path, text in texts.items():
        mine = uses.setdefault(unit(path), {})
        # What a header declares is no call.
        text = text if path.endswith('.c') else ''.join(
            f.body for f in functions(text))
        # An enumeration may have the name of the function that takes it.
        text = re.sub(r'\benum dt_\w+|^DT__DEFINE_HAS_ROW\([^)]*\)', '', text,
                      flags=re.M)
        for name in re.findall(r'\bdt_\w+', text):
            if name in home and unit(home[name]) != unit(path):
                mine.setdefault(unit(home[name]), name)
    return uses


def includes(raw):
    return {path: {name: 'it' for name in re.findall(
                       r'^\s*#\s*include "([^"]+)"', text, re.M) if name in raw}
            for path, text in raw.items() if path.endswith('.h')}


def circle_through(start, uses):
    """A shortest one, or nothing."""
    before, queue = {start: None}, [start]
    for here in queue:
        for other in uses.get(here, ()):
            if other == start:
                circle = [here]
                while before[circle[0]] is not None:
                    circle.insert(0, before[circle[0]])
                return circle
            if other not in before:
                before[other] = here
                queue.append(other)
    return []


def check_circles(uses):
    told = set()
    for start in uses:
        circle = circle_through(start, uses)
        if circle and frozenset(circle) not in told:
            told.add(frozenset(circle))
            fault(f'lib/{start}', 'a circle: ' + ', '.join(
                f'{a} uses {uses[a][b]} of {b}'
                for a, b in zip(circle, circle[1:] + circle[:1])))


raw = {path: open(path, encoding='utf-8').read() for floor in FLOORS
       for path in sorted(glob.glob(floor + '/*.[ch]'))}
texts = {path: plain(text) for path, text in raw.items()}
home = {f.name: path for path, text in texts.items() for f in functions(text)
        if f.name.startswith('dt_') and 'static' not in f.head}
for path, text in raw.items():
    check_includes(path, text)
check_headers(texts, home)
check_names(texts)
check_circles(calls(texts, home))
check_circles(includes(raw))
print(f'{len(texts)} files' if not faults else f'{faults} faults')
sys.exit(faults > 0 or not texts)
