# SPDX-License-Identifier: MIT
"""Failures: class, status, index, message; and that they travel."""

import copy
import pickle

import pytest

import dtgrowth as dg

c = dg.c
USD, CNY = ({"kind": "flow", "currency": x} for x in ("USD", "CNY"))
CASES = [
    (lambda: dg.growth([1.0], "nonsense"), dg.ArgumentError, "DT_E_KIND", -1,
     '"nonsense" is none of rate, change'),
    (lambda: dg.growth([1.0], 99), dg.ArgumentError, "DT_E_KIND", -1, "99"),
    (lambda: dg.growth([1.0], lag=0), dg.ArgumentError, "DT_E_LAG", -1, "lag"),
    (lambda: dg.growth([1.0], lag="yesterday"), dg.ArgumentError, "DT_E_LAG",
     -1, "yesterday"),
    (lambda: dg.growth([1.0], year_rule="clamp"), dg.ArgumentError,
     "DT_E_RULE", -1, "year_rule"),
    (lambda: dg.growth([1.0], base="zzz"), dg.ArgumentError, "DT_E_KIND", -1,
     "zzz"),
    (lambda: dg.growth([1.0, 0.0, 3.0], base="refuse"), dg.RangeError,
     "DT_E_BASE", 1, "base 0"),
    (lambda: dg.growth([1.0], lag="year"), dg.PeriodError, "DT_E_FREQUENCY",
     -1, ""),
    (lambda: dg.compare(dg.series([1.0], unit=USD), dg.series(
        [1.0], unit=CNY)), dg.UnitError, "DT_E_UNIT", -1, "USD.*CNY"),
    (lambda: dg.compare(dg.series([1.0], "2020", "A"), [1.0]), dg.PeriodError,
     "DT_E_MIXED", -1, ""),
    (lambda: dg.Period("x", "A"), dg.TextError, "DT_E_TEXT", 0, "x"),
    (lambda: dg.Period("2023-02-29", "D"), dg.PeriodError, "DT_E_DATE", 5,
     "2023-02"),
    (lambda: dg.Figure("12.x"), dg.TextError, "DT_E_TEXT", 3, "x"),
    (lambda: dg.check_growth("1", "2", 1, "5"), dg.TextError, "DT_E_TEXT", -1,
     "per cent"),
    (lambda: dg.Sum.load(b"x"), dg.ArgumentError, "DT_E_LENGTH", -1, "584"),
    (lambda: dg.Unit(currency="usd").__str__(), dg.UnitError, "DT_E_UNIT", -1,
     "capital"),
]


@pytest.mark.parametrize("call, kind, status, index, text", CASES)
def test_failure(call, kind, status, index, text):
    with pytest.raises(kind, match=text or None) as info:
        call()
    e = info.value
    assert type(e) is kind and isinstance(e, dg.Error)
    assert isinstance(e, ValueError)
    assert (e.status, e.index) == (status, index)
    for again in (pickle.loads(pickle.dumps(e)), copy.copy(e)):
        assert type(again) is kind
        assert (str(again), again.status, again.index) == (
            str(e), e.status, e.index)


def test_messages_are_text_whatever_is_asked():
    for word in ("é" * 300, "a" + "é" * 300, "𝄞" * 200, "x" * 5000):
        with pytest.raises(dg.ArgumentError) as info:
            dg.growth([1.0], word)
        assert word[:50] in str(info.value)
        for call in (lambda: dg.Period(word, "M"), lambda: dg.Figure(word),
                     lambda: dg.Period("2020", word)):
            with pytest.raises(dg.Error):
                call()
    for call in (lambda: dg.Figure("\ud800"), lambda: dg.Period("\ud800", "A"),
                 lambda: dg.growth([1.0], "\ud800"),
                 lambda: dg.series([1.0], unit={"currency": "\ud800"})):
        with pytest.raises(UnicodeEncodeError):
            call()


