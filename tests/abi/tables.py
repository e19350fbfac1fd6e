# SPDX-License-Identifier: MIT
"""A kind is a row of one table: its constant stands in the code of lib once,
in that row. What the floors number among themselves has its rows in one file,
and only that file tells the numbers apart, by no switch but that of
base/table.h and those whose cases are such rows. And no quantity has a loop
over elements of its own.   usage: tables.py [FOLDER]"""

import glob
import os
import re
import sys

from source import functions, plain

os.chdir(os.path.join(sys.argv[1] if len(sys.argv) > 1 else
                      os.path.join(os.path.dirname(__file__), '../..'), 'lib'))

# What walks along elements, and lets everything else do without.
WALKS = {'series/block.c', 'series/blocks.c', 'series/fold.c',
         'series/output.c', 'series/panel.c', 'series/view.c',
         'series/window.c'}
# Enumerations of answers and facts, which the code that finds them names: the
# compiler asks for a row of each constant, but it may stand elsewhere, too.
NAMED = {'dt_compare_quality', 'dt_compare_rounding', 'dt_compare_verdict',
         'dt_series_transformation', 'dt_series_unit_kind', 'dt_series_why',
         'dt_status'}
# Enumerations of lib: where their rows are. Kernels are rows of a macro.
INSIDE = {'dt__walk_id': 'growth/walk.c'}
KERNELS = 'kernels/kernels.h'
# A day's arithmetic is shorter than a call through a table: the rows of these
# are the cases of each switch of their file, which has no default.
CASES = {'dt__measure': 'calendar/period_days.c'}
# What says that there is none needs no row, and anyone may ask for it.
NONE = {'DT__WALK_NONE', 'DT__KERNEL_NONE'}
# Families of frequencies are those of the enumeration of this constant that
# are whole hundreds; their anchors are columns.
FAMILIES, FREQUENCIES = 'calendar/frequency.c', 'DT_SERIES_FREQ_UNDATED'
FLOORS = ('series/', 'growth/', 'compare/')


def enumerators(body):
    """Each constant of the braces of an enumeration, with what it is set to."""
    return re.findall(r'(\w+)\s*(?:=\s*([^,]*?)\s*)?(?:,|$)', body)


def lines_of(pattern, text):
    """Each match, with its line."""
    for found in re.finditer(pattern, text):
        yield found.group(), text.count('\n', 0, found.start()) + 1


texts = {path: plain(open(path, encoding='utf-8').read())
         for path in sorted(glob.glob('*/*.[ch]'))}
constants = {}      # Of enumerations with a table: where their rows are.
headers = ' '.join(plain(open(path, encoding='utf-8').read())
                   for path in glob.glob('../include/dtgrowth/*.h'))
for path, text in texts.items():
    for tag in re.findall(r'^DT__DEFINE_HAS_ROW\(\w+,\s*(\w+)', text, re.M):
        if tag in NAMED:
            continue
        inside = re.search(r'\benum %s\s*\{([^}]*)\}' % tag, headers)
        for name, _ in enumerators(inside.group(1) if inside else ''):
            constants[name] = path

faults = []
uses = {name: [] for name in constants}
for path, text in texts.items():
    for line, words in enumerate(text.split('\n'), 1):
        for name in re.findall(r'\w+', words):
            if name in uses:
                uses[name].append((path, line))
for name, places in uses.items():
    for path, line in places:
        if path[:-2] != constants[name][:-2] or len(places) > 1:
            faults.append(f'lib/{path}:{line}: {name} stands outside of its '
                          f'one row in {constants[name]}')
    if not places:
        faults.append(f'lib/{constants[name]}: {name} has no row')

inside = {}         # Of enumerations of lib: the same, without the counts.
cases = {}          # Of a file with such switches: what each has.
for tag, path in [*INSIDE.items(), *CASES.items()]:
    found = re.search(r'\benum %s\s*\{([^}]*)\}' % tag,
                      ' '.join(texts.values()))
    if not found and path in texts:
        faults.append(f'lib/{path}: there is no enum {tag}')
    names = [name for name, _ in enumerators(found.group(1) if found else '')
             if name not in NONE and not name.endswith('S_COUNT')]
    if tag in CASES:
        cases[path] = sorted(names)
    else:
        inside.update(dict.fromkeys(names, path))
for name, path in inside.items():
    rows = re.findall(r'(?:\[|\bROW\()\s*%s\b' % name, texts.get(path, ''))
    if len(rows) != 1:
        faults.append(f'lib/{path}: {name} has {len(rows)} rows')
inside.update(dict.fromkeys(re.findall(
    r'\bROW\(\s*(DT__KERNEL_\w+)', texts.get(KERNELS, '')), KERNELS))

COMPARES = r'(?:[!=<>]=|(?<!<)<(?!<)|(?<![->])>(?!>))'
told_apart = re.compile(r'%s\s*DT__(?:WALK|KERNEL)_\w+|'
                        r'\bDT__(?:WALK|KERNEL)_\w+\s*%s' %
                        (COMPARES, COMPARES))
for path, text in texts.items():
    for words, line in lines_of(r'\bswitch\b[^}]*', text):
        labels = re.findall(r'\bcase\s+(\w+)|\b(default)\b', words)
        if path != 'base/table.h' and not (
                path in cases and
                sorted(''.join(label) for label in labels) == cases[path]):
            faults.append(f'lib/{path}:{line}: a switch whose cases are not '
                          'the rows of a table')
    for words, line in lines_of(told_apart, text):
        name = re.search(r'DT__\w+', words).group()
        if inside.get(name, path) != path:
            faults.append(f'lib/{path}:{line}: {name} is told apart outside of '
                          f'{inside[name]}')

for body in re.findall(r'\benum\b\s*\w*\s*\{([^}]*)\}', headers):
    numbers = dict(enumerators(body))
    if FREQUENCIES in numbers and FAMILIES in texts:
        for name, number in numbers.items():
            whole = not number.isdigit() or int(number) % 100 == 0
            if whole and not re.search(r'[{([]\s*%s\s*[],]' % name,
                                       texts[FAMILIES]):
                faults.append(f'lib/{FAMILIES}: {name} has no row')

for path, text in texts.items():
    if path in WALKS or not path.startswith(FLOORS):
        continue
    for function in functions(text):
        for found in re.finditer(r'\b(?:for|while) \([^{;]*;?[^{;]*length',
                                 function.body):
            line = function.first + 2 + function.body.count(
                '\n', 0, found.start())
            faults.append(f'lib/{path}:{line}: {function.name} has a loop over '
                          'elements of its own')

print('\n'.join(faults) if faults else
      f'{len(constants) + len(inside)} constants')
sys.exit(bool(faults))
