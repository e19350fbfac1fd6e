# SPDX-License-Identifier: MIT
"""Memory that Python lends to the module dtgrowth.c: doubles in any steps."""

import ctypes
import struct

PATTERN = 0xA5


class Buffer(ctypes.Structure):
    """Py_buffer, of the stable interface."""

    _fields_ = [('buf', ctypes.c_void_p), ('obj', ctypes.c_void_p),
                ('len', ctypes.c_ssize_t), ('itemsize', ctypes.c_ssize_t),
                ('readonly', ctypes.c_int), ('ndim', ctypes.c_int),
                ('format', ctypes.c_char_p),
                ('shape', ctypes.POINTER(ctypes.c_ssize_t)),
                ('strides', ctypes.POINTER(ctypes.c_ssize_t)),
                ('suboffsets', ctypes.c_void_p),
                ('internal', ctypes.c_void_p)]


view_of = ctypes.pythonapi.PyMemoryView_FromBuffer
view_of.argtypes, view_of.restype = [ctypes.POINTER(Buffer)], ctypes.py_object


class Lent:
    """Bytes, and views of them, which Python's own cannot step through in two
    dimensions. They do not hold the memory: `kept` does."""

    kept = []

    def __init__(self, raw):
        # Some more, as nothing has no address.
        self.memory = (ctypes.c_char * (len(raw) + 8))(*raw)
        self.size = len(raw)
        self.kept.append(self.memory)

    def view(self, shape, steps):
        """Steps are of doubles; the view has its own copy of the shape."""
        sizes = (ctypes.c_ssize_t * len(shape))(*shape)
        strides = (ctypes.c_ssize_t * len(shape))(*(8 * s for s in steps))
        size = 8
        for n in shape:
            size *= n
        return view_of(Buffer(ctypes.addressof(self.memory), None, size, 8, 0,
                              len(shape), b'd', sizes, strides, None, None))

    def bytes(self):
        return self.memory.raw[:self.size]


def doubles(numbers):
    return Lent(struct.pack(f'<{len(numbers)}d', *numbers))


def room(count):
    return Lent(bytes([PATTERN]) * (8 * count))
