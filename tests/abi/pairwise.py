# SPDX-License-Identifier: MIT
"""Rows of choices in which every two choices meet.   Used by guard.py."""

import functools
import math


@functools.cache
def covering(sizes):
    """Rows of numbers below the sizes, in which every pair of two places
    occurs: each row takes what most new pairs come of."""
    if len(sizes) == 1:
        return [(v,) for v in range(sizes[0])]
    places = range(len(sizes))
    # Of places f and g: for each choice of f, the choices of g still to meet.
    left = [[[(1 << sizes[g]) - 1 if g != f else 0 for g in places]
             for _ in range(sizes[f])] for f in places]
    order = sorted(places, key=lambda f: -sizes[f])
    rows = []

    def most(f):
        return max(range(sizes[f]), key=lambda v: sum(
            mask.bit_count() for mask in left[f][v]))

    while any(any(masks) for choices in left for masks in choices):
        row = {}
        for f in order:
            turn = len(rows) + f
            gains = [sum(left[f][v][g] >> w & 1 for g, w in row.items())
                     for v in range(sizes[f])]
            best = max(gains) if row else 0
            if best == 0:
                row[f] = most(f) if any(map(any, left[f])) else \
                    turn % sizes[f]
                continue
            good = [v for v in range(sizes[f]) if gains[v] == best]
            row[f] = good[turn % len(good)]
        for f in places:
            for g in places:
                if f != g:
                    left[f][row[f]][g] &= ~(1 << row[g])
        rows.append(tuple(row[f] for f in places))
    return rows


def crossed(sizes, most):
    """The rows of the full product, or so many of them from all over it."""
    total = math.prod(sizes)
    step = 1
    if total > most:
        step = int(total * 0.6180339887498949) | 1
        while math.gcd(step, total) > 1:
            step += 2
    for i in range(min(total, most)):
        number, row = i * step % total, []
        for size in sizes:
            row.append(number % size)
            number //= size
        yield tuple(row)
