# SPDX-License-Identifier: MIT
"""What a series may be made of: looked at where it lies, copied with a reason,
or refused."""

import array
import collections
import ctypes
import struct
import types

import numpy as np
import pytest

import dtgrowth as dg

N = [1.0, 2.0, 4.0, 3.0, 8.0, 5.0]
BIG = np.array(N + N)


def strided(step):
    made = np.zeros(6 * abs(step) + 1)
    made[:6 * abs(step):abs(step)] = N if step > 0 else N[::-1]
    return made[:6 * abs(step):abs(step)][::1 if step > 0 else -1]


def unaligned(dtype="f8"):
    raw = np.zeros(6 * np.dtype(dtype).itemsize + 1, "u1")
    made = raw[1:].view(dtype)
    made[:] = N
    return made


def read_only():
    made = np.array(N)
    made.flags.writeable = False
    return made


def field():
    made = np.zeros(6, [("x", "f8"), ("b", "i4")])
    made["x"] = N
    return made["x"]


LOOKED_AT = {
    "array": lambda: np.array(N), "read-only": read_only,
    "step 3": lambda: strided(3), "backward": lambda: strided(-1),
    "backward by 2": lambda: strided(-2), "little": lambda: np.array(N, "<f8"),
    "column": lambda: np.array([N, N, N]).T.copy()[:, 1],
    "array.array": lambda: array.array("d", N),
    "memoryview": lambda: memoryview(array.array("d", N)),
    "cast bytes": lambda: memoryview(struct.pack("6d", *N)).cast("d"),
    "cast bytearray": lambda: memoryview(bytearray(
        struct.pack("6d", *N))).cast("d"),
    "memoryview[::2]": lambda: memoryview(array.array(
        "d", [x for v in N for x in (v, 0.0)]))[::2],
    "ctypes": lambda: (ctypes.c_double * 6)(*N),
    "record of eights": lambda: np.array(
        [(0, v) for v in N], [("a", "i8"), ("x", "f8")])["x"],
    "recarray column": lambda: np.rec.fromarrays([np.array(N)], names="x").x,
    "another series": lambda: dg.series(N),
    "a result": lambda: dg.convert(np.array(N), "compound", 1),
}
COPIED = {
    "numbers of 32 bits": lambda: np.array(N, "f4"),
    "bytes in the other order": lambda: np.array(N).astype(
        np.dtype("f8").newbyteorder()),
    "numbers that are not aligned": unaligned,
    "steps of no whole numbers": field,
    "one number for all": lambda: np.broadcast_to(np.float64(2.0), (6,)),
    "a list": lambda: list(N),
    "a mask": lambda: np.ma.array(N, mask=[0] * 6),
}
WHOLE = "bBhHiIlLqQ"


@pytest.mark.parametrize("name", LOOKED_AT)
def test_looked_at(name):
    source = LOOKED_AT[name]()
    x = dg.series(source)
    assert (list(x), x.copied) == (N, "")
    if not isinstance(source, dg.Series):
        where = np.asarray(source).__array_interface__["data"][0]
        assert np.asarray(x).__array_interface__["data"][0] == where
    ours, theirs = np.asarray(x), np.asarray(source)
    assert ours.strides == theirs.strides
    assert list(dg.rank(source)) == list(dg.rank(N))
    assert not ours.flags.writeable


def test_looked_at_means_that_a_change_is_seen():
    source = np.array(N)
    x = dg.series(source)
    source[2] = 77.0
    assert x[2] == 77.0


@pytest.mark.parametrize("why", COPIED)
def test_copied(why):
    source = COPIED[why]()
    x = dg.series(source)
    expected = [2.0] * 6 if why == "one number for all" else N
    assert (x.copied, list(x)) == (why, expected)
    assert list(dg.growth(source)) == pytest.approx(
        list(dg.growth(expected)), nan_ok=True, abs=0)


@pytest.mark.parametrize("letter", WHOLE)
@pytest.mark.parametrize("order", "<>")
def test_whole_numbers(letter, order):
    kind = np.dtype(letter).newbyteorder(order)
    info = np.iinfo(kind)
    ends = [info.min, info.max] if info.bits < 64 else [
        info.min + 2**10 if info.min else 0, 2**53]
    for source in (np.array([1, 0, 7, *ends]).astype(kind),
                   np.array([1, 0, 7, *ends]).astype(kind)[::-1]):
        x = dg.series(source)
        assert x.copied == "whole numbers"
        assert list(x) == [float(int(v)) for v in source]


