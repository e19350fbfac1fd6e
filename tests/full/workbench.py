# SPDX-License-Identifier: MIT
"""A library that is changed again and again: its objects one by one, linked
into a shared library under the unit tests. Each library writes a mark when it
is loaded, so that a run proves which one it was."""

import glob
import hashlib
import json
import os
import re
import shutil
import shutil
import subprocess
import sys
import threading
import time
from collections import defaultdict

ROOT = os.path.abspath(os.path.dirname(os.path.abspath(__file__)) + '/../..')
PLACE = f'{ROOT}/build/mutate'
LIBRARY = 'libdtgrowth-mutant.so'
COMPILE = ['cc', '-std=c11', '-O1', '-w', '-fPIC', '-ffp-contract=off',
           '-fno-semantic-interposition', '-D_FILE_OFFSET_BITS=64']
MARK = '''#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>
__attribute__((constructor)) static void mark(void)
{
    const char *path = getenv("DTGROWTH_MARK");
    int file = path ? open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600) : -1;
    if (file < 0 || write(file, ID, sizeof(ID) - 1) < 0)
        abort();
    close(file);
}
'''
STATIC = '-DDTGROWTH_STATIC'
LEAST_TIMEOUT = 4


class Fault(Exception):
    """Something is wrong with the bench itself."""


def run(command, **more):
    done = subprocess.run(command, capture_output=True, text=True, **more)
    if done.returncode:
        raise Fault(f'{" ".join(command)}:\n{done.stdout}{done.stderr}')
    return done.stdout


class Source:
    """One object of the library, and what it is made of."""

    def __init__(self, entry):
        words = entry['command'].split()
        self.path = os.path.relpath(
            os.path.join(entry['directory'], entry['file']), ROOT)
        self.object = entry['output'].replace('/', '_')
        self.flags = [w for w in words if re.match(
            r'-m|-fno-trapping-math|-DDT__', w)]
        self.needs = set()

    def command(self, *more):
        return COMPILE + self.flags + ['-Ilib', '-Iinclude', self.path, *more]


class Test:
    def __init__(self, name, command, environment):
        self.name, self.command = name, command
        self.environment = environment
        self.folder = name.split('_')[0]
        self.seconds = 0

    def passes(self, folder, mark, timeout):
        """Whether it passes with the library of that folder, which writes
        that mark."""
        written = f'{folder}/mark'
        if os.path.exists(written):
            os.remove(written)
        command = [word.replace(LIBRARY, f'{folder}/{LIBRARY}')
                   for word in self.command]
        try:
            done = subprocess.run(
                command, cwd=folder, timeout=timeout,
                stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                env={**os.environ, **self.environment,
                     'LD_LIBRARY_PATH': folder, 'DTGROWTH_MARK': written})
        except subprocess.TimeoutExpired:
            done = None
        found = open(written).read() if os.path.exists(written) else 'none'
        if found != mark:
            raise Fault(f'{self.name} loaded the library {found}, not {mark}')
        return done is not None and done.returncode == 0


