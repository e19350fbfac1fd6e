# SPDX-License-Identifier: MIT
"""What comes out: results as buffers, `out=`, panels, how they look."""

import array
import gc
import weakref

import numpy as np
import pytest
from numpy.lib.stride_tricks import as_strided

import dtgrowth as dg

X = dg.series([100.0, 110.0, None, 121.0, 0.0, 5.0], "2019", "A",
              unit={"kind": "flow", "currency": "USD", "scale": 12})
WHY = ["no_base", "", "value_missing", "base_missing", "", "zero_base"]
FLAT = np.arange(1.0, 7.0)


def test_result():
    g = dg.growth(X)
    assert isinstance(g, dg.Result) and isinstance(g, dg.Series)
    assert (g.why, str(g.start), g.freq, len(g)) == (WHY, "2019", "A", 6)
    assert (g.unit.kind, g.transformation) == ("fraction", "rate")
    s = g.summary
    assert (s.defined, s.undefined, s.first_undefined, s.first_why) == (
        2, 4, 0, "no_base")
    assert set(s.reasons) == {w for w in WHY if w}
    assert g["2020"] == 0.1 and g[dg.Period("2020", "A")] == 0.1
    assert g.tolist()[1:5:3] == [0.1, -1.0]
    assert [str(p) for p in g.periods] == [str(y) for y in range(2019, 2025)]
    assert g.reasons == bytes(dg.c.enum_value("dt_series_why", w or "defined")
                              for w in WHY)
    assert X.why is None and X.summary is None and X.reasons is None


def test_buffer():
    g = dg.growth(FLAT)
    view = memoryview(g)
    assert (view.format, view.readonly, view.shape, view.contiguous) == (
        "d", True, (6,), True)
    assert np.asarray(g).base is not None
    assert np.shares_memory(np.asarray(g), np.asarray(g))
    assert bytes(g) == np.asarray(g).tobytes() == view.tobytes()
    assert array.array("d", g).tolist()[1:] == g.tolist()[1:]
    with pytest.raises(TypeError):
        view[0] = 1.0
    with pytest.raises(TypeError):
        g[0] = 1.0
    with pytest.raises(BufferError, match="read-only"):
        dg.growth(FLAT, out=g)
    step = memoryview(dg.series(FLAT[::2]))
    assert (step.contiguous, step.tolist()) == (False, [1.0, 3.0, 5.0])
    assert bytes(dg.series(FLAT[::-1])) == FLAT[::-1].tobytes()
    with pytest.raises(BufferError):
        np.frombuffer(dg.series(FLAT[::2]))


def ask(x, flags):
    """What x gives to a reader who asks with flags."""
    import ctypes

    class View(ctypes.Structure):
        _fields_ = [("buf", ctypes.c_void_p), ("obj", ctypes.py_object),
                    ("rest", ctypes.c_char * 64)]
    view = View()
    get = ctypes.pythonapi.PyObject_GetBuffer
    get.argtypes = [ctypes.py_object, ctypes.c_void_p, ctypes.c_int]
    get(x, ctypes.addressof(view), flags)
    drop = ctypes.pythonapi.PyBuffer_Release
    drop.argtypes = [ctypes.c_void_p]
    drop(ctypes.addressof(view))


C, F, ANY, SIMPLE, ND, STRIDES = 0x38, 0x58, 0x98, 0, 0x8, 0x18


@pytest.mark.parametrize("make, refused", [
    (lambda: dg.series(FLAT), []),
    (lambda: dg.series(FLAT[::2]), [C, F, ANY, SIMPLE, ND]),
    (lambda: dg.series(FLAT[:1][::-1]), []),
    (lambda: dg.panel(FLAT.reshape(2, 3)), [F]),
    (lambda: dg.panel(FLAT.reshape(2, 3).T), [C, SIMPLE, ND]),
    (lambda: dg.panel(FLAT.reshape(1, 6)), []),
    (lambda: dg.panel(FLAT.reshape(2, 3)[:, :2]), [C, F, ANY, SIMPLE, ND]),
    (lambda: dg.panel(FLAT.reshape(2, 3)[:, ::-1]), [C, F, ANY, SIMPLE, ND]),
    (lambda: dg.panel(np.zeros((0, 3))), []),
    (lambda: dg.growth(FLAT.reshape(2, 3).T), [F])])
