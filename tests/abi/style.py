# SPDX-License-Identifier: MIT
"""The numbers of CONTRIBUTING.md: columns, lines of functions and of files,
subjects of commits; the one test of a status; no hidden return where the
caller's control word would be lost.   usage: style.py [FOLDER]"""

import glob
import os
import re
import shutil
import subprocess
import sys

from source import functions, plain

COLUMNS, FUNCTION, FILE, SUBJECT = 80, 40, 300, 60
FIRST_COMMIT = '65e227d'    # The rule for subjects is younger than this one.
os.chdir(sys.argv[1] if len(sys.argv) > 1 else
         os.path.dirname(os.path.abspath(__file__)) + '/../..')
faults = 0


def fault(where, what):
    global faults
    faults += 1
    print(f'{where}: {what}')


def check_functions(path, text):
    for f in functions(text):
        where = f'{path}:{f.first}'
        if f.last - f.first + 1 > FUNCTION:
            fault(where, f'{f.name} has {f.last - f.first + 1} lines')
        if not re.search(r'^\w+\(', f.head, re.M):
            fault(where, f'{f.name} does not start its line')
        inside = re.search(r'\bdt__enter\(.*\bdt__leave\(', f.body, re.S)
        if inside and 'DT__TRY(' in inside.group():
            fault(where, f'{f.name}: DT__TRY before dt__leave()')


def check_statuses(path, text):
    """A status is negative or it is not."""
    for found in re.finditer(r'[!=]=\s*DT_E_OK\b|\bDT_E_OK\s*[!=]=|'
                             r'status\s*(?:[!=>]=|>|<=)\s*0\b|'
                             r'if \(!?status\)', text):
        fault(f'{path}:{text.count(chr(10), 0, found.start()) + 1}',
              f'"{found.group()}", not "< 0"')


def check_file(path):
    text = open(path, encoding='utf-8').read()
    for n, line in enumerate(text.split('\n'), 1):
        if len(line) > COLUMNS:
            fault(f'{path}:{n}', f'{len(line)} columns')
    check_functions(path, plain(text))
    if path.startswith('lib/'):
        check_statuses(path, plain(text))
        lines = text.count('\n') - ('SPDX-' in text[:80])
        if lines > FILE:
            fault(f'{path}:{FILE + 1}', f'{lines} lines')


def git(*arguments):
    return subprocess.run(['git', *arguments], capture_output=True, text=True)


def check_commits():
    """Where the history is there, which an archive or a short clone lacks."""
    if not shutil.which('git'):
        return
    if git('cat-file', '-e', FIRST_COMMIT).returncode != 0:
        return
    log = git('log', '--no-merges', '--format=%h%x00%s%x00%b%x01',
              FIRST_COMMIT + '..HEAD').stdout
    for commit in log.split('\1\n')[:-1]:
        name, subject, body = commit.split('\0')
        if len(subject) > SUBJECT:
            fault(name, f'a subject of {len(subject)} characters')
        if not body.strip():
            fault(name, 'no body')


files = [path for pattern in ('include/**/*.h', 'lib/**/*.[ch]',
                              'tests/**/*.[ch]', 'examples/c/*.[ch]',
                              'examples/python/core/*.[ch]')
         for path in sorted(glob.glob(pattern, recursive=True))]
for path in files:
    check_file(path)
check_commits()
print(f'{len(files)} files' if not faults else f'{faults} faults')
sys.exit(faults > 0 or not files)
