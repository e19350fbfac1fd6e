# SPDX-License-Identifier: MIT
"""Memory that ends where it may be touched: a pen lies between pages that
nobody may read or write, and what is placed in it lies at one of its ends. The
library sees a pen twice, to read only and to write.   Used by guard.py."""

import array
import ctypes
import mmap
import os
import signal

PAGES = 1 << 19     # Of a pen, and of what lies on either side of it.
MARGIN = 64         # Bytes that are watched where no page is in the way.
CANARY = bytes.fromhex('a5965ac33c69f00f')
WORD = int.from_bytes(CANARY, 'little')
PROT_NONE, FIXED, ANONYMOUS = 0, 0x10, mmap.MAP_ANONYMOUS
libc = ctypes.CDLL(None, use_errno=True)
libc.mmap.restype = ctypes.c_void_p
libc.mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int,
                      ctypes.c_int, ctypes.c_int, ctypes.c_int64]
pens = {}


def canary(size):
    return (CANARY * (size // 8 + 1))[:size]


def mapped(file, protection):
    """The address of a file's pages, with as many closed ones on each side."""
    closed = libc.mmap(None, 3 * PAGES, PROT_NONE,
                       mmap.MAP_PRIVATE | ANONYMOUS, -1, 0)
    opened = libc.mmap(closed + PAGES, PAGES, protection,
                       mmap.MAP_SHARED | FIXED, file, 0)
    assert opened == closed + PAGES, os.strerror(ctypes.get_errno())
    return opened


class Pen:
    def __init__(self, name):
        file = os.memfd_create(name)
        os.ftruncate(file, PAGES)
        self.name = name
        self.bytes = mmap.mmap(file, PAGES)
        self.to_read = mapped(file, mmap.PROT_READ)
        self.to_write = mapped(file, mmap.PROT_READ | mmap.PROT_WRITE)
        os.close(file)
        self.at, self.size = 0, 0

    def place(self, image, high, writable):
        """The address of an image at the one end of the pen or the other."""
        self.size = len(image)
        self.at = PAGES - self.size if high else 0
        assert self.size + MARGIN <= PAGES
        self.from_ = self.at - MARGIN if high else 0
        self.image = canary(MARGIN) + image if high else image + canary(MARGIN)
        self.restore()
        return (self.to_write if writable else self.to_read) + self.at

    def restore(self):
        self.bytes[self.from_:self.from_ + len(self.image)] = self.image

    def found(self):
        return self.bytes[self.at:self.at + self.size]

    def before(self):
        return self.image[self.at - self.from_:][:self.size]

    def margin_is_whole(self):
        if self.at > 0:
            return self.bytes[self.from_:self.at] == canary(MARGIN)
        end = self.size
        return self.bytes[end:end + MARGIN] == canary(MARGIN)

    def says(self, address):
        """Where an address is, if it is in or beside this pen."""
        for start in (self.to_read, self.to_write):
            if start - PAGES <= address < start + 2 * PAGES:
                byte = address - start - self.at
                if start <= address < start + PAGES:
                    return f'writes to {self.name}, which is an input'
                return (f'touches byte {byte} of {self.name}, which has '
                        f'{self.size}')
        return None


def pen(name):
    if name not in pens:
        pens[name] = Pen(name)
    return pens[name]


def cut(first, stride, count):
    """The elements first, first + stride ... as a slice."""
    end = first + count * stride
    return slice(first, end if end >= 0 else None, stride)


class Spread:
    """Series of elements across memory: element i of series j lies at
    firsts[j] + i * stride, and there is room for rooms[j] of them."""

    def __init__(self, firsts, stride, rooms):
        ends = [f + i * stride for f, n in zip(firsts, rooms) if n > 0
                for i in (0, n - 1)]
        self.lowest = min(ends, default=0)
        self.size = max(ends) + 1 - self.lowest if ends else 0
        self.firsts, self.stride = firsts, stride

    def cuts(self, lengths):
        for first, n in zip(self.firsts, lengths):
            yield cut(first - self.lowest if n else 0, self.stride, n)

    def image(self, series):
        """Canaries, and between them the series."""
        memory = array.array('Q', [WORD]) * self.size
        for where, numbers in zip(self.cuts(map(len, series)), series):
            memory[where] = numbers
        return memory.tobytes()

    def taken(self, kind, found, before, lengths):
        """The elements, and whether the rest is as it was."""
        found, before = array.array(kind, found), array.array(kind, before)
        series = []
        for where in self.cuts(lengths):
            series.append(found[where])
            found[where] = before[where]
        return series, found == before


class Bits:
    """The same of bits, of which a pen has the bytes that they are in."""

    def __init__(self, firsts, rooms):
        ends = [f + i for f, n in zip(firsts, rooms) if n > 0
                for i in (0, n - 1)]
        self.byte = min(ends, default=0) >> 3
        self.size = (max(ends) >> 3) + 1 - self.byte if ends else 0
        self.firsts = [first - 8 * self.byte for first in firsts]

    def image(self, series):
        memory = int.from_bytes(canary(self.size), 'little')
        for first, flags in zip(self.firsts, series):
            if len(flags):
                mask = (1 << len(flags)) - 1
                memory = memory & ~(mask << first) | bits_of(flags) << first
        return memory.to_bytes(self.size, 'little')

    def taken(self, found, before, lengths):
        found = int.from_bytes(found, 'little')
        before = int.from_bytes(before, 'little')
        series = []
        for first, n in zip(self.firsts, lengths):
            mask = (1 << n) - 1
            series.append(found >> first & mask if n else 0)
            if n:
                found = found & ~(mask << first) | before & mask << first
        return series, found == before


AS_DIGITS = bytes([48, 49]) + bytes(254)


def bits_of(flags):
    """A number of which bit i is flag i, a byte of 0 or 1."""
    return int(flags[::-1].translate(AS_DIGITS), 2) if flags else 0


HANDLER = ctypes.CFUNCTYPE(None, ctypes.c_int, ctypes.c_void_p,
                           ctypes.c_void_p)


class Action(ctypes.Structure):
    """struct sigaction of Linux, of 64 bits."""
    _fields_ = [('handler', HANDLER), ('mask', ctypes.c_uint64 * 16),
                ('flags', ctypes.c_int), ('restorer', ctypes.c_void_p)]


def on_fault(tell):
    """Has tell() called with what was touched, from within the call."""
    @HANDLER
    def handle(number, info, _):
        address = ctypes.cast(info, ctypes.POINTER(ctypes.c_uint64))[2]
        words = [w for p in pens.values() if (w := p.says(address))]
        tell(words[0] if words else f'dies of signal {number}, {address:#x}')
        os._exit(1)
    action = Action(handler=handle, flags=4)    # SA_SIGINFO
    for number in (signal.SIGSEGV, signal.SIGBUS, signal.SIGILL,
                   signal.SIGFPE, signal.SIGABRT):
        assert libc.sigaction(number, ctypes.byref(action), None) == 0
    return action       # To be kept.
