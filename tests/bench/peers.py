# SPDX-License-Identifier: MIT
"""Times numpy, pandas and what dtgrowth is called from Python by, on arrays like
those of bench.c, as CSV rows of the same form; one that is not installed is left
out.   usage: peers.py SIZE..."""

import sys
import time

try:
    import numpy as np
except ImportError:
    sys.exit(0)
try:
    import pandas as pd
except ImportError:
    pd = None
try:
    import dtgrowth as dg
except ImportError:
    dg = None

ROUNDS = 5


def median(call, n):
    repeats = max(1, 200000 // n)
    call()
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        for _ in range(repeats):
            call()
        times.append((time.perf_counter() - start) * 1e9 / (repeats * n))
    return sorted(times)[ROUNDS // 2]


def row(task, who, n, call, stride=1, missing=0):
    count = (n + stride - 1) // stride
    print(f'{task},{who},{n},{stride},{missing},{median(call, count):.4f}',
          flush=True)


for size in sys.argv[1:]:
    n = int(float(size))
    generator = np.random.default_rng(1)
    x = 100 + 8 * generator.random(n)
    y = x * (1 + 0.5 * generator.random(n))
    rates = generator.random(n) / 16
    swings = (generator.random(n) - 0.5) * 2.0 ** -10
    row('rate', 'numpy', n, lambda: x[1:] / x[:-1] - 1)
    row('year-ago rate', 'numpy', n, lambda: x[12:] / x[:-12] - 1)
    row('log growth', 'numpy', n, lambda: np.log(x[1:] / x[:-1]))
    row('CAGR of two columns', 'numpy', n, lambda: (y / x) ** 0.1 - 1)
    row('compound', 'numpy', n, lambda: (1 + rates) ** 12.0 - 1)
    row('sum', 'numpy', n, lambda: x.sum())
    sparse, rate_sparse = x[::7], rates[::7]
    row('rate', 'numpy', n, lambda: sparse[1:] / sparse[:-1] - 1, 7)
    row('log growth', 'numpy', n, lambda: np.log(sparse[1:] / sparse[:-1]), 7)
    row('compound', 'numpy', n, lambda: (1 + rate_sparse) ** 12.0 - 1, 7)
    row('sum', 'numpy', n, lambda: sparse.sum(), 7)
    row('cumulative growth', 'numpy', n, lambda: (1 + swings).cumprod() - 1)
    factors = 1 + swings
    row('cumulative growth', 'cumprod', n, lambda: factors.cumprod())
    if dg is not None:
        view, out = dg.series(x), np.empty(n)
        row('rate', 'Python', n, lambda: dg.growth(view))
        row('rate', 'Python, out=', n, lambda: dg.growth(x, out=out))
        row('year-ago rate', 'Python', n, lambda: dg.growth(view, lag=12))
        row('log growth', 'Python', n, lambda: dg.growth(view, 'log'))
        row('compound', 'Python', n, lambda: dg.convert(rates, 'compound', 12))
        row('sum', 'Python', n, lambda: dg.Sum().add(view).read())
        row('cumulative growth', 'Python', n, lambda: dg.cumulative(swings))
    if pd is not None:
        s = pd.Series(x)
        row('rate', 'pandas', n, lambda: s.pct_change(fill_method=None))
        row('year-ago rate', 'pandas', n,
            lambda: s.pct_change(12, fill_method=None))
        row('sum', 'pandas', n, lambda: s.sum())
        row('12-term rolling sum', 'pandas', n, lambda: s.rolling(12).sum())
        row('growth of 12-term sums', 'pandas', n,
            lambda: s.rolling(12).sum().pct_change(12, fill_method=None))
        changes = pd.Series(swings)
        row('cumulative growth', 'pandas', n,
            lambda: (1 + changes).cumprod() - 1)
        gaps = s.where(generator.random(n) >= 0.02)
        row('rate', 'pandas', n, lambda: gaps.pct_change(fill_method=None),
            missing=2)
        row('sum', 'pandas', n, lambda: gaps.sum(), missing=2)
        row('12-term rolling sum', 'pandas', n,
            lambda: gaps.rolling(12).sum(), missing=2)