@pytest.mark.parametrize("kind", ["i8", ">i8", "u8", ">u8"])
@pytest.mark.parametrize("value", [2**53 + 1, 2**63 - 1])
def test_whole_numbers_that_are_no_double(kind, value):
    source = np.array([1, value], kind)
    for given in (source, [1, value], list(source), (1, source[1])):
        with pytest.raises(dg.RangeError, match=r"\[1\]") as info:
            dg.series(given)
        assert (info.value.status, info.value.index) == ("DT_E_VALUE", 1)
    even = np.array([2**53 + 2, 2**62], kind)
    assert list(dg.series(even)) == [2**53 + 2, 2**62]


@pytest.mark.parametrize("order", "<>")
@pytest.mark.parametrize("kind", ["f4", "f8"])
def test_orders_steps_and_alignments(kind, order):
    dtype = np.dtype(kind).newbyteorder(order)
    raw = np.zeros(200, "u1")
    for offset in range(9):
        for step in (1, 2, -1, -3):
            room = raw[offset:offset + 18 * dtype.itemsize].view(dtype)
            source = room[::step][:6]
            source[:] = N
            assert list(dg.series(source)) == N
    assert dg.series(np.array([1e-45, np.inf, -0.0], "f4"))[0] == 2.0 ** -149


SPECIAL = [0.0, -0.0, float("inf"), float("-inf"), float("nan"), 5e-324,
           1.7976931348623157e308]


@pytest.mark.parametrize("order", "<>")
def test_every_bit_is_kept(order):
    source = np.array(SPECIAL, "f8").astype(order + "f8")
    kept = np.asarray(dg.series(source))
    assert kept.tobytes() == np.array(SPECIAL).tobytes()


