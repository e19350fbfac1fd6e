# SPDX-License-Identifier: MIT
"""Prints the CSV of the benchmark as a table: nanoseconds per value, the ratio
to the limit of the memory of the same size, and to each peer.
usage: table.py FILE.csv"""

import csv
import sys

rows = [(t, w, int(n), s, m, float(ns)) for t, w, n, s, m, ns
        in csv.reader(open(sys.argv[1]))]
LIMIT = {'sum': 'limit: read', 'CAGR of two columns': 'limit: two in'}
for size in sorted({r[2] for r in rows}):
    here = [r for r in rows if r[2] == size]
    limit = {r[0]: r[5] for r in here if r[1] == 'memory'}
    print(f'\n{size} values' + ''.join(f'; {k[7:]} {v:.2f}'
                                       for k, v in limit.items()) + ' ns')
    print(f'{"":36}{"who":14}{"ns":>8}{"x limit":>9}   dtgrowth is faster by')
    for task, who, _, stride, missing, ns in here:
        if who == 'memory':
            continue
        name = task + (f', stride {stride}' if stride != '1' else '') + (
            f', {missing} % missing' if missing != '0' else '')
        own = [r[5] for r in here if r[0] == task and r[1] == 'dtgrowth'
               and r[3] == stride and r[4] == missing]
        gain = f'{ns / own[0]:8.2f}' if who != 'dtgrowth' and own else ''
        base = limit.get(LIMIT.get(task, 'limit: copy'), 0)
        print(f'{name:36}{who:14}{ns:8.2f}{ns / base if base else 0:9.2f}   '
              f'{gain}')
