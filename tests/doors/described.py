# SPDX-License-Identifier: MIT
"""What of a door follows from api.json: functions to call, structs to read and
to add to a digest."""

from calls import LEFT_OUT
from draw import api, structs

FUNCTIONS = [f for f in api['functions'] if f['name'] not in LEFT_OUT]
# An error has no token, and a sum is one of those that are kept.
STRUCTS = [s for s in api['structs']
           if s['name'] not in ('dt_error', 'dt_series_sum')]
SPARE = ('reserved', 'spare')
# What a result may be: structs of which a door needs no other part.
READ = {'dt_series', 'dt_series_unit', 'dt_series_out', 'dt_series_panel',
        'dt_series_panel_out', 'dt_compare_figure', *(
            s['name'] for s in STRUCTS if s['name'].endswith('_options'))}


def target(words):
    """What a pointer points to, without const and struct."""
    return words.replace('const ', '').replace('struct ', '').rstrip(' *')


def written():
    """Structs that a function writes, and what is inside of them."""
    found = {'dt_series_summary'}
    for f in FUNCTIONS:
        for p in f['parameters']:
            tag = pointed(f, p)
            if tag in structs and 'out' in p['direction'] and (
                    not p['type'].startswith('const')):
                found.add(tag)
    for _ in range(3):
        found |= {target(m['type']) for tag in found
                  for m in structs[tag]['members']
                  if target(m['type']) in structs}
    return [s for s in STRUCTS if s['name'] in found]


def pointed(function, p):
    """A function that begins options says by its name which."""
    return (function['name'].removesuffix('_init') if p['type'] == 'void *'
            else target(p['type']))
