# SPDX-License-Identifier: MIT
"""The reader of saved sums that docs/formats.md has, on bytes that the library
saved, against exact fractions, and on bytes that the library refuses.

usage: formats.py LIBRARY.so        from the project's root"""

import ctypes
import math
import random
import re
import sys
import zlib
from fractions import Fraction

from calls import SAVED

import binding

ROUNDS = 400
random.seed(11)
with open('docs/formats.md', encoding='utf-8') as guide:
    block, = re.findall(r'```python\n(.*?)```', guide.read(), re.S)
found = {}
exec(block, found)
read_sum = found['read_sum']


def called(name, *arguments):
    return binding.functions['dt_series_sum_' + name](
        *(a if isinstance(a, int) else ctypes.addressof(a)
          for a in arguments), None)


def made(values, weights):
    """A sum that the library made of products."""
    def view(x):
        numbers = (ctypes.c_double * len(x))(*x)
        kept.append(numbers)
        return binding.structs['dt_series'](
            values=ctypes.addressof(numbers), length=len(x), stride=1)
    kept, total = [], binding.structs['dt_series_sum']()
    assert called('init', total) == 0
    assert called('add', total, view(values), view(weights)) == 0
    return total


def saved(total):
    room = (ctypes.c_ubyte * SAVED)()
    assert called('save', total, room, SAVED) == 0
    return bytes(room)


def loads(state):
    """Whether the library takes them, and then saves them as they were."""
    total = binding.structs['dt_series_sum']()
    given = (ctypes.c_ubyte * len(state)).from_buffer_copy(state)
    if called('load', total, given, len(state)) != 0:
        return False
    assert saved(total) == state
    return True


def reads(state):
    try:
        read_sum(state)
    except ValueError:
        return False
    return True


def number():
    if random.random() < 0.1:
        return random.choice([0.0, -0.0, 5e-324, 1.7976931348623157e308])
    return math.ldexp(random.uniform(-1, 1), random.randint(-1074, 1024))


def compare():
    """A sum of the library, and one that it merged of two."""
    odd = [math.nan, math.inf, -math.inf]
    pairs = [(random.choice(odd) if random.random() < 0.1 else number(),
              number()) for _ in range(random.randint(0, 40))]
    used = [p for p in pairs if math.isfinite(p[0])]
    missing = sum(math.isnan(v) for v, _ in pairs)
    expected = (sum((Fraction(v) * Fraction(w) for v, w in used), Fraction(0)),
                len(used), missing, len(pairs) - len(used) - missing)
    total = made(*([p[k] for p in pairs] for k in (0, 1)))
    assert read_sum(saved(total)) == expected, expected
    assert called('merge', total, total) == 0
    assert read_sum(saved(total)) == tuple(2 * e for e in expected), expected
    return saved(total)


def damage(state):
    """Library and reader say the same of bytes, with a checksum of theirs."""
    body = bytearray(state[:-4])
    for _ in range(random.randint(1, 3)):
        at = random.choice([random.randrange(len(body)),
                            random.randrange(32), random.randrange(550, 580)])
        body[at] = random.choice([0, 1, 15, 16, 127, 128, 255])
    whole = bytes(body) + zlib.crc32(body).to_bytes(4, 'little')
    assert loads(whole) == reads(whole), whole.hex()
    return reads(whole)


taken = 0
for turn in range(ROUNDS):
    state = compare()
    assert loads(state)
    for wrong in (state[:-1], state + b'\0', state[:8], b'', b'\0' + state[1:]):
        assert not reads(wrong) and not loads(wrong)
    for at in range(turn % 7, SAVED, 7):
        wrong = bytearray(state)
        wrong[at] ^= random.randint(1, 255)
        assert not reads(bytes(wrong)), at
    taken += sum(damage(state) for _ in range(20))
with open('tests/vectors/series_sum.txt', encoding='ascii') as file:
    golden = [bytes.fromhex(line.split()[0]) for line in file if line[0] != '#']
assert all(map(loads, golden)) and all(map(reads, golden))
assert 0.1 < taken / (20 * ROUNDS) < 0.9, taken
print(f'{ROUNDS} sums and {len(golden)} of the vectors, {20 * ROUNDS} damaged, '
      f'of which {taken} are sums')
