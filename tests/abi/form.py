# SPDX-License-Identifier: MIT
"""The comments of the public headers have one form, and name what is there.

Tags stand in one order, @param gives the direction of every parameter but the
error (of which base.h speaks) in the order of the declaration, texts of
neighbours start in one column, constants are explained, no line is longer than
80 columns.   usage: form.py HEADER...     from the project's root"""

import os
import re
import sys

ORDER = ['@code', '@param', '@retval|@return', '@par Accuracy', '@par Cost',
         '@par Source', '@see']
FUNCTION = re.compile(
    r'/\*\*((?:(?!\*/).)*)\*/\s*DTGROWTH_API\s+'
    r'(?:DTGROWTH_NODISCARD\s+)?[\w\s*]+?\b(\w+)\(([^)]*)\)', re.S)
texts = {path: open(path).read() for path in sys.argv[1:]}
whole = '\n'.join(texts.values())
code = re.sub(r'/\*.*?\*/', ' ', whole, flags=re.S)
failures = 0


def complain(where, text):
    global failures
    failures += 1
    print(f'{where}: {text}')


def directions(parameters):
    """Each parameter with the directions that it may have."""
    for parameter in parameters.split(','):
        words = parameter.split()
        name = words[-1].lstrip('*')
        if words != ['void']:
            written = '*' in parameter and (
                'const' not in parameter or 'dt_series_out' in parameter or
                'dt_series_panel_out' in parameter)
            yield name, ('out', 'in,out') if written else ('in',)


def check_parameters(name, comment, parameters):
    found = re.findall(r'^ \* @param\[([\w,]+)\] +(\w+) ', comment, re.M)
    expected = list(directions(parameters))
    if expected and expected[-1][0] == 'error' and 'error' not in dict(
            (n, d) for d, n in found):
        del expected[-1]
    if len(found) != len(re.findall('@param', comment)):
        complain(name, 'a @param without direction')
    if [n for _, n in found] != [n for n, _ in expected]:
        complain(name, f'explains {[n for _, n in found]}, and has '
                 f'{[n for n, _ in expected]}')
    for (direction, parameter), (_, possible) in zip(found, expected):
        if direction not in possible and (direction, name) != (
                'in', 'dt_series_from_out'):
            complain(name, f'{parameter} is no [{direction}]')


def check_columns(name, comment):
    for tag in (r'@param\[[\w,]+\] +\w+ +', r'@retval +\w+ +'):
        starts = {len(m) for m in re.findall(rf'^ \* {tag}', comment, re.M)}
        if len(starts) > 1:
            complain(name, f'texts of {tag[:6]} start in columns {starts}')


def check_order(name, comment):
    tags = re.findall(r'^ \* (@(?!endcode|p |ref ).*)', comment, re.M)
    places = [next((i for i, known in enumerate(ORDER)
                    if re.match(known, tag)), -1) for tag in tags]
    if -1 in places or places != sorted(places):
        complain(name, 'tags are unknown or in another order')


def check_stack(name, comment):
    """What a function needs stands in one form, where its cost is said."""
    if re.search(r'\bstack\b', comment, re.I) and not re.search(
            r'^ \* @par Cost\n(?: \* (?!@).*\n)* \* Stack: [1-9]\d? KB\.\n'
            r'(?! \* \w)', comment, re.M):
        complain(name, 'its stack is no last line "Stack: N KB." of @par Cost')


def check_names(path, text):
    for comment in re.findall(r'/\*.*?\*/', text, re.S):
        for name in re.findall(r'\b(dt_\w+)\(\)|\b(DT_\w+\b\*?)', comment):
            name = ''.join(name)
            if not re.search(rf'\b{name.rstrip("*")}' + (
                    '' if name.endswith('*') else r'\b'), code):
                complain(path, f'there is no {name}')
        for file in re.findall(r'tests/vectors/\w+\.txt', comment):
            if not os.path.exists(file):
                complain(path, f'there is no {file}')


functions = 0
for path, text in texts.items():
    for comment, name, parameters in FUNCTION.findall(text):
        functions += 1
        check_order(name, comment)
        check_columns(name, comment)
        check_stack(name, comment)
        check_parameters(name, comment, parameters)
    check_names(path, text)
    # Behind it on the line, or on lines of its own in front.
    for constant in re.findall(r'^    (DT_\w+) += [^,/\n]*,?\n', text, re.M):
        if not re.search(rf'^    /\*\*[^<](?:(?!\*/).)*\*/\n    {constant}\b',
                         text, re.M | re.S):
            complain(path, f'{constant} is not explained')
    for number, line in enumerate(text.split('\n'), 1):
        if len(line) > 80:
            complain(f'{path}:{number}', f'{len(line)} columns')
if functions != len(re.findall(r'^DTGROWTH_API', whole, re.M)):
    complain('headers', 'a function has no comment')
print(f'{functions} functions')
sys.exit(failures > 0)
