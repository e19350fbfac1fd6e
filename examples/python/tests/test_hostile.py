# SPDX-License-Identifier: MIT
"""Objects that raise, lie and change while they are read."""

import array
import ctypes
import gc
import inspect
import random

import numpy as np
import pytest

import dtgrowth as dg


class Number:
    def __init__(self, act):
        self.act = act

    def __float__(self):
        return self.act()


class Stop(BaseException):
    pass


def raises(kind):
    def act():
        raise kind("mine")
    return act


@pytest.mark.parametrize("kind", [Stop, KeyboardInterrupt, MemoryError,
                                  ValueError, ZeroDivisionError, OSError])
def test_errors_of_objects_pass_through(kind):
    n = Number(raises(kind))

    class Row:
        def __iter__(self):
            yield 1.0
            raise kind("mine")

    class Odd(list):
        def __iter__(self):
            raise kind("mine")

    for call in (lambda: dg.growth([1.0, n]), lambda: dg.growth((n,)),
                 lambda: dg.rate(n, 1.0), lambda: dg.rate([1.0, n], 1.0),
                 lambda: dg.growth(Row()), lambda: dg.growth(Odd([1.0])),
                 lambda: dg.growth(np.array([n], object)),
                 lambda: dg.growth([1.0], per_year=n),
                 lambda: dg.levels([1.0], n), lambda: dg.series(
                     {"2020": n}, freq="A")):
        with pytest.raises(kind, match="mine"):
            call()


def test_numbers_that_are_none():
    for lie in ("1", None, 1, 1j, b"1"):
        for call in (lambda: dg.growth([Number(lambda: lie)]),
                     lambda: dg.rate(Number(lambda: lie), 1.0)):
            with pytest.raises(TypeError):
                call()

    class Ugly:
        def __repr__(self):
            raise ValueError("no repr")

    with pytest.raises((ValueError, TypeError)):  # By the version of Python.
        dg.growth([Ugly()])


def changing(change, size=200):
    """A list whose numbers change it."""
    made = [1.0]
    made.append(Number(lambda: change(made) or 2.0))
    made += [float(i) for i in range(size)]
    return made


@pytest.mark.parametrize("change", [
    list.clear, lambda x: x.__delitem__(slice(2, None)),
    lambda x: x.extend([1.0] * 10000), lambda x: x.append(1.0), list.pop])
@pytest.mark.parametrize("call", [
    dg.growth, dg.series, dg.rank, lambda x: dg.rate(x, 2.0),
    lambda x: dg.Sum().add(x), lambda x: dg.compare([1.0] * 202, x, "gap")])
def test_a_list_that_changes_its_size(call, change):
    with pytest.raises(RuntimeError, match="changed its size"):
        call(changing(change))


def test_a_list_that_changes_its_numbers():
    def change(made):
        made[0], made[5] = "gone", 77.0
        gc.collect()
    assert list(dg.series(changing(change)))[:6] == [1.0, 2.0, 0.0, 1.0, 2.0,
                                                     77.0]


def test_options_that_change():
    options = {}
    options.update(per_year=Number(lambda: options.clear() or 4.0),
                   base_rule="refuse")
    made = dg.c.growth_series([1.0, 2.0], "annualized", 1, options)
    assert made[1] == 15.0 and not options
    figures = [{"digits": 5}]

    class Digits:
        def __index__(self):
            figures.clear()
            return 5

    figures[0]["digits"] = Digits()
    found = dg.c.compare_check_sum(figures, {"digits": 5})
    assert found.verdict == "exact"


def test_arguments_that_are_dropped_while_they_are_read():
    class Drop:
        """The last reference to an array goes while the call takes more."""

        def __init__(self, held):
            self.held = held

        def __float__(self):
            self.held.clear()
            gc.collect()
            return 1.0

    held = [np.arange(1.0, 100000.0)]
    made = dg.c.growth_levels(held[0], "rate", -1, Drop(held))
    assert len(made) == 99999 and made[0] == 2.0


def test_lengths_that_lie():
    class Liar(list):
        def __len__(self):
            return 10**9

        def __getitem__(self, i):
            raise IndexError

    assert list(dg.series(Liar([1.0, 2.0]))) == [1.0, 2.0]

    class Endless:
        def __len__(self):
            return -5

        def __iter__(self):
            return iter([1.0, 2.0])

    try:
        assert list(dg.series(Endless())) == [1.0, 2.0]
    except ValueError:
        pass  # Python's own answer to such a length.


