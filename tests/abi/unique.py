# SPDX-License-Identifier: MIT
"""No two files of lib/ define one name, so that all sources compile as one:
functions, tags, enumerators, macros, types and variables of file scope; and no
file uses a name that is another's macro. What a source keeps to itself begins
with the first words of its name, so that a name says where it is: rolling_sum
or rolling_growth_sum in rolling_growth.c.   usage: unique.py [FOLDER]"""

import glob
import os
import re
import sys

from source import functions, plain

os.chdir((sys.argv[1] if len(sys.argv) > 1 else
          os.path.dirname(os.path.abspath(__file__)) + '/../..') + '/lib')


def without_braces(text):
    """The text with @ for each pair of braces and what is inside."""
    while (less := re.sub(r'\{[^{}]*\}', '@', text)) != text:
        text = less
    return text


def names_of_file(text):
    """Each name that a plain text defines outside of functions, and as what."""
    for f in functions(text):
        shared = f.name.startswith('dt_') and 'static' not in f.head
        yield f.name, 'function' if shared else 'static function'
        text = text.replace(f.head + '\n{\n' + f.body + '}', '')
    # What a file takes back stands for nothing behind it.
    gone = set(re.findall(r'^\s*#\s*undef\s+(\w+)', text, re.M))
    for name in re.findall(r'^\s*#\s*define\s+(\w+)', text, re.M):
        if name not in gone:
            yield name, 'macro'
    text = re.sub(r'^\s*#(?:.*\\\n)*.*', '', text, flags=re.M)
    for name in re.findall(r'^DT__DEFINE_HAS_ROW\((\w+)', text, re.M):
        yield name, 'static function'
    for kind, name in re.findall(r'\b(struct|union|enum)\s+(\w+)\s*\{', text):
        yield f'{kind} {name}', 'tag'
    for inside in re.findall(r'\benum\b\s*\w*\s*\{([^}]*)\}', text):
        for name in re.findall(r'(?:^|,)\s*(\w+)', inside):
            yield name, 'enumerator'
    text = re.sub(r'__attribute__\s*\(\(.*\)\)', '', without_braces(text))
    for declaration in re.findall(r'^(?:static|typedef)\b[^;]*;', text, re.M):
        if declaration.startswith('typedef'):
            found = re.search(r'\(\*\s*(\w+)|(\w+)\s*(?:\[.*\]|\((?!\*).*\))?\s*;',
                              declaration, re.S)
            name = found.group(1) or found.group(2)
            if name != 'DT__ISA':   # Of a template: a name for each set.
                yield name, 'type'
        elif re.match(r'[^=]*\(', declaration) is None:
            for part in re.sub(r'=[^,;]*', '', declaration[:-1]).split(','):
                yield re.search(r'(\w+)\s*(?:\[.*)?\s*$', part,
                                re.S).group(1), 'variable'


texts = {path: plain(open(path, encoding='utf-8').read())
         for path in sorted(glob.glob('*/*.[ch]'))}
users = {}      # Name: files and what it is there.
for path, text in texts.items():
    for name, kind in names_of_file(text):
        users.setdefault(name, {}).setdefault(path, kind)
words = {path: set(re.findall(r'\w+', text)) for path, text in texts.items()}
for name, places in users.items():
    path, kind = next(iter(places.items()))
    if len(places) == 1 and kind == 'macro' and path.endswith('.c'):
        places.update((other, 'word') for other in texts
                      if other != path and name in words[other])

in_headers = set().union(*(words[path] for path in texts
                           if path.endswith('.h')))
foreign = []    # What a header names is known by that.
for name, places in users.items():
    word = name.split()[-1]
    for path, kind in places.items():
        first = re.split(r'[_.]', os.path.basename(path))[0]
        if path.endswith('.c') and kind not in ('function', 'word') and not (
                word == first or word.lower().startswith(first + '_') or
                (word.lower().startswith('dt__') and word in in_headers)):
            foreign.append(f'{name}: {kind} of lib/{path}, and not {first}_*')

shared = {name: places for name, places in users.items() if len(places) > 1}
for name, places in sorted(shared.items()):
    print(f'{name}: ' + ', '.join(f'{kind} of lib/{path}'
                                  for path, kind in places.items()))
for line in foreign:
    print(line)
print(f'{len(users)} names' if not shared and not foreign else
      f'{len(shared)} names of {len(users)} occur in several files, '
      f'{len(foreign)} under another name than their file\'s')
sys.exit(bool(shared or foreign) or not users)
