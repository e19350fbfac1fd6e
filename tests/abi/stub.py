# SPDX-License-Identifier: MIT
"""Writes a C source that defines every public function as api.json has it, and
does nothing: what a library is made of that has the interface and no code, so
that its debug information has all public types and none beside them.

usage: stub.py >STUB.c"""

from interface import api

print('#include <dtgrowth/dt.h>')
for entry in api['functions']:
    parameters = ', '.join(
        p['type'] + ('' if p['type'].endswith('*') else ' ') + p['name']
        for p in entry['parameters']) or 'void'
    result = '' if entry['returns'] == 'void' else 'return 0; '
    # In brackets, as some are macros too.
    print(f'{entry["returns"]} ({entry["name"]})({parameters}) {{ {result}}}')
