# SPDX-License-Identifier: MIT
"""The public interface as api.json has it, and one call of each function, for
the bindings that are made of it."""

import json
import os

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '../..')
with open(ROOT + '/include/dtgrowth/api.json', encoding='utf-8') as file:
    api = json.load(file)

# What a view is made of, which a function looks at instead of a status.
VALUES = [4.5, 6.25]
statuses = {c['name']: c['value'] for e in api['enumerations']
            if e['name'] == 'dt_status' for c in e['constants']}


def call(entry, view):
    """The arguments of a call, and what it must give, or None. Numbers are 1
    and pointers null, None here: what may not be is refused, and nothing else
    is done. A view has the two values."""
    parameters = entry['parameters']
    if not entry['status'] and parameters and \
            parameters[0]['type'] == 'const struct dt_series *':
        return ([view] + [1] * (len(parameters) - 1),
                VALUES[1] if entry['returns'] == 'double' else 0)
    arguments = [None if 'nullable' in p else 1 for p in parameters]
    refused = any('nullable' in p and not p['nullable'] for p in parameters)
    return arguments, (statuses['DT_E_NULL'] if entry['status'] and refused
                       else None)
