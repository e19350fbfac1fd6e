# SPDX-License-Identifier: MIT
"""Writes saved sums as docs/formats.md describes them, from exact fractions."""

import zlib

LOWEST = 2148       # The last bit of a product of doubles weighs 2^-2148.


def saved_sum(exact, used, missing, not_finite):
    """The bytes of a sum, a fraction, of so many observations."""
    whole = exact * 2**LOWEST
    assert whole.denominator == 1
    body = b''.join([
        b'dtsum\0', (1).to_bytes(2, 'little'),
        *(n.to_bytes(8, 'little') for n in (used, missing, not_finite)),
        int(whole).to_bytes(548, 'little', signed=True)])
    return body + zlib.crc32(body).to_bytes(4, 'little')
