# SPDX-License-Identifier: MIT
"""Writes the kinds of the safe crate of Rust, dtgrowth, made of api.json and of
the comments in the headers; and looks whether the crate reaches every function
and every member.

usage: rust_safe.py [--check]   writes them, or complains where they are not up
                                to date, or where a function or a member is not
                                reached
"""

import glob
import json
import os
import re
import sys

from rust import ROOT

CRATE = ROOT + '/examples/rust/dtgrowth/src'
PATH = CRATE + '/kinds.rs'
# Where a tag without its module says too little, or two would be the same.
NAMES = {
    'dt_status_class': 'Class', 'dt_series_freq': 'Frequency',
    'dt_series_flag': 'ViewFlag', 'dt_series_status': 'ObservationStatus',
    'dt_series_option': 'SeriesFlag', 'dt_series_splice': 'SpliceKind',
    'dt_series_rolling': 'RollingKind', 'dt_growth_kind': 'GrowthKind',
    'dt_growth_lag': 'LagRule', 'dt_growth_base': 'BaseRule',
    'dt_growth_option': 'GrowthFlag', 'dt_growth_convert': 'ConvertKind',
    'dt_growth_average': 'AverageKind', 'dt_growth_trend': 'TrendKind',
    'dt_compare_option': 'CompareFlag', 'dt_compare_kind': 'CompareKind',
    'dt_compare_text': 'TextFlags',
}
WORDS = {'DT_SERIES_YEAR_AGO_364': 'DAYS_364'}
BYTES = ('dt_series_why', 'dt_series_status')   # Stored as uint8_t.
# What Rust has another way for.
NOT_NEEDED = {
    'dt_series_from_out': 'Output::series() and PanelOutput::series()',
}
# Members that say nothing in this release, are no one's to say, or what the
# call has returned.
NO_MEMBERS = {
    'code',
    'reserved', 'spare', 'opaque', 'struct_size', 'status', 'status_stride',
    'share_lower', 'share_upper', 'power', 'graded', 'slips',
}


def plain(comment):
    """A comment as a line of documentation."""
    text = re.sub(r'^[ \t]*\*+<? ?', ' ', comment, flags=re.M).strip('*< \n')
    text = re.sub(r'[#@](?:ref |p |c )?(?=\w)', '', ' '.join(text.split()))
    return re.sub(r'([\[\]<>])', r'\\\1', text)


def comments(tag, text):
    """The comment of an enumeration, and of each constant: behind, or before."""
    head, body = re.search(
        r'/\*\*((?:(?!\*/).)*)\*/\s*enum ' + tag + r' \{(.*?)^\};', text,
        re.M | re.S).groups()
    found = {}
    for before, name, behind in re.findall(
            r'(?:/\*\*(?!<)((?:(?!\*/).)*)\*/\s*)?\b(\w+)\s*=\s*-?\d+,?'
            r'(?:\s*/\*\*<((?:(?!\*/).)*)\*/)?', body, re.S):
        found[name] = plain(before or behind)
    return plain(re.split(r'\n \*\n', head)[0]), found


def wrapped(indent, text):
    line = indent + '///'
    for word in text.split():
        if len(line) + 1 + len(word) > 80:
            yield line
            line = indent + '///'
        line += ' ' + word
    yield line


def type_name(tag):
    short = tag.split('_', 2)[-1]
    return NAMES.get(tag) or ''.join(w.capitalize() for w in short.split('_'))


def enumerations(api):
    for entry in api['enumerations']:
        tag, prefix = entry['name'], entry['prefix']
        with open(f'{ROOT}/include/dtgrowth/{entry["header"]}.h',
                  encoding='utf-8') as file:
            head, each = comments(tag, file.read())
        yield ''
        yield 'kind! {'
        yield from wrapped('    ', head)
        size = 'u8' if tag in BYTES else 'i32'
        yield f'    {type_name(tag)}: {size} = c"{tag}" {{'
        for c in entry['constants']:
            word = WORDS.get(c['name'], c['name'][len(prefix):])
            yield from wrapped('        ', each[c['name']])
            yield f'        {word} = {c["name"]},'
        yield '    }'
        yield '}'


def constants(api):
    for n in api['numbers']:
        name = n['name'].removeprefix('DT_').removeprefix('SERIES_')
        yield f'\n/// `{n["name"]}` of the headers.'
        yield f'pub const {name}: i64 = dtgrowth_sys::{n["name"]};'


def kinds(api):
    names = [type_name(e['name']) for e in api['enumerations']]
    if len(set(names)) < len(names):
        sys.exit('two enumerations have one name: see NAMES')
    return '\n'.join(['// SPDX-License-Identifier: MIT',
                      '// Made of api.json by lib/tools/rust_safe.py.',
                      'use crate::kind::kind;', *enumerations(api),
                      *constants(api)]) + '\n'


def not_reached(api):
    """Functions and members that no code of the crate names."""
    code = ''
    for path in glob.glob(CRATE + '/**/*.rs', recursive=True):
        with open(path, encoding='utf-8') as file:
            code += re.sub(r'//[^\n]*', '', file.read())
    found = set(re.findall(r'\bdt_\w+', code))
    for name in NOT_NEEDED:
        if name in found:
            sys.exit(f'{name} is reached: it needs no entry in NOT_NEEDED')
    members = {m['name'] for s in api['structs'] for m in s['members']}
    if NO_MEMBERS - members:
        sys.exit(f'{NO_MEMBERS - members}: no such member')
    named = set(re.findall(r'(?:\.|\b)(\w+)\b(?=\s*[:,.\[;)=?]|\s)', code))
    return [f['name'] for f in api['functions']
            if f['name'] not in found and f['name'] not in NOT_NEEDED] + [
                f'{s["name"]}.{m["name"]}' for s in api['structs']
                for m in s['members'] if m['name'] not in named | NO_MEMBERS]


def main():
    with open(ROOT + '/include/dtgrowth/api.json', encoding='utf-8') as file:
        api = json.load(file)
    text = kinds(api)
    if sys.argv[1:] == ['--check']:
        with open(PATH, encoding='utf-8') as file:
            if file.read() != text:
                sys.exit('lib/tools/rust_safe.py has not been run')
        missing = not_reached(api)
        if missing:
            sys.exit('not reached by the crate: ' + ', '.join(missing))
        print(f'{len(api["functions"])} functions, {len(NOT_NEEDED)} of them '
              f'otherwise, {len(api["enumerations"])} kinds')
    else:
        with open(PATH, 'w', encoding='utf-8') as file:
            file.write(text)


if __name__ == '__main__':
    main()
