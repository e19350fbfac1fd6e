# SPDX-License-Identifier: MIT
"""The largest stack of each public function, from what gcc says of its frames
and calls; libc apart. A call through a pointer counts as the largest function
of the pointer's type of which the address is taken. The header says what is above
1 KB, rounded up: "Stack: N KB.", N at most 12. gcc 12 with -O2 for x86-64 is the
measure; others may need 2 KB more.

usage: stack.py BUILD [-v]      a build folder of meson; -v shows all functions
"""

import concurrent.futures
import glob
import json
import os
import platform
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

from interface import api
from source import functions, plain

KB, MOST, MEASURE, MORE = 1024, 12, 12, 2
ROOT = os.path.dirname(os.path.abspath(__file__)) + '/../..'
BUILD = os.path.abspath(sys.argv[1])
os.chdir(ROOT)
if not shutil.which('gcc'):
    print('gcc alone writes graphs of calls')
    sys.exit(77)        # Skipped.


def compile_one(command, folder, n):
    """The call graph of one source, compiled as in the build."""
    words = [word for word in shlex.split(command['command'])
             if re.match(r'-(D|I|O|f(?!diagnostics|color)|m|std)', word)]
    subprocess.run(
        ['gcc', *words, '-fcallgraph-info=su', '-c', command['file'], '-o',
         f'{folder}/{n}.o'], cwd=command['directory'], check=True)
    return open(f'{folder}/{n}.ci', encoding='utf-8').read()


def graphs():
    commands = [c for c in json.load(open(BUILD + '/compile_commands.json'))
                if re.match(r'lib/(libdtgrowth\.so|\w+/libdtgrowth-kernels)',
                            c['output'])]
    with tempfile.TemporaryDirectory() as folder, \
            concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        yield from pool.map(compile_one, commands, [folder] * len(commands),
                            range(len(commands)))


def short(title):
    """A function's name without its file and what gcc adds to it."""
    return title.split(':')[-1].split('.')[0]


def types(parameters):
    """The types of a list of parameters, without names and qualifiers."""
    kinds = []
    for part in parameters.split(','):
        part = re.sub(r'\b(restrict|struct|enum)\b', ' ', part)
        if '*' not in part and '[' not in part:
            part = re.sub(r'\bconst\b', ' ', part)
        part = re.sub(r'\[[^\]]*\]', '*', part)
        stars = part.count('*')
        words = re.findall(r'\w+', part)
        named = len(words) > 1 and words[-1] not in ('int', 'long', 'char')
        kinds.append(' '.join(words[:-1] if named else words) + stars * '*')
    return ', '.join(kinds)


texts = {path: plain(open(path, encoding='utf-8').read())
         for path in glob.glob('lib/*/*.[ch]')}
everything = '\n'.join(texts.values())
defined, by_macro = {}, set()   # A function: its types; those of DT__ISA(f)().
for text in texts.values():
    for f in functions(text):
        found = re.search(f.name + r'(\)?)\((.*)\)', f.head, re.S)
        defined[f.name] = types(found.group(2))
        if found.group(1):
            by_macro.add(f.name)
taken = {name for name in re.findall(r'\b\w+\b(?!\s*\()', everything)
         if name in defined}
pointers = {}               # Name of a pointer: the types of its parameters.
for name, parameters in re.findall(r'\(\*\s*(\w+)\)\(([^()]*)\)', everything):
    pointers.setdefault(name, set()).add(types(parameters))
for kind, parameters in re.findall(r'^typedef \w+ (\w+)\(([^()]*)\);',
                                   everything, re.M):
    for name in re.findall(r'\b%s \*(\w+)' % kind, everything):
        pointers.setdefault(name, set()).add(types(parameters))


def through_pointer(where):
    """The functions that a call at FILE:LINE:COLUMN may reach."""
    path, line, column = where.rsplit(':', 2)
    lines = open(os.path.join(BUILD, path), encoding='utf-8').readlines()
    rest = ''.join(lines[int(line) - 1:int(line) + 2])[int(column) - 1:]
    # The place may be that of a call around it, of what was put in line.
    for name in re.findall(r'\b(\w+)\)?(?:\[[^\]]*\])?\(', rest.split(';')[0]):
        if name in pointers:
            return {other for other in taken
                    if defined[other] in pointers[name]}
    return taken


version = int(subprocess.check_output(['gcc', '-dumpversion']).split(b'.')[0])
exact = (version == MEASURE and platform.machine() == 'x86_64' and
         '-O2' in open(BUILD + '/compile_commands.json').read())
if version < 10:
    print('not checked: gcc is older than 10')
    sys.exit(0)
size, called = {}, {}       # Of each function of the objects.
for graph in graphs():
    for title, label in re.findall(r'^node: \{ title: "([^"]*)" label: '
                                   r'"([^"]*)"', graph, re.M):
        found = re.search(r'(\d+) bytes \((.*)\)', label)
        if found:
            size[title] = max(size.get(title, 0), int(found.group(1)))
            if found.group(2) == 'dynamic':
                sys.exit(f'{title}: a frame of any size')
    for caller, callee, where in re.findall(
            r'^edge: \{ sourcename: "([^"]*)" targetname: "([^"]*)" '
            r'label: "([^"]*)"', graph, re.M):
        called.setdefault(caller, set()).update(
            {callee} if callee != '__indirect_call' else
            {'*' + name for name in through_pointer(where)})
for title in size:          # What gcc split off a function is called by it.
    if '.part.' in title:
        for other in size:
            if other.split(':')[-1] == short(title):
                called.setdefault(other, set()).add(title)
by_name = {}
for title in size:
    for name in {short(title)} | {made for made in by_macro
                                  if made in short(title)}:
        by_name.setdefault('*' + name, set()).add(title)
deepest = {}                # A function: its stack, and what it calls there.


def depth(title, above=()):
    if title in above:
        sys.exit('recursion: ' + ', '.join(above + (title,)))
    if title not in deepest:
        ways = [(0, None)]
        for callee in called.get(title, ()):
            ways += [(depth(other, above + (title,)), other)
                     for other in by_name.get(callee, {callee})]
        most = max(ways, key=lambda way: way[0])
        deepest[title] = size.get(title, 0) + most[0], most[1]
    return deepest[title][0]


def chain(title):
    words = []
    while title is not None:
        words.append(f'{short(title)} {size.get(title, 0)}')
        title = deepest[title][1]
    return ', '.join(words)


def fault(name):
    """What is wrong with what the header says, or None."""
    needed = max(1, -(-depth(name) // KB))
    if stated[name] > MOST or needed > stated[name] + (0 if exact else MORE):
        return f'needs {needed} KB, and says {stated[name]}'
    if exact and needed < stated[name]:
        return f'needs no more than {needed} KB, and says {stated[name]}'
    return None


stated = {f['name']: f.get('stack', 1) for f in api['functions']}
lost = set(stated) - set(size)
public = sorted(set(stated) & set(size), key=depth, reverse=True)
faults = {name: fault(name) for name in public if fault(name)}
for name in public if '-v' in sys.argv else faults:
    print(f'{name} {faults.get(name, "is right")}: {depth(name)} bytes: '
          f'{chain(name)}')
for name in lost:
    print(f'{name} is not found')
print(f'{len(faults)} functions need another stack than they say' if faults
      else f'{len(public)} functions need up to {depth(public[0])} bytes')
sys.exit(bool(faults or lost))
