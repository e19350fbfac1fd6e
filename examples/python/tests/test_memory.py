# SPDX-License-Identifier: MIT
"""Reference counts, leaks, threads, and the end of the interpreter."""

import gc
import subprocess
import sys
import threading
import tracemalloc
import types

import numpy as np
import pytest

import dtgrowth as dg

c = dg.c
ARRAY = np.arange(1.0, 51.0)
LIST = [1.0, None, 3.5]
MASKED = np.ma.array(ARRAY, mask=ARRAY > 40)
X = dg.series(ARRAY, "2000", "A", unit={"currency": "USD"})
PANEL = dg.panel(np.arange(1.0, 7.0).reshape(2, 3), "2000", "A")
OUT = np.zeros(50)
SUM = dg.Sum().add([1.0])
OPTIONS = {"base_rule": "signed"}


def fails(call):
    def act():
        try:
            call()
        except (ValueError, TypeError, OverflowError, IndexError,
                RuntimeError, BufferError, AttributeError):
            return
        raise AssertionError("it has to fail")
    return act


def look():
    g = dg.growth(X)
    view = memoryview(g)
    parts = g[1:5], list(g), g.why, g.summary, g.unit, repr(g), g.reasons
    row = dg.growth(PANEL)[1]
    return bytes(view), parts, row.why, g._repr_html_(), dg.growth(PANEL).why


WORK = {
    "array": lambda: dg.growth(ARRAY), "series": lambda: dg.growth(X),
    "list": lambda: dg.growth(LIST), "tuple": lambda: dg.growth((1.0, 2.0)),
    "generator": lambda: dg.growth(float(i) for i in range(5)),
    "float32": lambda: dg.growth(ARRAY.astype("f4")),
    "strided": lambda: dg.growth(ARRAY[::-3]),
    "mask": lambda: dg.growth(MASKED),
    "objects": lambda: dg.growth(ARRAY.astype(object)),
    "panel": lambda: dg.growth(PANEL), "panel of lists": lambda: dg.panel(
        [[1.0, None], [2.0, 3.0]]), "empty": lambda: dg.growth([]),
    "out": lambda: dg.growth(X, out=OUT), "in place": lambda: dg.rank(
        OUT, out=OUT), "options": lambda: c.growth_series(
            X, "rate", 1, OPTIONS), "mapping": lambda: c.growth_series(
                X, "rate", 1, types.MappingProxyType(OPTIONS)),
    "text period": lambda: dg.average_growth(X, "2000", "2010"),
    "period": lambda: dg.average_growth(X, X.start, X.start + 5),
    "averages": lambda: c.growth_average_panel(PANEL, "cagr", 2000, 2002),
    "look": look, "align": lambda: dg.align(X, X),
    "align lists": lambda: dg.align([1.0, 2.0], [1.0]),
    "slice": lambda: c.series_slice([1.0, 2.0], 0, 0)[:1][0],
    "splice": lambda: dg.splice(X, X), "contributions":
        lambda: dg.contributions([1.0], [2.0], 1.0, 2.0),
    "contributions of panels": lambda: c.compare_contributions(
        PANEL, PANEL, [1.0, 2.0], np.array([1.0, 2.0])),
    "sum": lambda: dg.Sum().add(X).merge(SUM).read(),
    "save": lambda: dg.Sum.load(SUM.save()), "each": lambda: dg.rate(
        ARRAY, LIST[0]), "each list": lambda: dg.rate(LIST, [1, 2, 3]),
    "each panel": lambda: dg.rate(PANEL, 2.0), "number": lambda: dg.rate(1, 2),
    "figure": lambda: dg.Figure("2.90%").interval(), "check": lambda:
        dg.check_growth("4.59", "7.23", 4, "12.1%").explain(),
    "check sum": lambda: dg.check_sum(["1", "2"], "3").explain(),
    "text figures": lambda: c.compare_check_sum(["1", "2"], "3"),
    "from out": lambda: c.series_from_out(dg.growth(X), X),
    "view of a view": lambda: dg.series(dg.series(LIST)),
    "mappings": lambda: dg.series({"2020": 1.0, "2022": 2.0}, freq="A"),
    "periods": lambda: (dg.Period("2020-Q1", "Q-FEB") + 5).last_day,
    "words": lambda: (X.freq, X.unit, c.enum_word("dt_status", -1)),
    "options init": lambda: c.growth_options_init(),
    "bad kind": fails(lambda: dg.growth(X, "nonsense")),
    "bad list": fails(lambda: dg.growth([1.0, "x"])),
    "bad number": fails(lambda: dg.growth([1.0, 2**53 + 1])),
    "bad array": fails(lambda: dg.growth(np.array([1, 2**53 + 1]))),
    "bad type": fails(lambda: dg.growth(np.zeros(3, "?"))),
    "bad shape": fails(lambda: dg.growth(np.zeros((2, 2, 2)))),
    "bad out": fails(lambda: dg.growth(X, out=OUT[1:])),
    "bad out type": fails(lambda: dg.growth(X, out=np.zeros(50, "f4"))),
    "bad out overlap": fails(lambda: dg.compare(ARRAY, OUT, out=OUT)),
    "read-only out": fails(lambda: dg.growth(X, out=X)),
    "bad options": fails(lambda: c.growth_series(X, "rate", 1, {"a": 1})),
    "bad option": fails(lambda: c.growth_series(
        X, "rate", 1, {"base_rule": "zzz"})),
    "bad period": fails(lambda: dg.average_growth(X, "x", "2001")),
    "bad period type": fails(lambda: dg.average_growth(X, 1.5, "2001")),
    "bad lag": fails(lambda: dg.growth(X, lag=0)),
    "bad unit": fails(lambda: dg.series([1.0], unit={"currency": "usd"})),
    "bad second": fails(lambda: dg.compare(X, ["x"])),
    "bad panel": fails(lambda: dg.levels(PANEL, [1.0, 2.0, 3.0])),
    "bad each": fails(lambda: dg.rate(ARRAY, [1.0, 2.0])),
    "bad each type": fails(lambda: dg.rate(ARRAY, [1.0, "x"])),
    "bad figures": fails(lambda: c.compare_check_sum(["1", "x"], "3")),
    "bad state": fails(lambda: dg.Sum.load(b"x")),
    "bad sum": fails(lambda: dg.Sum([1.0])),
    "bad argument": fails(lambda: dg.rate(1, 2, x=3)),
    "bad index": fails(lambda: X[999]), "refuse": fails(
        lambda: dg.growth([0.0, 1.0], base="refuse", out=np.zeros(2))),
    "bad buffer": fails(lambda: np.frombuffer(dg.series(ARRAY[::2]))),
    "bad fold": fails(lambda: c.series_view([1.0], 0, 0, None, 0, 2)),
}
COUNTED = [ARRAY, LIST, X, PANEL, OUT, SUM, OPTIONS, c, dg.Series, dg.Result,
           dg.Panel, dg.PanelResult, dg.Sum, c.Frame, c.Sum, dg.Unit,
           dg.records.SeriesSummary, dg.ArgumentError, "rate", "signed",
           *(c.enum_word("dt_series_why", i) for i in range(3)),
           np.ma.MaskedArray]


