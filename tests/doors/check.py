# SPDX-License-Identifier: MIT
"""Whether the calls of all doors are worth their digest: every function is
called, and succeeds, with each kind that it takes; so do four calls of five.
And whether the manual says the digest.

usage: check.py DOOR CALLS       DOOR is door.c, compiled"""

import collections
import re
import subprocess
import sys

from calls import LEFT_OUT, in_scenes, scenes
from draw import functions, values_of

LEAST = 0.8
# They refuse the kinds of growth of which no level follows.
OF_LEVELS = ('dt_growth_levels', 'dt_growth_cumulative')
WITHOUT_LEVELS = (3, 5, 6)
door, calls = sys.argv[1:3]


def lacking(name, succeed):
    """Kinds that no call of a function succeeds with, as texts."""
    seen = {(place, kind) for scene, good in zip(scenes(name), succeed)
            if good for place, kind in scene.kinds.items()}
    for p in functions[name]['parameters']:
        if p['type'] != 'int32_t' or p.get('enumeration') in (
                None, 'dt_series_freq'):
            continue
        for kind in values_of[p['enumeration']]:
            without = name.startswith(OF_LEVELS) and kind in WITHOUT_LEVELS
            if ((p['name'], kind) in seen) == without:
                yield (f'{name}, {p["name"]} {kind}: '
                       f'{"succeeds" if without else "no call succeeds"}')


said = subprocess.run([door, calls, '--each'], capture_output=True, text=True,
                      check=True).stdout.splitlines()
statuses = collections.defaultdict(list)
for line in said:
    name, status, _ = line.split()
    statuses[name].append(int(status) >= 0)
total = sum(map(len, statuses.values()))
good = sum(map(sum, statuses.values()))
faults = [f'no line calls {name}'
          for name in set(functions) - set(statuses) - set(LEFT_OUT)]
faults += [f'{name} is called, or is no function: no need to leave it out'
           for name in LEFT_OUT if name in statuses or name not in functions]
faults += [f'no call of {name} succeeds'
           for name, succeed in statuses.items() if not any(succeed)]
for name in in_scenes():
    faults += lacking(name, statuses[name])
if good < LEAST * total:
    faults.append(f'{good} of {total} calls succeed')
with open('tests/doors/digest.txt', encoding='ascii') as file:
    digest = file.read().strip()
with open('docs/doors.md', encoding='utf-8') as file:
    manual = file.read()
if set(re.findall(r'\b[0-9a-f]{16}\b', manual)) != {digest}:
    faults.append(f'docs/doors.md says another digest than {digest}')
figures = f'{len(statuses)} functions, {total} calls, {good * 100 // total}'
if f'{len(statuses)} functions' not in manual:
    faults.append(f'docs/doors.md does not say {len(statuses)} functions')
print('\n'.join(faults) if faults else f'{figures} % of them succeed')
sys.exit(bool(faults))