def test_masks_that_raise():
    class Array(np.ndarray):
        @property
        def mask(self):
            raise OSError("mine")

        def tolist(self):
            raise OSError("mine")

    with pytest.raises(OSError, match="mine"):
        dg.growth(np.arange(3.0).view(Array))

    class Dimension(np.ndarray):
        @property
        def ndim(self):
            raise OSError("mine")

    assert list(dg.rate(np.arange(1.0, 3.0).view(Dimension), 2.0)) == [1.0, 0.0]


def test_periods_that_raise():
    class Index:
        def __index__(self):
            raise OSError("mine")

    class Text(str):
        pass

    x = dg.series([1.0, 2.0], "2020", "A")
    for call in (lambda: x[Index()], lambda: dg.Period(Index(), "A"),
                 lambda: dg.average_growth(x, Index(), 2021),
                 lambda: dg.growth(x, lag=Index()),
                 lambda: dg.c.growth_series(x, Index(), 1)):
        with pytest.raises(OSError, match="mine"):
            call()
    assert x[Text("2021")] == 2.0
    assert dg.growth(x, Text("change"))[1] == 1.0


def test_huge_lists_and_deep_ones():
    assert len(dg.growth([1.0] * 10**6)) == 10**6
    deep = []
    for _ in range(100000):
        deep = [deep]
    with pytest.raises((TypeError, RecursionError)):
        dg.growth(deep)
    own = []
    own.append(own)
    with pytest.raises(TypeError):
        dg.growth(own)


def test_shapes_of_many_kinds():
    for d in range(3, 33 if np.__version__ < "2" else 65):
        with pytest.raises(ValueError):
            dg.growth(np.zeros((1,) * d))
    flat = memoryview(bytes(48))
    for letter in "bBhHiIlLqQnNfd":
        assert all(v == 0 for v in dg.series(flat.cast(letter)))
    for letter in "cP?":
        with pytest.raises(TypeError):
            dg.series(flat.cast(letter))
    both = (ctypes.c_int16 * 3 * 2)((1, 2, 3), (4, 5, 6))
    assert [list(x) for x in dg.panel(both)] == [[1, 2, 3], [4, 5, 6]]
    for big in (ctypes.c_double.__ctype_be__, ctypes.c_int32.__ctype_be__,
                ctypes.c_double.__ctype_le__):
        assert list(dg.series((big * 2)(1, 2))) == [1.0, 2.0]

    class Pair(ctypes.Structure):
        _fields_ = [("x", ctypes.c_double), ("y", ctypes.c_double)]

    with pytest.raises(TypeError):
        dg.series((Pair * 2)())


@pytest.mark.parametrize("make", [
    lambda: array.array("d", range(1000)), lambda: bytearray(8000)])
def test_memory_that_moves(make):
    source = make()
    view = source if isinstance(source, array.array) else memoryview(
        source).cast("d")
    results = [dg.growth(view, out=None) for _ in range(3)]
    x = dg.series(view)
    del view
    for call in (source.clear if isinstance(source, bytearray) else source.pop,
                 lambda: source.extend(source)):
        with pytest.raises(BufferError):
            call()
    del x
    gc.collect()
    source.extend(source)
    assert len(results[0]) == 1000


def test_a_released_view():
    view = memoryview(array.array("d", [1.0, 2.0]))
    view.release()
    with pytest.raises(ValueError, match="released"):
        dg.growth(view)
    with pytest.raises(ValueError, match="released"):
        dg.growth([1.0, 2.0], out=view)
    room = array.array("d", [0.0, 0.0])
    with memoryview(room) as view:
        g = dg.growth([1.0, 2.0], out=view)
        with pytest.raises(BufferError):
            view.release()
        del g


def test_subclasses():
    class Own(dg.Sum):
        def add(self, x, weights=None):
            return super().add([2 * v for v in x], weights)

    assert Own().add([1.0]).read().sum == 2.0
    with pytest.raises(TypeError):
        class Other(dg.Series):
            pass
        Other()
    for copy in (lambda s: __import__("copy").copy(s),
                 lambda s: __import__("pickle").dumps(s)):
        for thing in (dg.Sum().add([1.0]), dg.series([1.0])):
            with pytest.raises(TypeError, match="pickle"):
                copy(thing)  # Never an empty one instead.


