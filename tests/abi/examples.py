# SPDX-License-Identifier: MIT
"""Compiles and runs the examples of the headers, guides and README, and
compares what they print with what is said there.

Every exported function has an example in its header, which prints, and says
what in the comment behind the line. The ```c blocks of a guide are one program,
those that start with "static" standing outside of main(); its ```text blocks
are what it prints. A text below a block of another language, which another test
runs, is none of them.

usage: examples.py LIBRARY      from the project's root
"""

import glob
import os
import re
import subprocess
import sys
import tempfile

INCLUDES = ''.join(f'#include <{h}>\n' for h in (
    'inttypes.h', 'math.h', 'stdio.h', 'stdlib.h', 'string.h', 'dtgrowth/dt.h'))
LIBRARY = sys.argv[1]
failures = 0


def complain(where, text):
    global failures
    failures += 1
    print(f'{where}: {text}')


def run(where, program):
    """The lines that a program prints."""
    with tempfile.TemporaryDirectory() as folder:
        source, binary = folder + '/e.c', folder + '/e'
        open(source, 'w').write(program)
        built = subprocess.run(
            [os.environ.get('CC', 'cc'), '-std=c99', '-Wall', '-Wextra',
             '-Wpedantic', '-Werror', '-D_GNU_SOURCE', '-Iinclude', source,
             LIBRARY, '-o', binary], capture_output=True, text=True)
        if built.returncode != 0:
            complain(where, built.stderr)
            return None
        return subprocess.run([binary], capture_output=True, text=True,
                              timeout=60).stdout.splitlines()


def compare(where, code, lines):
    """A comment behind a line that prints may say more, or end in dots."""
    said = re.findall(r'^ *(?:puts|printf)\b.*?;\s*//\s*([^\n]*)', code,
                      re.M | re.S)
    if not lines or len(said) != len(lines):
        complain(where, f'prints {lines}, not {said}')
    for comment, line in zip(said, lines):
        if not (comment.startswith(line) or
                line.startswith(comment.rstrip(' .'))):
            complain(where, f'prints "{line}", not "{comment}"')


def header(path):
    """Each example is a function of one program. Every function that is
    exported has one that calls it."""
    text = open(path).read()
    codes = []
    missing = set(re.findall(r'^DTGROWTH_API[^(]*?(\w+)\(', text, re.M))
    for comment, name in re.findall(
            r'/\*\*((?:(?!\*/).)*)\*/(?:\s*DTGROWTH_API[^(]*?(\w+)\()?', text,
            re.S):
        for code in re.findall(r'@code\n(.*?)@endcode', comment, re.S):
            code = re.sub(r'^ \* ?', '', code, flags=re.M)
            plain = re.sub(r'//[^\n]*', '', code)
            codes.append((f'{path}, {name}', code, plain))
            if re.search(rf'\b{name}\(', plain):
                missing.discard(name)
    for name in sorted(missing):
        complain(path, f'{name} has no example that calls it')
    program = INCLUDES + ''.join(
        f'static void\nexample_{n}(void)\n{{\n#line 1 "{where}"\n{plain}}}\n'
        for n, (where, _, plain) in enumerate(codes))
    calls = ''.join(f'example_{n}();\nputs("--");\n'
                    for n in range(len(codes)))
    lines = run(path, f'{program}int main(void)\n{{\n{calls}return 0;\n}}\n')
    if lines is not None:
        for where, code, _ in codes:
            end = lines.index('--')
            compare(where, code, lines[:end])
            lines = lines[end + 1:]
    return len(codes)


def guide(path):
    text = open(path).read()
    blocks = re.findall(r'```c\n(.*?)```', text, re.S)
    inside = r'(?:(?!```).)*'
    ours = re.sub(rf'```(?:python|rust)\n{inside}```\s*```text\n{inside}```',
                  '', text, flags=re.S)
    expected = ''.join(re.findall(r'```text\n(.*?)```', ours,
                                  re.S)).splitlines()
    if not blocks:
        return 0
    if blocks[0].startswith('#include'):
        program = blocks[0]
    else:
        outside = [b for b in blocks if re.match(r'static [^=;]*\n\w+\(', b)]
        inside = [b for b in blocks if b not in outside]
        program = (INCLUDES + ''.join(outside) + 'int main(void)\n{\n' +
                   ''.join(inside) + 'return 0;\n}\n')
    lines = run(path, program)
    if lines is not None and lines != expected:
        complain(path, 'prints\n' + '\n'.join(lines))
    return len(blocks)


count = sum(map(header, sorted(glob.glob('include/dtgrowth/*.h'))))
count += sum(map(guide, sorted(glob.glob('docs/*.md')) + ['README.md']))
if count < 40:
    complain('examples', f'only {count} found')
print(f'{count} examples')
sys.exit(failures > 0)
