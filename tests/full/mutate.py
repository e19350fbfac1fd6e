#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""How many mutants of the library the light tests kill, by folder, and which
survive.   usage: mutate.py [-n COUNT | --all] [--seed SEED] [--of PATH...]
[--slow]

The tests of a mutant's folder run first, then all others that take less than a
second, or with --slow all. Mutants whose objects are those of the original or
of an earlier mutant are dropped. Fails if the unchanged library fails a test,
if a mutant that is known to be bad survives, if a test loads another library
than the one that was made for it, and below a floor."""

import argparse
import concurrent.futures
import os
import queue
import random
import sys
import threading
from collections import Counter

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import mutants  # noqa: E402
from workbench import (Bench, Fault, Jobs, PLACE, ROOT, fail,  # noqa: E402
                       sources_of_library)

KNOWN_BAD = ('lib/calendar/day.c', 'year % 4 == 0', 'year % 4 == 1')
COUNT, SEED, WORKERS = 300, 11, 2
FLOOR = 90      # Per cent that have to be killed.


def read(path):
    with open(path, encoding='utf-8') as file:
        return file.read()


def folder_of(path):
    return path.split('/')[1]


class Judge:
    def __init__(self, bench, most):
        self.bench, self.most = bench, most
        self.seen, self.lock = set(), threading.Lock()
        self.folders, self.count = queue.Queue(), 0
        for i in range(WORKERS):
            self.folders.put(bench.copy(f'mutant-{i}'))

    def verdict(self, mutant):
        """What becomes of a mutant, and the test that killed it."""
        folder = self.folders.get()
        text = read(f'{ROOT}/{mutant.path}')
        try:
            with open(f'{folder}/{mutant.path}', 'w', encoding='utf-8') as file:
                file.write(mutants.changed(text, mutant))
            return self.tried(mutant, folder)
        finally:
            with open(f'{folder}/{mutant.path}', 'w', encoding='utf-8') as file:
                file.write(text)
            self.folders.put(folder)

    def tried(self, mutant, folder):
        users = [s for s in self.bench.sources if mutant.path in s.needs]
        digests = {s: self.bench.compiled(s, folder) for s in users}
        if None in digests.values():
            return 'invalid', None
        changed = {s for s in users if digests[s] != s.digest}
        key = frozenset((s.object, digests[s]) for s in changed)
        with self.lock:
            if not changed or key in self.seen:
                return 'equal', None
            self.seen.add(key)
            self.count += 1
            mark = f'mutant {self.count}'
        self.bench.link(folder, mark, changed)
        test = self.bench.killer(folder, mark, folder_of(mutant.path),
                                 self.most)
        return ('killed', test.name) if test else ('survived', None)


def known_bad():
    path, old, new = KNOWN_BAD
    start = read(f'{ROOT}/{path}').index(old)
    return mutants.Mutant(path, start, start + len(old), new, 0, 'known bad')


def chosen(arguments):
    every = [m for path in sources_of_library()
             if not arguments.of or any(path.startswith(p)
                                        for p in arguments.of)
             for m in mutants.mutants_of(path, read(f'{ROOT}/{path}'))]
    if arguments.all or arguments.n >= len(every):
        return every, len(every)
    return random.Random(arguments.seed).sample(every, arguments.n), len(every)


def report(judged, total):
    """The figures by folder; the share that is killed."""
    tally = Counter((folder_of(m.path), v[0]) for m, v in judged)
    sums = Counter(v[0] for _, v in judged)
    for mutant, verdict in sorted(judged):
        if verdict[0] == 'survived':
            print(f'{mutant.path}:{mutant.line}: {mutant.name} survives')
    parts = []
    for folder in sorted({folder_of(m.path) for m, _ in judged}):
        killed, alive = tally[folder, 'killed'], tally[folder, 'survived']
        if killed + alive:
            parts.append(f'{folder} {killed} of {killed + alive}')
    there = sums['killed'] + sums['survived']
    share = 100 * sums['killed'] / max(there, 1)
    alive = sorted({f'{m.path[4:]}:{m.line}' for m, v in judged
                    if v[0] == 'survived'})
    print(f'{sums["killed"]} of {there} mutants killed ({share:.1f} %), '
          f'{sums["equal"]} equal, {sums["invalid"]} invalid, of {total}: '
          f'{", ".join(parts)}; survivors: {", ".join(alive) or "none"}')
    return share


def judge_all(arguments, pool):
    bench = Bench()
    bench.build(Jobs(pool))
    bench.measure()
    judge = Judge(bench, 1e9 if arguments.slow else 1)
    if judge.verdict(known_bad())[0] != 'killed':
        fail('a mutant that is known to be bad survives')
    sample, total = chosen(arguments)
    judged = []
    with open(f'{PLACE}/verdicts.txt', 'w', encoding='utf-8') as log:
        for mutant, verdict in zip(sample, pool.map(judge.verdict, sample)):
            judged.append((mutant, verdict))
            log.write(f'{mutant.path}:{mutant.line}: {mutant.name}: '
                      f'{verdict[0]} {verdict[1] or ""}\n')
            log.flush()
    return report(judged, total)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('-n', type=int, default=COUNT)
    parser.add_argument('--all', action='store_true')
    parser.add_argument('--seed', type=int, default=SEED)
    parser.add_argument('--of', nargs='+', help='paths begin with one of these')
    parser.add_argument('--slow', action='store_true')
    arguments = parser.parse_args()
    with concurrent.futures.ThreadPoolExecutor(WORKERS) as pool:
        try:
            share = judge_all(arguments, pool)
        except Fault as fault:
            fail(str(fault))
    if share < FLOOR and not arguments.of:
        fail(f'{share:.1f} % are fewer than {FLOOR} %')


main()