def test_layouts(make, refused):
    for flags in (C, F, ANY, SIMPLE, ND, STRIDES, STRIDES | 4):
        if flags in refused:
            with pytest.raises(BufferError, match="side by side"):
                ask(make(), flags)
        else:
            ask(make(), flags)


def test_indices():
    x = dg.c.series_view(FLAT, 0, 1)
    assert [x[-1], x[np.int64(1)], x[True], x[-6]] == [6.0, 2.0, 2.0, 1.0]
    for i in (6, -7, 2**70, np.int64(9)):
        with pytest.raises((IndexError, OverflowError)):
            x[i]
    assert list(x[2:4]) == [3.0, 4.0] and x[2:4].start == 3
    assert list(x[4:2]) == [] and list(x[:]) == list(FLAT)
    for bad in (slice(None, None, 2), slice(None, None, -1)):
        with pytest.raises(IndexError, match="every period"):
            x[bad]
    with pytest.raises(dg.PeriodError):
        X["2030"]
    with pytest.raises(TypeError):
        X[1.5]
    for first, count in ((-1, 2), (0, 7), (6, 1), (2**62, 2**62), (0, -1)):
        with pytest.raises(IndexError):
            x._part(first, count)


@pytest.mark.parametrize("call", [
    dg.Series, dg.Result, dg.Panel, dg.c.Frame,
    lambda: object.__new__(dg.Series), lambda: dg.c.Frame.__new__(dg.Panel)])
def test_only_the_functions_make_series(call):
    with pytest.raises(TypeError):
        call()


def test_a_result_outlives_what_it_was_made_of():
    x = np.arange(1.0, 1000.0)
    y = dg.series(x)[10:20]
    row = dg.growth(np.arange(1.0, 7.0).reshape(2, 3))[1]
    gone = weakref.ref(x)
    del x
    gc.collect()
    assert gone() is not None and list(y) == [float(v) for v in range(11, 21)]
    assert row.tolist()[1:] == [0.25, 0.2] and row.why == ["no_base", "", ""]
    del y
    gc.collect()
    assert gone() is None


def test_an_array_that_is_looked_at_keeps_its_size():
    for source in (array.array("d", FLAT), bytearray(FLAT.tobytes())):
        view = memoryview(source).cast("B").cast("d") if isinstance(
            source, bytearray) else source
        x = dg.series(view)
        del view
        with pytest.raises(BufferError):
            source.extend(source)
        assert list(x) == list(FLAT)
        del x
        source.extend(source)


# ---------------------------------------------------------------------------
# out=

OUTS = {
    "array": lambda: np.zeros(6), "step": lambda: np.zeros(18)[::3],
    "backward": lambda: np.zeros(6)[::-1],
    "array.array": lambda: array.array("d", [0.0] * 6),
    "bytearray": lambda: memoryview(bytearray(48)).cast("d"),
    "column": lambda: np.zeros((6, 3))[:, 1]}


@pytest.mark.parametrize("name", OUTS)
def test_out(name):
    out = OUTS[name]()
    g = dg.growth(X, out=out)
    assert bytes(np.ascontiguousarray(out)) == bytes(dg.growth(X))
    assert bytes(g) == bytes(dg.growth(X)) and g.why == WHY
    if isinstance(out, np.ndarray):
        assert np.shares_memory(np.asarray(g), out)
        if out.base is not None:
            others = np.setdiff1d(np.nonzero(out.base.ravel())[0], np.nonzero(
                np.isin(out.base.ravel(), np.asarray(g)))[0])
            assert len(others) <= 4  # The NaN of the result.