@pytest.mark.parametrize("name", WORK)
def test_no_leaks(name):
    act = WORK[name]
    for _ in range(20):
        act()
    gc.collect()
    tracemalloc.start()
    try:
        for _ in range(10):
            act()
        gc.collect()
        counts = [sys.getrefcount(thing) for thing in COUNTED]
        singles = sys.getrefcount(None), sys.getrefcount(())
        before = tracemalloc.get_traced_memory()[0]
        for _ in range(500):
            act()
        gc.collect()
        after = tracemalloc.get_traced_memory()[0]
        assert [sys.getrefcount(t) for t in COUNTED] == counts
        assert abs(sys.getrefcount(None) - singles[0]) < 100
        assert abs(sys.getrefcount(()) - singles[1]) < 100
    finally:
        tracemalloc.stop()
    assert after - before < 2000


def test_the_interpreter_gets_everything_back():
    """Views of an array hold it as often as they are, and no longer."""
    x = np.arange(1.0, 10.0)
    base = sys.getrefcount(x)
    views = [dg.series(x) for _ in range(10)]
    assert sys.getrefcount(x) == base + 10
    parts = [v[1:3] for v in views]
    del views
    assert sys.getrefcount(x) == base + 10
    del parts
    assert sys.getrefcount(x) == base
    out = np.zeros(9)
    base = sys.getrefcount(out)
    g = dg.growth(x, out=out)
    assert sys.getrefcount(out) == base + 1
    del g
    assert sys.getrefcount(out) == base
    panel = dg.growth(x.reshape(3, 3))
    base = sys.getrefcount(panel)
    row = panel[1]
    assert sys.getrefcount(panel) == base + 1 and row.why[1] == ""
    del row
    assert sys.getrefcount(panel) == base
    copied = x.astype("f4")
    base = sys.getrefcount(copied)
    kept = dg.series(copied)
    assert sys.getrefcount(copied) == base and len(kept) == 9


# ---------------------------------------------------------------------------
# Threads

LONG = np.random.default_rng(1).uniform(0.5, 2.0, 1 << 19)


def released(act):
    """Whether another thread ran in the midst of a call, that would not have
    got its turn otherwise."""
    go, ran = threading.Event(), []
    thread = threading.Thread(target=lambda: (go.wait(), ran.append(1)))
    thread.start()
    before = sys.getswitchinterval()
    sys.setswitchinterval(1000)
    try:
        go.set()
        act()
        return bool(ran)
    finally:
        sys.setswitchinterval(before)
        thread.join()


def test_long_calls_let_others_run():
    acts = [lambda: dg.growth(LONG, "log"), lambda: dg.rank(LONG),
            lambda: dg.growth(LONG.reshape(4, -1), "log"),
            lambda: dg.rolling(LONG, 12)]
    for act in acts:
        assert any(released(act) for _ in range(2000))
    assert not any(released(lambda: dg.growth(LONG[:100])) for _ in range(20))
    # A sum is written to, and keeps the lock.
    assert not any(released(lambda: dg.Sum().add(LONG[:1 << 16]))
                   for _ in range(5))


