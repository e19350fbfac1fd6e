# SPDX-License-Identifier: MIT
"""A binding made of api.json alone: it loads the library, compares sizes and
words, and calls every function once.

usage: binding.py LIBRARY.so"""

import ctypes
import os
import sys

from interface import VALUES, api, call

library = ctypes.CDLL(os.path.abspath(sys.argv[1]))
PLAIN = {'double': ctypes.c_double, 'int32_t': ctypes.c_int32,
         'uint32_t': ctypes.c_uint32, 'int64_t': ctypes.c_int64,
         'uint64_t': ctypes.c_uint64, 'uint8_t': ctypes.c_uint8,
         'char': ctypes.c_char, 'void': None}
structs = {}
faults = []


def type_of(words):
    """The type of a member or parameter that is no array."""
    if '*' in words:
        return ctypes.c_char_p if words == 'const char *' else ctypes.c_void_p
    words = words.replace('const ', '')
    return structs[words[7:]] if words.startswith('struct ') else PLAIN[words]


for struct in api['structs']:
    fields = []
    for member in struct['members']:
        kind = type_of(member['type'])
        fields.append((member['name'], kind * member['count']
                       if 'count' in member else kind))
    made = type(struct['name'], (ctypes.Structure,), {'_fields_': fields})
    structs[struct['name']] = made
    if ctypes.sizeof(made) != struct['size']:
        faults.append(f'struct {struct["name"]} has {ctypes.sizeof(made)} bytes')
    for member in struct['members']:
        if getattr(made, member['name']).offset != member['offset']:
            faults.append(f'{struct["name"]}.{member["name"]} is elsewhere')


def function(entry):
    found = getattr(library, entry['name'])
    found.restype = type_of(entry['returns'])
    found.argtypes = [type_of(p['type']) for p in entry['parameters']]
    return found


functions = {f['name']: function(f) for f in api['functions']}
for e in api['enumerations']:
    for c in e['constants']:
        value = ctypes.c_int32(77)
        status = functions['dt_enum_value'](
            e['name'].encode(), c['word'].encode(), ctypes.addressof(value),
            None)
        if status != 0 or value.value != c['value']:
            faults.append(f'{c["name"]} is {value.value}')

numbers = (ctypes.c_double * len(VALUES))(*VALUES)
view = structs['dt_series'](values=ctypes.addressof(numbers),
                            length=len(VALUES), stride=1)
for entry in api['functions']:
    arguments, expected = call(entry, ctypes.addressof(view))
    result = functions[entry['name']](*arguments)
    if expected is not None and result != expected:
        faults.append(f'{entry["name"]}() gives {result}, not {expected}')

if __name__ == '__main__':      # And not where another check takes it up.
    print('\n'.join(faults) if faults else f'{len(functions)} functions')
    sys.exit(bool(faults))