BAD_OUTS = {
    "short": (lambda: np.zeros(5), dg.ArgumentError, "1 series of 5"),
    "long": (lambda: np.zeros(7), dg.ArgumentError, "1 series of 7"),
    "two dimensions": (lambda: np.zeros((1, 6)), dg.ArgumentError, "series"),
    "none": (lambda: np.zeros(()), TypeError, "float64"),
    "float32": (lambda: np.zeros(6, "f4"), TypeError, "32 bits"),
    "whole": (lambda: np.zeros(6, "i8"), TypeError, "whole numbers"),
    "bool": (lambda: np.zeros(6, "?"), TypeError, "float64"),
    "complex": (lambda: np.zeros(6, complex), TypeError, "float64"),
    "objects": (lambda: np.zeros(6, object), TypeError, "float64"),
    "turned": (lambda: np.zeros(6, np.dtype("f8").newbyteorder()), TypeError,
               "other order"),
    "unaligned": (lambda: np.zeros(49, "u1")[1:].view("f8"), TypeError,
                  "not aligned"),
    "one for all": (lambda: as_strided(np.zeros(1), (6,), (0,)), TypeError,
                    "one number for all"),
    "masked": (lambda: np.ma.zeros(6), TypeError, "mask"),
    "list": (lambda: [0.0] * 6, TypeError, "buffer|bytes-like"),
    "bytes": (lambda: bytes(48), (BufferError, TypeError), "."),
    "text": (lambda: "x", TypeError, "."),
    "a series": (lambda: dg.series(FLAT), BufferError, "read-only"),
    "read-only": (lambda: np.frombuffer(bytes(48)), (ValueError, BufferError),
                  "read-only")}


@pytest.mark.parametrize("name", BAD_OUTS)
def test_bad_out(name):
    make, kind, text = BAD_OUTS[name]
    out = make()
    before = bytes(out) if isinstance(out, (bytes, np.ndarray)) else None
    for x in (X, list(X)):
        with pytest.raises(kind, match=text):
            dg.growth(x, out=out)
    assert before is None or bytes(out) == before


CALLS = {
    "growth": lambda x, **k: dg.growth(x, **k),
    "log": lambda x, **k: dg.growth(x, "log", 2, **k),
    "rolling": lambda x, **k: dg.rolling(x, 3, **k),
    "rolling growth": lambda x, **k: dg.rolling_growth(x, 2, **k),
    "rank": lambda x, **k: dg.rank(x, **k),
    "levels": lambda x, **k: dg.levels(x, 1.0, at=-1, **k),
    "cumulative": lambda x, **k: dg.cumulative(x, **k),
    "convert": lambda x, **k: dg.convert(x, "compound", 4, **k),
    "compare": lambda x, **k: dg.compare(x, FLAT[:len(x)] + 9, **k)}


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize("step", [1, 2, -1])
def test_out_that_is_the_input(name, step):
    call = CALLS[name]
    x = np.repeat(FLAT, 2)[::2 * step] / 7 if abs(step) == 1 else (
        np.repeat(FLAT, 4)[::4] / 7)
    expected = bytes(call(x.copy()))
    for make in (lambda v: v, dg.series):
        room = np.zeros(12)
        y = room[::2 * (1 if step > 0 else -1)]
        y[:] = x
        made = call(make(y), out=y)
        assert bytes(made) == expected == y.tobytes()


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize("shift", [1, -1, 3])
def test_out_across_the_input(name, shift):
    room = np.arange(1.0, 13.0)
    before = room.copy()
    x, out = room[3:9], room[3 + shift:9 + shift]
    with pytest.raises(dg.ArgumentError, match="out lies across") as info:
        CALLS[name](x, out=out)
    assert info.value.status == "DT_E_CAPACITY"
    for other in (room[3:9][::-1], room[1:12:2]):
        with pytest.raises(dg.ArgumentError, match="out lies across"):
            CALLS[name](x, out=other)
    assert (room == before).all()


def test_out_is_no_second_argument():
    for shift in ("2020", "2021", "2022"):
        x = dg.series(FLAT.copy(), "2021", "A")
        memory = FLAT.copy()
        y = dg.series(memory, shift, "A")
        with pytest.raises(dg.ArgumentError, match="across y"):
            dg.compare(x, y, "gap", out=memory)
        assert (memory == FLAT).all()
    base = FLAT.copy()
    with pytest.raises(dg.ArgumentError, match="across end"):
        dg.growth_between(FLAT, base, out=base[::-1])
    with pytest.raises(dg.ArgumentError, match="two elements one place"):
        dg.growth(FLAT.reshape(2, 3), out=as_strided(np.zeros(9), (2, 3),
                                                     (8, 8)))
    room = np.zeros(12)
    touching = dg.growth(room[:6], out=room[6:])  # Beside it is beside it.
    assert len(touching) == 6


