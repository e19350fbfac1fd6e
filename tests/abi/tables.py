"""A kind is a row of one table: its constant stands in the code of lib once,
in that row. And no quantity has a loop over elements of its own."""

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
FLOORS = ('series/', 'growth/', 'compare/')

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
        for name in re.findall(r'(\w+)\s*(?:=[^,]*)?(?:,|$)',
                               inside.group(1) if inside else ''):
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

print('\n'.join(faults) if faults else f'{len(constants)} constants')
sys.exit(bool(faults))