class Bench:
    def __init__(self):
        shutil.rmtree(PLACE, ignore_errors=True)
        os.makedirs(PLACE)
        self.meson = f'{PLACE}/meson'
        run(['meson', 'setup', self.meson, ROOT, '-Dexamples=false',
             '-Ddefault_library=static'])
        entries = json.load(open(f'{self.meson}/compile_commands.json'))
        self.sources = [Source(e) for e in entries if re.match(
            r'lib/(libdtgrowth-internal|kernels/)', e['output'])]
        self.entries, self.made = entries, set()
        self.locks = defaultdict(threading.Lock)

    def build(self, jobs):
        """The original objects, and the tests."""
        self.original = self.copy('original')
        os.makedirs(f'{PLACE}/tests', exist_ok=True)
        jobs.map_all(self.compile_original, self.sources)
        self.link(self.original, 'original', {})
        self.tests = self.made_tests(jobs)

    def copy(self, name):
        folder = f'{PLACE}/{name}'
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(f'{folder}/objects')
        for part in ('lib', 'include'):
            shutil.copytree(f'{ROOT}/{part}', f'{folder}/{part}')
        return folder

    def compile_original(self, source):
        rule = run(source.command('-MM'), cwd=self.original)
        source.needs = {os.path.normpath(path) for path in
                        rule.split(':', 1)[1].replace('\\\n', ' ').split()}
        source.digest = self.compiled(source, self.original)
        if source.digest is None:
            raise Fault(f'{source.path} does not compile')

    @staticmethod
    def compiled(source, folder, *more):
        """The digest of an object made of the folder's sources, or none."""
        path = f'{folder}/objects/{source.object}'
        done = subprocess.run(source.command('-c', '-o', path, *more),
                              cwd=folder, capture_output=True)
        if done.returncode:
            return None
        return hashlib.sha256(open(path, 'rb').read()).hexdigest()

    def link(self, folder, mark, changed):
        """The library of a folder: its changed objects, the original others,
        and the mark."""
        objects = [f'{folder if s in changed else self.original}/objects/'
                   f'{s.object}' for s in self.sources]
        open(f'{folder}/mark.c', 'w').write(MARK)
        run(['cc', '-shared', '-fPIC', '-w', f'-DID="{mark}"', 'mark.c',
             *objects, '-Wl,-Bsymbolic',
             f'-Wl,-soname,{LIBRARY}', '-o', LIBRARY], cwd=folder)

    def made_tests(self, jobs):
        """The unit tests, linked to whichever library is found first."""
        listed = json.loads(run(['meson', 'introspect', '--tests', self.meson]))
        found, programs = [], {}
        for test in listed:
            program = os.path.relpath(test['cmd'][0], self.meson)
            if any(s in ('dtgrowth:unit', 'dtgrowth:environment')
                   for s in test['suite']) and 'doors' not in program:
                programs[program] = f'{PLACE}/tests/{os.path.basename(program)}'
                found.append(Test(test['name'].replace(' ', '_'),
                                  [programs[program], *test['cmd'][1:]],
                                  test['env']))
        jobs.map_all(lambda item: self.make_program(*item), programs.items())
        found.append(Test('misuse', [
            sys.executable, f'{ROOT}/tests/abi/misuse.py', LIBRARY], {}))
        return found

    def make_program(self, program, to):
        objects = [self.object_of(entry) for entry in self.entries
                   if entry['output'].startswith(f'{program}.p/')]
        run(['cc', '-o', to, *objects, f'{self.original}/{LIBRARY}',
             '-lcmocka', '-lm'])

    def object_of(self, entry):
        """An object of the tests; support.c is that of all programs."""
        source = os.path.normpath(
            os.path.join(entry['directory'], entry['file']))
        name = os.path.relpath(source, ROOT).replace('/', '_')
        to = f'{PLACE}/tests/{name}.o'
        words = [w for w in entry['command'].split()
                 if re.match('-D|-I|-std|-ffp', w) and w != STATIC]
        with self.locks[to]:
            if to not in self.made:
                run(['cc', '-O1', '-w', '-fPIC', '-c', source, '-o', to,
                     *words], cwd=self.meson)
                self.made.add(to)
        return to

    def measure(self):
        """Runs every test with the unchanged library, which is the control."""
        for test in self.tests:
            start = time.monotonic()
            if not test.passes(self.original, 'original', 120):
                raise Fault(f'{test.name} fails with the unchanged library')
            test.seconds = time.monotonic() - start
        self.tests.sort(key=lambda t: t.seconds)

    def killer(self, folder, mark, first, most):
        """The first test that fails: those of the folder `first`, then the
        others of at most that many seconds, then every function with one thing
        wrong; none if all pass."""
        own = [t for t in self.tests if t.folder == first]
        others = [t for t in self.tests if t.folder != first and
                  (t.seconds <= most or t.folder == 'misuse')]
        for test in own + others:
            if not test.passes(folder, mark,
                               max(LEAST_TIMEOUT, 10 * test.seconds)):
                return test
        return None


def sources_of_library():
    paths = glob.glob('lib/**/*.[ch]', root_dir=ROOT, recursive=True)
    return sorted(p for p in paths if p != 'lib/probe.c')


class Jobs:
    """Two at a time."""

    def __init__(self, pool):
        self.pool = pool

    def map_all(self, function, items):
        return list(self.pool.map(function, items))


def fail(message):
    print(message)
    sys.exit(1)