def test_a_call_that_fails_writes_nothing():
    x = [1.0, 2.0, 0.0, 3.0, -1.0]
    out = np.full(5, 77.0)
    for call in (lambda: dg.growth(x, base="refuse", out=out),
                 lambda: dg.growth(x, "nonsense", out=out),
                 lambda: dg.growth(x, lag=0, out=out),
                 lambda: dg.rolling(x, 0, out=out),
                 lambda: dg.rank(x, "sideways", out=out)):
        with pytest.raises(dg.Error):
            call()
        assert (out == 77.0).all()
    both = np.full((2, 5), 77.0)
    with pytest.raises(dg.RangeError) as info:
        dg.growth(np.array([[1.0] * 5, x]), base="refuse", out=both)
    assert (info.value.status, info.value.index) == ("DT_E_BASE", 1)
    assert (both == 77.0).all()
    memory = np.array(x)
    with pytest.raises(dg.RangeError):
        dg.growth(memory, base="refuse", out=memory)
    assert memory.tolist() == x


def test_out_of_a_panel():
    x = np.array([FLAT, FLAT[::-1]])
    expected = np.asarray(dg.growth(x))
    for out in (np.zeros((2, 6)), np.zeros((6, 2)).T, np.zeros((4, 6))[::-2],
                np.zeros((2, 12))[:, ::2]):
        made = dg.growth(x, out=out)
        np.testing.assert_array_equal(out, expected)
        np.testing.assert_array_equal(np.asarray(made), expected)
        assert [r.why for r in made] == made.why
    y = x.copy()
    dg.growth(y, out=y)
    np.testing.assert_array_equal(y, expected)
    for bad in (np.zeros((6, 2)), np.zeros(12), np.zeros((2, 5))):
        with pytest.raises(dg.ArgumentError):
            dg.growth(x, out=bad)


# ---------------------------------------------------------------------------
# Panels

def each(x):
    return [dg.series(row, "2020", "A") for row in x]


PANEL_CALLS = {
    **{name: CALLS[name] for name in CALLS
       if name not in ("levels", "compare")},
    "levels": lambda x: dg.levels(x, [3.0] * len(x) if x.ndim == 2 else 3.0,
                                  at="2021"),
    "average": lambda x: dg.average_growth(x, "2020", "2025"),
    "trend": lambda x: dg.trend(x),
    "compare": lambda x: dg.compare(x, x),
    "between": lambda x: dg.growth_between(x, x, "log", 3.0)}


@pytest.mark.parametrize("name", PANEL_CALLS)
def test_panels_are_single_series(name):
    rng = np.random.default_rng(5)
    x = rng.uniform(0.1, 9, (4, 6))
    x[1, 2] = np.nan
    x[2, 4] = 0.0
    call = PANEL_CALLS[name]
    made = call(dg.panel(x, "2020", "A"))
    ones = [call(s) for s in each(x)]
    if isinstance(made, list):
        assert [repr(m) for m in made] == [repr(one) for one in ones]
        return
    assert [bytes(row) for row in made] == [bytes(one) for one in ones]
    assert made.why == [one.why for one in ones]
    assert [repr(s) for s in made.summary] == [repr(o.summary) for o in ones]
    assert bytes(made) == b"".join(bytes(one) for one in ones)
    assert [row.why for row in made] == made.why
    assert repr(made[0].summary) == repr(made.summary[0])
    assert str(made[-1].start) == "2020"
    by_columns = call(dg.panel(x.T.copy().T, "2020", "A"))
    assert bytes(by_columns) == bytes(made)


def test_levels_of_a_panel_say_where_they_are():
    x = np.array([[1.0, 2.0, 4.0], [3.0, 3.0, 6.0]])
    back = dg.levels(dg.growth(x), [1.0, 3.0])
    np.testing.assert_array_equal(np.asarray(back), x)
    mixed = np.array([[np.nan, 0.5], [0.5, 0.5]])
    with pytest.raises(dg.ArgumentError, match="say at which period"):
        dg.levels(mixed, [1.0, 1.0])
    assert np.asarray(dg.levels(mixed, [1.0, 1.0], at=-1))[1, 1] == 2.25
    assert len(dg.levels(np.zeros((0, 3)), [])) == 0