TYPES = [
    (lambda: dg.rate(1.0), "growth_rate needs end"),
    (lambda: dg.rate(1.0, 2.0, 3.0), "takes 2 arguments, not 3"),
    (lambda: dg.rate(1.0, 2.0, end=3.0), "end is given twice"),
    (lambda: dg.rate(1.0, 2.0, last=3.0), "has no argument 'last'"),
    (lambda: c.growth_series(), "needs x"),
    (lambda: c.growth_series([1.0], "rate"), "needs lag"),
    (lambda: c.growth_series([1.0], "rate", 1.5), "float"),
    (lambda: c.growth_series([1.0], None, 1), "NoneType"),
    (lambda: c.growth_series([1.0], "rate", 1, {"lagrule": 1}), "'lagrule' is "
     "no member of GrowthOptions"),
    (lambda: c.growth_series([1.0], "rate", 1, {3: 1}), "3 is no member"),
    (lambda: c.series_period_parse(112, 5), "text is 5, no text"),
    (lambda: c.series_period_parse(112, None), "text is None"),
    (lambda: dg.series([1.0], unit={"currency": 5}), "currency is 5, no text"),
    (lambda: c.series_sum_read(5, "counts"), "self is no Sum"),
    (lambda: dg.Sum([1.0]), "starts empty"),
    (lambda: dg.Sum(x=1), "starts empty"),
    (lambda: dg.Sum().add(dg.panel([[1.0]])), "x is a panel"),
    (lambda: dg.Sum.load("abc"), "bytes"),
    (lambda: dg.Sum.load(bytearray(584)), "bytes"),
    (lambda: c.series_from_out([1.0], [1.0]), "like is no series"),
    (lambda: dg.compare([1.0], [[1.0]]), "y\\[0\\]"),
    (lambda: dg.compare([1.0], dg.panel([[1.0]])), "y is a panel"),
    (lambda: c.growth_series_panel([1.0], "rate", 1), "x is a series, not a"),
    (lambda: dg.check_sum([5], "5"), ""),
    (lambda: c.compare_check_sum(5, "5"), "iterable"),
    (lambda: dg.levels(dg.panel([[1.0]]), 5.0), "one number"),
]


@pytest.mark.parametrize("call, text", TYPES)
def test_wrong_types(call, text):
    with pytest.raises((TypeError, AttributeError), match=text or None):
        call()


OVERFLOWS = [
    lambda: c.growth_series([1.0], "rate", 2**63),
    lambda: c.series_period_add(2**64, 1),
    lambda: c.compare_figure_parse("1", -1),
    lambda: dg.series([1.0], 2**63), lambda: dg.series([1.0], unit={
        "vintage": 2**63}), lambda: dg.series([1.0], unit={"scale": 2**31}),
    lambda: c.series_view([1.0], 0, 0, None, 2**32 + 1),
    lambda: c.series_view([1.0], 0, 0, None, -1), lambda: dg.rate(10**400, 1)]


@pytest.mark.parametrize("call", OVERFLOWS)
def test_too_large(call):
    with pytest.raises(OverflowError):
        call()


@pytest.mark.parametrize("call", [
    lambda: dg.Period("2020\0", "A"), lambda: dg.Period("2020", "A\0"),
    lambda: dg.Figure("1\0"), lambda: dg.growth([1.0], "rate\0"),
    lambda: dg.series([1.0], unit={"currency": "U\0D"}),
    lambda: dg.series([1.0], unit={"currency": "USDX"}),
    lambda: dg.average_growth(dg.series([1.0], "2020", "A"), "2020\0", "2020"),
    lambda: c.enum_word("dt_status\0", 0)])
def test_texts_with_a_null(call):
    with pytest.raises(ValueError):
        call()


def test_an_index_of_an_observation():
    for i in (-1, 2, 2**40):
        with pytest.raises(IndexError):
            c.series_at([1.0, 2.0], i)
    with pytest.raises(IndexError):
        c.series_is_missing([], 0)


def test_options_may_be_any_mapping_or_record():
    from types import MappingProxyType
    expected = list(dg.growth([-1.0, 2.0], base="signed"))[1]
    given = [{"base_rule": "signed"}, MappingProxyType({"base_rule": 1}),
             c.growth_options_init()._replace(base_rule="signed")]
    for options in given:
        assert c.growth_series([-1.0, 2.0], "rate", 1, options)[1] == expected