def test_words_that_are_used_again():
    with pytest.raises(TypeError):
        dg.c._use(5, 5)
    assert dg.c.growth_series([1.0, 2.0], "rate", True)[1] == 1.0
    s = dg.Sum()
    s.__init__()
    assert s.add([1.0]).merge(s).read().sum == 2.0
    with pytest.raises(TypeError):
        dg.c.series_sum_add(dg.series([1.0]), [1.0])


ANYTHING = [
    None, 0, 1, -1, 3, 2**31, 2**63, 2**70, -2**63, 0.0, 1.5, float("nan"),
    float("inf"), True, "", "rate", "share", "descending", "min", "2020", "A",
    "4.59", "é" * 90, "x\0y", b"", b"x" * 584, bytearray(16), [], [1.0, 2.0],
    [None], ["1", "2"], [[1.0]], (1.0, None, 3.0), {}, {"flags": 1}, {"a": 1},
    {"digits": 5}, {"kind": "flow"}, {1.0}, object(), Number(raises(OSError)),
    Number(lambda: 2.0), dg.series([1.0, None, 3.0], "2020", "A"),
    dg.series([]), dg.panel([[1.0, 2.0], [3.0, None]], "2020", "A"),
    dg.panel([]), dg.growth([1.0, 2.0]), dg.growth(np.ones((2, 3))),
    dg.Period("2020", "A"), dg.Period("2020-Q1", "Q"), dg.Figure("2.90%"),
    dg.Unit("flow"), np.zeros(0), np.ones(2), np.ones((2, 2)), np.ones((1, 2)),
    np.zeros((0, 3)), np.zeros((3, 0)), np.ones((2, 2, 2)), np.array(1.0),
    np.ones(3, "f4"), np.ones(3, "i8"), np.ones(5)[::-2], np.ma.ones(3),
    np.float64(2), np.int8(2), array.array("d", [1.0, 2.0]), memoryview(b"ab"),
    dg.c.growth_options_init(), dg.c.compare_options_init(), range(3), int]
CALLS = sorted({n for n in dir(dg.c) if n[0] != "_"} - {"Frame", "Sum"})


@pytest.mark.parametrize("name", CALLS)
def test_anything_may_be_given(name):
    call = getattr(dg.c, name)
    rng = random.Random(name)
    count = len(inspect.signature(call).parameters)
    succeeded = 0
    for _ in range(300):
        given = [rng.choice([*ANYTHING, dg.Sum()]) for _ in range(
            max(0, count + rng.choice([0, 0, 0, 0, -1, -2, 1])))]
        try:
            call(*given)
        except (TypeError, ValueError, OverflowError, IndexError, OSError,
                BufferError, AttributeError, MemoryError):
            continue
        succeeded += 1
    assert succeeded or count > 1  # One of many is good for one argument.


@pytest.mark.parametrize("name", CALLS)
def test_one_thing_may_be_anything(name):
    """The others are good, so that it is reached."""
    call = getattr(dg.c, name)
    x = dg.series([1.0, 2.0, 4.0], "2020", "A", unit={"kind": "flow"})
    good = {"x": x, "self": x, "kind": 0, "lag": 1, "window": 1, "period": 2020,
            "base": x, "end": x, "order": 0, "ties": 0, "method": 0, "text":
            "2020", "frequency": 112, "quote": 0, "y": x, "growth": x, "older":
            x, "newer": x, "a": x, "b": x, "options": None, "out": None}
    if "_panel" in name:
        panel = dg.panel([[1.0, 2.0, 4.0]], "2020", "A")
        good = {k: panel if v is x else v for k, v in good.items()}
    if "average" in name or "trend" in name:
        good.update(base=2020, end=2022)
    if "sum_" in name:
        good.update(self=dg.Sum(), other=dg.Sum())
    if "figure" in name or "check_" in name:
        good.update(base="1", end="2", rate="3", figure="1", total="3")
    if "unit_" in name:
        good.update(a={}, b={}, unit={})
    names = list(inspect.signature(call).parameters)
    for which in range(len(names)):
        for thing in ANYTHING:
            given = [good.get(n, 1.0) for n in names]
            given[which] = thing
            try:
                call(*given)
            except (TypeError, ValueError, OverflowError, IndexError, OSError,
                    BufferError, AttributeError, MemoryError):
                pass
