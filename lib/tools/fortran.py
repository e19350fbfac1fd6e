# SPDX-License-Identifier: MIT
"""Writes the interface as a module of Fortran 2008, made of api.json: constants,
types and functions of their C names. Pointers are type(c_ptr), by value; types
begin as the macros *_INIT make them.

usage: fortran.py >dtgrowth.f90"""

import json
import os

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '../..')
KINDS = {'double': 'real(c_double)', 'int32_t': 'integer(c_int32_t)',
         'uint32_t': 'integer(c_int32_t)', 'int64_t': 'integer(c_int64_t)',
         'uint64_t': 'integer(c_int64_t)', 'uint8_t': 'integer(c_int8_t)',
         'char': 'character(c_char)'}


def kind(words):
    """Of a member or parameter; what a pointer points to is not said."""
    if '*' in words:
        return 'type(c_ptr)'
    words = words.replace('const ', '')
    return (f'type({words[7:]})' if words.startswith('struct ')
            else KINDS[words])


def wrapped(text):
    """A statement in lines of up to 100 characters."""
    lines = ['']
    for word in text.split(' '):
        if len(lines[-1]) + len(word) > 98:
            lines[-1] += ' &'
            lines.append('       ')
        lines[-1] += (' ' if lines[-1].strip() else '') + word
    return '\n'.join(lines)


def constants(api):
    for enumeration in api['enumerations']:
        yield f'    ! enum {enumeration["name"]}'
        for c in enumeration['constants']:
            yield (f'    integer(c_int32_t), parameter :: {c["name"]} = '
                   f'{c["value"]}')
    for n in api['numbers']:
        # The least number is no literal.
        value = ('-huge(0_c_int64_t) - 1' if n['value'] == -2**63 else
                 f'{n["value"]}_c_int64_t')
        yield (f'    integer(c_int64_t), parameter :: {n["name"]} = '
               f'{value}')


def default(struct, member):
    """What a member begins with; a type in a type has its own."""
    made = kind(member['type'])
    if member['name'] == 'struct_size':
        return f' = {struct["size"]}'
    if member['name'] == 'decimals' and struct['name'] == 'dt_series_unit':
        return ' = int(DT_SERIES_DECIMALS_UNSTATED, c_int32_t)'
    if made.startswith('type(dt_'):
        return ''
    return {'type(c_ptr)': ' = c_null_ptr', KINDS['char']: ' = c_null_char',
            KINDS['double']: ' = 0.0_c_double'}.get(made, ' = 0')


def types(api):
    for struct in api['structs']:
        yield f'    type, bind(c) :: {struct["name"]}'
        for member in struct['members']:
            count = f'({member["count"]})' if 'count' in member else ''
            yield (f'        {kind(member["type"])} :: {member["name"]}{count}'
                   f'{default(struct, member)}')
        yield f'    end type {struct["name"]}'


def functions(api):
    for entry in api['functions']:
        names = [p['name'] for p in entry['parameters']]
        word = 'subroutine' if entry['returns'] == 'void' else 'function'
        result = '' if word == 'subroutine' else ' result(returned)'
        yield wrapped(f'        {word} {entry["name"]}({", ".join(names)}) '
                      f'bind(c){result}')
        yield '            import'
        for p in entry['parameters']:
            yield f'            {kind(p["type"])}, value :: {p["name"]}'
        if result:
            yield f'            {kind(entry["returns"])} :: returned'
        yield f'        end {word} {entry["name"]}'


def main():
    with open(ROOT + '/include/dtgrowth/api.json', encoding='utf-8') as file:
        api = json.load(file)
    lines = ['! SPDX-License-Identifier: MIT',
             '! Made of api.json by lib/tools/fortran.py.', 'module dtgrowth',
             '    use, intrinsic :: iso_c_binding', '    implicit none',
             *constants(api), *types(api), '    interface', *functions(api),
             '    end interface', 'end module dtgrowth']
    print('\n'.join(lines))


if __name__ == '__main__':
    main()