# ---------------------------------------------------------------------------
# Scalars

def test_numbers_element_by_element():
    a, b = np.array([1.0, 2.0, np.nan, 0.0]), np.array([2.0, 5.0, 1.0, 1.0])
    for f in (dg.rate, dg.change, dg.log_growth, dg.midpoint, dg.share,
              dg.differential, dg.relative, dg.backcast):
        made = f(a, b)
        expected = np.array([f(x, y) for x, y in zip(a, b)])
        assert bytes(made) == expected.tobytes()
        assert bytes(f(a, 2.0)) == np.array([f(x, 2.0) for x in a]).tobytes()
        assert bytes(f(2, list(b))) == np.array([f(2, y) for y in b]).tobytes()
        assert made.why == ["" if not np.isnan(v) else "value_missing" if
                            np.isnan(x) else "domain" for v, x in zip(
                                expected, a)]
        assert (made.transformation, made.unit.kind) == (
            "unstated", "unstated")
        assert made.summary.undefined == int(np.isnan(expected).sum())
    assert bytes(dg.cagr(a, b, [1, 2, 3, 4])) == np.array(
        [dg.cagr(*t) for t in zip(a, b, [1, 2, 3, 4])]).tobytes()
    two = np.arange(1.0, 7.0).reshape(2, 3)
    np.testing.assert_array_equal(np.asarray(dg.rate(two, two * 2)),
                                  np.ones((2, 3)))
    assert isinstance(dg.rate(two, 1.0), dg.PanelResult)
    assert dg.rate(np.array(1.0), np.float32(2)) == 1.0
    assert isinstance(dg.rate(np.int64(1), 2), float)
    x = dg.series([1.0, None], "2020", "A")
    assert repr(list(dg.rate(x, 2))) == "[1.0, nan]"
    assert str(dg.rate(x, 2).start) == "2020"
    for bad in ((a, b[:3]), (two, a), (two, two.T), (two, two[:1])):
        with pytest.raises(dg.ArgumentError, match="elements"):
            dg.rate(*bad)
    for bad in ("1", None, {}, {1.0}, object(), 1j):
        with pytest.raises(TypeError):
            dg.rate(bad, 1.0)


# ---------------------------------------------------------------------------
# How they look

def test_text():
    assert repr(X).splitlines()[0] == (
        "Series: A, 2019 to 2024, 6 observations, 1 missing (flow, USD, 10^12)")
    assert "value_missing" in repr(dg.growth(X))
    assert repr(dg.series([])) == "Series: 0 observations"
    long = dg.series(np.arange(1e6), "2020-01-01", "D")
    assert len(repr(long).splitlines()) == 14 and "..." in repr(long)
    panel = dg.panel(FLAT.reshape(2, 3), "2020-Q1", "Q")
    assert repr(panel) == "Panel: 2 series of 3 observations, Q from 2020-Q1"
    assert repr(dg.panel([])) == "Panel: 0 series of 0 observations"


def test_html():
    from html.parser import HTMLParser
    seen = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag, attributes):
            seen.append(tag)

        def handle_endtag(self, tag):
            assert seen.pop() == tag

    text = dg.growth(X)._repr_html_()
    reader = Reader()
    reader.feed(text)
    assert seen == [] and text.count("<tr>") == 6 and "zero_base" in text


def test_plot_says_what_it_lacks(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "matplotlib", None)
    with pytest.raises(ImportError, match="matplotlib, which is not installed"):
        X.plot()


def test_a_result_may_replace_either_of_two():
    """That of which it is read in order, whichever it is."""
    for which in range(3):
        columns = [array.array("d", x) for x in
                   ([2.0, 4.0], [3.0, 5.0], [0.1, 0.2])]
        expected = list(dg.periods_between(*columns))
        dg.periods_between(*columns, out=columns[which])
        assert list(columns[which]) == expected
    base, end = array.array("d", [2.0, 4.0]), array.array("d", [3.0, 5.0])
    dg.growth_between(base, end, out=end)
    assert list(end) == [0.5, 0.25]
    with pytest.raises(dg.ArgumentError, match="out lies across base"):
        dg.growth_between(base, [3.0, 5.0], out=memoryview(base)[::-1])