def test_results_under_threads():
    acts = [lambda: bytes(dg.growth(LONG[:50000])),
            lambda: bytes(dg.growth(LONG[:9000], "log", 3)),
            lambda: bytes(dg.rank(LONG[:9000])),
            lambda: bytes(dg.growth(LONG[:9000].reshape(9, -1))),
            lambda: repr(dg.average_growth(LONG[:9000], 0, 8999, "ls_coef")),
            lambda: bytes(dg.rate(LONG[:9000], 2.0)),
            lambda: dg.Sum().add(LONG[:9000]).save()]
    expected = [act() for act in acts]
    wrong = []

    def work():
        for _ in range(8):
            for act, value in zip(acts, expected):
                if act() != value:
                    wrong.append(act)

    threads = [threading.Thread(target=work) for _ in range(6)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert not wrong


def test_one_sum_of_many_threads():
    whole, n = dg.Sum(), 8
    part = LONG[:5000]
    threads = [threading.Thread(target=lambda: [
        whole.add(part) for _ in range(20)]) for _ in range(n)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    alone = dg.Sum()
    for _ in range(20 * n):
        alone.add(part)
    assert whole.save() == alone.save()


def test_views_are_shared():
    x = dg.series(LONG)
    seen = []
    threads = [threading.Thread(target=lambda: [
        seen.append(bytes(memoryview(x)[:100]) == LONG[:100].tobytes())
        for _ in range(200)]) for _ in range(4)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert all(seen) and len(seen) == 800


# ---------------------------------------------------------------------------
# The end

def run(code):
    done = subprocess.run([sys.executable, "-X", "faulthandler", "-c", code],
                          capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    return done.stdout


ENDS = {
    "live buffers": """
import array, dtgrowth as dg
kept = []
x = array.array("d", range(10))
kept += [dg.series(x), memoryview(dg.growth(x)), dg.growth(x)[2:4], dg.Sum(),
         dg.panel([[1.0], [2.0]])[1], x]
dg.kept = kept
import builtins
builtins.kept = kept
""",
    "a cycle": """
import dtgrowth as dg
class Holder: pass
h = Holder(); h.h = h; h.x = dg.growth([1.0, 2.0]); h.view = memoryview(h.x)
""",
    "use at the end": """
import atexit, dtgrowth as dg
x = dg.series([1.0, 2.0], "2020", "A")
class Last:
    x, growth = x, staticmethod(dg.growth)
    def __del__(self):
        assert self.growth(self.x)[1] == 1.0
        assert self.growth(self.x).why[0] == "no_base"
        assert repr(self.x.summary) == "None"
import builtins
builtins.last = Last()
atexit.register(lambda: print(dg.growth(x).summary.defined))
""",
    "the module goes first": """
import sys, gc, dtgrowth as dg
x = dg.series([1.0, 2.0], "2020", "A")
g = dg.growth(x)
del dg
for name in [n for n in sys.modules if n.startswith("dtgrowth")]:
    del sys.modules[name]
gc.collect()
assert g.why[0] == "no_base" and g.unit.kind == "fraction" and x.freq == "A"
import dtgrowth as dg
assert dg.growth(x)[1] == 1.0
""",
    "a thread that still runs": """
import threading, dtgrowth as dg
x = [1.5] * 200000
def work():
    while True: dg.growth(x); dg.rank(x)
threading.Thread(target=work, daemon=True).start()
dg.growth(x)
"""}


@pytest.mark.parametrize("name", ENDS)
def test_end(name):
    for _ in range(3):
        run(ENDS[name])


def test_subinterpreters():
    code = """
try:
    import _xxsubinterpreters as sub
except ImportError:
    import _interpreters as sub
import dtgrowth as dg
x = dg.growth([1.0, 2.0])
for _ in range(4):
    one = sub.create()
    failed = sub.run_string(one, '''
import dtgrowth as dg
assert dg.growth([1.0, 2.0])[1] == 1.0
try:
    dg.growth([1.0], "x")
except dg.ArgumentError as error:
    assert type(error).__module__ == "dtgrowth.errors"
else:
    raise SystemExit("no error")
kept = dg.series([1.0])
''') if not hasattr(sub, "exec") else sub.exec(one, '''
import dtgrowth as dg
assert dg.growth([1.0, 2.0])[1] == 1.0
kept = dg.series([1.0])
''')
    assert not failed, failed
    sub.destroy(one)
assert x[1] == 1.0 and dg.growth([1.0, 3.0])[1] == 2.0
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True,
                          text=True)
    assert done.returncode == 0, done.stderr


def test_nothing_is_imported():
    """Numpy is no part of it, not even where it is installed."""
    code = ("import sys, dtgrowth; assert 'numpy' not in sys.modules and "
            "'matplotlib' not in sys.modules and 'ctypes' not in sys.modules")
    run(code)