REFUSED = {
    "text": ("abc", TypeError, "is text"),
    "bytes": (b"12345678", TypeError, "is text"),
    "bytearray": (bytearray(8), TypeError, "is text"),
    "None": (None, TypeError, "NoneType"),
    "number": (5, TypeError, "one number"),
    "float": (5.0, TypeError, "one number"),
    "numpy number": (np.float64(5), dg.ArgumentError, "0 dimensions"),
    "dictionary": ({"2020": 1.0}, TypeError, "series()"),
    "mapping": (types.MappingProxyType({2020: 1.0}), TypeError, "series()"),
    "set": ({1.0, 2.0}, TypeError, "no order"),
    "frozenset": (frozenset([1.0]), TypeError, "no order"),
    "nested": ([[1.0], [2.0]], TypeError, r"x\[0\] is \[1.0\] of type list"),
    "text inside": ([1.0, "2"], TypeError, r"x\[1\] is '2' of type str"),
    "complex inside": ([1.0, 2j], TypeError, r"x\[1\]"),
    "too large": ([2**2000], OverflowError, "too large"),
    "0-d": (np.array(1.0), dg.ArgumentError, "0 dimensions"),
    "3-d": (np.zeros((2, 2, 2)), dg.ArgumentError, "3 dimensions"),
    "complex": (np.zeros(3, complex), TypeError, '"Zd"'),
    "half": (np.zeros(3, "f2"), TypeError, '"e"'),
    "long double": (np.zeros(3, "g"), TypeError, '"g"'),
    "bool": (np.zeros(3, bool), TypeError, '"\\?"'),
    "record": (np.zeros(3, "f8,f8"), TypeError, "T{"),
    "bytes array": (np.zeros(3, "S8"), TypeError, "8s"),
    "words": (np.array(["a"]), TypeError, "float64"),
    "dates": (np.zeros(3, "M8[D]"), ValueError, "buffer"),
    "characters": (memoryview(b"abc").cast("c"), TypeError, '"c"'),
    "pointers": ((ctypes.c_void_p * 2)(), TypeError, "float64"),
    "ctypes number": (ctypes.c_double(1), dg.ArgumentError, "0 dimensions"),
    "column of objects": (np.array([[1.0], [2.0]], object), TypeError,
                          "2 dimensions"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name):
    source, kind, text = REFUSED[name]
    with pytest.raises(kind, match=text):
        dg.growth(source)


class Indexed:
    """As an object of pandas: numbers, and an index of its own."""

    index = [2020, 2021]

    def __iter__(self):
        return iter([1.0, 2.0])

    def __len__(self):
        return 2

    def __getitem__(self, i):
        return [1.0, 2.0][i]

    def keys(self):
        return self.index


@pytest.mark.parametrize("call", [dg.growth, dg.rank,
                                  lambda x: dg.rate(x, 1.0)])
def test_an_index_is_not_dropped(call):
    with pytest.raises(TypeError, match="index of its own.*periods"):
        call(Indexed())


def test_pandas():
    pandas = pytest.importorskip("pandas")
    x = pandas.Series([1.0, 2.0], index=["2020", "2021"])
    for given in (x, x.to_frame()):
        with pytest.raises(TypeError, match="index of its own"):
            dg.growth(given)
    made = dg.series(x.to_numpy(), periods=x.index, freq="A")
    assert (list(made), str(made.start)) == ([1.0, 2.0], "2020")


ITERABLES = {
    "tuple": tuple(N), "generator": (v for v in N), "iterator": iter(N),
    "map": map(float, N), "deque": collections.deque(N),
    "values of a dictionary": dict(enumerate(N)).values(),
    "objects": np.array(N, object), "array of whole objects": np.array(
        [int(v) for v in N], object), "named tuple": collections.namedtuple(
            "T", "a b c d e f")(*N), "reversed": reversed(N[::-1])}


@pytest.mark.parametrize("name", ITERABLES)
def test_iterables(name):
    x = dg.series(ITERABLES[name])
    assert (list(x), x.copied) == (N, "a list")


def test_range_and_bool_and_numbers_of_any_type():
    from decimal import Decimal
    from fractions import Fraction
    assert list(dg.series(range(3))) == [0.0, 1.0, 2.0]
    given = [True, Decimal("0.1"), Fraction(1, 3), np.float32(0.5), np.int8(3)]
    assert list(dg.series(given)) == [1.0, 0.1, 1 / 3, 0.5, 3.0]


def words(x):
    return dg.growth(x).why


def test_missing():
    nan = float("nan")
    gap = ["no_base", "value_missing", "base_missing"]
    for x in ([1, None, 2], [1, nan, 2], (1, None, 2), np.array([1, nan, 2]),
              np.array([1, None, 2], object), dg.series([1, None, 2]),
              np.ma.array([1.0, 9.0, 2.0], mask=[0, 1, 0]),
              np.ma.array([1, 9, 2], mask=[0, 1, 0]),
              np.ma.array([1, 9, 2], "f4", mask=[0, 1, 0])):
        assert words(x) == gap
        assert words(dg.series(x)) == gap
    only = [1.0, None, 2.0]
    assert words(dg.series(only, nan_is_value=True)) == gap
    assert words(dg.series(dg.series(only), nan_is_value=True)) == gap
    assert words(dg.series([1.0, nan, 2.0], nan_is_value=True)) == [
        "no_base", "not_finite", "not_finite"]


@pytest.mark.parametrize("n", [1, 7, 8, 9, 15, 16, 17, 63, 64, 65, 1000])
def test_bitmap(n):
    given = [None if i * i % 7 in (1, 2) else float(i) for i in range(n)]
    x = dg.series(given, nan_is_value=True)
    assert [None if v != v else v for v in x] == given
    for first in range(0, n, 5):
        part = x[first:first + 9]
        assert [None if v != v else v for v in part] == given[first:first + 9]
        assert words(part) == words(dg.series(given[first:first + 9],
                                              nan_is_value=True))


def test_masks():
    rows = np.ma.array([[1.0, 2.0, 4.0], [3.0, 5.0, 7.0]],
                       mask=[[0, 1, 0], [0, 0, 0]])
    p = dg.panel(rows, nan_is_value=True)
    assert [words(x) for x in p] == [
        ["no_base", "value_missing", "base_missing"], ["no_base", "", ""]]
    assert dg.growth(p).why == [words(x) for x in p]
    assert np.isnan(np.asarray(dg.rate(1.0, p))).tolist() == [
        [False, True, False], [False] * 3]
    hard = np.ma.array([1.0, 2.0], mask=[0, 1])
    made = dg.series(hard, periods=["2021", "2020"], freq="A",
                     nan_is_value=True)
    assert words(made) == ["no_base", "base_missing"]


def test_empty():
    for x in ([], (), np.array([]), np.zeros(0, "f4"), np.zeros(0, ">i8"),
              array.array("d"), iter(()), np.zeros(0)[::-1], {}.values(),
              np.ma.array([])):
        assert list(dg.growth(x)) == []
    for p in ([], [[], []], np.zeros((0, 3)), np.zeros((2, 0)),
              np.zeros((0, 0)), np.zeros((2, 0), "f4"), {}):
        made = dg.panel(p)
        shape = np.shape(list(p.values()) if isinstance(p, dict) else p)
        assert len(made) == shape[0]
        assert len(dg.growth(made)) == len(made)
        assert [list(x) for x in made] == [[]] * len(made)


PANELS = {
    "rows": lambda: np.array([N, N[::-1]]),
    "columns": lambda: np.array([N, N[::-1]]).T.copy().T,
    "upside down": lambda: np.array([N[::-1], N])[::-1],
    "backward": lambda: np.array([N[::-1], N])[:, ::-1],
    "some rows": lambda: np.array([N, N, N[::-1], N])[::2],
    "some columns": lambda: np.array([N, N[::-1]]).repeat(2, 1)[:, ::2],
    "ctypes": lambda: (ctypes.c_double * 6 * 2)(
        (ctypes.c_double * 6)(*N), (ctypes.c_double * 6)(*N[::-1])),
    "cast": lambda: memoryview(struct.pack("12d", *N, *N[::-1])).cast(
        "B").cast("d", [2, 6]),
}


@pytest.mark.parametrize("name", PANELS)
def test_panels_are_looked_at(name):
    source = PANELS[name]()
    p = dg.panel(source, "2020", "A")
    assert ([list(x) for x in p], p.copied) == ([N, N[::-1]], "")
    assert np.asarray(p).strides == np.asarray(source).strides
    assert np.asarray(p).__array_interface__["data"][0] == np.asarray(
        source).__array_interface__["data"][0]
    assert (str(p.start), str(p[1].start)) == ("2020", "2020")


@pytest.mark.parametrize("kind", ["f4", ">f8", "i4", ">u2"])
def test_panels_are_copied(kind):
    source = np.array([N, N[::-1]]).astype(kind)
    for given in (source, source.T.copy().T, source[::-1][::-1]):
        p = dg.panel(given)
        assert [list(x) for x in p] == [N, N[::-1]] and p.copied
    broad = np.broadcast_to(np.array(N), (3, 6))
    assert dg.panel(broad).copied == "one number for all"
    assert [list(x) for x in dg.panel(broad)] == [N] * 3


def test_panels_of_other_things():
    for given in ([N, N[::-1]], (tuple(N), iter(N[::-1])),
                  {"a": N, "b": np.array(N[::-1])},
                  [dg.series(N), np.array(N[::-1], "f4")]):
        assert [list(x) for x in dg.panel(given)] == [N, N[::-1]]
    with pytest.raises(dg.PeriodError, match="series 1 has 2 observations"):
        dg.panel([[1.0], [1.0, 2.0]])
    with pytest.raises(TypeError, match="panel()"):
        dg.series(np.zeros((2, 2)))
    with pytest.raises(TypeError, match="series()"):
        dg.panel(np.zeros(2))
    assert len(dg.panel(np.zeros((1, 3)).T)) == 3


def test_sizes_that_wrap_round():
    one = np.int8(1)
    for shape in ((2**61,), (2**61 - 1,), (2**31, 2**31), (2**60, 2),
                  (2**62,), (1, 2**61)):
        with pytest.raises(MemoryError):
            dg.growth(np.broadcast_to(one, shape))


@pytest.mark.parametrize("gap", [2**55, 2**60, 2049638230412172402, 2**61,
                                 2**62, 2**63 - 3])
def test_spans_that_wrap_round(gap):
    older, newer = (dg.c.series_view([1.0], 0, s)
                    for s in (-(gap // 2), gap - gap // 2 - 1))
    with pytest.raises(MemoryError):
        dg.splice(older, newer)
