# SPDX-License-Identifier: MIT
"""growth() is of C for plain calls and of Python for others: nobody sees it."""

import copy
import gc
import inspect
import itertools
import pickle

import pytest

import dtgrowth as dg
from dtgrowth import c

X = [100.0, 110.0, 99.0, 120.0, 7.5]


def test_what_it_says_of_itself():
    shown = inspect.signature(dg.growth)
    assert list(shown.parameters) == ["x", "kind", "lag", "base", "year_rule",
                                      "per_year", "out"]
    defaults = {k: p.default for k, p in shown.parameters.items()}
    assert defaults == {"x": inspect.Parameter.empty, "kind": "rate", "lag": 1,
                        "base": "missing", "year_rule": "same",
                        "per_year": 0.0, "out": None}
    assert [k for k, p in shown.parameters.items()
            if p.kind is p.KEYWORD_ONLY] == list(defaults)[3:]
    assert dg.growth.__name__ == "growth"
    assert dg.growth.__module__ == "dtgrowth.growth"
    assert "Accuracy:" in dg.growth.__doc__


def test_it_can_be_sent_elsewhere():
    assert pickle.loads(pickle.dumps(dg.growth)) is dg.growth
    assert copy.deepcopy(dg.growth) is dg.growth


def calls():
    """The same call, each argument by its place or its name, in any order."""
    values = {"x": X, "kind": "log", "lag": 2}
    for places in range(4):
        names = list(values)
        for order in itertools.permutations(names[places:]):
            yield ([values[n] for n in names[:places]],
                   {n: values[n] for n in order})


@pytest.mark.parametrize("places, named", list(calls()))
@pytest.mark.parametrize("more", [{}, {"out": None}, {"base": "missing"},
                                  {"per_year": 0.0, "year_rule": "same"}])
def test_each_way_to_say_it(places, named, more):
    expected = list(c.growth_series(X, "log", 2))[2:]
    assert list(dg.growth(*places, **named, **more))[2:] == expected
    out = memoryview(bytearray(8 * len(X))).cast("d")
    assert list(dg.growth(*places, **named, **more | {"out": out}))[2:] \
        == expected == list(out)[2:]


@pytest.mark.parametrize("places, named, message", [
    ([], {}, "missing 1 required positional argument: 'x'"),
    ([], {"kind": "rate"}, "missing 1 required positional argument: 'x'"),
    ([X], {"x": X}, "multiple values for argument 'x'"),
    ([X, "rate"], {"kind": "log"}, "multiple values for argument 'kind'"),
    ([X, "rate", 1, None], {}, "takes from 1 to 3 positional arguments"),
    ([X], {"options": None}, "unexpected keyword argument 'options'"),
    ([X], {"x\0": 1}, "unexpected keyword argument"),
    ([X], {"": 1}, "unexpected keyword argument"),
    ([X], {"error": 1}, "unexpected keyword argument 'error'")])
def test_slips_are_those_of_python(places, named, message):
    with pytest.raises(TypeError, match=message):
        dg.growth(*places, **named)


class Word(str):
    pass


class Number(int):
    pass


@pytest.mark.parametrize("kind, lag", [
    (Word("log"), 2), ("log", Number(2)), ("log", "year"), (None, 2), (3, 2),
    ("log", None), ("log", 2.0), ("log", True), ("", 1), ("no", 1), ("log", 0)])
def test_what_is_not_plain_is_as_before(kind, lag):
    def result(**more):
        try:
            return list(map(str, dg.growth(X, kind, lag, **more)))
        except (TypeError, ValueError) as failure:
            return type(failure), str(failure)
    # An option that says nothing leads through Python.
    assert result() == result(base="missing")


def test_there_is_one():
    with pytest.raises(ValueError, match="one function"):
        c._front(dg.growth, b"")
    gc.collect()
    assert dg.growth(X)[1] == 0.1
