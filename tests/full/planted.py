#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Plants the bugs of tests/planted in a copy of the sources, one after the
other: the test that a patch names has to fail, and passes without it. A patch
that no longer applies, or does not compile, is a failure.

usage: planted.py [--all | -n COUNT] [--seed SEED] [NAME...]

The seed that chooses is the time of the last commit, unless one is given, so
that a commit tries the same ones again."""

import argparse
import glob
import json
import os
import random
import re
import shutil
import subprocess
import sys

ROOT = os.path.abspath(os.path.dirname(os.path.abspath(__file__)) + '/../..')
PLACE = f'{ROOT}/build/planted'
TREE, BUILD = f'{PLACE}/tree', f'{PLACE}/build'
PARTS = ('include', 'lib', 'tests', 'docs', 'examples', 'meson.build',
         'meson_options.txt', 'LICENSE', 'README.md', 'CHANGELOG.md')
LEAST = 80      # Bugs in all: none is lost unseen.


def run(command, **more):
    return subprocess.run(command, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True, **more)


def required(command, **more):
    done = run(command, **more)
    if done.returncode:
        sys.exit(f'{" ".join(command)} fails:\n{done.stdout[-2000:]}')
    return done.stdout


class Bug:
    def __init__(self, path):
        self.name = os.path.basename(path)[:-len('.patch')]
        self.patch = path
        text = open(path, encoding='utf-8').read()
        self.caught_by = re.findall(r'^Caught-by: (.+) / (.+)$', text, re.M)
        if not self.caught_by or not re.search('^Bug: .', text, re.M):
            sys.exit(f'{self.name}: no line "Bug:" or "Caught-by:"')
        needs = re.search(r'^Needs: (.+)$', text, re.M)
        self.needs = needs[1] if needs else ''
        self.files = re.findall(r'^\+\+\+ b/(\S+)', text, re.M)

    def tests(self, known):
        """The name of each that has to catch it."""
        for suite, test in self.caught_by:
            names = [name for name in (f'{suite}_test_{test}', test)
                     if name in known]
            if not names:
                sys.exit(f'{self.name}: there is no test {suite} / {test}')
            yield names[0]


def set_up():
    """The copy of the sources, and a build of it."""
    shutil.rmtree(PLACE, ignore_errors=True)
    os.makedirs(TREE)
    for part in PARTS:
        copy = shutil.copytree if os.path.isdir(f'{ROOT}/{part}') \
            else shutil.copy2
        copy(f'{ROOT}/{part}', f'{TREE}/{part}')
    required(['meson', 'setup', BUILD, TREE, '-Dexamples=false',
              '-Ddebug=false'])
    libraries = [os.path.relpath(name, BUILD) for t in introspected('targets')
                 if t['name'] == 'dtgrowth' for name in t['filename']]
    return {test['name']: targets(test) or libraries
            for test in introspected('tests')}


def introspected(what):
    return json.loads(required(['meson', 'introspect', f'--{what}', BUILD]))


def targets(test):
    """What is built for a test: its program, and what that reads."""
    return [os.path.relpath(part, BUILD) for part in test['cmd']
            if part.startswith(f'{BUILD}/tests/')]


def built(what):
    return run(['ninja', '-j2', '-C', BUILD, *what])


def passes(name):
    """Whether a test passes, however meson calls its end; none where this
    machine lacks what it is about."""
    done = run(['meson', 'test', '-C', BUILD, '--no-rebuild', name])
    if re.search(r'^Skipped: +1 *$', done.stdout, re.M):
        return None
    if not re.search(r'^(?:Ok|Fail|Timeout): +1 *$', done.stdout, re.M):
        sys.exit(f'{name} does not run:\n{done.stdout[-2000:]}')
    return done.returncode == 0


def apply(bug, *more):
    return run(['patch', '-p1', '-s', '-F2', '--no-backup-if-mismatch', *more,
                '-d', TREE, '-i', bug.patch])


def fault_of(bug, known):
    """What is wrong with a planted bug; none if each test catches it."""
    try:
        apply(bug)
        for test in bug.tests(known):
            done = built(known[test])
            if done.returncode:
                return f'does not compile:\n{done.stdout[-2000:]}'
            if passes(test) is not False:
                return f'is not caught by {test}'
        return None
    finally:
        for path in bug.files:
            shutil.copyfile(f'{ROOT}/{path}', f'{TREE}/{path}')


def can_be_seen(bug):
    """Whether the processor has what a bug is about."""
    with open('/proc/cpuinfo', encoding='utf-8') as file:
        return set(bug.needs.split()) <= set(file.read().split())


def chosen(arguments):
    """All that can be seen here, and those to try."""
    bugs = [Bug(p) for p in sorted(glob.glob(f'{ROOT}/tests/planted/*.patch'))]
    bugs = [bug for bug in bugs if not bug.needs or can_be_seen(bug)]
    if len(bugs) < LEAST:
        sys.exit(f'only {len(bugs)} planted bugs')
    unknown = set(arguments.names) - {b.name for b in bugs}
    if unknown:
        sys.exit(f'there is no planted bug {", ".join(sorted(unknown))}')
    if arguments.names:
        return bugs, [b for b in bugs if b.name in arguments.names]
    if arguments.all:
        return bugs, bugs
    return bugs, random.Random(arguments.seed).sample(bugs, arguments.n)


def last_commit():
    done = run(['git', '-C', ROOT, 'log', '-1', '--format=%ct'])
    return int(done.stdout) if done.returncode == 0 else 0


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--all', action='store_true')
    parser.add_argument('-n', type=int, default=6)
    parser.add_argument('--seed', type=int, default=last_commit())
    parser.add_argument('names', nargs='*')
    arguments = parser.parse_args()
    every, bugs = chosen(arguments)
    known = set_up()
    stale = [bug.name for bug in every if apply(bug, '--dry-run').returncode]
    if stale:
        sys.exit(f'no longer apply: {", ".join(stale)}')
    tests = sorted({test for bug in bugs for test in bug.tests(known)})
    done = built(sorted({t for test in tests for t in known[test]}))
    if done.returncode:
        sys.exit('the unchanged sources do not compile:\n'
                 f'{done.stdout[-2000:]}')
    control = {test: passes(test) for test in tests}
    bad = [test for test in tests if control[test] is False]
    if bad:
        sys.exit(f'fails without a bug: {", ".join(bad)}')
    unseen = [bug for bug in bugs
              if None in [control[test] for test in bug.tests(known)]]
    bugs = [bug for bug in bugs if bug not in unseen]
    faults = 0
    for bug in bugs:
        fault = fault_of(bug, known)
        if fault:
            faults += 1
            print(f'{bug.name} {fault}')
    print(f'{len(bugs) - faults} of {len(bugs)} planted bugs caught, of '
          f'{len(every)}, seed {arguments.seed}' + ''.join(
              f'; {bug.name}: its test is skipped here' for bug in unseen))
    sys.exit(faults != 0)


main()
